import type { Query } from '../values.ts';
import { yearsOf } from './narrow.ts';
import type { Parts } from './parts.ts';
import { hasSubject, isTaskList } from './subject.ts';

/** What reading leaves of a verb that says only that something is done. */
const DOING = 'glue:doing';

/** Returns the query for 2021年要推进哪些项目, after tasks were named: what they demand, in that year where one is said. */
export const whatIsDone = (parts: Parts, before: Query): Query | undefined => {
  const { of } = before;
  const dated = parts.years.length > 0 || parts.every;
  if (hasSubject(parts) || !parts.tokens.some(({ rule }) => rule === DOING)) return undefined;
  if (dated && isTaskList(before)) return { ...before, ...yearsOf(parts, before), confirm: false, claims: [] };
  if (of.set !== 'named' || !of.refs.every(({ type }) => type === 'task')) return undefined;
  return {
    ...before,
    ...yearsOf(parts, before),
    asks: [{ ask: dated ? 'targets' : 'content' }],
    confirm: false,
    claims: [],
    words: '',
  };
};
