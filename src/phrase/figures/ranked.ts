import type { Desk, Draft } from '../../answer/draft.ts';
import type { FigureResult, Reckoned } from '../../execute/figures/result.ts';
import { datedOf, nounOf } from './amount.ts';
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

/** Things in the order of what was computed of each, the first as the answer. */
export const phraseRanked = ({ rows, least }: Ranked, desk: Desk): Draft => {
  const [best, ...others] = rows;
  const ties = rows.filter(({ value }) => Number(value) === Number(best.value));
  const name = ties.map(({ of: [first] }) => nounOf(first, desk)).join('、');
  const [from, to] = [best.of[0], best.of.at(-1) ?? best.of[0]];
  const line =
    best.formula === ''
      ? desk.say(least ? 'smallestIs' : 'largestIs', { name, value: datedOf(from, desk) })
      : desk.say(least ? 'slowestIs' : 'fastestIs', {
          name,
          from: yearOf(from),
          to: yearOf(to),
          value: best.value,
          formula: best.formula,
        });
  const shown = rows.slice(0, MOST_RANKED);
  const ofTasks = from.thing.kind === 'task';
  const [one, ...all] = ofTasks ? ties.flatMap(({ of }) => of) : shown.flatMap(({ of }) => of);
  const listed = ofTasks ? [] : shown.map((row) => rankedLine(row, desk));
  const draft = figuresDraft([line, ...(others.length > 0 ? listed : [])], [one ?? from, ...all], desk);
  return { ...draft, computed: [...computedOf(shown, desk), ...(draft.computed ?? [])] };
};
