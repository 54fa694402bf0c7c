import type { Ref, SetOf } from '../values.ts';
import { ALL_TASKS } from './sets.ts';

type Members = (set: SetOf) => readonly Ref[];

/** The tasks of those with the most: of units in a role, of actions. */
const tasksOf = (refs: readonly Ref[], role: Extract<SetOf, { set: 'image' }>['role']): SetOf => {
  const ids = refs.map(({ id }) => id);
  return refs.every(({ type }) => type === 'unit')
    ? { set: 'where', of: ALL_TASKS, test: { test: 'has', role: role ?? 'any', units: ids, every: false } }
    : { set: 'where', of: ALL_TASKS, test: { test: 'in', actions: ids.map(Number) } };
};

/** Returns the set with those that have the most called by their names: 任务最多的行动里 is 科技金融催化行动里. */
export const nameMost = (set: SetOf, members: Members): SetOf => {
  switch (set.set) {
    case 'where':
    case 'pick':
    case 'reversed':
      return { ...set, of: nameMost(set.of, members) };
    case 'image':
      return set.of.set === 'most' && set.type === 'task'
        ? tasksOf(members(set.of), set.role)
        : { ...set, of: nameMost(set.of, members) };
    case 'both':
    case 'either':
    case 'without':
      return { ...set, left: nameMost(set.left, members) };
    case 'all':
    case 'named':
    case 'about':
    case 'most':
      return set;
  }
};
