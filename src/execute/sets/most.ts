import type { Ref, SetOf } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { tasksAmong, tasksOf } from './refs.ts';
import { decidedIn } from './roles.ts';

type Most = Pick<Extract<SetOf, { set: 'most' }>, 'role' | 'least'>;

/** Returns those with the most or fewest: tasks by their units, units and actions by their tasks; groups are none. */
export const mostOf = (refs: readonly Ref[], { role, least }: Most, ground: Ground): readonly Ref[] => {
  const isGroup = ({ type, id }: Ref) =>
    type === 'unit' && ground.library.plan.registry.groups.some(({ name }) => name === id);
  const countOf = (ref: Ref): number => {
    const [task] = tasksAmong([ref], ground);
    return task ? decidedIn(task, { role }).length : tasksOf(ref, role, ground).length;
  };
  const counted = refs
    .filter((ref) => !isGroup(ref))
    .map((ref) => ({ ref, count: countOf(ref) }))
    .filter(({ ref, count }) => ref.type !== 'unit' || count > 0);
  const counts = counted.map(({ count }) => count);
  const best = least ? Math.min(...counts) : Math.max(...counts);
  return counted.filter(({ count }) => count === best).map(({ ref }) => ref);
};
