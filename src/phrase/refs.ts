import type { Desk } from '../answer/draft.ts';
import type { Ask, Ref } from '../values.ts';

/** The clause by which a thing is cited; undefined for units and the plan itself. */
export const clauseOf = ({ type, id }: Ref, { plan }: Desk): string | undefined => {
  switch (type) {
    case 'task':
      return plan.tasks.find(({ number }) => String(number) === id)?.body.clause;
    case 'action':
      return plan.actions.find(({ number }) => String(number) === id)?.goal;
    case 'indicator':
      return plan.indicators.find(({ number, clause }) => String(number) === id || clause === id)?.clause;
    case 'clause':
    case 'goal':
    case 'safeguard':
      return id;
    case 'unit':
    case 'plan':
      return undefined;
  }
};

const HEAD = /^[^。\n]{2,30}/u;

/** How a thing is called in a list of choices or of what is near. */
export const titleOf = (ref: Ref, desk: Desk): string => {
  const { plan, name } = desk;
  const task = ref.type === 'task' && plan.tasks.find(({ number }) => String(number) === ref.id);
  if (task) return name.task(task);
  const action = ref.type === 'action' && plan.actions.find(({ number }) => String(number) === ref.id);
  if (action) return name.action(action);
  const clause = clauseOf(ref, desk);
  const indicator = plan.indicators.find((one) => one.clause === clause);
  if (indicator) return name.indicator(indicator);
  const goal = plan.actions.find((one) => one.goal === clause);
  if (goal) return name.action(goal);
  return ref.type === 'unit' ? name.unit(ref.id) : (HEAD.exec(desk.clause(clause)?.text ?? '')?.[0] ?? ref.id);
};

/** The question, in the asker's words, that asks this of that. */
export const questionOf = (ref: Ref, ask: Ask, desk: Desk): string => {
  const { say, plan, name } = desk;
  const task = ref.type === 'task' ? plan.tasks.find(({ number }) => String(number) === ref.id) : undefined;
  const title = task ? name.short(task) : ref.type === 'unit' ? ref.id : titleOf(ref, desk);
  if (ref.type === 'unit') return say('askUnitTasks', { unit: title });
  if (ref.type === 'action') return say('askTasks', { title });
  switch (ask.ask) {
    case 'units':
      return say(ask.roles.includes('responsible') ? 'askWho' : 'askSupport', { title });
    case 'targets':
    case 'value':
    case 'when':
    case 'reckon':
      return say('askTargets', { title });
    case 'original':
    case 'sources':
      return say('askText', { title });
    case 'members':
    case 'count':
    case 'content':
    case 'goal':
    case 'group':
    case 'extreme':
    case 'document':
    case 'differences':
    case 'definition':
    case 'summary':
      return say('askContent', { title });
  }
};
