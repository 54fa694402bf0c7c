import { actionNamed, isOfAction } from '../../library/named.ts';
import type { Action, Task } from '../../types.ts';
import type { EntityType, Ref, Role } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { namedIn, type Place } from './roles.ts';

/** Returns the reference to a task or an action. */
export const numbered = (type: 'task' | 'action' | 'indicator', number: number): Ref => ({ type, id: String(number) });

/** Returns the reference to a unit or a group. */
export const unitRef = (unit: string): Ref => ({ type: 'unit', id: unit });

/** Returns one string for each thing, so that equal references meet in a set. */
export const keyOf = ({ type, id }: Ref): string => `${type} ${id}`;

/** Returns references once each, in the order of their first place. */
export const once = (refs: readonly Ref[]): readonly Ref[] => [
  ...new Map(refs.map((ref) => [keyOf(ref), ref])).values(),
];

/** True when a group or unit is of the sort that a plan's registry names: 开发区, 区县. */
const isOfSort = (unit: string, sort: string | undefined, { library: { plan } }: Ground): boolean => {
  if (sort === undefined) return true;
  const kind = plan.registry.units.find(({ name }) => name === unit)?.kind;
  return kind !== undefined && (kind.includes(sort) || sort.includes(kind));
};

/** Returns all things of a type, in the plan's order; units in the registry's. */
export const allOf = (type: EntityType, sort: string | undefined, ground: Ground): readonly Ref[] => {
  const { plan, units } = ground.library;
  switch (type) {
    case 'plan':
      return [{ type, id: plan.id }];
    case 'action':
      return plan.actions.map(({ number }) => numbered('action', number));
    case 'task':
      return plan.tasks.map(({ number }) => numbered('task', number));
    case 'unit':
      return units.filter((unit) => isOfSort(unit, sort, ground)).map(unitRef);
    case 'indicator':
      return plan.indicators.map(({ number }) => numbered('indicator', number));
    case 'goal':
      return plan.goals.map((id) => ({ type, id }));
    case 'safeguard':
      return plan.safeguards.map((id) => ({ type, id }));
    case 'clause':
      return plan.clauses.filter(({ kind }) => kind !== 'heading').map(({ id }) => ({ type, id }));
  }
};

/** Returns the task of a number. */
export const taskAt = (number: number, { library: { plan } }: Ground): Task | undefined =>
  plan.tasks[number - 1]?.number === number
    ? plan.tasks[number - 1]
    : plan.tasks.find((task) => task.number === number);

const taskNumber = (ref: Ref, { library }: Ground): number | undefined =>
  ref.type === 'task' ? Number(ref.id) : ref.type === 'clause' ? library.taskOf(ref.id) : undefined;

/** Returns the tasks among some things, clauses of tasks included, in the order given. */
export const tasksAmong = (refs: readonly Ref[], ground: Ground): readonly Task[] =>
  refs.flatMap((ref) => {
    const number = taskNumber(ref, ground);
    return number === undefined ? [] : (taskAt(number, ground) ?? []);
  });

/** Returns the action that a thing is, or stands in as its heading or goal. */
const actionOf = (ref: Ref, { library: { plan } }: Ground): Action | undefined => {
  if (ref.type === 'action') return actionNamed(ref, plan);
  return ref.type === 'clause' ? plan.actions.find((action) => isOfAction(ref.id, action)) : undefined;
};

/** Returns the tasks that belong to a thing: a task itself, those of an action, those that name a unit in a role. */
export const tasksOf = (ref: Ref, role: Role | 'any', ground: Ground): readonly Task[] =>
  tasksWith(ref, { role }, ground);

/** Returns the same, of a unit those alone in which it stands in such a place. */
export const tasksWith = (ref: Ref, place: Place, ground: Ground): readonly Task[] => {
  const { plan } = ground.library;
  const own = tasksAmong([ref], ground);
  if (own.length > 0) return own;
  if (ref.type === 'unit') return plan.tasks.filter((task) => namedIn(task, place).includes(ref.id));
  const action = actionOf(ref, ground);
  const below = (task: Task): boolean => ref.type === 'clause' && task.body.clause.startsWith(`${ref.id}.`);
  return plan.tasks.filter((task) => (action === undefined ? below(task) : action.tasks.includes(task.number)));
};

const CHILD = /^\.\d+$/;

/** Returns what stands directly below a heading of the plan: 实施保障 has five, 重点任务 its sections; none of anything else. */
export const partsOf = ({ type, id }: Ref, { library: { plan } }: Ground): readonly Ref[] => {
  const heading = type === 'clause' && plan.clauses.some((clause) => clause.id === id && clause.kind === 'heading');
  const measured = (clause: string) =>
    plan.actions.some((one) => one.heading === undefined && one.goal === `${clause}.1`);
  if (!heading || measured(id)) return [];
  const isHead = (clause: string) => plan.actions.some((action) => action.heading === clause) || measured(clause);
  return plan.clauses
    .filter((clause) => clause.id.startsWith(id) && CHILD.test(clause.id.slice(id.length)))
    .filter((clause) => clause.kind !== 'heading' || isHead(clause.id))
    .map((clause) => ({ type, id: clause.id }));
};
