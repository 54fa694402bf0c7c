import type { Desk, Draft } from '../answer/draft.ts';
import { bodyCitation, rowCitation, yearHead } from '../answer/task-sources.ts';
import type { Query, Task } from '../types.ts';
import { kind } from './kind.ts';
import { asks, targetYears } from './subject.ts';
import { cellsOf, taskLine } from './task-parts.ts';

const BETWEEN = /和|与|跟|同|以及|、|\band\b/u;
/** Each of the two must stand on its own. */
const OWN = 0.42;
const SHORTEST = 4;

const taskFor = (text: string, { search, plan }: Desk): Task | undefined => {
  const [first, second] = search.topics(text);
  if (first?.topic.kind !== 'task' || first.score < OWN || (second && second.score > first.score * 0.95))
    return undefined;
  return plan.tasks.find(({ number }) => number === first.topic.task);
};

/** 甲和乙: the places where a subject may be two. */
const halves = (subject: string): readonly (readonly [string, string])[] => {
  const cuts = [...subject.matchAll(new RegExp(BETWEEN, 'gu'))];
  return cuts
    .map((cut) => [subject.slice(0, cut.index).trim(), subject.slice(cut.index + cut[0].length).trim()] as const)
    .filter(([a, b]) => a.length >= SHORTEST && b.length >= SHORTEST);
};

const findPair = (query: Query, desk: Desk): readonly [Task, Task] | undefined => {
  if (
    !asks(query, 'target', 'amount', 'most', 'change', 'who', 'support', 'when') ||
    query.indicators.length > 0 ||
    query.tasks.length > 0
  )
    return undefined;
  for (const [a, b] of halves(query.subject)) {
    const pair = [taskFor(a, desk), taskFor(b, desk)] as const;
    if (pair[0] && pair[1] && pair[0] !== pair[1]) return [pair[0], pair[1]];
  }
  return undefined;
};

/** Two tasks side by side in a year. */
export const pair = kind<readonly [Task, Task]>({
  name: 'pair',
  examples: ['2021年科创板新增上市企业目标和科技型企业挂牌上市目标分别是多少家'],
  find: findPair,
  phrase: (tasks, desk, query): Draft => {
    const years = query.years.length > 0 ? query.years : targetYears(desk);
    const cells = (task: Task) => cellsOf(task, years);
    return {
      status: 'answered',
      lines: tasks.flatMap((task) => [
        taskLine(desk, task),
        ...cells(task).map(({ year, text }) => desk.say('targetLine', { year, text })),
      ]),
      citations: [
        ...tasks.flatMap((task) => [
          rowCitation(desk, task, ...cells(task).map(({ text }) => text)),
          bodyCitation(desk, task),
        ]),
        ...yearHead(desk, years),
      ],
      tasks: tasks.map(({ number }) => number),
    };
  },
});
