import { canonical } from '../../text.ts';
import type { Ask, Query } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { extremeOfNamed, reckonAmongItems } from './among-items.ts';
import { differenceOf, growthOf, meanChangeOf, meanGrowthOf, meanOf, ratioOf, shareOf, sumOf } from './arithmetic.ts';
import { boundsOf } from './at-most.ts';
import { chooseFigures } from './choose.ts';
import { CHUNK_SHARE, nameShare, namesIn, unnamedIn } from './names.ts';
import type { OneAsk } from './one-ask.ts';
import { betweenNames, figuresByName } from './order.ts';
import { growthPrinted } from './printed-growth.ts';
import type { FigureResult, Found, Reckoned, Series } from './result.ts';
import { foundOf } from './scopes.ts';
import { type Asked, seriesOf } from './series.ts';
import { printedOver, spanAsked } from './spans.ts';
import { planYears, type Thing } from './things.ts';
import { nothing, outsideYears, seriesIn, wishOf } from './value.ts';

type ReckonAsk = Extract<Ask, { ask: 'reckon' }>;
type Some<T> = readonly [T, ...T[]];

const some = <T>(list: readonly T[]): Some<T> | undefined => {
  const [first, ...rest] = list;
  return first === undefined ? undefined : [first, ...rest];
};

const yearOf = ({ years }: Found): number => years[0] ?? 0;

/** The figures of a series in order of their years; a figure of several years counts in each of them. */
const yearly = ({ found }: Series): readonly Found[] =>
  found.flatMap((one) => (one.years.length > 1 ? one.years.map((year) => ({ ...one, years: [year] })) : [one]));

/** The years asked for; a sum or mean without any is of the plan's own. */
const within = (series: Series, query: Query, ground: Ground): readonly Found[] => {
  const all = yearly(series);
  const asked = query.years.length > 0 ? query.years : planYears(ground.library.plan);
  return all.filter((found) => found.years.length === 0 || asked.includes(yearOf(found)));
};

const adding = (series: Series, { query, ask }: OneAsk<ReckonAsk>, ground: Ground): readonly Reckoned[] => {
  const of = some(within(series, query, ground));
  if (!of || of.length === 1) return [];
  /** 年均30%: one figure for several years is no mean of them. */
  if (ask.reckon === 'mean' && of.every(({ figure }) => figure === of[0].figure)) return [];
  const last = of.at(-1) ?? of[0];
  if (ask.reckon === 'sum' && series.running)
    return [{ what: 'running', value: '', measure: '', formula: '', of: [last, ...of.slice(0, -1)] }];
  return [ask.reckon === 'sum' ? sumOf(of) : meanOf(of)];
};

/** First and last of the years asked for; one year alone is set against the year before it. */
const ends = (series: Series, query: Query): readonly Found[] => {
  const all = yearly(series);
  const asked = all.filter((found) => query.years.length === 0 || query.years.includes(yearOf(found)));
  if (query.years.length === 1 && asked.length === 1)
    return [...all.filter((found) => yearOf(found) === (query.years[0] ?? 0) - 1), ...asked];
  return asked;
};

const steps = (run: readonly Found[], work: (to: Found, from: Found) => Reckoned): readonly Reckoned[] =>
  run.slice(1).flatMap((to, at) => {
    const from = run[at];
    return from ? [work(to, from)] : [];
  });

/** The run of the years asked for, with the year before it where each year is set against the last. */
const withBefore = (series: Series, run: readonly Found[]): readonly Found[] => {
  const before = yearly(series).find((found) => run[0] && yearOf(found) === yearOf(run[0]) - 1);
  return before && run.length > 1 ? [before, ...run] : run;
};

const moving = (series: Series, query: Query, asked: ReadonlySet<ReckonAsk['reckon']>): readonly Reckoned[] => {
  const kinds = (series.running || asked.has('change')) && asked.has('mean') ? new Set([...asked, 'growth']) : asked;
  const run = ends(series, query);
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last || first === last) return [];
  const growing = kinds.has('growth');
  const years = yearOf(last) - yearOf(first);
  const each = query.every ? steps(withBefore(series, run), growing ? growthOf : differenceOf) : [];
  const rising = kinds.has('mean') && !asked.has('growth') ? [meanChangeOf(last, first, years)] : [];
  const mean = growing && years > 1 ? [...rising, meanGrowthOf(last, first, years)] : [];
  const between = (one: Reckoned): Reckoned => ({ ...one, of: [first, ...run.slice(1)] });
  const [growth, gap] = [between(growthOf(last, first)), between(differenceOf(last, first))];
  const whole = [growth, ...(kinds.has('mean') ? [] : mean), gap];
  const parts = [...(kinds.has('mean') ? mean : []), ...each, ...(growing ? whole : [gap, growth])];
  return parts.filter((one, at) => parts.findIndex(({ formula }) => formula === one.formula) === at);
};

