import type { Query, SetOf, Token } from '../values.ts';
import type { Parts } from './parts.ts';
import { has, wants } from './said.ts';
import type { State } from './state.ts';
import { hasSubject, isList } from './subject.ts';

const PAIR = 'before:these/pair';

/** 它们俩, 两家, 两个: the two that were spoken of. */
const isPair = (token: Token): boolean =>
  token.rule === PAIR ||
  (token.kind === 'quantity' && token.quantity.value === 2 && token.quantity.unit === 'count' && !token.counts);

/** The tasks of two lists; where each is all tasks under a condition, those under either. */
const joined = (left: SetOf, right: SetOf): SetOf => {
  const whole = (set: SetOf): set is Extract<SetOf, { set: 'where' }> => set.set === 'where' && set.of.set === 'all';
  return whole(left) && whole(right)
    ? { set: 'where', of: left.of, test: { test: 'any', of: [left.test, right.test] } }
    : { set: 'either', left, right };
};

/** Returns the query for 它们俩加起来几项, after two lists of tasks: how many there are in both together. */
export const ofBothLists = (parts: Parts, { query, earlier }: State): Query | undefined => {
  if (!query || !earlier || !isList(query) || !isList(earlier)) return undefined;
  const counts = wants(parts, 'howMany', 'howMuch') && has(parts, 'total');
  const others = parts.clauses.length + parts.figures.length + parts.years.length + parts.roles.length;
  if (!counts || !parts.tokens.some(isPair) || hasSubject(parts) || others > 0) return undefined;
  return {
    ...query,
    of: joined(earlier.of, query.of),
    asks: [{ ask: 'count', sum: true }],
    confirm: false,
    claims: [],
    words: '',
  };
};
