import { counted, type Desk, type Draft } from '../answer/draft.ts';
import { listCitations, parentOf, yearHead } from '../answer/task-sources.ts';
import { clip } from '../text.ts';
import type { Query, Task } from '../types.ts';
import type { Condition, ReadConditions } from './conditions/condition.ts';
import { readMentions } from './conditions/mentions.ts';
import { readTargets } from './conditions/targets.ts';
import { readUnitCounts } from './conditions/unit-counts.ts';
import { readUnits } from './conditions/units.ts';
import { kind } from './kind.ts';
import { asks, targetYears } from './subject.ts';
import { countedTasks, taskLine } from './task-parts.ts';

/** Every sort of condition; the joined ones decide. To teach the bot another sort, add its reader. */
const READERS: readonly ReadConditions[] = [readUnits, readUnitCounts, readTargets, readMentions];

/** Words that make several units conditions on one task, rather than several lists. */
const COMBINED =
  /但|却|而(?!且)|既|又|没有|没(?=[有列写])|不(?:是|负责|支持|参与|管|含|在|归)|除了|除去|but not|and not|without/u;
const LISTED = /任务|哪[几一]?(?:项|条)|哪些|哪几个|几项|多少项|列出|tasks?|items?/u;
/** What stays of the subject beside the conditions, when it names a task of its own. */
const OTHER_SUBJECT = 4;
const NAMES_A_TASK = 0.34;
const SAYS_NOTHING =
  /任务|目标|单位|责任|支持|要求|写|里|中|的|是|了|有|在|上|项|条|只|仅|和|与|年|附件|表|行动|涉及|带|\s+/gu;

interface Facts {
  readonly conditions: readonly Condition[];
  readonly tasks: readonly Task[];
}

/** The subject names a task besides: the question is about that task and not about all. */
const namesATask = (query: Query, conditions: readonly Condition[], { search }: Desk): boolean => {
  const words = conditions.flatMap((condition) => condition.words);
  const rest = query.subject
    .split(' ')
    .map((piece) => piece.replace(/^的|的$/gu, ''))
    .filter((piece) => !words.some((stated) => stated.includes(piece)))
    .map((piece) => words.reduce((text, stated) => text.replace(stated, ' '), piece))
    .join(' ');
  if (rest.replace(SAYS_NOTHING, '').length < OTHER_SUBJECT) return false;
  const [best] = search.topics(rest);
  return best?.topic.kind === 'task' && best.score >= NAMES_A_TASK;
};

const findList = (query: Query, desk: Desk): Facts | undefined => {
  if (query.tasks.length + query.indicators.length > 0 || asks(query, 'indicators', 'growth', 'most')) return undefined;
  if (asks(query, 'confirm') && !asks(query, 'list', 'count', 'together')) return undefined;
  const several = query.units.length > 1 && (asks(query, 'together') || COMBINED.test(query.reading.text));
  const listed = LISTED.test(query.reading.text) && asks(query, 'list', 'count', 'content', 'amount', 'who', 'support');
  if (!listed && !several) return undefined;
  const conditions = READERS.flatMap((read) => read(query, desk));
  const own = conditions.filter(({ plain }) => !plain);
  const within = desk.plan.tasks.filter(({ action }) => query.actions.length === 0 || query.actions.includes(action));
  const tasks = within.filter((task) => conditions.every(({ holds }) => holds(task)));
  const together = query.units.length > 1 && asks(query, 'together') && tasks.length === 0;
  const combined = together || (several && COMBINED.test(query.reading.text));
  if (conditions.length === 0 || (own.length === 0 && !combined)) return undefined;
  if (asks(query, 'differ', 'annex') && own.every(({ byOrder }) => byOrder) && query.units.length > 0) return undefined;
  if (query.units.length + query.actions.length === 0 && namesATask(query, own, desk)) return undefined;
  return { conditions, tasks };
};

const CLIP = 60;

const shownBy = (conditions: readonly Condition[], task: Task) =>
  conditions.flatMap(({ shows }) => shows?.(task) ?? []);

const entryLines = (task: Task, conditions: readonly Condition[], desk: Desk): readonly string[] => [
  taskLine(desk, task),
  ...shownBy(conditions, task).map(
    ({ year, text }) => `   ${desk.say('targetLine', { year, text: clip(text, CLIP) })}`,
  ),
];

const phraseList = ({ conditions, tasks }: Facts, desk: Desk, query: Query): Draft => {
  const actions = desk.plan.actions.filter(({ number }) => query.actions.includes(number));
  const all = conditions.map(({ says }) => says).join(desk.language === 'en' ? '; ' : '，');
  const annex = parentOf(desk.plan.tasks[0]?.row.clause ?? '');
  return {
    status: 'answered',
    brief: true,
    lines: [
      ...actions.map((action) => desk.say('inAction', { action: desk.name.action(action) })),
      desk.say(tasks.length > 0 ? 'conditionTasks' : 'conditionNoTasks', { conditions: all, count: tasks.length }),
      ...tasks.flatMap((task) => entryLines(task, conditions, desk)),
    ],
    citations: [
      ...tasks.flatMap((task) => [
        ...listCitations(desk, task),
        ...shownBy(conditions, task).map(({ text }) => desk.cite(task.row.clause, text)),
      ]),
      ...yearHead(desk, targetYears(desk)),
      ...(tasks.length === 0 ? [desk.cite(annex)] : []),
    ],
    notices: conditions.some(({ byOrder }) => byOrder)
      ? [{ code: 'no_lead_unit', text: desk.say('firstIsNotLead'), clauses: [] }]
      : [],
    computed: [
      ...conditions.flatMap(({ number }) => (number === undefined ? [] : [counted(number, '所问的数目', [])])),
      countedTasks(tasks, '符合条件的任务数'),
      countedTasks(desk.plan.tasks, '任务分解表的行数'),
    ],
    tasks: tasks.map(({ number }) => number),
  };
};

/** Tasks under any conditions joined, over the whole plan or an action: complete and counted. */
export const taskList = kind<Facts>({
  name: 'task-list',
  whole: () => true,
  examples: [
    '没有支持单位的任务有哪些',
    '2022年目标里写了具体金额的有哪几项',
    '三年目标完全一样的任务有几项',
    '只有一个责任单位的是哪一项',
    '2021年有量化数字的任务有哪些',
    '高新区负责但市财政局不负责的有哪些',
    '既由高新区负责又由陕西银保监局支持的任务有哪些',
    '支持单位有陕西证监局没有陕西银保监局的任务',
    '排在第一位的责任单位是高新区的任务有哪些',
    '只有市工信局负责的是哪项',
    '第一责任单位不是市金融工作局的任务有几项',
    '三个以上支持单位的任务有哪些',
    '2020年和2021年目标相同的任务',
    '写了具体日期的任务有哪些',
    '以“次”为单位的目标有哪些任务',
    '提到区块链的任务有哪些',
    '三年目标各不相同的任务有几项',
    '支持单位只有一家的任务有多少项',
    '2020年目标里写了百分比的任务',
    '科技金融催化行动里没有支持单位的任务有哪些',
    'which tasks have no supporting unit',
    '只有陕西证监局一家支持的任务有几项',
    '哪些任务没有写任何数字',
  ],
  others: [
    '高新区负责哪些任务',
    '跨境金融融通行动包含哪些措施',
    '任务最多的行动是哪个',
    '哪些任务的责任单位正文与附件不一致',
  ],
  find: findList,
  phrase: phraseList,
});
