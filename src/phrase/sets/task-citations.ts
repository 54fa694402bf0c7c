import type { Source } from '../../answer/citation.ts';
import type { Desk } from '../../answer/draft.ts';
import { listCitations, silent, yearHead } from '../../answer/task-sources.ts';
import type { TaskEntry, TaskList } from '../../execute/sets/result.ts';
import { rolesIn } from '../../execute/sets/roles.ts';
import { conditionsOf } from '../../execute/sets/tests-in.ts';
import type { Notice, Task } from '../../types.ts';
import type { SetOf, Test } from '../../values.ts';
import { misprintsLine } from './difference-lines.ts';
import type { ListFrame } from './frame.ts';
import { allYears, cellsOf, numbersOf } from './parts.ts';

/** What a part lacks is asked for: a unit that is there in another form is told of. */
export const misprintedNotice = (list: TaskList, { query: { of }, desk }: ListFrame): readonly Notice[] => {
  const test = lackingIn(of);
  if (!test || test.units?.length) return [];
  const own = new Set(list.tasks);
  const others = list.looked.filter(
    (task) => !own.has(task) && rolesIn(test.role ?? 'any').some((role) => misprintsLine(task, role, desk).length > 0),
  );
  if (others.length === 0) return [];
  const clauses = others.flatMap(({ body, row }) => [body.clause, row.clause]);
  return [{ code: 'source_misprint', text: desk.say('misprintedToo', { numbers: numbersOf(others) }), clauses }];
};

const lackingIn = (set: SetOf): Extract<Test, { test: 'differs' }> | undefined =>
  conditionsOf(set).flatMap(({ test, not }) => (test.test === 'differs' && test.lacks && !not ? [test] : []))[0];

/** Returns the sources of one entry: its two lists of units, and what is shown of it. */
export const shownCitations = (
  entry: TaskEntry,
  years: readonly number[],
  { desk, query }: ListFrame,
): readonly Source[] => [
  ...listCitations(desk, entry.task),
  ...entry.shown.map(({ clause, text }) => desk.cite(clause, text)),
  ...cellsOf(entry.task, years).map(({ text }) => desk.cite(entry.task.row.clause, text)),
  ...(asksTitles(query.of) ? titleCitations(entry.task, desk) : []),
];

const asksTitles = (set: SetOf): boolean =>
  conditionsOf(set).some(({ test }) => test.test === 'differs' && test.what !== 'units');

const titleCitations = ({ body, row }: Task, { cite }: Desk): readonly Source[] => [
  silent(cite(body.clause, body.title)),
  silent(cite(row.clause, row.title)),
];

/** Returns the sources of a list, those of tasks that are only told of without being shown. */
export const citationsOf = (list: TaskList, years: readonly number[], frame: ListFrame): readonly Source[] => {
  const { desk } = frame;
  const entries = list.blocks.flatMap((block) => block.entries);
  const printed = misprintedNotice(list, frame).flatMap(({ clauses }) => clauses);
  const others = [
    ...list.reached.flatMap(({ tasks }) => tasks),
    ...list.inside,
    ...list.looked.filter(({ row }) => printed.includes(row.clause)),
  ];
  const heads = years.length > 0 ? years : allYears(desk);
  return [
    ...entries.flatMap((entry) => shownCitations(entry, years, frame)),
    ...others.flatMap((task) => listCitations(desk, task).map(silent)),
    ...yearHead(desk, heads),
  ];
};
