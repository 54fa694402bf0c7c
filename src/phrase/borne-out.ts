import { counted, type Desk, type Draft } from '../answer/draft.ts';
import { hasRow } from '../plan/pair.ts';
import type { Plan } from '../types.ts';
import type { Query } from '../values.ts';

/** Returns a draft that the question bears out in the years that were worked out: 十四五, 后两年. */
export const withYears = (draft: Draft, queries: readonly Query[]): Draft => {
  const years = [...new Set(queries.flatMap((query) => query.years))];
  return { ...draft, computed: [...(draft.computed ?? []), ...years.map((year) => counted(year, '所问的年份', []))] };
};

/** Returns a draft with the numbers of tasks that no table numbers: they are their places among the tasks. */
export const withNumbers = (draft: Draft, { tasks }: Plan): Draft => {
  const cited = new Set((draft.citations ?? []).map(({ clause }) => clause));
  const own = tasks.filter((task) => !hasRow(task) && cited.has(task.body.clause));
  const numbers = own.map(({ number, body }) => counted(number, '任务的次序', [body.clause]));
  return numbers.length === 0 ? draft : { ...draft, computed: [...(draft.computed ?? []), ...numbers] };
};

/** Returns a draft that says, where a true thing is asked why, that the plan does not say. */
export const withReason = (draft: Draft, queries: readonly Query[], { say }: Desk): Draft =>
  draft.verdict === true && queries.some(({ why }) => why)
    ? { ...draft, lines: [say('reasonUnsaid'), ...draft.lines] }
    : draft;
