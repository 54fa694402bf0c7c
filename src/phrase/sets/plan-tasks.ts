import type { Plan, Task } from '../../types.ts';
import type { Ref } from '../../values.ts';

/** Returns the tasks among some things, in the order given. */
export const tasksAmongPlan = (refs: readonly Ref[], { tasks }: Plan): readonly Task[] =>
  refs.flatMap(({ type, id }) => (type === 'task' ? (tasks.find(({ number }) => String(number) === id) ?? []) : []));
