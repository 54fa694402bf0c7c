import type { Desk, Draft } from '../../answer/draft.ts';
import type { FigureResult, Found, Reckoned } from '../../execute/figures/result.ts';
import { type InPlaces, inPlaces } from '../../execute/order.ts';
import type { Computed } from '../../types.ts';
import { placesComputed, placesText } from '../places.ts';
import { datedOf, nounOf, nounOfTask, nounUnder } from './amount.ts';
import { computedOf, yearOf } from './reckoned.ts';
import { figuresDraft } from './values.ts';

type Ranked = Extract<FigureResult, { shape: 'ranked' }>;

const rankedLine = (one: Reckoned, desk: Desk): string => {
  const [first] = one.of;
  const name =
    first.thing.kind === 'task'
      ? `${first.thing.task.number}. ${desk.name.task(first.thing.task)}`
      : nounOf(first, desk);
  return one.formula === ''
    ? desk.say('figureOf', { of: name, values: datedOf(first, desk) })
    : desk.say('figureOf', { of: name, values: desk.say('growth', { value: one.value, formula: one.formula }) });
};

const MOST_RANKED = 10;

/** 第5项“…”的重点项目: of figures of several tasks the task says which it is, of those of one its item. */
const rankedName = (first: Found, rows: Ranked['rows'], desk: Desk): string => {
  if (rows.every((row) => row.of[0].figure.under !== undefined)) return nounUnder(first, desk);
  const several = rows.some((row) => row.of[0].thing.topic !== first.thing.topic);
  return several ? nounOfTask(first, desk) : nounOf(first, desk);
};

/** Which they are: the best, or those in the places that were asked for. */
const firstLine = (found: InPlaces<Reckoned>, { least, rank, rows }: Ranked, desk: Desk): string => {
  const { say } = desk;
  const [best] = found.first;
  const name = found.first.map(({ of: [first] }) => rankedName(first, rows, desk)).join('、');
  const [from, to] = [best.of[0], best.of.at(-1) ?? best.of[0]];
  const grown = best.formula !== '';
  const value = grown ? say('growth', { value: best.value, formula: best.formula }) : datedOf(from, desk);
  const years = { from: yearOf(from), to: yearOf(to) };
  if (rank) {
    const order = say(grown ? (least ? 'bySlowest' : 'byFastest') : least ? 'bySmallest' : 'byLargest', years);
    return say('placesAre', {
      order,
      places: placesText(rank, desk),
      name: found.first.length > 1 ? name : say('figureOf', { of: name, values: value }),
    });
  }
  return grown
    ? say(least ? 'slowestIs' : 'fastestIs', { name, ...years, value: best.value, formula: best.formula })
    : say(least ? 'smallestIs' : 'largestIs', { name, value });
};

/** Those that come to so much as was asked, each with what was computed of it. */
const phraseBounded = (
  { rows, least }: Ranked,
  { printed, passing }: NonNullable<Ranked['bound']>,
  desk: Desk,
): Draft => {
  const [from, to] = [rows[0].of[0], rows[0].of.at(-1) ?? rows[0].of[0]];
  const words = { from: yearOf(from), to: yearOf(to), bound: printed };
  const name = passing.map(({ of: [first] }) => nounOf(first, desk)).join('、');
  const [best, ...others] = passing.length > 0 ? passing : rows.slice(0, 1);
  const line =
    passing.length > 0
      ? desk.say('grownSo', { ...words, count: passing.length, name })
      : desk.say('noneGrownSo', { ...words, best: rankedLine(rows[0], desk) });
  const shown = [best ?? rows[0], ...others];
  const [one, ...all] = shown.flatMap(({ of }) => of);
  const lines = [line, ...(passing.length > 0 ? shown.map((row) => rankedLine(row, desk)) : [])];
  const draft = figuresDraft(lines, [one ?? rows[0].of[0], ...all], desk);
  const count: Computed = { value: String(passing.length), formula: least ? '≤' : '≥', from: ['0'] };
  const said = (printed.match(/\d+(?:\.\d+)?/g) ?? []).map(
    (value): Computed => ({ value, formula: printed, from: ['0'] }),
  );
  return { ...draft, computed: [...computedOf(shown, desk), count, ...said, ...(draft.computed ?? [])] };
};

/** Things in the order of what was computed of each, the first as the answer. */
export const phraseRanked = (ranked: Ranked, desk: Desk): Draft => {
  if (ranked.bound) return phraseBounded(ranked, ranked.bound, desk);
  const { rows, rank } = ranked;
  const found = inPlaces(rows, rank ?? [1, 1], ({ value }) => Number(value));
  if (!found) return figuresDraft([firstLine({ ahead: [], first: rows, next: [] }, ranked, desk)], rows[0].of, desk);
  const line = firstLine(found, ranked, desk);
  const shown = rows.slice(0, MOST_RANKED);
  const ofTasks = rows[0].of[0].thing.kind === 'task';
  const [one, ...all] = ofTasks ? found.first.flatMap(({ of }) => of) : shown.flatMap(({ of }) => of);
  const listed = ofTasks && !rank ? [] : shown.map((row) => rankedLine(row, desk));
  const draft = figuresDraft([line, ...(rows.length > 1 ? listed : [])], [one ?? rows[0].of[0], ...all], desk);
  return { ...draft, computed: [...computedOf(shown, desk), ...placesComputed(rank), ...(draft.computed ?? [])] };
};
