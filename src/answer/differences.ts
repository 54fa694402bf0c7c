import { meantBy } from '../plan/named-units.ts';
import { hasRow } from '../plan/pair.ts';
import { withoutDates } from '../plan/years.ts';
import { canonical, figuresOf } from '../text.ts';
import type { NamedUnit, Task } from '../types.ts';

export type Role = 'responsible' | 'supporting';

/** Where body and annex name different units, or print them differently, for one role of one task. */
export interface RoleDifference {
  readonly role: Role;
  /** Units that only one of the two means. */
  readonly onlyBody: readonly string[];
  readonly onlyAnnex: readonly string[];
  /** Printed forms of the annex that a reviewed note explains. */
  readonly misprints: readonly NamedUnit[];
}

/** One task's role compared; undefined when both mean the same and print it plainly. */
export const compareRole = (task: Task, role: Role): RoleDifference | undefined => {
  if (!hasRow(task)) return undefined;
  const [body, row] = [meantBy(task.body[role]), meantBy(task.row[role])];
  const onlyBody = body.filter((name) => !row.includes(name));
  const onlyAnnex = row.filter((name) => !body.includes(name));
  const misprints = [...task.body[role], ...task.row[role]].filter(({ misprint }) => misprint);
  return onlyBody.length + onlyAnnex.length + misprints.length > 0
    ? { role, onlyBody, onlyAnnex, misprints }
    : undefined;
};

/** Both roles of a task. */
export const compareTask = (task: Task): readonly RoleDifference[] =>
  (['responsible', 'supporting'] as const).flatMap((role) => compareRole(task, role) ?? []);

/** True when body and annex call the task by different titles. */
export const titlesDiffer = (task: Task): boolean =>
  hasRow(task) && canonical(task.body.title) !== canonical(task.row.title);

/** Figures that only one of body and annex prints for a task, as printed and in printed order. */
export interface FigureDifference {
  readonly onlyBody: readonly string[];
  readonly onlyAnnex: readonly string[];
}

/** Figures of one text that the other does not have. */
const lacking = (from: string, other: string): readonly string[] =>
  figuresOf(from).filter((figure) => !figuresOf(other).includes(figure));

/** The body's figures against those of the annex in all years, dates aside; undefined when neither has any of its own. */
export const compareFigures = (task: Task): FigureDifference | undefined => {
  if (!hasRow(task)) return undefined;
  const { body, row } = task;
  const cells = withoutDates(row.targets.map(({ text }) => text).join(''));
  const text = withoutDates(body.text);
  const [onlyBody, onlyAnnex] = [lacking(text, cells), lacking(cells, text)];
  return onlyBody.length + onlyAnnex.length > 0 ? { onlyBody, onlyAnnex } : undefined;
};
