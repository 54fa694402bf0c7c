import type { Act } from '../values.ts';
import type { Decision } from './decision.ts';
import type { Parts } from './parts.ts';
import type { State } from './state.ts';
import { asksSomething, hasSubject, isList } from './subject.ts';

/** Nothing but acts of talk, and what goes with them. */
export const isTalk = (parts: Parts): boolean =>
  parts.acts.length > 0 &&
  parts.unsaid.length === 0 &&
  !hasSubject(parts) &&
  !asksSomething(parts) &&
  parts.clauses.length === 0 &&
  parts.heads.length === 0 &&
  parts.years.length === 0 &&
  parts.figures.length === 0 &&
  !parts.before.has('it') &&
  !parts.before.has('these');

/** What is said back; how many there are, where more of a list is asked for. */
export const talk = (act: Act, { query, shown }: State): Decision =>
  act === 'more' && query && isList(query) ? { decision: 'talk', act, count: shown.length } : { decision: 'talk', act };

/** 谢了，你是谁: what is asked outweighs what is said, 好嘞谢了: and thanks a yes. */
const ASKED_FIRST: readonly (readonly Act[])[] = [
  ['identity', 'help'],
  ['thanks', 'bye'],
];

/** Returns the act that is answered, of several that were said. */
export const actOf = ({ acts }: Parts): Act =>
  ASKED_FIRST.flatMap((group) => acts.find((act) => group.includes(act)) ?? [])[0] ?? acts[0] ?? 'hello';
