import type { Role, SetOf, Test } from '../../values.ts';
import type { ModelCondition } from './grammar.ts';
import type { Known } from './known.ts';

const EVERY_TASK: SetOf = { set: 'all', type: 'task' };

const denied = (test: Test, not: boolean | undefined): Test => (not ? { test: 'not', of: test } : test);

/** The tests of one condition; undefined where it names what the plan has not, or nothing. */
const testsOf = (condition: ModelCondition, known: Known): readonly Test[] | undefined => {
  const { units, sections, mentions, counted, place, role = 'any', every = false, not } = condition;
  const named = units && known.units(units);
  const actions = sections && known.numbers('action', sections);
  const is = counted === undefined ? undefined : known.quantity(counted);
  const unknown = [units && !named, sections && !actions, counted !== undefined && !is];
  if (unknown.includes(true) || (mentions !== undefined && !known.words(mentions))) return undefined;
  const tests: readonly Test[] = [
    ...(named ? [{ test: 'has' as const, role, units: named, every, ...(place && { place }) }] : []),
    ...(actions ? [{ test: 'in' as const, actions }] : []),
    ...(mentions === undefined ? [] : [{ test: 'mentions' as const, words: mentions }]),
    ...(is ? [{ test: 'count' as const, role, is: { ...is, unit: 'count' as const } }] : []),
  ];
  return tests.length === 0 ? undefined : tests.map((test) => denied(test, not));
};

/** Returns all tests of some conditions; undefined where one of them cannot be had of this plan. */
export const allTests = (conditions: readonly ModelCondition[], known: Known): readonly Test[] | undefined => {
  const each = conditions.map((condition) => testsOf(condition, known));
  return each.includes(undefined) ? undefined : each.flatMap((tests) => tests ?? []);
};

/** Returns a set under tests, each on top of the one before. */
export const limitedBy = (of: SetOf, tests: readonly Test[]): SetOf =>
  tests.reduce<SetOf>((set, test) => ({ set: 'where', of: set, test }), of);

/** Returns the tasks under some tests. */
export const tasksUnder = (tests: readonly Test[]): SetOf => limitedBy(EVERY_TASK, tests);

/** Returns the test of units that are named in a role. */
export const hasUnits = (units: readonly string[], role: Role | 'any', every: boolean): Test => ({
  ...{ test: 'has', role, units, every },
});
