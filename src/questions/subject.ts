import type { Role } from '../answer/differences.ts';
import type { Desk } from '../answer/draft.ts';
import type { Intent, Query, Task } from '../types.ts';

/** True when the question has any of the intents. */
export const asks = (query: Query, ...intents: readonly Intent[]): boolean =>
  intents.some((intent) => query.intents.has(intent));

const byNumber = (desk: Desk, number: number | undefined): readonly Task[] =>
  desk.plan.tasks.filter((task) => task.number === number);

/** The tasks that a question is about: named outright, or found clearly enough. */
export const subjectTasks = (query: Query, desk: Desk): readonly Task[] => {
  if (query.tasks.length > 0) return query.tasks.flatMap((number) => byNumber(desk, number));
  if (query.clauses.some(({ exists }) => !exists)) return [];
  if (query.confidence !== 'clear' && query.confidence !== 'weak') return [];
  return byNumber(desk, query.topic?.task);
};

/** The one task of a question that is about one. */
const subjectTask = (query: Query, desk: Desk): Task | undefined => {
  const tasks = subjectTasks(query, desk);
  return tasks.length === 1 ? tasks[0] : undefined;
};

/** A task this close to the best topic may be meant; closer is not needed where only a task has what is asked for. */
const NEAR = 0.8;
const NEAR_FOR_UNITS = 0.5;

/** The task that fits best even where another topic fits a little better: for questions that only a task can answer. */
export const nearestTask = (query: Query, desk: Desk): Task | undefined => {
  const direct = subjectTask(query, desk);
  if (direct || query.confidence === 'none' || query.tasks.length > 0) return direct;
  const best = query.hits[0];
  const hit = query.hits.find(({ topic }) => topic.kind === 'task');
  const near = asks(query, 'who', 'support', 'lead') && best?.topic.kind !== 'safeguard' ? NEAR_FOR_UNITS : NEAR;
  return hit && best && hit.score >= best.score * near ? byNumber(desk, hit.topic.task)[0] : undefined;
};

/** Years that the plan has targets for. */
export const targetYears = ({ plan }: Pick<Desk, 'plan'>): readonly number[] => {
  const [from, to] = plan.document.period;
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
};

/** Years asked for that lie outside the plan's targets. */
export const outsideYears = (query: Query, desk: Desk): readonly number[] =>
  query.years.filter((year) => !targetYears(desk).includes(year));

/** Years asked for that the plan has targets for. */
export const yearsWithin = (query: Query, desk: Desk): readonly number[] =>
  query.years.filter((year) => targetYears(desk).includes(year));

/** Topics this close to the best are tied with it. */
const TIED = 0.93;
/** Several tasks that bear out so much of the question have its word in common: it may mean any of them. */
const GENERIC = 0.6;

const tiedTasks = (query: Query, desk: Desk): readonly Task[] => {
  const best = query.hits[0]?.score ?? 0;
  return query.hits
    .filter(({ topic, score }) => topic.kind === 'task' && score > best * TIED)
    .flatMap(({ topic }) => byNumber(desk, topic.task));
};

/** The tasks asked for, two that are tied, or the nearest one: for questions about units, which only tasks have. */
export const tasksForUnits = (query: Query, desk: Desk): readonly Task[] | undefined => {
  const tasks = subjectTasks(query, desk);
  if (tasks.length > 0) return tasks;
  if (query.confidence === 'tie' && query.tasks.length === 0) {
    const tied = tiedTasks(query, desk);
    if (tied.length === 2) return tied;
    if (tied.length > 2 && (query.hits[0]?.score ?? 0) >= GENERIC) return undefined;
  }
  const nearest = nearestTask(query, desk);
  return nearest && [nearest];
};

/** The roles that a question about units asks for: one, or both. */
export const rolesOf = (query: Query): readonly Role[] => {
  if (asks(query, 'support') && !asks(query, 'who', 'lead')) return ['supporting'];
  return asks(query, 'who', 'lead') && !asks(query, 'support') ? ['responsible'] : ['responsible', 'supporting'];
};

/** The question's text without its years: a year is no claimed figure. */
export const textWithoutYears = ({ reading }: Query): string =>
  reading.mentions
    .filter(({ kind }) => kind === 'year')
    .reduce((rest, { text }) => rest.replace(text, ' '), reading.text);

/** A sentence that states an amount, in figures or in numerals. */
export const QUANTIFIED = /\d|[一二三四五六七八九十百千万亿]+(?:亿|万|家|个|次|倍|成)/;
