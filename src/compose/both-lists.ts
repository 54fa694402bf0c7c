import type { Query, SetOf, Token } from '../values.ts';
import { setAskOf } from './asks.ts';
import { PAIR } from './in-turn.ts';
import type { Parts } from './parts.ts';
import { has, wants } from './said.ts';
import type { State } from './state.ts';
import { hasSubject, isList, isTaskList } from './subject.ts';

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

/** 这俩, 这两家, 两边: two things that were spoken of. */
const isOfTwo = (token: Token): boolean =>
  (token.kind === 'before' && token.before === 'these') ||
  (token.kind === 'quantity' && token.quantity.unit === 'count' && token.quantity.value === 2);

/** 重合的, 一起的; 有一样的没; 两边都有的. */
const asksShared = (parts: Parts): boolean =>
  has(parts, 'together') ||
  (has(parts, 'same') && has(parts, 'have') && has(parts, 'of')) ||
  (has(parts, 'all') && has(parts, 'have', 'of') && parts.tokens.some(isOfTwo));

/** Nothing is named, and no condition is said. */
const isBare = (parts: Parts): boolean =>
  !hasSubject(parts) &&
  parts.clauses.length + parts.roles.length + parts.years.length + parts.figures.length + parts.properties.length ===
    0 &&
  parts.quantities.every(({ unit, value }) => unit === 'count' && value === 2) &&
  parts.heads.every(({ type, count }) => type === 'task' && count === undefined) &&
  !has(parts, 'not', 'except', 'add', 'differ', 'lack');

/** Returns the query for 这俩重合的有几项, 这两家有没有一起的: what the last two lists have in common. */
export const shared = (parts: Parts, { query, earlier, offers }: State): Query | undefined => {
  if (offers.length > 0 || !isTaskList(query) || !isTaskList(earlier)) return undefined;
  if (!asksShared(parts) || !isBare(parts)) return undefined;
  const confirm = wants(parts, 'whether');
  return {
    ...query,
    of: { set: 'both', left: earlier.of, right: query.of },
    asks: [confirm ? { ask: 'members' } : setAskOf(parts)],
    confirm,
    claims: confirm ? [{ claim: 'exists' }] : [],
    words: '',
  };
};
