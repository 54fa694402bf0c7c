import { readQuantities } from '../../quantity.ts';
import { createRecent } from '../../recent.ts';
import { canonical, squeeze } from '../../text.ts';
import type { UnitClass } from '../../values.ts';
import { termsIn } from './match.ts';
import type { Found, Series } from './result.ts';

/** Two pieces this much alike speak of the same thing in two years. */
const SAME = 0.5;
/** What grows from year to year of itself: an amount at a year's end. */
const STOCK = /余额|累计|总数|存量|总规模/u;

const wordsAround = ({ figure, scope }: Found): ReadonlySet<string> =>
  termsIn(scope.replace(squeeze(figure.printed), '，').replace(/\d+/g, '，'));

/** The share of the smaller set that the other has too. */
const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const smaller = Math.min(a.size, b.size);
  return smaller === 0 ? Number(a.size === b.size) : [...a].filter((term) => b.has(term)).length / smaller;
};

/** Said of one year alone: a cell of the annex, a value of an indicator. */
const isYearly = ({ figure, years }: Found): boolean => figure.part !== 'body' && years.length === 1;

const isOfStock = ({ figure, thing }: Found): boolean =>
  figure.running || (thing.kind === 'indicator' && STOCK.test(thing.indicator.name));

const seriesFrom = (found: readonly [Found, ...Found[]]): Series => ({
  found,
  running: found.some(isOfStock),
});

/** The figure of each other year that is most like the first one. */
const sameAs = (start: Found, others: readonly Found[]): readonly Found[] => {
  const around = wordsAround(start);
  const best = new Map<number, { readonly found: Found; readonly like: number }>();
  for (const found of others) {
    const [year] = found.years;
    if (year === undefined || year === start.years[0] || found.thing.topic !== start.thing.topic) continue;
    if (found.figure.measure !== start.figure.measure || found.figure.unit !== start.figure.unit) continue;
    const like = found.thing.kind === 'indicator' ? 1 : likeness(around, wordsAround(found));
    if (like >= SAME && like > (best.get(year)?.like ?? 0)) best.set(year, { found, like });
  }
  return [...best.values()].map(({ found }) => found);
};

/** So long is a noun that tells one quantity from the next. */
const TELLING = 4;

/** 到2025年，产值达到……。到2030年，产值达到……: sentences of one text that count the same in one year after the other. */
const goesOn = (one: Found, { figure, thing }: Found): boolean =>
  one.thing.topic === thing.topic &&
  one.figure.part === 'body' &&
  one.figure.under === figure.under &&
  one.figure.added === figure.added &&
  figure.of.length >= TELLING;

/** 2020年达到80%，2022年达到85%: one text that counts the same in one year after the other. */
const inSentence = (start: Found, others: readonly Found[]): readonly Found[] => {
  const { figure, years } = start;
  if (figure.part !== 'body' || years.length !== 1 || figure.of === '') return [];
  const seen = new Set(years);
  return others.filter((other) => {
    const {
      figure: one,
      years: [year, ...more],
    } = other;
    if (one.sentence !== figure.sentence && !goesOn(other, start)) return false;
    const same = one.clause === figure.clause && one.of === figure.of;
    const alike = one.unit === figure.unit && one.measure === figure.measure;
    return same && alike && year !== undefined && more.length === 0 && !seen.has(year) && seen.add(year);
  });
};

/** Returns the figures drawn together that speak of one quantity over the years; others stand alone. */
export const seriesOf = (all: readonly Found[]): readonly Series[] => {
  const taken = new Set<Found>();
  return all.flatMap((start) => {
    if (taken.has(start)) return [];
    const rest = isYearly(start)
      ? sameAs(
          start,
          all.filter((one) => isYearly(one) && !taken.has(one)),
        )
      : inSentence(
          start,
          all.filter((one) => !taken.has(one)),
        );
    const [first = start, ...others] = [start, ...rest].sort((a, b) => (a.years[0] ?? 0) - (b.years[0] ?? 0));
    for (const found of [first, ...others]) taken.add(found);
    return [seriesFrom([first, ...others])];
  });
};

/** Pieces are asked for and printed in words that people take for one another; a 家 is no 家次. */
const COMPOUND = /.次$/u;
const isCompound = (measure: string): boolean => COMPOUND.test(measure);
const GENERAL = new Set(['个', '多少', '']);

/** What a figure was asked in. */
export interface Asked {
  readonly measure?: string | undefined;
  readonly unit?: UnitClass | undefined;
}

const MOST_MEASURES = 500;
const classes = createRecent<UnitClass>(MOST_MEASURES);

/** Returns the class of a measure that was asked in: 人 → person. */
export const classOf = ({ measure = '', unit }: Asked): UnitClass | undefined => {
  if (unit !== undefined && unit !== 'none') return unit;
  const read = classes(measure, () => readQuantities(`3${measure}`)[0]?.quantity.unit ?? 'none');
  return read === 'none' ? undefined : read;
};

/** Of classes in which any word of measure asks for any other. */
const ALIKE: readonly UnitClass[] = ['money', 'percent', 'person'];

/** Tells how exactly a series is in what was asked: 2 the very measure, 1 its class, 0 another. */
export const fitsOf = (asked: Asked): ((series: Series) => number) => {
  const unit = classOf(asked);
  const said = canonical(asked.measure ?? '');
  return (series) => fitOf(said, unit, series);
};

const fitOf = (said: string, unit: UnitClass | undefined, { found: [{ figure }] }: Series): number => {
  const printed = canonical(figure.measure);
  if (said === '') return unit === undefined || figure.unit === unit ? 2 : 0;
  if (said === printed) return 2;
  if (unit === undefined) return 0;
  if (figure.unit !== unit) return GENERAL.has(said) ? 1 : 0;
  if (ALIKE.includes(figure.unit)) return 2;
  return isCompound(said) === isCompound(printed) || GENERAL.has(said) ? 1 : 0;
};

/** Returns whether a figure has no year, or one of those asked for; any, when none was. */
export const isOf = ({ years }: Found, asked: readonly number[]): boolean =>
  asked.length === 0 || years.length === 0 || years.some((year) => asked.includes(year));
