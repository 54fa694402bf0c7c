import type { Desk, Draft } from '../answer/draft.ts';
import type { PhraseKey } from '../answer/phrases.ts';
import { listCitations, yearHead } from '../answer/task-sources.ts';
import type { Query, Task } from '../types.ts';
import { kind } from './kind.ts';
import { asks, targetYears, yearsWithin } from './subject.ts';
import { cellsOf, countedTasks, taskLine } from './task-parts.ts';

/** A condition on tasks that a question may name. To teach the bot another, add a row. */
interface Condition {
  readonly phrase: PhraseKey;
  readonly pattern: RegExp;
  /** Looks at the task as a whole. */
  readonly task?: (task: Task) => boolean;
  /** Looks at the targets of the asked years; what it finds is shown. */
  readonly cell?: RegExp;
}

const sameCells = (task: Task): boolean =>
  new Set(task.row.targets.map(({ text }) => text.replace(/\s+/g, ''))).size === 1;

const CONDITIONS: readonly Condition[] = [
  {
    phrase: 'tasksNoSupport',
    pattern:
      /(?:没有|没写|未写|未列|无|不含|缺)(?:明确)?(?:的)?支持单位|支持单位(?:一栏)?(?:是|为)?(?:空白?|空着|没有|没写)|(?:without (?:any )?|no )supporting/u,
    task: ({ body, row }) => body.supporting.length + row.supporting.length === 0,
  },
  {
    phrase: 'tasksOneUnit',
    pattern: /(?:只有|仅有?|就)(?:一|1)(?:个|家)(?:责任)?单位|单独(?:一家)?负责|only one responsible/u,
    task: ({ body }) => body.responsible.length === 1,
  },
  {
    phrase: 'tasksSameYears',
    pattern:
      /(?:三年|各年|每年|年年|历年)(?:的)?(?:目标|任务|内容|写的)*(?:都|均|全|完全)?(?:一样|一模一样|相同|不变|没变|一字不差|重复)|same (?:targets? )?(?:every|each|all)/u,
    task: sameCells,
  },
  {
    phrase: 'tasksMoney',
    pattern: /(?:具体)?(?:金额|多少钱|亿元|钱数|资金规模)|amounts? of money|monetary/u,
    cell: /\d+(?:\.\d+)?\s*(?:万亿|亿|万)元?|百亿元?|千亿元?/u,
  },
  {
    phrase: 'tasksPercent',
    pattern: /百分比|百分数|比例|％|%/u,
    cell: /\d\s*[%％]/u,
  },
  {
    phrase: 'tasksFigures',
    pattern: /量化|(?:具体|明确)?(?:的)?(?:数字|数值|数量|数据指标)|quantif|figures?/u,
    cell: /\d+(?:\.\d+)?\s*(?:万亿|亿|万|家|次|个|项|期|名|平方米|%|％)/u,
  },
];

const holds = ({ task: whole, cell }: Condition, task: Task, years: readonly number[]): boolean =>
  whole ? whole(task) : cellsOf(task, years).some(({ text }) => cell?.test(text) ?? false);

interface Facts {
  readonly condition: Condition;
  readonly years: readonly number[];
  readonly tasks: readonly Task[];
}

const findList = (query: Query, desk: Desk): Facts | undefined => {
  if (
    asks(query, 'indicators', 'growth', 'most') ||
    !asks(query, 'list', 'count', 'content') ||
    query.units.length + query.tasks.length + query.indicators.length > 0
  )
    return undefined;
  const condition = CONDITIONS.find(({ pattern }) => pattern.test(query.reading.text));
  if (
    !condition ||
    (query.confidence === 'clear' && query.topic?.kind === 'task' && !asks(query, 'annex', 'list', 'count'))
  )
    return undefined;
  const years = query.years.length > 0 ? yearsWithin(query, desk) : targetYears(desk);
  const within = desk.plan.tasks.filter(({ action }) => query.actions.length === 0 || query.actions.includes(action));
  return { condition, years, tasks: within.filter((task) => holds(condition, task, years)) };
};

const CLIP = 60;
const clip = (text: string): string => (text.length > CLIP ? `${text.slice(0, CLIP)}……` : text);

/** The sentences of a cell that bear the condition out. */
const evidence = (text: string, cell: RegExp): string =>
  clip(
    text
      .split(/(?<=[。；])/)
      .filter((part) => cell.test(part))
      .join(''),
  );

/** Tasks under a condition, over the whole plan: complete and counted. */
export const taskList = kind<Facts>({
  name: 'task-list',
  examples: [
    '没有支持单位的任务有哪些',
    '2022年目标里写了具体金额的有哪几项',
    '三年目标完全一样的任务有几项',
    '只有一个责任单位的是哪一项',
    '2021年有量化数字的任务有哪些',
  ],
  find: findList,
  phrase: (facts, desk): Draft => {
    const { condition, years, tasks } = facts;
    const { cell } = condition;
    const shown = (task: Task) => (cell ? cellsOf(task, years).filter(({ text }) => cell.test(text)) : []);
    return {
      status: 'answered',
      brief: true,
      lines: [
        desk.say(condition.phrase, { count: tasks.length, years: years.join('、') }),
        ...tasks.flatMap((task) => [
          taskLine(desk, task),
          ...shown(task).map(
            ({ year, text }) => `   ${desk.say('targetLine', { year, text: cell ? evidence(text, cell) : '' })}`,
          ),
        ]),
      ],
      citations: [
        ...tasks.flatMap((task) => [
          ...shown(task).map(({ text }) => desk.cite(task.row.clause, text)),
          ...listCitations(desk, task),
        ]),
        ...yearHead(desk, years),
      ],
      computed: [countedTasks(tasks, '符合条件的任务数')],
      tasks: tasks.map(({ number }) => number),
    };
  },
});
