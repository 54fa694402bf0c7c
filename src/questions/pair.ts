import type { Role } from '../answer/differences.ts';
import type { Desk, Draft } from '../answer/draft.ts';
import { bodyCitation, rowCitation, yearHead } from '../answer/task-sources.ts';
import { squeeze } from '../text.ts';
import type { Computed, Query, Task } from '../types.ts';
import { bearing, difference } from './arithmetic.ts';
import { assignmentDraft } from './assignment.ts';
import { kind } from './kind.ts';
import { asks, rolesOf, targetYears } from './subject.ts';
import { cellsOf, taskLine } from './task-parts.ts';

/** 哪个成立得早, 谁多: two things set against each other. */
const WHICH_MORE = /(?:哪个|谁|哪一个|哪边|哪项).{0,6}(?:早|晚|先|后|多|少|高|低|大|小)|差(?:几|多少)|相差/u;
const FIGURE = /(\d+(?:\.\d+)?)\s*(家次|家|个|次|亿元|万元|名|期|项)/;

const BETWEEN = /和|与|跟|同|以及|、|\band\b/u;
/** Each of the two must stand on its own, clear of the next. */
const OWN = 0.4;
const CLEAR_OF_NEXT = 0.9;
const SHORTEST = 3;
/** One task that bears out so much of the whole is meant by the whole. */
const ONE = 0.9;

/** The plan itself joins the two: 创新性金融产品与服务. */
const isPrinted = (subject: string, { plan }: Desk): boolean =>
  plan.clauses.some(({ text }) => squeeze(text).includes(squeeze(subject)));

const taskFor = (text: string, { search, plan }: Desk): Task | undefined => {
  const named = plan.tasks.find(({ body, row }) => text.includes(body.title) || text.includes(row.title));
  const [first, second] = search.topics(text);
  const clear = first && first.score >= OWN && (!second || second.score < first.score * CLEAR_OF_NEXT);
  return named ?? (clear ? plan.tasks.find(({ number }) => number === first.topic.task) : undefined);
};

/** 甲和乙: the places where a subject may be two. */
const halves = (subject: string): readonly (readonly [string, string])[] => {
  const cuts = [...subject.matchAll(new RegExp(BETWEEN, 'gu'))];
  return cuts
    .map((cut) => [subject.slice(0, cut.index).trim(), subject.slice(cut.index + cut[0].length).trim()] as const)
    .filter(([a, b]) => a.length >= SHORTEST && b.length >= SHORTEST);
};

const findPair = (query: Query, desk: Desk): readonly [Task, Task] | undefined => {
  const asked =
    asks(query, 'target', 'amount', 'most', 'change', 'who', 'support', 'when') || WHICH_MORE.test(query.reading.text);
  if (!asked || query.indicators.length > 0) return undefined;
  if (query.tasks.length > 1 || query.clauses.length > 0 || query.units.length > 0 || query.assumed.length > 0)
    return undefined;
  if ((query.hits[0]?.score ?? 0) >= ONE || isPrinted(query.subject, desk)) return undefined;
  for (const [a, b] of halves(query.subject)) {
    const pair = [taskFor(a, desk), taskFor(b, desk)] as const;
    if (pair[0] && pair[1] && pair[0] !== pair[1]) return [pair[0], pair[1]];
  }
  return undefined;
};

const roleAsked = (query: Query): Role | undefined =>
  asks(query, 'who', 'support', 'lead') && !WHICH_MORE.test(query.reading.text) ? rolesOf(query)[0] : undefined;

/** How far apart the two are in a year in which each has a figure in the same measure. */
const gapsOf = ([a, b]: readonly Task[], years: readonly number[]): readonly Computed[] =>
  years.flatMap((year) => {
    const found = [a, b].map((task) => FIGURE.exec((task && cellsOf(task, [year])[0]?.text) ?? ''));
    const [x, y] = found;
    if (!x?.[1] || !y?.[1] || x[2] !== y[2] || !a || !b) return [];
    const gap = difference(x[1], y[1], [a.row.clause, b.row.clause]);
    return [{ ...gap, value: `${gap.value}${x[2]}` }];
  });

const targets = (tasks: readonly Task[], desk: Desk, query: Query): Draft => {
  const years = query.years.length > 0 ? query.years : targetYears(desk);
  const cells = (task: Task) => cellsOf(task, years);
  const gaps = WHICH_MORE.test(query.reading.text) || asks(query, 'change') ? gapsOf(tasks, years) : [];
  return {
    status: 'answered',
    computed: bearing(gaps),
    lines: [
      ...gaps.map(({ formula }) => desk.say('gap', { formula })),
      ...tasks.flatMap((task) => [
        taskLine(desk, task),
        ...cells(task).map(({ year, text }) => desk.say('targetLine', { year, text })),
      ]),
    ],
    citations: [
      ...tasks.flatMap((task) => [
        rowCitation(desk, task, ...cells(task).map(({ text }) => text)),
        bodyCitation(desk, task),
      ]),
      ...yearHead(desk, years),
    ],
    tasks: tasks.map(({ number }) => number),
  };
};

/** Two tasks side by side: who does them, or what a year demands of each. */
export const pair = kind<readonly [Task, Task]>({
  name: 'pair',
  examples: [
    '2021年科创板新增上市企业目标和科技型企业挂牌上市目标分别是多少家',
    '供应链金融和农户信用评级2021年目标各是什么',
    '天然气交易中心与文化产权交易谁负责',
    '创投之都和能源金融贸易区2022年目标',
    '金融人才引进机制跟金融教育培训2020年目标',
    '诚信西商评选和农户信用等级评价谁负责',
    '科创板与大商道2021年目标各是什么',
    '金融小镇和金融商务区建设2022年目标分别是什么',
    '普惠金融事业部和科技金融发展指数分别什么目标',
    '跨境人民币使用和跨境双向投融资2022年目标',
    '高端国际金融会议与宣传推广由谁负责',
    '博士后工作站和金融人才政策环境谁负责',
    '监管协作机制和地方类金融监管系统谁支持',
    '绿色保险与环境权益市场分别由谁负责',
    '物流企业贷款和农户信用评级谁来支持',
  ],
  others: [
    '科创板2021年要新增几家',
    '2020年存款和贷款余额相差多少',
    '市科技局和市财政局共同负责的任务有哪些',
    '第1项和第3项分别是什么',
    '新城区和曲江新区各负责什么',
  ],
  find: findPair,
  phrase: (tasks, desk, query): Draft => {
    const role = roleAsked(query);
    return role ? assignmentDraft(tasks, role, desk, query) : targets(tasks, desk, query);
  },
});
