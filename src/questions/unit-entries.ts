import type { Role } from '../answer/differences.ts';
import type { Desk } from '../answer/draft.ts';
import { meantBy } from '../answer/names.ts';
import type { Notice, Task } from '../types.ts';

/** One task in a unit's list, and which of the two sources names the unit there. */
export interface Entry {
  readonly task: Task;
  readonly inBody: boolean;
  readonly inAnnex: boolean;
}

/** Tasks that reach a unit through a group that it belongs to. */
export interface Reached {
  readonly group: string;
  readonly basis: string;
  readonly tasks: readonly Task[];
}

/** Which sources name all of the units in a role of a task. */
export const entryOf = (task: Task, role: Role, units: readonly string[]): Entry => {
  const names = (place: Task['body'] | Task['row']) => units.every((unit) => meantBy(place[role]).includes(unit));
  return { task, inBody: names(task.body), inAnnex: names(task.row) };
};

/** The tasks that name a group of which the unit is a member, and not the unit itself. */
export const reachedBy = (
  unit: string,
  tasks: readonly Task[],
  direct: readonly Entry[],
  { plan }: Pick<Desk, 'plan'>,
): Reached | undefined => {
  const group = plan.registry.groups.find(({ members }) => members.includes(unit));
  if (!group) return undefined;
  const named = new Set(direct.map(({ task }) => task.number));
  const names = ({ body, row }: Task) =>
    [...meantBy(body.responsible), ...meantBy(row.responsible)].includes(group.name);
  const found = tasks.filter((task) => names(task) && !named.has(task.number));
  return found.length > 0 ? { group: group.name, basis: group.basis, tasks: found } : undefined;
};

/** （仅正文列出） where only one source names the unit. */
export const markOf = ({ inBody, inAnnex }: Entry, desk: Desk): string =>
  inBody === inAnnex ? '' : desk.say(inBody ? 'bodyOnly' : 'annexOnly');

const rowLabel = (desk: Desk, clauses: readonly string[]): string => {
  const numbers = clauses.map((clause) => clause.replace(/^\w+\./, '')).join('、');
  const label = desk.clause(clauses[0])?.label ?? '';
  return label.replace(/\d+(?=项)/, numbers);
};

/** Printed forms by which the units are named in these tasks, where a reviewed note explains them. */
export const misprintNotices = (entries: readonly Entry[], units: readonly string[], desk: Desk): readonly Notice[] => {
  const rows = new Map<string, string[]>();
  for (const { task } of entries)
    for (const { printed, misprint, means } of [...task.row.responsible, ...task.row.supporting])
      if (misprint && means.some((name) => units.includes(name)))
        rows.set(printed, [...new Set([...(rows.get(printed) ?? []), task.row.clause])]);
  return [...rows].map(([printed, clauses]) => ({
    code: 'source_misprint',
    text: desk.say('misprinted', { label: rowLabel(desk, clauses), printed }),
    clauses,
  }));
};

/** Tasks in which body and annex disagree on the unit. */
export const differNotices = (entries: readonly Entry[], desk: Desk): readonly Notice[] => {
  const differing = entries.filter(({ inBody, inAnnex }) => inBody !== inAnnex);
  if (differing.length === 0) return [];
  const list = differing.map((entry) => `${entry.task.number}${markOf(entry, desk)}`).join('、');
  const clauses = differing.flatMap(({ task }) => [task.body.clause, task.row.clause]);
  return [{ code: 'body_annex_differ', text: desk.say('unitDiffers', { list }), clauses }];
};

/** Tasks that reach the unit through its group come apart from its own. */
export const groupNotices = (unit: string, { group, basis, tasks }: Reached, desk: Desk): readonly Notice[] => {
  const values = {
    count: tasks.length,
    group: desk.name.unit(group),
    unit,
    basis,
    titles: tasks.map(({ number }) => number).join('、'),
  };
  return [{ code: 'group_member', text: desk.say('byGroup', values), clauses: tasks.map(({ body }) => body.clause) }];
};
