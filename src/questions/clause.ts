import type { Desk, Draft } from '../answer/draft.ts';
import { bodyCitation, rowCitation, titleNotices, yearHead } from '../answer/task-sources.ts';
import type { Clause, Task } from '../types.ts';
import { roleLine } from './assignment.ts';
import { kind } from './kind.ts';
import { asks, targetYears } from './subject.ts';
import { taskLine } from './task-parts.ts';

interface ByNumber {
  readonly tasks: readonly Task[];
  readonly clauses: readonly Clause[];
}

const summary = (task: Task, desk: Desk, full: boolean): readonly string[] => [
  taskLine(desk, task),
  ...(full ? [`${desk.say('bodySays')}${task.body.text}`] : []),
  roleLine(desk, task, 'responsible'),
  roleLine(desk, task, 'supporting'),
  ...(full
    ? [desk.say('annexSays'), ...task.row.targets.map(({ year, text }) => desk.say('targetLine', { year, text }))]
    : []),
];

const phraseNumber = ({ tasks, clauses }: ByNumber, desk: Desk): Draft => {
  const full = tasks.length === 1 && clauses.length === 0;
  return {
    status: 'answered',
    lines: [
      ...clauses.flatMap((clause) => [desk.say('says', { label: clause.label }), clause.text]),
      ...tasks.flatMap((task) => summary(task, desk, full)),
    ],
    citations: [
      ...clauses.map(({ id }) => desk.cite(id)),
      ...tasks.flatMap((task) => [
        bodyCitation(desk, task, ...(full ? [task.body.text] : [])),
        rowCitation(desk, task, ...(full ? task.row.targets.map(({ text }) => text) : [])),
      ]),
      ...(full ? yearHead(desk, targetYears(desk)) : []),
    ],
    notices: tasks.flatMap((task) => titleNotices(desk, task)),
    tasks: tasks.map(({ number }) => number),
    suggestions: tasks[0] ? [desk.say('askWho', { title: tasks[0].body.title })] : [],
  };
};

/** A clause by its number: 第21项, 三（五）2（3）, 四（二）. */
export const clause = kind<ByNumber>({
  name: 'clause',
  examples: [
    '第21项是什么任务？',
    '三（九）2（1）说的是什么',
    '四（二）写了什么',
    '附件第5项',
    '第1项和第3项分别是什么',
    '实施保障第三条讲什么',
    '行动目标第二条',
    '第57项',
    '任务21',
    '三、（十）2.（4）是啥',
    '附表第9项的内容',
    '第十二项任务是什么',
    '四（四）的原文',
    '第四十五项讲的啥',
    '三（十四）2（2）写的什么',
    'item 33',
    'annex.21',
    '科技金融催化行动第三项任务',
    '第7、第8项是什么',
    '保障措施第五条',
  ],
  others: ['第21项由谁负责', '第58项是什么', '第五个行动是什么', '第21项2021年目标是什么'],
  find: (query, desk) => {
    if (query.clauses.length === 0 || query.clauses.some(({ exists }) => !exists)) return undefined;
    const ofTasks = query.tasks.length > 0;
    if ((ofTasks && asks(query, 'target', 'when', 'sum')) || query.years.length > 0) return undefined;
    if (asks(query, 'who', 'support', 'lead', 'differ')) return undefined;
    const tasks = desk.plan.tasks.filter(({ number }) => query.tasks.includes(number));
    const own = desk.plan.clauses.filter(
      ({ id, kind: what }) =>
        what !== 'measure' &&
        what !== 'row' &&
        what !== 'heading' &&
        query.clauses.some(({ clause: asked }) => asked === id),
    );
    return tasks.length + own.length > 0 ? { tasks, clauses: own } : undefined;
  },
  phrase: phraseNumber,
});
