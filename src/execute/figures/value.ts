import type { Ask, Query } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { scaleOf } from './arithmetic.ts';
import { type Chosen, chooseFigures, type Wish } from './choose.ts';
import { matchOf } from './match.ts';
import type { OneAsk } from './one-ask.ts';
import type { FigureResult, Series } from './result.ts';
import { type Asked, isOf } from './series.ts';
import { ofSpan, spanAsked } from './spans.ts';
import { planYears, type Thing, thingOf } from './things.ts';

type ValueAsk = Extract<Ask, { ask: 'value' }>;

/** Returns the years asked for in which the thing can have no figure: before or after what the plan speaks of. */
export const outsideYears = (years: readonly number[], thing: Thing, ground: Ground): readonly number[] => {
  const period = planYears(ground.library.plan);
  if (period.length === 0) return [];
  const known = [...period, ...(thing.kind === 'indicator' ? thing.indicator.values.map(({ year }) => year) : [])];
  return years.filter((year) => !known.includes(year));
};

/** Returns a series with the figures of the years asked for; undefined when it has none. */
export const seriesIn = (series: Series, asked: readonly number[]): Series | undefined => {
  const [first, ...rest] = series.found.filter((found) => isOf(found, asked));
  return first && { ...series, found: [first, ...rest] };
};

/** Returns the result that says that what was asked for is not in the plan. */
export const nothing = (chosen: Exclude<Chosen, { kind: 'series' }>, thing: Thing): FigureResult =>
  chosen.kind === 'attribute'
    ? { shape: 'nothing', what: 'attribute', asked: chosen.asked, thing, near: chosen.near }
    : { shape: 'nothing', what: 'figure', asked: '', thing, near: chosen.near };

/** 贷款科技企业家次: the measure that was asked in is no word of what it counts. */
const wordsBefore = (words: string, measure: string | undefined): string =>
  measure !== undefined && measure.length > 1 && words.endsWith(measure) ? words.slice(0, -measure.length) : words;

/** Returns what is looked for by a query in the figures of a thing. */
export const wishOf = (query: Query, asked: Asked, years: readonly number[]): Wish => ({
  words: wordsBefore(query.words, asked.measure),
  years,
  ...asked,
  ...(query.part && { part: query.part }),
  ...(query.given && { given: query.given }),
});

/** So much of the words must be borne out for an action's goal to answer in place of its task. */
const WELL = 0.6;

/** The goal of a task's action, where it prints a figure that the words fit well. */
const inGoal = (thing: Thing, wish: Wish, ground: Ground): Chosen | undefined => {
  const action = thing.kind === 'task' ? String(thing.task.action) : undefined;
  const goal = action === undefined ? undefined : thingOf({ type: 'action', id: action }, ground);
  if (!goal) return undefined;
  const chosen = chooseFigures(wish, goal, ground);
  if (chosen.kind !== 'series') return undefined;
  const match = matchOf(wish.words, goal, ground);
  return chosen.series.some(({ found }) => found.some(({ scope }) => match.share(scope) >= WELL)) ? chosen : undefined;
};

/** Figures of a thing; those of its action's goal where it prints none. */
const chosenIn = (thing: Thing, wish: Wish, ground: Ground): Chosen => {
  const chosen = chooseFigures(wish, thing, ground);
  return (chosen.kind === 'figure' ? inGoal(thing, wish, ground) : undefined) ?? chosen;
};

const valuesOf = (thing: Thing, { query, ask }: OneAsk<ValueAsk>, ground: Ground): FigureResult => {
  const outside = outsideYears(query.years, thing, ground);
  const years = query.years.filter((year) => !outside.includes(year));
  if (query.years.length > 0 && years.length === 0)
    return { shape: 'nothing', what: 'year', asked: outside.join('、'), thing, near: undefined };
  const { measure, unit, grant } = ask;
  const wish = wishOf(query, { ...(measure && { measure }), ...(unit && { unit }) }, years);
  const chosen = chosenIn(thing, grant ? { ...wish, grant } : wish, ground);
  if (chosen.kind !== 'series') return nothing(chosen, thing);
  const asked = ofSpan(chosen.series, spanAsked(query, ground));
  const [first, ...rest] = asked.flatMap((series) => seriesIn(series, years) ?? []);
  const said = [first, ...rest].flatMap((series) => series?.found.flatMap((found) => found.years) ?? []);
  const anyYear =
    first !== undefined && [first, ...rest].some(({ found }) => found.some((one) => one.years.length === 0));
  return {
    shape: 'values',
    series: first ? [first, ...rest] : chosen.series,
    outside,
    unsaid: anyYear ? [] : years.filter((year) => !said.includes(year)),
    best: chosen.best,
    ...(measure !== undefined && scaleOf(measure) > 1 && { scaled: measure }),
  };
};

/** Of several things that the words were split among: the only figure in the measure that was asked in. */
const onlyIn = (thing: Thing, { query, ask }: OneAsk<ValueAsk>, ground: Ground): FigureResult | undefined => {
  if (ask.measure === undefined && ask.unit === undefined) return undefined;
  const found = valuesOf(thing, { query: { ...query, words: '' }, ask }, ground);
  return found.shape === 'values' && found.series.length === 1 ? found : undefined;
};

/** Returns the figures of each thing; things without one only when no other has any. */
export const executeValue = (
  things: readonly Thing[],
  { query, ask }: OneAsk<ValueAsk>,
  ground: Ground,
): FigureResult | undefined => {
  const results = things.map((thing) => {
    const own = valuesOf(thing, { query, ask }, ground);
    return own.shape === 'nothing' && own.what === 'figure' && things.length > 1
      ? (onlyIn(thing, { query, ask }, ground) ?? own)
      : own;
  });
  const found = results.filter(({ shape }) => shape === 'values');
  const [first, ...rest] = found.length > 0 ? found : results;
  return first && (rest.length > 0 ? { shape: 'several', results: [first, ...rest] } : first);
};
