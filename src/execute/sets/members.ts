import { typeOf } from '../../library/sets-in.ts';
import type { EntityType, Ref, Role, SetOf } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { mostOf } from './most.ts';
import { allOf, keyOf, numbered, once, tasksOf, unitRef } from './refs.ts';
import { namedIn } from './roles.ts';
import { passes } from './tests.ts';

const inOrder = (refs: readonly Ref[], type: EntityType, ground: Ground): readonly Ref[] => {
  const wanted = new Set(refs.map(keyOf));
  return allOf(type, undefined, ground).filter((ref) => wanted.has(keyOf(ref)));
};

/** What things are turned into: the units of tasks in a role, the tasks of units or actions, the actions of tasks. */
interface Into {
  readonly type: EntityType;
  readonly role: Role | 'any';
}

/** Returns the things of another type that belong to some things, in the plan's order. */
export const imageOf = (refs: readonly Ref[], { type, role }: Into, ground: Ground): readonly Ref[] => {
  if (refs.every((ref) => ref.type === type)) return refs;
  const tasks = refs.flatMap((ref) => tasksOf(ref, role, ground));
  switch (type) {
    case 'task':
      return inOrder(
        tasks.map(({ number }) => numbered('task', number)),
        type,
        ground,
      );
    case 'action':
      return inOrder(
        tasks.map(({ action }) => numbered('action', action)),
        type,
        ground,
      );
    case 'unit':
      return inOrder(
        tasks.flatMap((task) => namedIn(task, { role }).map(unitRef)),
        type,
        ground,
      );
    case 'plan':
    case 'indicator':
    case 'goal':
    case 'safeguard':
    case 'clause':
      return [];
  }
};

const positioned = (refs: readonly Ref[], positions: readonly number[]): readonly Ref[] =>
  once(positions.flatMap((at) => (at === 0 ? [] : (refs.at(at > 0 ? at - 1 : at) ?? []))));

/** The two sides of a set made of two, the right one turned into the left one's type. */
const sidesOf = (left: SetOf, right: SetOf, ground: Ground): readonly [readonly Ref[], readonly Ref[]] => {
  const [one, other] = [membersOf(left, ground), membersOf(right, ground)];
  const type = one[0]?.type ?? typeOf(left);
  return [one, type === undefined ? other : imageOf(other, { type, role: 'any' }, ground)];
};

/** Returns the members of a set, complete and in the plan's order; words that nothing resolved have none. */
export const membersOf = (set: SetOf, ground: Ground): readonly Ref[] => {
  switch (set.set) {
    case 'all':
      return allOf(set.type, set.sort, ground);
    case 'named':
      return once(set.refs);
    case 'about':
      return [];
    case 'where':
      return membersOf(set.of, ground).filter((ref) => passes(set.test, ref, ground));
    case 'most':
      return mostOf(membersOf(set.of, ground), set, ground);
    case 'pick':
      return positioned(membersOf(set.of, ground), set.positions);
    case 'reversed':
      return membersOf(set.of, ground).toReversed();
    case 'image':
      return imageOf(membersOf(set.of, ground), { type: set.type, role: set.role ?? 'any' }, ground);
    case 'both':
    case 'either':
    case 'without': {
      const [left, right] = sidesOf(set.left, set.right, ground);
      return joined(set.set, { left, right }, ground);
    }
  }
};

const joined = (
  how: 'both' | 'either' | 'without',
  { left, right }: { readonly left: readonly Ref[]; readonly right: readonly Ref[] },
  ground: Ground,
): readonly Ref[] => {
  const others = new Set(right.map(keyOf));
  switch (how) {
    case 'both':
      return left.filter((ref) => others.has(keyOf(ref)));
    case 'without':
      return left.filter((ref) => !others.has(keyOf(ref)));
    case 'either': {
      const all = once([...left, ...right]);
      const type = all[0]?.type;
      return type !== undefined && all.every((ref) => ref.type === type) ? sorted(all, type, ground) : all;
    }
  }
};

/** Returns things in the plan's order; those that no list of the plan has come last. */
const sorted = (refs: readonly Ref[], type: EntityType, ground: Ground): readonly Ref[] => {
  const ordered = inOrder(refs, type, ground);
  const known = new Set(ordered.map(keyOf));
  return [...ordered, ...refs.filter((ref) => !known.has(keyOf(ref)))];
};
