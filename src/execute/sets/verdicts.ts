import { typeOf } from '../../library/sets-in.ts';
import type { Task, UnitName } from '../../types.ts';
import type { Claim, Query, Role, Test } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { tasksMeant } from './assignments.ts';
import { lists } from './execute-lists.ts';
import { membersOf } from './members.ts';
import { meets } from './quantities.ts';
import { numbered } from './refs.ts';
import type { SetList, Stand, UnitVerdict, VerdictResult } from './result.ts';
import { decidedIn, namedIn } from './roles.ts';
import { passes } from './tests.ts';

type HasTest = Extract<Test, { test: 'has' }>;

/** 各涉农区县 are some of 各区县: the same sort, told closer. */
const isPartOf = (group: UnitName, whole: UnitName): boolean =>
  group !== whole && group[0] === whole[0] && group.endsWith(whole.slice(1));

const standOf = (task: Task, unit: UnitName, ground: Ground): Stand => {
  const holds = (role: Role) => namedIn(task, { role }).includes(unit);
  const [responsible, supporting] = [holds('responsible'), holds('supporting')];
  if (responsible && supporting) return { how: 'both', only: false };
  const role: Role = responsible ? 'responsible' : 'supporting';
  if (responsible || supporting) return { how: 'named', role, only: decidedIn(task, { role }).length === 1 };
  for (const one of ['responsible', 'supporting'] as const) {
    const named = namedIn(task, { role: one });
    const group = ground.library.plan.registry.groups.find(
      ({ name, members }) => members.includes(unit) && named.includes(name),
    );
    if (group) return { how: 'group', group: group.name, role: one };
    const own = ground.library.plan.registry.groups.find(({ name }) => name === unit);
    const units = own ? named.filter((other) => own.members.includes(other) || isPartOf(other, unit)) : [];
    if (units.length > 0) return { how: 'members', units, role: one };
  }
  return { how: 'none' };
};

const inRole = (stand: Stand, role: Role | 'any'): boolean =>
  stand.how === 'both' || (stand.how === 'named' && (role === 'any' || stand.role === role));

/** A plain claim about the units of a task: each of them is in a role, or each is not. */
interface Plain {
  readonly role: Role | 'any';
  readonly units: readonly UnitName[];
  readonly not: boolean;
}

const isPlain = (test: Test): test is HasTest =>
  test.test === 'has' &&
  test.leading === undefined &&
  test.place === undefined &&
  test.part === undefined &&
  (test.every || test.units.length === 1);

const plainOf = (tests: readonly Test[]): Plain | undefined => {
  const plain = tests.flatMap((test): readonly Plain[] => {
    const own = test.test === 'not' ? test.of : test;
    return isPlain(own) ? [{ role: own.role, units: own.units, not: test.test === 'not' }] : [];
  });
  const [first] = plain;
  if (!first || plain.length < tests.length) return undefined;
  const alike = plain.every(({ role, not }) => role === first.role && not === first.not);
  return alike ? { ...first, units: [...new Set(plain.flatMap(({ units }) => units))] } : undefined;
};

/** A claim that is true of what was named holds; through a group it is neither true nor false. */
const heldBy = (verdicts: readonly UnitVerdict[]): boolean | undefined => {
  if (verdicts.some(({ holds }) => holds === false)) return false;
  return verdicts.every(({ holds }) => holds === true) ? true : undefined;
};

const ofUnits = (task: Task, { role, units, not }: Plain, ground: Ground): VerdictResult => {
  const verdicts = units.map((unit): UnitVerdict => {
    const stand = standOf(task, unit, ground);
    const byGroup = stand.how === 'group' && (role === 'any' || stand.role === role);
    return { unit, stand, holds: byGroup ? undefined : inRole(stand, role) !== not };
  });
  return { shape: 'verdict', of: 'units', task, role, negative: not, verdicts, holds: heldBy(verdicts) };
};

const ofEach = (tests: readonly Test[], { of }: Query, ground: Ground): VerdictResult | undefined => {
  const [first, ...rest] = tests;
  if (!first) return undefined;
  const test: Test = rest.length > 0 ? { test: 'all', of: tests } : first;
  const own = membersOf(of, ground);
  const type = typeOf(of);
  const members =
    type === 'action' || type === 'clause' ? tasksMeant(of, ground).map(({ number }) => numbered('task', number)) : own;
  if (members.length === 0) return undefined;
  const passing = members.filter((ref) => passes(test, ref, ground));
  const failing = members.filter((ref) => !passing.includes(ref));
  return { shape: 'verdict', of: 'each', test, passing, failing, holds: failing.length === 0 };
};

const sizeOf = (list: SetList): number => {
  switch (list.shape) {
    case 'tasks':
      return list.tasks.length;
    case 'units':
      return list.units.length;
    case 'things':
      return list.things.length;
  }
};

const ofCount = (
  query: Query,
  claim: Extract<Claim, { claim: 'count' | 'exists' }>,
  ground: Ground,
): VerdictResult | undefined => {
  const list = lists(query.of, ground);
  if (!list) return undefined;
  /** Tasks of the other role, told beside, bear nothing out. */
  const count = list.shape === 'tasks' && list.lacks ? 0 : sizeOf(list);
  return claim.claim === 'exists'
    ? { shape: 'verdict', of: 'count', claimed: undefined, count, list, holds: count > 0 }
    : { shape: 'verdict', of: 'count', claimed: claim.is.value, count, list, holds: meets(count, claim.is) };
};

/** 排第几, 排最后的是谁: a unit and its place among those of one role, in the order in which they are printed. */
const ofPlace = (
  claim: Extract<Claim, { claim: 'place' }>,
  { of }: Query,
  ground: Ground,
): VerdictResult | undefined => {
  const [task, other] = tasksMeant(of, ground);
  if (!task || other) return undefined;
  const roles: readonly Role[] = claim.role === 'any' ? ['responsible', 'supporting'] : [claim.role];
  const lists = roles.map((role) => ({ role, units: decidedIn(task, { role }) }));
  const { role, units } = lists.find((list) => claim.unit !== undefined && list.units.includes(claim.unit)) ??
    lists[0] ?? { role: 'responsible', units: [] };
  const unit = claim.unit ?? units.at((claim.place ?? 1) > 0 ? (claim.place ?? 1) - 1 : (claim.place ?? 0));
  if (unit === undefined) return undefined;
  const place = units.indexOf(unit) + 1;
  const said = claim.place === undefined ? undefined : claim.place > 0 ? claim.place : units.length + 1 + claim.place;
  const holds = claim.unit === undefined || said === undefined ? undefined : place === said;
  return { shape: 'verdict', of: 'place', task, role, unit, place, count: units.length, holds };
};

/** Returns whether what a query claims of a set is so; undefined when it claims nothing of the kind. */
export const verdict = (query: Query, ground: Ground): VerdictResult | undefined => {
  const ranked = query.claims.find((claim) => claim.claim === 'place');
  if (ranked?.claim === 'place') return ofPlace(ranked, query, ground);
  const tests = query.claims.flatMap((claim) => (claim.claim === 'test' ? [claim.test] : []));
  if (tests.length > 0) {
    const tasks = tasksMeant(query.of, ground);
    const plain = plainOf(tests);
    const [task, other] = tasks;
    return plain && task && !other ? ofUnits(task, plain, ground) : ofEach(tests, query, ground);
  }
  const [claim] = query.claims.flatMap((one) => (one.claim === 'count' || one.claim === 'exists' ? [one] : []));
  return claim && ofCount(query, claim, ground);
};