/** 哪年增长最快: the steps from year to year, the largest or smallest first. */
const steepest = (series: Series, query: Query, kinds: ReadonlySet<ReckonAsk['reckon']>): readonly Reckoned[] => {
  const run = withBefore(series, ends(series, query));
  const least = kinds.has('smallest');
  const [first, ...rest] = steps(run, kinds.has('growth') ? growthOf : differenceOf).toSorted(
    (a, b) => (least ? 1 : -1) * (Number(a.value) - Number(b.value)),
  );
  const extreme = least ? ('least' as const) : ('most' as const);
  return first
    ? [{ ...first, extreme }, ...rest.map((one) => (one.value === first.value ? { ...one, extreme } : one))]
    : [];
};

const extremeOf = (series: Series, query: Query, least: boolean): readonly Reckoned[] => {
  const of = some(ends(series, { ...query, years: query.years.length > 1 ? query.years : [] }));
  if (!of || (query.years.length === 1 && !query.confirm) || of.every(({ years }) => years.length === 0)) return [];
  const values = of.map(({ figure }) => figure.value);
  const wanted = least ? Math.min(...values) : Math.max(...values);
  const best = some(of.filter(({ figure }) => figure.value === wanted));
  return best ? [{ what: least ? 'smallest' : 'largest', value: '', measure: '', formula: '', of: best }] : [];
};

/** 2022年是2020年的几倍: one year alone is set against nothing. */
const ratios = (series: Series, query: Query): readonly Reckoned[] => {
  if (query.years.length === 1) return [];
  const run = ends(series, query);
  const [first, last] = [run[0], run.at(-1)];
  return first && last && first !== last ? [ratioOf(last, first)] : [];
};

/** 2020年引进的占三年总数几成: one year's part of all; what runs on is no part of itself. */
const sharesOf = (series: Series, query: Query, year: number): readonly Reckoned[] => {
  const all = some(yearly(series).filter((found) => query.years.includes(yearOf(found))));
  const own = all?.find((found) => yearOf(found) === year);
  return own && all && all.length > 1 && !series.running ? [shareOf(own, all)] : [];
};

/** Returns what is computed of one quantity over its years. */
const overYears = (series: Series, { query, ask }: OneAsk<ReckonAsk>, ground: Ground): readonly Reckoned[] => {
  const kinds = new Set(query.asks.flatMap((one) => (one.ask === 'reckon' ? [one.reckon] : [])));
  switch (ask.reckon) {
    case 'sum':
      return adding(series, { query, ask }, ground);
    case 'mean':
      return kinds.has('growth') || (series.running && !ask.level)
        ? moving(series, query, kinds)
        : adding(series, { query, ask }, ground);
    case 'change':
    case 'growth':
      return kinds.has('largest') || kinds.has('smallest')
        ? steepest(series, query, kinds)
        : moving(series, query, kinds);
    case 'ratio':
      return ask.share?.of === 'years' ? sharesOf(series, query, ask.share.year) : ratios(series, query);
    case 'largest':
      return extremeOf(series, query, false);
    case 'smallest':
      return extremeOf(series, query, true);
  }
};

/** 社区支行一共几家: asked in its measure, the one thing that the words name is meant, and none beside it. */
const namesOne = (chosen: readonly Series[], words: string, { measure }: ReckonAsk): boolean => {
  if (measure === undefined) return false;
  const found = chosen.flatMap((series) => series.found);
  const noun = canonical(found[0]?.figure.of ?? '');
  return found.length === 1 && noun !== '' && canonical(words).includes(noun);
};

/** Figures of one sentence and measure, each of its own thing: 事业部20家、支行50家、社区支行150家. */
const besideEachOther = (
  chosen: readonly Series[],
  { thing, words }: { readonly thing: Thing; readonly words: string },
  ground: Ground,
): Some<Found> | undefined => {
  const own = chosen.flatMap(({ found }) => found);
  const [first] = own;
  if (!first || chosen.some(({ found }) => found.length > 1)) return undefined;
  const same = ({ figure: { measure, span }, years }: Found) =>
    measure === first.figure.measure && span === first.figure.span && years.join() === first.years.join();
  const asked = canonical(words);
  const names = namesIn(words);
  const isSaid = (one: Found): boolean => {
    const noun = canonical(one.figure.of);
    return (
      noun !== '' &&
      (asked.includes(noun) || names.some((name) => names.length > 1 && nameShare(name, one) >= CHUNK_SHARE))
    );
  };
  const said = foundOf(thing, ground).filter(
    (one) => same(one) && one.figure.sentence === first.figure.sentence && isSaid(one),
  );
  if (said.length > 1) return some(said);
  const named = new Set(own.filter(same).map(({ figure }) => figure));
  const all = foundOf(thing, ground).filter((one) => same(one) && one.figure.sentence === first.figure.sentence);
  return some(named.size > 1 ? all.filter(({ figure }) => named.has(figure)) : all);
};

