import { createCiter } from '../../../answer/citation.ts';
import { type Reconciled, reconcile } from '../../../answer/conflicts.ts';
import { createSay } from '../../../answer/phrases.ts';
import type { Clause, ClauseId, Closest, Conflict, Plan, Task, UnitName } from '../../../types.ts';
import type { Tokens } from '../../../values.ts';
import { allUnits, type UnitFacts } from './facts.ts';
import { type Links, linksOf } from './links.ts';

/** What the pages are made of. */
export interface SiteContent {
  readonly plan: Plan;
  /** Places of the plan that do not agree, as reviewed; shown beside the clauses concerned. */
  readonly conflicts?: readonly Conflict[];
  /** Whether there are other plans beside it. */
  readonly several?: boolean;
  /** How the chat reads a text, for finding. */
  readonly read?: ((text: string) => Tokens) | undefined;
  /** The clauses that come nearest to what nothing has in full. */
  readonly closest?: ((words: string, most: number) => Closest) | undefined;
}

/** Everything that a page may use: read once, at the start. */
export interface Site {
  readonly plan: Plan;
  readonly to: Links;
  readonly units: ReadonlyMap<UnitName, UnitFacts>;
  /** Reviewed places that really disagree, each figure computed from the plan. */
  readonly disagreements: readonly Reconciled[];
  readonly clause: (id: ClauseId) => Clause | undefined;
  readonly task: (number: number) => Task | undefined;
}

export const createSite = ({ plan, conflicts = [], several = false }: SiteContent): Site => {
  const clauses = new Map(plan.clauses.map((clause) => [clause.id, clause]));
  const tasks = new Map(plan.tasks.map((task) => [task.number, task]));
  const clause = (id: ClauseId | undefined) => (id === undefined ? undefined : clauses.get(id));
  const bench = { plan, clause, cite: createCiter(plan), say: createSay('zh-Hans') };
  return {
    plan,
    to: linksOf(plan.id, several ? plan.document.title : undefined),
    units: new Map(allUnits(plan).map((unit) => [unit.name, unit])),
    disagreements: conflicts.flatMap((conflict) => reconcile(conflict, bench) ?? []).filter(({ agree }) => !agree),
    clause,
    task: (number) => tasks.get(number),
  };
};
