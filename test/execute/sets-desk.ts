import { fileURLToPath } from 'node:url';
import { createCheck } from '../../src/answer/check.ts';
import { createCiter } from '../../src/answer/citation.ts';
import { compose } from '../../src/answer/compose.ts';
import type { Desk, Draft } from '../../src/answer/draft.ts';
import { createNamer } from '../../src/answer/names.ts';
import { createSay } from '../../src/answer/phrases.ts';
import { planFolders, readCorpus } from '../../src/corpus.ts';
import { createGround, type Ground } from '../../src/execute/ground.ts';
import { executeSets } from '../../src/execute/sets/sets.ts';
import { createLibrary } from '../../src/library/library.ts';
import { phraseSets } from '../../src/phrase/sets/sets.ts';
import { parsePlan } from '../../src/plan/parse.ts';
import type { Answer, Language, Search } from '../../src/types.ts';
import type { Ask, Comparison, Query, Ref, Role, SetOf, Test } from '../../src/values.ts';
import { glossesOf } from '../../src/vocabulary.ts';

const CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url));
const [folder = ''] = planFolders(CORPUS);
const corpus = readCorpus(folder);

/** The real plan, read once for these tests. */
export const plan = parsePlan(corpus);

const search: Search = {
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
export const ground: Ground = createGround({
  library: createLibrary(plan, corpus.conflicts),
  search,
  conflicts: corpus.conflicts,
  terms: [],
});

const glosses = glossesOf(corpus);
const clauses = new Map(plan.clauses.map((clause) => [clause.id, clause]));
const cite = createCiter(plan);

export const deskIn = (language: Language): Desk => ({
  plan,
  clause: (id) => (id === undefined ? undefined : clauses.get(id)),
  search,
  conflicts: corpus.conflicts,
  language,
  glosses,
  cite,
  name: createNamer(plan, glosses, language),
  say: createSay(language),
});

const check = createCheck(plan);

export const ALL: SetOf = { set: 'all', type: 'task' };
export const where = (test: Test, of: SetOf = ALL): SetOf => ({ set: 'where', of, test });
export const not = (of: Test): Test => ({ test: 'not', of });
export const all = (...of: readonly Test[]): Test => ({ test: 'all', of });
export const any = (...of: readonly Test[]): Test => ({ test: 'any', of });
export const has = (role: Role | 'any', ...units: readonly string[]): Test => ({
  test: 'has',
  role,
  units,
  every: false,
});
export const every = (role: Role | 'any', ...units: readonly string[]): Test => ({
  test: 'has',
  role,
  units,
  every: true,
});
export const task = (...numbers: readonly number[]): SetOf => ({
  set: 'named',
  refs: numbers.map((number): Ref => ({ type: 'task', id: String(number) })),
});
export const actions = (...numbers: readonly number[]): SetOf => where({ test: 'in', actions: numbers });
export const is = (
  relation: Comparison['relation'],
  value: number,
  unit: Comparison['unit'] = 'count',
  measure = '',
): Comparison => ({
  relation,
  value,
  unit,
  measure,
});

export const MEMBERS: Ask = { ask: 'members' };
export const query = (of: SetOf, ask: Ask = MEMBERS, more: Partial<Query> = {}): Query => ({
  of,
  asks: [ask],
  years: [],
  every: false,
  confirm: false,
  claims: [],
  words: '',
  ...more,
});

/** What a query is answered, and what the check of the product finds wrong with it. */
export interface Answered {
  readonly draft: Draft;
  readonly answer: Answer;
  readonly faults: readonly string[];
}

export const answered = (asked: Query, language: Language = 'zh-Hans'): Answered | undefined => {
  const result = executeSets(asked, ground);
  if (!result) return undefined;
  const desk = deskIn(language);
  const draft = phraseSets(result, desk, asked);
  const answer = compose('set', draft, desk);
  return { draft, answer, faults: check(answer, { text: '', history: [] }) };
};
