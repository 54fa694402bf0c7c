import type { Ref, SetOf } from '../values.ts';

/** Returns the set with its words replaced by the things that they mean. */
export const resolved = (set: SetOf, refs: readonly Ref[]): SetOf => {
  switch (set.set) {
    case 'about':
      return { set: 'named', refs };
    case 'where':
    case 'pick':
    case 'reversed':
    case 'most':
    case 'image':
      return { ...set, of: resolved(set.of, refs) };
    case 'both':
    case 'either':
    case 'without':
      return { ...set, left: resolved(set.left, refs), right: resolved(set.right, refs) };
    case 'all':
    case 'named':
      return set;
  }
};
