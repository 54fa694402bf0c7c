import { compareQuantity } from '../../quantity.ts';
import type { Ask, Query } from '../../values.ts';
import { counts } from '../attribute-words.ts';
import type { Ground } from '../ground.ts';
import { ranked, rowOf } from './among-items.ts';
import { differenceOf, growthOf, ratioOf, shareOf, sumOf } from './arithmetic.ts';
import { chooseFigures } from './choose.ts';
import { besideTitles, namesIn } from './names.ts';
import type { OneAsk } from './one-ask.ts';
import { askedIn, reckonOne } from './reckon.ts';
import type { FigureResult, Found, Reckoned, Series } from './result.ts';
import { foundOf } from './scopes.ts';
import { planYears, type Thing, titleOf } from './things.ts';
import { executeValue, wishOf } from './value.ts';

type ReckonAsk = Extract<Ask, { ask: 'reckon' }>;

const yearsOf = ({ found }: Series): readonly number[] => found.flatMap(({ years }) => years);
const inYear = ({ found }: Series, year: number): Found | undefined => found.find(({ years }) => years.includes(year));

/** Of several things that the words were split among: the only figure in the measure that was asked in. */
const onlyIn = (thing: Thing, { query, ask }: OneAsk<ReckonAsk>, ground: Ground): Series | undefined => {
  const asked = askedIn(ask);
  if (asked.measure === undefined && asked.unit === undefined) return undefined;
  const chosen = chooseFigures(wishOf({ ...query, words: '' }, asked, query.years), thing, ground);
  return chosen.kind === 'series' && chosen.series.length === 1 ? chosen.series[0] : undefined;
};

/** 人民币跨境结算和国际结算总量: of names that belong to several things, the one that the thing has a figure of. */
const byOwnName = (thing: Thing, { query, ask }: OneAsk<ReckonAsk>, ground: Ground): Series | undefined => {
  const names = namesIn(query.words);
  if (names.length < 2) return undefined;
  const own = names.flatMap((words) => {
    const chosen = chooseFigures(wishOf({ ...query, words }, askedIn(ask), query.years), thing, ground);
    return chosen.kind === 'series' ? chosen.series.slice(0, 1) : [];
  });
  return own[0];
};

/** The one quantity of each thing that is compared. */
const quantityOf = (thing: Thing, { query, ask }: OneAsk<ReckonAsk>, ground: Ground): Series | undefined => {
  const words = thing.kind === 'indicator' ? '' : query.words;
  const chosen = chooseFigures(wishOf({ ...query, words }, askedIn(ask), query.years), thing, ground);
  if (chosen.kind !== 'series')
    return byOwnName(thing, { query, ask }, ground) ?? onlyIn(thing, { query, ask }, ground);
  const yearly = words === '' ? chosen.series.find(({ found: [{ figure }] }) => figure.part === 'annex') : undefined;
  return yearly ?? chosen.series[0];
};

const comparable = (all: readonly Series[]): boolean =>
  new Set(all.map(({ found: [{ figure }] }) => figure.unit)).size === 1;

/** Each year in which both print a figure. */
const sharedYears = ([a, b]: readonly [Series, Series], query: Query): readonly number[] =>
  yearsOf(a).filter((year) => yearsOf(b).includes(year) && (query.years.length === 0 || query.years.includes(year)));

const isPart = ({ thing }: Found, { share }: ReckonAsk): boolean =>
  share?.of === 'named' && thing.kind === 'indicator' && thing.indicator.number === share.part;

const betweenTwo = (x: Found, y: Found, ask: ReckonAsk): Reckoned => {
  if (ask.reckon === 'sum') return sumOf([x, y]);
  if (ask.reckon !== 'ratio') return differenceOf(x, y, 'difference');
  return ask.share?.of === 'named' ? shareOf(isPart(x, ask) ? x : y, [x, y]) : ratioOf(x, y);
};

const pairwise = (pair: readonly [Series, Series], query: Query, ask: ReckonAsk): readonly Reckoned[] =>
  sharedYears(pair, query).flatMap((year) => {
    const [a, b] = [inYear(pair[0], year), inYear(pair[1], year)];
    if (!a || !b) return [];
    const [x, y] = [
      { ...a, years: [year] },
      { ...b, years: [year] },
    ];
    return [betweenTwo(x, y, ask)];
  });

/** Growth of each quantity between two years. */
const growths = (all: readonly Series[], query: Query, ground: Ground): readonly Reckoned[] => {
  const first = Math.min(...all.flatMap(yearsOf));
  const [from, to] =
    query.years.length > 1
      ? [Math.min(...query.years), Math.max(...query.years)]
      : query.years.length === 1
        ? [(query.years[0] ?? 0) - 1, query.years[0] ?? 0]
        : [first, planYears(ground.library.plan).at(-1) ?? first];
  return all.flatMap((series) => {
    const [a, b] = [inYear(series, from), inYear(series, to)];
    return a && b ? [growthOf(b, a)] : [];
  });
};

