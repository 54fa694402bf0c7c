import type { Role } from '../answer/differences.ts';
import { counted, type Desk, type Draft } from '../answer/draft.ts';
import { listCitations, yearHead } from '../answer/task-sources.ts';
import { clip } from '../text.ts';
import type { Action, Query } from '../types.ts';
import { roleLine } from './assignment.ts';
import { kind } from './kind.ts';
import { asks, yearsWithin } from './subject.ts';
import { cellsOf, taskLine } from './task-parts.ts';

const UNITS = /哪些单位|哪几家单位|涉及(?:的)?单位|责任单位/u;

/** A year's target beneath its task, so that six of them fit a phone. */
const LONGEST_TARGET = 160;

interface Facts {
  readonly action: Action;
  readonly goal: boolean;
  readonly measures: boolean;
  readonly roles: readonly Role[];
  /** Years whose targets are shown beneath the tasks. */
  readonly years: readonly number[];
}

const actionOf = (query: Query, { plan }: Desk): Action | undefined => {
  const number =
    query.actions[0] ??
    query.clauses.map(({ clause }) => Number(/^3\.(\d+)(?:\.1|\.2)?$/.exec(clause)?.[1])).find((found) => found > 0);
  return plan.actions.find((action) => action.number === number);
};

const goalText = ({ clause }: Desk, { goal }: Action): string =>
  (clause(goal)?.text ?? '').replace(/^\d+[.．]\s*具体目标[。：:]?\s*/, '');

const rolesOf = (query: Query): readonly Role[] => [
  ...(asks(query, 'who', 'lead') || UNITS.test(query.reading.text) ? (['responsible'] as const) : []),
  ...(asks(query, 'support') ? (['supporting'] as const) : []),
];

const phraseAction = ({ action, goal, measures, roles, years }: Facts, desk: Desk): Draft => {
  const tasks = desk.plan.tasks.filter(({ number }) => action.tasks.includes(number));
  return {
    status: 'answered',
    brief: measures,
    lines: [
      ...(goal ? [desk.say('goalOf', { action: desk.name.action(action) }), goalText(desk, action)] : []),
      ...(measures
        ? [
            desk.say('measuresOf', { action: desk.name.action(action), count: tasks.length }),
            ...tasks.flatMap((task) => [
              taskLine(desk, task),
              ...roles.map((role) => `   ${roleLine(desk, task, role)}`),
              ...cellsOf(task, years).map(
                ({ year, text }) => `   ${desk.say('targetLine', { year, text: clip(text, LONGEST_TARGET) })}`,
              ),
            ]),
          ]
        : []),
    ],
    citations: [
      desk.cite(action.goal),
      ...(measures ? tasks.flatMap((task) => listCitations(desk, task)) : []),
      ...tasks.flatMap((task) => cellsOf(task, years).map(({ text }) => desk.cite(task.row.clause, text))),
      ...yearHead(desk, years),
    ],
    computed: measures
      ? [
          counted(
            tasks.length,
            '该行动下的任务数',
            tasks.map(({ body }) => body.clause),
          ),
        ]
      : [],
    tasks: measures ? [...action.tasks] : [],
    suggestions: [
      measures
        ? desk.say('askItem', { number: tasks[0]?.number ?? '' })
        : desk.say('askTasks', { title: action.title }),
    ],
  };
};

/** An action: its specific goal and its tasks. */
export const action = kind<Facts>({
  name: 'action',
  examples: [
    '绿色金融引领行动的具体目标是什么',
    '信用服务增进行动下面有哪些任务',
    '第五个行动是什么',
    '跨境金融融通行动包含哪些措施',
    '三（十二）讲什么',
    '文旅行动有几项任务',
    '行动八的目标',
    '金融人才培元行动有哪些举措',
    '科技金融催化行动责任单位有哪些',
    '第十三个行动有哪几项',
    '普惠金融发展行动2021年目标',
    '能源金融集聚行动讲的是什么',
    '三（一）的具体目标',
    '第3个行动的目标是什么',
    '信用服务增进行动都有哪些任务',
    '金融空间建设行动涉及哪些单位',
    'what are the tasks of the green finance action',
    '資本市場築基行動有哪些任務',
    '物流金融行动',
    '行动十五是什么',
  ],
  others: ['能源金融集聚行动里西咸新区负责什么', '任务最多的行动是哪个', '第十六个行动的目标', '重大行动有哪些'],
  find: (query, desk) => {
    const found = actionOf(query, desk);
    if (!found || query.units.length > 0 || query.tasks.length > 0) return undefined;
    const list = asks(query, 'list', 'count', 'measures');
    const goal = asks(query, 'goal', 'target', 'amount', 'when') || query.years.length > 0;
    const roles = rolesOf(query);
    const said = goalText(desk, found);
    const years = yearsWithin(query, desk).filter((year) => !said.includes(String(year)));
    return {
      action: found,
      goal: (goal || !list) && roles.length === 0,
      measures: list || !goal || roles.length > 0 || years.length > 0,
      roles,
      years,
    };
  },
  phrase: phraseAction,
});
