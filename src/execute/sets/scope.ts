import type { Task } from '../../types.ts';
import type { SetOf, Test } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { imageOf, membersOf } from './members.ts';
import { tasksAmong } from './refs.ts';

const actionsIn = (test: Test): readonly number[] | undefined => {
  if (test.test === 'in') return test.actions;
  return test.test === 'all' ? test.of.map(actionsIn).find((actions) => actions !== undefined) : undefined;
};

const tasksFrom = (set: SetOf, ground: Ground): readonly Task[] =>
  tasksAmong(imageOf(membersOf(set, ground), { type: 'task', role: 'any' }, ground), ground);

const behind = (set: SetOf, ground: Ground): readonly Task[] => {
  const own = tasksFrom(set, ground);
  return own.length > 0 ? own : scopeOf(set, ground);
};

/** Returns the tasks among which a set was looked for: those of an action that was named, of an image; else all. */
export const scopeOf = (set: SetOf, ground: Ground): readonly Task[] => {
  const { tasks } = ground.library.plan;
  switch (set.set) {
    case 'all':
    case 'about':
      return tasks;
    case 'named':
      return set.refs.some(({ type }) => type !== 'unit') ? tasksFrom(set, ground) : tasks;
    case 'image':
      return behind(set.of, ground);
    case 'pick':
    case 'reversed':
    case 'most':
      return scopeOf(set.of, ground);
    case 'where': {
      const actions = actionsIn(set.test);
      const within = scopeOf(set.of, ground);
      return actions ? within.filter(({ action }) => actions.includes(action)) : within;
    }
    case 'both':
    case 'without':
      return scopeOf(set.left, ground);
    case 'either':
      return [...new Set([...scopeOf(set.left, ground), ...scopeOf(set.right, ground)])];
  }
};
