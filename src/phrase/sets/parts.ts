import { counted, type Desk } from '../../answer/draft.ts';
import { hasPeriod } from '../../answer/front.ts';
import { conditionsOf } from '../../execute/sets/tests-in.ts';
import { setsIn } from '../../library/sets-in.ts';
import { figuresOf } from '../../text.ts';
import type { Computed, Task, YearTarget } from '../../types.ts';
import type { Query, SetOf } from '../../values.ts';
import { comparisonText } from '../describe-test.ts';

/** 2、21、25 */
export const numbersOf = (tasks: readonly Task[]): string => tasks.map(({ number }) => number).join('、');

/** 21. 推动设立天然气交易中心 */
export const taskLine = (desk: Desk, task: Task, mark = ''): string =>
  desk.say('taskLine', { number: task.number, title: desk.name.task(task), mark });

/** The annex targets of some years. */
export const cellsOf = ({ row }: Task, years: readonly number[]): readonly YearTarget[] =>
  row.targets.filter(({ year }) => years.includes(year));

/** How many tasks there are, by their rows. */
export const countedTasks = (tasks: readonly Task[], formula: string): Computed =>
  counted(
    tasks.length,
    formula,
    tasks.map(({ row }) => row.clause),
  );

/** Years that the plan sets targets for, and years asked for that lie outside. */
export const yearsOf = ({ years }: Query, { plan }: Pick<Desk, 'plan'>) => {
  const [from, to] = plan.document.period;
  const inside = (year: number) => !hasPeriod(plan) || (year >= from && year <= to);
  return { within: years.filter(inside), outside: years.filter((year) => !inside(year)) };
};

/** Every year that the plan sets targets for. */
export const allYears = ({ plan }: Pick<Desk, 'plan'>): readonly number[] => {
  if (!hasPeriod(plan)) return [];
  const [from, to] = plan.document.period;
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
};

/** The numbers by which a set names, picks or leaves out: the fifth from the end is 5. */
const numbersIn = (set: SetOf): readonly string[] =>
  setsIn(set).flatMap((one): readonly string[] => {
    if (one.set === 'named') return one.refs.flatMap(({ id, type }) => (type === 'task' ? [id] : []));
    if (one.set === 'pick') return one.positions.map((place) => String(Math.abs(place)));
    if (one.set !== 'without' || one.right.set !== 'named') return [];
    return one.right.refs.flatMap(({ id, type }) => (type === 'unit' ? [] : [id]));
  });

/** Returns the numbers of the conditions and the years, which the question may have written in words. */
export const askedNumbers = (query: Query, desk: Desk): readonly Computed[] => {
  const said = conditionsOf(query.of).flatMap(({ test }): readonly string[] => {
    const is = test.test === 'count' || test.test === 'figure' ? test.is : undefined;
    const compared = test.test === 'moves' ? String(test.by) : is ? comparisonText(is, desk) : '';
    const years = 'years' in test ? test.years : [];
    const { month, day, year } = test.test === 'figure' && test.on ? test.on : {};
    return [
      ...figuresOf(compared),
      ...[...years, month, day, year].flatMap((one) => (one === undefined ? [] : [String(one)])),
    ];
  });
  const all = new Set([...said, ...query.years.map(String), ...numbersIn(query.of)]);
  return [...all].map((value) => ({ value, formula: '问题所说的数', from: [] }));
};
