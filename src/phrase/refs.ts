import type { Desk } from '../answer/draft.ts';
import { actionNamed, clauseOf, taskNamed } from '../library/named.ts';
import type { Ask, Ref } from '../values.ts';

/** How a paragraph begins, without the dashes before it. */
const HEAD = /^[—–\-\s]*([^。\n]{2,30})/u;

/** How a thing is called in a list of choices or of what is near. */
export const titleOf = (ref: Ref, desk: Desk): string => {
  const { plan, name } = desk;
  const task = taskNamed(ref, plan);
  if (task) return name.task(task);
  const action = actionNamed(ref, plan);
  if (action) return name.action(action);
  const clause = clauseOf(ref, plan);
  const indicator = plan.indicators.find((one) => one.clause === clause);
  if (indicator) return name.indicator(indicator);
  const goal = plan.actions.find((one) => one.goal === clause);
  if (goal) return name.action(goal);
  return ref.type === 'unit' ? name.unit(ref.id) : (HEAD.exec(desk.clause(clause)?.text ?? '')?.[1] ?? ref.id);
};

/** Returns whether a title has no figures: those are borne out by its own clause, which an answer beside it does not cite. */
export const isPlain = (title: string): boolean => !/\d/.test(title);

/** The question, in the asker's words, that asks this of that. */
export const questionOf = (ref: Ref, ask: Ask, desk: Desk): string => {
  const { say, plan, name } = desk;
  const task = taskNamed(ref, plan);
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
