import type { Quantity, Query, SetOf, Test } from '../values.ts';
import { setAskOf } from './asks.ts';
import type { ComposeContent } from './content.ts';
import type { Parts } from './parts.ts';
import { wants } from './said.ts';
import { isList, unitsIn } from './subject.ts';
import { allOf } from './tests.ts';

/** The lists that a list was narrowed from, by taking away one condition: the last that was said first, sections last. */
const widened = (set: SetOf): readonly SetOf[] => {
  if (set.set === 'pick') return [set.of];
  if (set.set !== 'where') return [];
  const { test, of } = set;
  if (test.test !== 'all') return of.set === 'all' ? [] : [of];
  const wider = test.of.map((left, at) => {
    const kept = allOf(test.of.filter((_one, index) => index !== at));
    return { left, set: kept ? { set: 'where' as const, of, test: kept } : of };
  });
  const isSection = (one: { readonly left: Test }): boolean => one.left.test === 'in';
  const [sections, others] = [wider.filter(isSection), wider.filter((one) => !isSection(one))];
  return [...others.toReversed(), ...sections].map(({ set }) => set);
};

/** 两项: how many there are to be. */
const countIn = ({ heads, quantities }: Parts): number | undefined =>
  heads.flatMap(({ count }) => count ?? [])[0] ?? quantities.find(isCount)?.value;

const isCount = ({ unit, relation, to }: Quantity): boolean =>
  (unit === 'count' || unit === 'none') && relation === '=' && to === undefined;

/** 另外两项, 剩下的, 其他几项: nothing else is named. */
const asksRest = (parts: Parts): boolean => {
  return (
    parts.refs.length + parts.figures.length === 0 &&
    unitsIn(parts).length === 0 &&
    parts.quantities.every(isCount) &&
    (parts.operators.has('other') || (parts.operators.has('also') && countIn(parts) !== undefined))
  );
};

/** Returns the query for 另外两项呢，谁支持: what is left of the list from which the one before was narrowed. */
export const restOf = (parts: Parts, before: Query, { members }: ComposeContent): Query | undefined => {
  if (!isList(before) || !asksRest(parts)) return undefined;
  const count = countIn(parts);
  const rests = widened(before.of).map((left): SetOf => ({ set: 'without', left, right: before.of }));
  const of = rests.find((rest) => members(rest).length === count) ?? rests[0];
  if (!of) return undefined;
  const [role] = parts.roles;
  const who = role !== undefined && (wants(parts, 'who') || parts.heads.every(({ wanted }) => wanted === undefined));
  return {
    ...before,
    of,
    asks: [who ? { ask: 'group', by: 'task', role: role.role, show: 'units' } : setAskOf(parts)],
    confirm: false,
    claims: [],
    words: '',
  };
};
