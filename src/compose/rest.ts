import type { Quantity, Query, SetOf, Test } from '../values.ts';
import { setAskOf } from './asks.ts';
import type { ComposeContent } from './content.ts';
import { deniesRole, yearsOf } from './narrow.ts';
import type { Parts } from './parts.ts';
import { rolesNamed } from './rewrite.ts';
import { wants } from './said.ts';
import { isList, unitsIn } from './subject.ts';
import { allOf } from './tests.ts';

/** The lists that a list was narrowed from, by taking away one condition: the last that was said first, sections last. */
const widened = (set: SetOf, whole: boolean): readonly SetOf[] => {
  if (set.set === 'pick') return [set.of];
  if (set.set !== 'where') return [];
  const { test, of } = set;
  if (test.test !== 'all') return of.set === 'all' && !whole ? [] : [of];
  const wider = test.of.map((left, at) => {
    const kept = allOf(test.of.filter((_one, index) => index !== at));
    return { left, set: kept ? { set: 'where' as const, of, test: kept } : of };
  });
  const isSection = (one: { readonly left: Test }): boolean => one.left.test === 'in';
  const [sections, others] = [wider.filter(isSection), wider.filter((one) => !isSection(one))];
  return [...others.toReversed(), ...sections].map(({ set }) => set);
};

/** 缺的那项, 哪项不是: said to be left. */
export const isLeftOver = ({ tokens }: Parts): boolean => tokens.some(({ rule }) => rule === 'operators:other/left');

/** 剩下的, 其余的: all others. */
const saysRest = ({ tokens }: Parts): boolean => tokens.some(({ rule }) => rule === 'operators:other/rest');

/** 没参加的那项, after the tasks in which a unit takes part: denied is what all of the list have. */
const deniesOwnRole = (parts: Parts, { of }: Query): boolean => {
  const [clause, ...more] = parts.clauses;
  const does = clause?.not && clause.form === 'verb' && clause.units.length + more.length === 0;
  const role = deniesRole(parts) ? parts.roles[0]?.role : does ? clause.role : undefined;
  const roles = rolesNamed(of);
  const own = role === 'any' || (roles.length > 0 && roles.every((one) => one === role));
  return role !== undefined && own && unitsIn(parts).length === 0;
};

/** 少的是哪项, after what was claimed of each: those of which it is not so. */
const failing = ({ of, claims }: Query): readonly SetOf[] => {
  const [claim, ...more] = claims;
  return claim?.claim === 'test' && more.length === 0
    ? [{ set: 'where', of, test: { test: 'not', of: claim.test } }]
    : [];
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
  const denies = deniesOwnRole(parts, before);
  if (!isList(before) || !(denies || asksRest(parts))) return undefined;
  const count = countIn(parts);
  const left = denies || isLeftOver(parts) || saysRest(parts);
  const rests = widened(before.of, left).map((of): SetOf => ({ set: 'without', left: of, right: before.of }));
  const of =
    failing(before)[0] ??
    (isLeftOver(parts) && before.of.set === 'without' ? before.of : undefined) ??
    rests.find((rest) => members(rest).length === count) ??
    rests[0];
  if (!of) return undefined;
  const [role] = denies ? [] : parts.roles;
  const asked = role !== undefined && !wants(parts, 'what') && parts.heads.every(({ wanted }) => wanted === undefined);
  const who = (role !== undefined && wants(parts, 'who')) || asked || (denies && wants(parts, 'who'));
  return {
    ...before,
    ...(parts.years.length > 0 && yearsOf(parts, before)),
    of,
    asks: [who ? { ask: 'group', by: 'task', role: role?.role ?? 'responsible', show: 'units' } : setAskOf(parts)],
    confirm: false,
    claims: [],
    words: '',
  };
};
