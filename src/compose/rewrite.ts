import { setsIn, testsIn } from '../library/sets-in.ts';
import type { Ask, Query, Role, SetOf, Test } from '../values.ts';
import type { Parts } from './parts.ts';

type Single = Exclude<Test, { test: 'not' | 'all' | 'any' }>;

/** A test with each of its single conditions changed. */
const eachIn = (test: Test, change: (single: Single) => Test): Test => {
  switch (test.test) {
    case 'not':
      return { ...test, of: eachIn(test.of, change) };
    case 'all':
    case 'any':
      return { ...test, of: test.of.map((one) => eachIn(one, change)) };
    default:
      return change(test);
  }
};

/** A set with each single condition changed; those of a right side only where both sides are meant. */
const changed = (set: SetOf, change: (single: Single) => Test, sides: 'left' | 'both'): SetOf => {
  switch (set.set) {
    case 'where':
      return { ...set, of: changed(set.of, change, sides), test: eachIn(set.test, change) };
    case 'pick':
    case 'reversed':
    case 'most':
    case 'image':
      return { ...set, of: changed(set.of, change, sides) };
    case 'both':
    case 'either':
    case 'without': {
      const right = sides === 'both' ? changed(set.right, change, sides) : set.right;
      return { ...set, left: changed(set.left, change, sides), right };
    }
    case 'all':
    case 'named':
    case 'about':
      return set;
  }
};

/** Returns the same set with other units in its conditions. */
export const withUnits = (set: SetOf, units: readonly string[], role: Parts['clauses'][number]['role']): SetOf =>
  changed(set, (test) => (test.test === 'has' ? { ...test, units, ...(role && { role }) } : test), 'left');

/** Returns true when a set has a condition on units, which other units can take over. */
export const namesUnits = (set: SetOf): boolean =>
  setsIn(set).some((one) => one.set === 'where' && testsIn(one.test).some(({ test }) => test === 'has'));

/** Returns the units that the conditions of a set name, those of what is taken away left out. */
export const unitsNamed = (set: SetOf): readonly string[] => {
  const found: string[] = [];
  changed(
    set,
    (test) => {
      if (test.test === 'has') found.push(...test.units);
      return test;
    },
    'left',
  );
  return [...new Set(found)];
};

/** Returns the roles in which the conditions of a set name units. */
export const rolesNamed = (set: SetOf): readonly (Role | 'any')[] =>
  setsIn(set).flatMap((one) =>
    one.set === 'where' ? testsIn(one.test).flatMap((test) => (test.test === 'has' ? [test.role] : [])) : [],
  );

/** Returns the same set with its units in any place: alone, first. */
export const inAnyPlace = (set: SetOf): SetOf =>
  changed(
    set,
    (test) => {
      if (test.test !== 'has') return test;
      const { place: _, ...rest } = test;
      return rest;
    },
    'left',
  );

const SWAPPED = { responsible: 'supporting', supporting: 'responsible', any: 'any' } as const;

/** Returns the same set with who is responsible and who supports exchanged. */
export const swapped = (set: SetOf): SetOf =>
  changed(set, (test) => (test.test === 'has' ? { ...test, role: SWAPPED[test.role] } : test), 'both');

/** Returns the same asks with the two roles exchanged. */
export const swappedAsks = (asks: Query['asks']): Query['asks'] => {
  const [first, ...rest] = asks.map(
    (ask): Ask =>
      ask.ask === 'units' ? { ...ask, roles: ask.roles.map((role) => SWAPPED[role]) as readonly Role[] } : ask,
  );
  return [first ?? asks[0], ...rest];
};

/** A role as it is said: 牵头, where the plan calls some so, and where it only names them first. */
type Said = Pick<Parts['roles'][number], 'role'> & Partial<Pick<Parts['roles'][number], 'lead' | 'leading'>>;

/** Returns the same set with its conditions on units in another role. */
export const withRole = (set: SetOf, { role, lead = false, leading }: Said): SetOf =>
  changed(
    set,
    (test) => {
      if (test.test !== 'has') return test;
      const { leading: _, unled: __, ...rest } = test;
      const led = role === 'responsible' ? { ...(leading && { leading }), ...(lead && !leading && UNLED) } : {};
      return { ...rest, role, ...led };
    },
    'both',
  );

const UNLED = { unled: true } as const;

/** Returns the same set with its conditions on figures in other years. */
export const inYears = (set: SetOf, years: readonly number[]): SetOf =>
  changed(set, (test) => (test.test === 'figure' ? { ...test, years } : test), 'both');

/** Returns the same set with its condition on an amount of this sort taking another; undefined where it has none. */
export const withAmount = (set: SetOf, amount: Extract<Test, { test: 'figure' }>): SetOf | undefined => {
  let found = false;
  const isSort = (test: Single): test is typeof amount =>
    test.test === 'figure' && test.is !== undefined && test.is.unit === amount.is?.unit;
  const of = changed(
    set,
    (test) => {
      if (!isSort(test)) return test;
      found = true;
      return { ...test, ...(amount.is && { is: amount.is }) };
    },
    'left',
  );
  return found ? of : undefined;
};

/** Returns the same set with its conditions on actions of other actions. */
export const withActions = (set: SetOf, actions: readonly number[]): SetOf =>
  changed(set, (test) => (test.test === 'in' ? { ...test, actions } : test), 'both');

/** Returns true when a set has a condition on the actions that its members belong to. */
export const namesActions = (set: SetOf): boolean =>
  setsIn(set).some((one) => one.set === 'where' && testsIn(one.test).some(({ test }) => test === 'in'));

/** A set without the conditions that are picked out; of one that was left of a list, the list. */
const beyond = (set: SetOf, isOf: (test: Test) => boolean): SetOf => {
  if (set.set === 'without') return beyond(set.left, isOf);
  if (set.set !== 'where') return set;
  const of = beyond(set.of, isOf);
  if (isOf(set.test)) return of;
  if (set.test.test !== 'all') return { ...set, of };
  const [first, ...more] = set.test.of.filter((test) => !isOf(test));
  if (!first) return of;
  return { set: 'where', of, test: more.length > 0 ? { test: 'all', of: [first, ...more] } : first };
};

/** Returns the set without its conditions on these units; of one that was left of a list, the list. */
export const beyondUnits = (set: SetOf, units: readonly string[]): SetOf =>
  beyond(
    set,
    (test) =>
      test.test === 'has' && test.units.length === units.length && units.every((unit) => test.units.includes(unit)),
  );

/** Returns the set without any condition on units. */
export const beyondAllUnits = (set: SetOf): SetOf =>
  beyond(set, (test) => test.test === 'has' || (test.test === 'not' && test.of.test === 'has'));

/** Returns the one unit that the conditions of a set name on either side; undefined when there are several. */
export const unitTalkedOf = (set: SetOf): string | undefined => {
  const named = setsIn(set).flatMap((one) =>
    one.set === 'where' ? testsIn(one.test).flatMap((test) => (test.test === 'has' ? test.units : [])) : [],
  );
  const [unit, ...more] = [...new Set(named)];
  return more.length === 0 ? unit : undefined;
};
