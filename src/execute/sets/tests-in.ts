import { setsIn, testsIn } from '../../library/sets-in.ts';
import type { Role, SetOf, Test } from '../../values.ts';

type HasTest = Extract<Test, { test: 'has' }>;

/** A condition as it stands in a set: on its own, or denied. */
export interface Stated {
  readonly test: Test;
  readonly not: boolean;
}

const flat = (test: Test, not: boolean): readonly Stated[] => {
  switch (test.test) {
    case 'not':
      return flat(test.of, !not);
    case 'all':
    case 'any':
      return test.of.flatMap((one) => flat(one, not));
    case 'has':
    case 'count':
    case 'in':
    case 'mentions':
    case 'figure':
    case 'same':
    case 'apart':
    case 'moves':
    case 'differs':
    case 'misprint':
      return [{ test, not }];
  }
};

/** Returns the single conditions of a test. */
const statedIn = (test: Test): readonly Stated[] => flat(test, false);

/** Returns the single conditions that a set states of its own members; those behind an image are of other things. */
export const conditionsOf = (set: SetOf): readonly Stated[] => {
  switch (set.set) {
    case 'where':
      return [...conditionsOf(set.of), ...statedIn(set.test)];
    case 'pick':
    case 'reversed':
      return conditionsOf(set.of);
    case 'both':
    case 'either':
      return [...conditionsOf(set.left), ...conditionsOf(set.right)];
    case 'without':
      return conditionsOf(set.left);
    case 'all':
    case 'named':
    case 'about':
    case 'image':
    case 'most':
      return [];
  }
};

/** A unit's own list: nothing else is demanded of its tasks but the action that they stand in. */
export interface Plain {
  readonly unit: string;
  readonly role: Role | 'any';
  readonly not: boolean;
}

const isPlain = ({ units, place, part, printed, leading }: HasTest): boolean =>
  units.length === 1 && leading === undefined && printed === undefined && place === undefined && part === undefined;

/** Joined of others, or only some places of one. */
const isPart = (set: SetOf): boolean =>
  set.set === 'where' ? isPart(set.of) : ['either', 'both', 'pick', 'without'].includes(set.set);

/** Returns the one unit whose list a set is; undefined when it is under other conditions too. */
export const plainOf = (set: SetOf): Plain | undefined => {
  if (isPart(set)) return undefined;
  const [first, ...rest] = conditionsOf(set).filter(({ test }) => test.test !== 'in');
  if (!first || rest.length > 0 || first.test.test !== 'has' || !isPlain(first.test)) return undefined;
  const [unit] = first.test.units;
  return unit === undefined ? undefined : { unit, role: first.test.role, not: first.not };
};

/** A unit's tasks under other conditions too, which all hold. */
export interface Among extends Plain {
  readonly others: readonly Stated[];
}

const hasAny = (set: SetOf): boolean =>
  setsIn(set).some((one) => one.set === 'where' && testsIn(one.test).some(({ test }) => test === 'any'));

/** Returns the one unit whose tasks are told apart by other conditions: 高新区参与、写到上市的任务. */
export const amongOf = (set: SetOf): Among | undefined => {
  if (isPart(set) || hasAny(set)) return undefined;
  const stated = conditionsOf(set);
  const [first, ...rest] = stated.filter(({ test }) => test.test === 'has');
  if (!first || rest.length > 0 || first.not || first.test.test !== 'has' || !isPlain(first.test)) return undefined;
  const [unit] = first.test.units;
  const others = stated.filter((one) => one !== first && one.test.test !== 'in');
  return unit === undefined ? undefined : { unit, role: first.test.role, not: false, others };
};