/** 社区支行占三类总数的多少: a figure as a part of all that stand in its sentence and are measured as it is. */
const kindsOf = (chosen: readonly Series[], thing: Thing, ground: Ground): Reckoned | undefined => {
  const [own, ...others] = chosen.flatMap(({ found }) => found);
  const all = others.length === 0 ? besideEachOther(chosen, { thing, words: '' }, ground) : undefined;
  const part = all?.find(({ figure }) => figure === own?.figure);
  return all && part && all.length > 1 ? shareOf(part, all) : undefined;
};

/** Returns the measure or class of what is computed from; a growth or ratio is in per cent by itself. */
export const askedIn = ({ measure, unit, reckon }: ReckonAsk): Asked => ({
  ...(measure && { measure }),
  ...(unit && !(unit === 'percent' && (reckon === 'growth' || reckon === 'ratio')) && { unit }),
});

/** Returns what is computed of one thing's figures. */
export const reckonOne = (thing: Thing, { query, ask }: OneAsk<ReckonAsk>, ground: Ground): FigureResult => {
  const outside = outsideYears(query.years, thing, ground);
  if (query.years.length > 0 && outside.length === query.years.length)
    return { shape: 'nothing', what: 'year', asked: outside.join('、'), thing, near: undefined };
  const printed = thing.kind === 'indicator' ? undefined : growthPrinted(thing, { query, ask }, ground);
  if (printed) {
    const [own, ...others] = printed.series.flatMap((series) => seriesIn(series, query.years) ?? []);
    return {
      shape: 'values',
      series: own ? [own, ...others] : printed.series,
      outside,
      unsaid: own ? [] : query.years,
      best: printed.best,
    };
  }
  const all = seriesOf(foundOf(thing, ground));
  const named = extremeOfNamed(figuresByName(all, query), ask.reckon);
  if (named) return named;
  const wish = { ...wishOf(query, askedIn(ask), query.years), ...(ask.grant && { grant: ask.grant }) };
  const chosen = chooseFigures(wish, thing, ground);
  if (chosen.kind === 'figure' && ask.reckon === 'growth')
    return { shape: 'nothing', what: 'growth', asked: '', thing, near: chosen.near };
  if (chosen.kind !== 'series') return nothing(chosen, thing);
  const asked = { ...query, years: query.years.filter((year) => !outside.includes(year)) };
  const among = chosen.items && reckonAmongItems(chosen.series, ask.reckon, asked.years);
  if (among) return among;
  const [over, ...more] =
    ask.reckon === 'sum'
      ? printedOver(chosen.series, spanAsked(query, ground))
      : boundsOf(chosen.series, ask, { thing, ground });
  if (over) return { shape: 'values', series: [over, ...more], outside, unsaid: [], best: chosen.best };
  const beside =
    ask.reckon === 'sum' && !namesOne(chosen.series, query.words, ask)
      ? besideEachOther(chosen.series, { thing, words: query.words }, ground)
      : undefined;
  const kinds = ask.share?.of === 'kinds' ? kindsOf(chosen.series, thing, ground) : undefined;
  if (kinds) return { shape: 'reckoned', reckoned: [kinds], outside };
  const unnamed = beside && unnamedIn(query.words, beside);
  if (unnamed !== undefined) return { shape: 'nothing', what: 'attribute', asked: unnamed, thing, near: chosen.best };
  const between = betweenNames(chosen.series, asked, ask) ?? betweenNames(all, asked, ask);
  if (between) return { shape: 'reckoned', reckoned: [between], outside };
  const longest = chosen.series.filter(({ found }) => found.length > 1 || found.some(({ years }) => years.length > 1));
  const reckoned = some(
    beside && beside.length > 1
      ? [sumOf(beside)]
      : (longest.length > 0 ? longest : chosen.series).flatMap((series) =>
          overYears(series, { query: asked, ask }, ground),
        ),
  );
  if (reckoned) return { shape: 'reckoned', reckoned, outside };
  if (ask.reckon === 'growth' || ask.reckon === 'ratio')
    return { shape: 'nothing', what: 'growth', asked: '', thing, near: chosen.best };
  const [first, ...rest] = chosen.series.flatMap((series) => seriesIn(series, asked.years) ?? []);
  return first
    ? { shape: 'values', series: [first, ...rest], outside, unsaid: [], best: chosen.best }
    : { shape: 'nothing', what: 'figure', asked: '', thing, near: chosen.best };
};
