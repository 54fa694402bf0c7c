import { typeOf } from '../library/sets-in.ts';
import type { Ask, Query, Ref } from '../values.ts';
import type { Parts } from './parts.ts';
import { wordsOf } from './said.ts';

const LISTS: readonly Ask['ask'][] = ['members', 'count', 'group', 'extreme'];

/** True for a query whose answer is a set: it can be narrowed, widened, counted. */
export const isList = ({ asks: [first] }: Query): boolean => LISTS.includes(first.ask);

/** True for a query whose answer is a list of tasks, and no ranking. */
export const isTaskList = (query: Query | undefined): query is Query =>
  query !== undefined && isList(query) && query.asks[0].ask !== 'extreme' && typeOf(query.of) === 'task';

/** Returns the one thing that a query names; undefined when it names several or none. */
export const singleOf = (query: Query | undefined): Ref | undefined => {
  const [ref, ...more] = query?.of.set === 'named' ? query.of.refs : [];
  return more.length === 0 ? ref : undefined;
};

export const hasWords = (parts: Parts): boolean => wordsOf(parts).trim() !== '';

export const unitsIn = (parts: Parts): readonly string[] => parts.clauses.flatMap(({ units }) => units);

/** True when the question names what it is about. */
export const hasSubject = (parts: Parts): boolean =>
  parts.refs.length + parts.terms.length + parts.strangers.length + parts.missing.length > 0 ||
  hasWords(parts) ||
  unitsIn(parts).length > 0 ||
  parts.plan;

/** True when the question says what it wants to know. */
export const asksSomething = (parts: Parts): boolean =>
  parts.wanted.length + parts.roles.length + parts.properties.length + parts.quantities.length > 0 ||
  parts.heads.some(({ wanted }) => wanted !== undefined) ||
  ['total', 'growth', 'change', 'most', 'least', 'differ', 'same'].some((one) => parts.operators.has(one as never));
