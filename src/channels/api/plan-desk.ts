import { createCiter, type Source } from '../../answer/citation.ts';
import type { Desk } from '../../answer/draft.ts';
import { createNamer, type Glosses } from '../../answer/names.ts';
import { createSay } from '../../answer/phrases.ts';
import type { Citation, Plan, Search } from '../../types.ts';

const GLOSSES: Glosses = {
  tasks: new Map(),
  actions: new Map(),
  indicators: new Map(),
  counted: new Map(),
  sorts: new Map(),
};
const NOTHING_SEARCHED: Search = {
  topics: () => [],
  named: () => [],
  describes: () => false,
  passages: () => [],
  strangers: () => [],
  missing: () => [],
  unheld: () => [],
  unprinted: () => [],
  asPrinted: (text) => text,
  lacking: () => [],
  saying: () => undefined,
  reporting: () => undefined,
};

const deskOf = (plan: Plan): Desk => {
  const clauses = new Map(plan.clauses.map((clause) => [clause.id, clause]));
  return {
    plan,
    clause: (id) => (id === undefined ? undefined : clauses.get(id)),
    search: NOTHING_SEARCHED,
    conflicts: [],
    language: 'zh-Hans',
    glosses: GLOSSES,
    cite: createCiter(plan),
    name: createNamer(plan, GLOSSES, 'zh-Hans'),
    say: createSay('zh-Hans'),
  };
};

const desks = new WeakMap<Plan, Desk>();

/**
 * A desk for reading the plan without a question: what the bot itself says of units, tasks and differences can be said at
 * it, in the same words. Nothing is searched there, and reviewed contradictions are only known to the bot.
 */
export const planDesk = (plan: Plan): Desk => {
  const desk = desks.get(plan) ?? deskOf(plan);
  desks.set(plan, desk);
  return desk;
};

const plain = ({ plan, clause, label, quote, lines }: Citation): Citation => ({ plan, clause, label, quote, lines });

/** Sources as they leave: once each, the document's own number last, as in every answer. */
export const citationsFrom = (desk: Desk, sources: readonly (Source | Citation)[]): readonly Citation[] => {
  const all = [...sources, desk.cite('0', desk.plan.document.number)];
  return [...new Map(all.map((source) => [`${source.clause} ${source.quote}`, plain(source)])).values()];
};
