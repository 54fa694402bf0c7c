import type { Entry } from '../library/entries.ts';
import { quantifiedPieces } from '../library/quantified-pieces.ts';
import { printedBy } from '../plan/named-units.ts';
import { targetsIn } from '../plan/years.ts';
import type { ClauseId, Misprint, NamedUnit, Plan, Task, UnitName, YearTarget } from '../types.ts';
import type { ClauseLabel, WorklistRow } from './worklist.ts';

/** A clause with its label. */
export const labelled = ({ clauses }: Plan, id: ClauseId): ClauseLabel => ({
  clause: id,
  label: clauses.find((clause) => clause.id === id)?.label ?? id,
});

/** Body and annex of a task. */
export const sourcesOf = (plan: Plan, { body, row }: Task): readonly [ClauseLabel, ClauseLabel] => [
  labelled(plan, body.clause),
  labelled(plan, row.clause),
];

/** The reviewed notes that are read in one of the clauses. */
export const notesIn = ({ registry }: Plan, clauses: readonly ClauseId[]): readonly Misprint[] =>
  registry.misprints.filter(({ where }) => !where || where.some((id) => clauses.includes(id)));

const listsOf = ({ body, row }: Task): readonly NamedUnit[] =>
  [body, row].flatMap(({ responsible, supporting }) => [...responsible, ...supporting]);

/** Which tasks of which unit a row is made for. */
export interface RowContext {
  readonly plan: Plan;
  readonly years: readonly number[];
  /** The unit, or the group through which it is reached; every unit when absent. */
  readonly named?: UnitName | undefined;
}

/** Notes on how the unit is printed in this task, and on what is printed in the targets that are shown. */
const misprintNotes = (task: Task, targets: readonly YearTarget[], { plan, named }: RowContext): readonly string[] => {
  const printed = new Set(
    listsOf(task)
      .filter(({ misprint, means }) => misprint && (named === undefined || means.includes(named)))
      .map((unit) => unit.printed),
  );
  return notesIn(plan, [task.body.clause, task.row.clause])
    .filter((note) => printed.has(note.printed) || targets.some(({ text }) => text.includes(note.printed)))
    .map(({ note }) => note);
};

const figuresIn = (targets: readonly YearTarget[]): readonly YearTarget[] =>
  targets.flatMap(({ year, text }) => quantifiedPieces(text).map((piece) => ({ year, text: piece })));

/** One task as a list shows it, but for its place there. */
export const taskRow = ({ task, inBody, inAnnex }: Entry, context: RowContext): Omit<WorklistRow, 'place'> => {
  const { plan, years } = context;
  const targets = targetsIn(task, years);
  const action = plan.actions.find(({ number }) => number === task.action);
  return {
    task: task.number,
    action: { number: task.action, title: action?.title ?? '' },
    title: task.body.title,
    targets,
    responsible: printedBy(task.body.responsible),
    supporting: printedBy(task.body.supporting),
    figures: figuresIn(targets),
    sources: sourcesOf(plan, task),
    ...(inBody !== inAnnex && { onlyIn: inBody ? ('body' as const) : ('annex' as const) }),
    notes: misprintNotes(task, targets, context),
  };
};
