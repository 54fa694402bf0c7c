import type { Action, ClauseId, Indicator, Plan, Task } from '../types.ts';
import type { Ref } from '../values.ts';

/** Returns the task that a reference names; undefined for anything else. */
export const taskNamed = ({ type, id }: Ref, { tasks }: Plan): Task | undefined => {
  if (type !== 'task') return undefined;
  const asked = Number(id);
  return tasks.find(({ number }) => number === asked);
};

/** Returns the action that a reference names; undefined for anything else. */
export const actionNamed = ({ type, id }: Ref, { actions }: Plan): Action | undefined =>
  type === 'action' ? actions.find(({ number }) => String(number) === id) : undefined;

/** Returns the indicator that a reference names by its number, or by the clause of its row. */
export const indicatorNamed = ({ type, id }: Ref, { indicators }: Plan): Indicator | undefined =>
  indicators.find(({ number, clause }) => clause === id || (type === 'indicator' && String(number) === id));

/** Returns the task whose measure or row a clause is. */
export const taskIn = (clause: ClauseId, { tasks }: Plan): Task | undefined =>
  tasks.find(({ body, row }) => body.clause === clause || row.clause === clause);

/** True for the clauses that an action stands in: its heading, its goal, the head of its measures. */
export const isOfAction = (clause: ClauseId, { goal, heading: own }: Action): boolean => {
  if (own !== undefined) return clause === own || clause === goal;
  const heading = goal.replace(/\.\d+$/, '');
  return clause === heading || clause === goal || clause === `${heading}.2`;
};

/** Returns the clause by which a thing is cited; undefined for units and the plan itself. */
export const clauseOf = (ref: Ref, plan: Plan): ClauseId | undefined => {
  switch (ref.type) {
    case 'task':
      return taskNamed(ref, plan)?.body.clause;
    case 'action':
      return actionNamed(ref, plan)?.goal;
    case 'indicator':
      return indicatorNamed(ref, plan)?.clause;
    case 'clause':
    case 'goal':
    case 'safeguard':
      return ref.id;
    case 'unit':
    case 'plan':
      return undefined;
  }
};

/** Words so short are a part of many headings. */
const SHORTEST_HEADING = 4;

/** Returns the one action whose heading has every piece of the words, where no task's name has them: 未来产业 方向. */
export const headedBy = (words: string, { actions, tasks }: Plan): number | undefined => {
  const pieces = words.split(/[ 、]/u).filter((piece) => piece !== '');
  const hasAll = (title: string) => pieces.every((piece) => title.includes(piece));
  if (
    pieces.join('').length < SHORTEST_HEADING ||
    tasks.some(({ body, row }) => hasAll(body.title) || hasAll(row.title))
  )
    return undefined;
  const [only, ...others] = actions.filter(({ title }) => hasAll(title));
  return others.length === 0 && only && only.tasks.length > 1 ? only.number : undefined;
};
