import { counted } from '../../answer/draft.ts';
import type { Summand, TaskList } from '../../execute/sets/result.ts';
import type { Computed } from '../../types.ts';
import { describeTest } from '../describe-test.ts';
import type { ListFrame } from './frame.ts';

interface Sum {
  readonly line: string;
  readonly computed: readonly Computed[];
}

/** 10+3-3=10: what several sets have together, what they share counted once; undefined when nothing is shared. */
export const sumFormula = (
  counts: readonly number[],
  all: number,
): { readonly twice: number; readonly formula: string } => {
  const twice = counts.reduce((sum, count) => sum + count, 0) - all;
  return { twice, formula: `${counts.join('+')}${twice > 0 ? `-${twice}` : ''}=${all}` };
};

const saidOf = ({ test, tasks }: Summand, { desk }: ListFrame): string =>
  desk.say('sumPart', { set: describeTest(test, { not: false, type: 'task' }, desk), count: tasks.length });

/** Returns how many tasks each of the sets has that were added up, and how many stand in several of them. */
export const sumOf = ({ sums = [], tasks }: TaskList, frame: ListFrame): readonly Sum[] => {
  const { query, desk } = frame;
  const [ask] = query.asks;
  if (ask.ask !== 'count' || !ask.sum || sums.length < 2) return [];
  const counts = sums.map((one) => one.tasks.length);
  const { twice, formula } = sumFormula(counts, tasks.length);
  const parts = sums.map((one) => saidOf(one, frame)).join(desk.language === 'en' ? ', ' : '、');
  const from = tasks.map(({ row }) => row.clause);
  return [
    {
      line: desk.say(twice > 0 ? 'sumTwice' : 'sumApart', { parts, twice, formula }),
      computed: [
        { value: String(tasks.length), formula, from },
        counted(twice, '重复的任务数', from),
        ...counts.map((count) => counted(count, '其中一类的任务数', from)),
      ],
    },
  ];
};
