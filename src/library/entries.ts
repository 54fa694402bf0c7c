import { meantBy } from '../plan/named-units.ts';
import { hasRow } from '../plan/pair.ts';
import type { Plan, Task, UnitName } from '../types.ts';
import type { Role } from '../values.ts';

/** One task in a unit's list, and which of the two sources names the unit there. */
export interface Entry {
  readonly task: Task;
  readonly inBody: boolean;
  readonly inAnnex: boolean;
}

/** Tasks that reach a unit only through a group that it belongs to, and on what its membership rests. */
export interface ByGroup {
  readonly group: UnitName;
  readonly basis: string;
  readonly tasks: readonly Task[];
}

/** Returns which sources name a unit in a role of a task. */
export const entryOf = (task: Task, role: Role, unit: UnitName): Entry => ({
  task,
  inBody: meantBy(task.body[role]).includes(unit),
  inAnnex: meantBy((hasRow(task) ? task.row : task.body)[role]).includes(unit),
});

/** Returns the tasks that name a unit in a role, in the body, the annex or both. */
export const entriesOf = (tasks: readonly Task[], role: Role, unit: UnitName): readonly Entry[] =>
  tasks.map((task) => entryOf(task, role, unit)).filter(({ inBody, inAnnex }) => inBody || inAnnex);

/** Returns the tasks that name a group of which the unit is a member, and not the unit itself (`own`). */
export const byGroup = (
  unit: UnitName,
  own: readonly Entry[],
  { tasks, registry }: Pick<Plan, 'tasks' | 'registry'>,
): ByGroup | undefined => {
  const group = registry.groups.find(({ members }) => members.includes(unit));
  if (!group) return undefined;
  const named = new Set(own.map(({ task }) => task.number));
  const found = entriesOf(tasks, 'responsible', group.name)
    .map(({ task }) => task)
    .filter(({ number }) => !named.has(number));
  return found.length > 0 ? { group: group.name, basis: group.basis, tasks: found } : undefined;
};
