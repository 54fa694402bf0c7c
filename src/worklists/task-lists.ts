import { byGroup, type Entry, entriesOf, entryOf } from '../library/entries.ts';
import type { Plan, Task, UnitName } from '../types.ts';
import { taskRow } from './task-row.ts';
import type { Relation, TaskList, WorklistRow } from './worklist.ts';

/** What the lists are made of. */
export interface Listed {
  readonly plan: Plan;
  /** Those within the filter. */
  readonly tasks: readonly Task[];
  readonly years: readonly number[];
  readonly unit: UnitName | undefined;
}

type Row = Omit<WorklistRow, 'place'>;

const list = (relation: Relation, rows: readonly Row[]): TaskList => ({
  relation,
  rows: rows.map((row, at) => ({ place: at + 1, ...row })),
});

const everyTask = ({ tasks, ...context }: Listed): TaskList =>
  list(
    'all',
    tasks.map((task) => taskRow({ task, inBody: true, inAnnex: true }, context)),
  );

const throughGroup = (unit: UnitName, own: readonly Entry[], { plan, tasks, years }: Listed): readonly Row[] => {
  const reached = byGroup(unit, own, { ...plan, tasks });
  if (!reached) return [];
  const { group, basis } = reached;
  return reached.tasks
    .map((task) => entryOf(task, 'responsible', group))
    .map((entry) => ({ ...taskRow(entry, { plan, years, named: group }), through: { group, basis } }));
};

/** The tasks of a unit by how they concern it, read as the bot reads them; without a unit all tasks in one list. */
export const taskListsOf = (listed: Listed): readonly TaskList[] => {
  const { plan, tasks, years, unit } = listed;
  if (unit === undefined) return [everyTask(listed)];
  const rowsOf = (entries: readonly Entry[]) => entries.map((entry) => taskRow(entry, { plan, years, named: unit }));
  const own = entriesOf(tasks, 'responsible', unit);
  return [
    list('responsible', rowsOf(own)),
    list('supporting', rowsOf(entriesOf(tasks, 'supporting', unit))),
    list('through', throughGroup(unit, own, listed)),
  ];
};
