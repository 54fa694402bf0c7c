import type { EntityType, SetOf, Test } from '../values.ts';

/** Returns a set and every set that it is made of, the outer ones first, left before right. */
export const setsIn = (set: SetOf): readonly SetOf[] => {
  switch (set.set) {
    case 'all':
    case 'named':
    case 'about':
      return [set];
    case 'where':
    case 'pick':
    case 'reversed':
    case 'most':
    case 'image':
      return [set, ...setsIn(set.of)];
    case 'both':
    case 'either':
    case 'without':
      return [set, ...setsIn(set.left), ...setsIn(set.right)];
  }
};

/** Returns a condition and every condition that it joins or denies. */
export const testsIn = (test: Test): readonly Test[] => {
  switch (test.test) {
    case 'not':
      return [test, ...testsIn(test.of)];
    case 'all':
    case 'any':
      return [test, ...test.of.flatMap(testsIn)];
    case 'count':
      return test.among ? [test, ...testsIn(test.among)] : [test];
    default:
      return [test];
  }
};

/** Returns the type of a set's members; undefined when it has none to tell by. */
export const typeOf = (set: SetOf): EntityType | undefined => {
  switch (set.set) {
    case 'all':
    case 'image':
      return set.type;
    case 'about':
      return set.type;
    case 'named':
      return set.refs[0]?.type;
    case 'where':
    case 'pick':
    case 'reversed':
    case 'most':
      return typeOf(set.of);
    case 'both':
    case 'either':
    case 'without':
      return typeOf(set.left) ?? typeOf(set.right);
  }
};
