import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createCheck } from '../../src/answer/check.ts';
import { createCiter } from '../../src/answer/citation.ts';
import { compose } from '../../src/answer/compose.ts';
import type { Desk } from '../../src/answer/draft.ts';
import { createNamer } from '../../src/answer/names.ts';
import { createSay } from '../../src/answer/phrases.ts';
import { planFolders, readCorpus } from '../../src/corpus.ts';
import { executeFigures } from '../../src/execute/figures/figures.ts';
import { type Attribute, createGround } from '../../src/execute/ground.ts';
import { createLibrary } from '../../src/library/library.ts';
import { phraseFigures } from '../../src/phrase/figures/figures.ts';
import { parsePlan } from '../../src/plan/parse.ts';
import { readQuantities } from '../../src/quantity.ts';
import { createCutter } from '../../src/search/cut.ts';
import { passagesOf } from '../../src/search/passages.ts';
import { createSearch } from '../../src/search/search.ts';
import type { Language } from '../../src/types.ts';
import type { Ask, Claim, EntityType, Query, Ref } from '../../src/values.ts';
import { glossesOf, jiebaWords, lexiconOf, othersOf } from '../../src/vocabulary.ts';

const CORPUS = fileURLToPath(new URL('../../corpus/', import.meta.url));
const corpus = readCorpus(planFolders(CORPUS)[0] ?? '');
export const plan = parsePlan(corpus);
const cutter = createCutter(jiebaWords(plan, corpus));
const search = createSearch({
  passages: passagesOf(plan, othersOf(corpus, plan)),
  lexicon: lexiconOf(corpus),
  ...cutter,
});
const attributes = JSON.parse(readFileSync(`${CORPUS}common/attributes.json`, 'utf8')) as readonly Attribute[];

/** The ground of the real plan. */
export const ground = createGround({
  library: createLibrary(plan, corpus.conflicts),
  search,
  conflicts: corpus.conflicts,
  terms: corpus.terms.undefined.map(({ term }) => term),
  attributes,
});

/** A desk of the real plan in a language. */
export const deskIn = (language: Language): Desk => ({
  plan,
  clause: ground.clause,
  search,
  conflicts: corpus.conflicts,
  language,
  glosses: glossesOf(corpus),
  cite: createCiter(plan),
  name: createNamer(plan, glossesOf(corpus), language),
  say: createSay(language),
});

/** task.21, indicator.3, action.5, clause.4.2 */
export const refs = (...ids: readonly string[]): readonly Ref[] =>
  ids.map((id) => {
    const [type = '', ...rest] = id.split('.');
    return { type: type as EntityType, id: rest.join('.') };
  });

/** A query of named things. */
export const query = (
  of: string | readonly string[],
  asks: Ask | readonly [Ask, ...Ask[]],
  more: Partial<Query> = {},
): Query => ({
  of: { set: 'named', refs: refs(...(typeof of === 'string' ? (of === '' ? [] : [of]) : of)) },
  asks: 'ask' in asks ? [asks] : asks,
  years: [],
  every: false,
  confirm: (more.claims ?? []).length > 0,
  claims: [],
  words: '',
  ...more,
});

/** A claim of a quantity as it is typed. */
export const claim = (text: string): Claim => {
  const [found] = readQuantities(text);
  if (!found) throw new Error(`no quantity in ${text}`);
  return { claim: 'quantity', quantity: found.quantity };
};

const check = createCheck(plan);

/** The composed answer to a query, its draft, and what the check finds wrong with it; the question says the query's words. */
export const answerTo = (asked: Query, language: Language = 'zh-Hans') => {
  const result = executeFigures(asked, ground);
  if (!result) return undefined;
  const desk = deskIn(language);
  const draft = phraseFigures(result, desk, asked);
  const answer = compose('figures', draft, desk);
  const claims = asked.claims.flatMap((one) => (one.claim === 'quantity' ? [one.quantity.printed] : []));
  const terms = asked.asks.flatMap((one) => (one.ask === 'definition' ? [one.term ?? ''] : []));
  const text = [asked.words, ...asked.years, ...claims, ...terms].join(' ');
  return {
    result,
    draft,
    answer,
    first: answer.text.split('\n')[0] ?? '',
    faults: check(answer, { text, history: [] }),
  };
};
