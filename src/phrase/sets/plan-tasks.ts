import { taskNamed } from '../../library/named.ts';
import type { Plan, Task } from '../../types.ts';
import type { Ref } from '../../values.ts';

/** Returns the tasks among some things, in the order given. */
export const tasksAmongPlan = (refs: readonly Ref[], plan: Plan): readonly Task[] =>
  refs.flatMap((ref) => taskNamed(ref, plan) ?? []);