const valuesIn = (all: readonly Series[], query: Query, ground: Ground): readonly Reckoned[] => {
  const year = query.years.at(-1) ?? planYears(ground.library.plan).at(-1);
  return all.flatMap((series) => {
    const found = year === undefined ? series.found[0] : inYear(series, year);
    return found ? [rowOf(found)] : [];
  });
};

/** 增长超过20%的指标: those that come to so much of all that were ranked. */
const bounded = (result: FigureResult | undefined, { asks }: Query): FigureResult | undefined => {
  const bound = asks.flatMap((ask) => (ask.ask === 'reckon' && ask.bound ? [ask.bound] : []))[0];
  if (!bound || result?.shape !== 'ranked') return result;
  const passes = ({ value }: Reckoned): boolean =>
    compareQuantity({ value: Number(value), unit: 'percent', measure: '%', relation: '=' }, bound) === 'yes';
  return { ...result, bound: { printed: bound.printed, passing: result.rows.filter(passes) } };
};

const valueAsk = ({ measure, unit }: ReckonAsk): Extract<Ask, { ask: 'value' }> => ({
  ask: 'value',
  ...(measure && { measure }),
  ...(unit && { unit }),
});

/** Each quantity over two years: 2022年比2020年各增加多少. */
const changes = (all: readonly Series[], query: Query): readonly Reckoned[] => {
  const [from, to] = [Math.min(...query.years), Math.max(...query.years)];
  return all.flatMap((series) => {
    const [a, b] = [inYear(series, from), inYear(series, to)];
    return a && b ? [differenceOf({ ...b, years: [to] }, { ...a, years: [from] }, 'change')] : [];
  });
};

/** The later year was said first: it is set against the other one. */
const isBackward = ({ years: [first, second] }: Query): boolean =>
  first !== undefined && second !== undefined && first > second;

/** The gaps of two quantities; how each changes, where two years are set against each other. */
const gaps = (pair: readonly [Series, Series], query: Query, ask: ReckonAsk): readonly Reckoned[] => {
  const between = pairwise(pair, query, ask);
  if (ask.reckon !== 'change' || query.years.length !== 2) return between;
  const each = changes(pair, query);
  return isBackward(query) ? each : [...between, ...each];
};

/** Returns what is computed of several things together: their gap, ratio or sum a year, or which is the largest. */
export const reckonTogether = (
  things: readonly Thing[],
  { query: asked, ask }: OneAsk<ReckonAsk>,
  ground: Ground,
): FigureResult | undefined => {
  const query = { ...asked, words: besideTitles(asked.words, things.map(titleOf)) };
  const all = things.flatMap((thing) => quantityOf(thing, { query, ask }, ground) ?? []);
  const kinds = new Set(query.asks.flatMap((one) => (one.ask === 'reckon' ? [one.reckon] : [])));
  const least = kinds.has('smallest');
  const rank = query.asks.flatMap((one) => (one.ask === 'reckon' && one.rank ? [one.rank] : []))[0];
  if (kinds.has('growth') && all.length > 1) return bounded(ranked(growths(all, query, ground), least, rank), query);
  const extreme = kinds.has('largest') || least;
  if (extreme && all.length > 1 && comparable(all)) return ranked(valuesIn(all, query, ground), least, rank);
  const [a, b] = all;
  if (all.length === 2 && a && b && comparable(all) && !extreme) {
    const [first, ...rest] = gaps(
      [a, b],
      { ...query, years: query.years.length > 0 ? query.years : planYears(ground.library.plan) },
      ask,
    );
    if (first) return { shape: 'reckoned', reckoned: [first, ...rest], outside: [] };
  }
  const apart = ask.reckon === 'change' && query.years.length < 2 && things.length > 1;
  const [first, ...rest] = things.flatMap((thing) =>
    apart
      ? (executeValue([thing], { query, ask: valueAsk(ask) }, ground) ?? [])
      : reckonOne(thing, { query, ask }, ground),
  );
  return first && (rest.length > 0 ? { shape: 'several', results: [first, ...rest] } : first);
};

/** Returns the largest or smallest figures of a set of tasks in a class of unit; money when none was said. */
export const largestOf = (
  things: readonly Thing[],
  { query, ask }: OneAsk<ReckonAsk>,
  ground: Ground,
): FigureResult | undefined => {
  const found = things
    .flatMap((thing) => foundOf(thing, ground))
    .filter(({ figure, years }) => {
      const named = query.words !== '';
      const fits = ask.measure
        ? figure.measure === ask.measure
        : named
          ? counts(figure, query.words, ground)
          : figure.unit === (ask.unit ?? 'money');
      const year = query.years.length === 0 || years.some((one) => query.years.includes(one));
      return fits && year && (query.part === undefined || figure.part === query.part);
    });
  return ranked(found.map(rowOf), ask.reckon === 'smallest', ask.rank);
};
