import { typeOf } from '../../library/sets-in.ts';
import type { Ask, SetOf } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { tasksMeant } from './assignments.ts';
import type { Differences } from './result.ts';
import { rolesIn } from './roles.ts';

type DifferencesAsk = Extract<Ask, { ask: 'differences' }>;

/** Returns where body and annex differ, by kind; of one task when one is named. */
export const differences = (set: SetOf, { what, role }: DifferencesAsk, ground: Ground): Differences => {
  const tasks = typeOf(set) === 'plan' ? ground.library.plan.tasks : tasksMeant(set, ground);
  const numbers = new Set(tasks.map(({ number }) => number));
  const own = ground.library.differences.filter(
    ({ task, kind }) => numbers.has(task) && (what === 'any' || what === kind),
  );
  const units = own.flatMap((one) => (one.kind === 'units' && (role === undefined || one.role === role) ? [one] : []));
  return {
    shape: 'differences',
    what,
    roles: rolesIn(role ?? 'any'),
    task: set.set === 'named' && tasks.length === 1 ? tasks[0] : undefined,
    compared: tasks,
    units: units.filter(({ onlyBody, onlyAnnex }) => onlyBody.length + onlyAnnex.length > 0),
    misprints: units.filter(({ misprints }) => misprints.length > 0),
    titles: own.flatMap((one) => (one.kind === 'title' ? [one] : [])),
    figures: own.flatMap((one) => (one.kind === 'figures' ? [one] : [])),
  };
};
