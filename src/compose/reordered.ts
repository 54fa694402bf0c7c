import { typeOf } from '../library/sets-in.ts';
import type { Ask, Query, SetOf } from '../values.ts';
import type { Parts } from './parts.ts';
import { EVERY_PLACE, isFalling } from './productions/extreme.ts';
import { has, isReversed } from './said.ts';

/** The set with its last member first, where that was said. */
export const inOrderSaid = (of: SetOf, parts: Parts): SetOf => (isReversed(parts) ? { set: 'reversed', of } : of);

/** 从少到多, after how many each has: the same things in the order of what was counted. */
const ranked = ({ by, role = 'any' }: Extract<Ask, { ask: 'group' }>, of: SetOf, least: boolean) => {
  const all = of.set === 'all' && by !== 'task';
  const things: SetOf = all ? { set: 'all', type: by } : { set: 'image', of, type: by };
  return { of: things, asks: [{ ask: 'extreme', role, least, rank: EVERY_PLACE }] as const };
};

/** 倒着排, 从少到多: the list before in another order. */
export const reordered = (parts: Parts, before: Query): Query | undefined => {
  const [ask] = before.asks;
  if (!has(parts, 'order') || parts.roles.length + parts.positions.length + parts.years.length > 0) return undefined;
  const turned = isReversed(parts);
  const rest = { ...before, confirm: false, claims: [], words: '' };
  if (ask.ask === 'extreme' && ask.rank)
    return { ...rest, asks: [{ ...ask, least: turned ? !ask.least : isFalling(parts) }] };
  if (ask.ask === 'group' && ask.show === 'count' && ask.by !== 'task' && ask.apart === undefined && !turned)
    return { ...rest, ...ranked(ask, before.of, isFalling(parts)) };
  const listed = ask.ask === 'members' && typeOf(before.of) !== undefined;
  if (!turned || !listed) return undefined;
  return { ...rest, of: before.of.set === 'reversed' ? before.of.of : { set: 'reversed', of: before.of } };
};
