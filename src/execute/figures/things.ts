import { actionNamed, indicatorNamed, isOfAction, taskIn, taskNamed } from '../../library/named.ts';
import type { Action, Clause, Indicator, Plan, Task } from '../../types.ts';
import type { Ref, SetOf } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { membersOf } from '../sets/members.ts';

/** A thing of the plan that was named, with what the plan says of it. `topic` is its id for search. */
export type Thing = { readonly ref: Ref; readonly topic: string } & (
  | { readonly kind: 'task'; readonly task: Task }
  | { readonly kind: 'indicator'; readonly indicator: Indicator }
  | { readonly kind: 'action'; readonly action: Action }
  | { readonly kind: 'clause'; readonly clause: Clause }
);

const ofTask = (task: Task): Thing => ({
  kind: 'task',
  ref: { type: 'task', id: String(task.number) },
  topic: `task.${task.number}`,
  task,
});

const ofIndicator = (indicator: Indicator): Thing => ({
  kind: 'indicator',
  ref: { type: 'indicator', id: String(indicator.number) },
  topic: indicator.clause,
  indicator,
});

const ofAction = (action: Action): Thing => ({
  kind: 'action',
  ref: { type: 'action', id: String(action.number) },
  topic: action.goal,
  action,
});

const ofClause = (id: string, { library: { plan }, clause }: Ground): Thing | undefined => {
  const task = taskIn(id, plan);
  if (task) return ofTask(task);
  const indicator = indicatorNamed({ type: 'clause', id }, plan);
  if (indicator) return ofIndicator(indicator);
  const action = plan.actions.find((one) => isOfAction(id, one));
  if (action) return ofAction(action);
  const found = clause(id);
  return found && { kind: 'clause', ref: { type: 'clause', id }, topic: id, clause: found };
};

/** Returns what a reference names; undefined for the plan itself, a unit, or what the plan does not have. */
export const thingOf = (ref: Ref, ground: Ground): Thing | undefined => {
  const { plan } = ground.library;
  switch (ref.type) {
    case 'task': {
      const task = taskNamed(ref, plan);
      return task && ofTask(task);
    }
    case 'indicator': {
      const indicator = indicatorNamed(ref, plan);
      return indicator && ofIndicator(indicator);
    }
    case 'action': {
      const action = actionNamed(ref, plan);
      return action && ofAction(action);
    }
    case 'goal':
    case 'safeguard':
    case 'clause':
      return ofClause(ref.id, ground);
    case 'plan':
    case 'unit':
      return undefined;
  }
};

/** Returns the references of a set: named ones in the order in which they were named, others in the plan's. */
export const refsOf = (set: SetOf, ground: Ground): readonly Ref[] => {
  switch (set.set) {
    case 'named':
      return set.refs;
    case 'either':
      return [...refsOf(set.left, ground), ...refsOf(set.right, ground)];
    case 'about':
      return [];
    case 'all':
    case 'pick':
    case 'reversed':
    case 'most':
    case 'where':
    case 'image':
    case 'both':
    case 'without':
      return membersOf(set, ground);
  }
};

/** Returns the name that the plan gives a thing; of a clause without one, how it is cited. */
export const titleOf = (thing: Thing): string => {
  switch (thing.kind) {
    case 'task':
      return thing.task.body.title;
    case 'indicator':
      return thing.indicator.name;
    case 'action':
      return thing.action.title;
    case 'clause':
      return thing.clause.label;
  }
};

/** Returns the years for which the plan sets targets. */
export const planYears = (plan: Plan): readonly number[] => {
  const [from, to] = plan.document.period;
  return from > 0 ? Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at) : [];
};
