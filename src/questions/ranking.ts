import type { Role } from '../answer/differences.ts';
import { counted, type Desk, type Draft } from '../answer/draft.ts';
import { meantBy } from '../answer/names.ts';
import { listCitations } from '../answer/task-sources.ts';
import type { Query, Task } from '../types.ts';
import { kind } from './kind.ts';
import { asks } from './subject.ts';

/** What is ranked: a name, its count, and the tasks that were counted. */
interface Ranked {
  readonly name: string;
  readonly count: number;
  readonly tasks: readonly Task[];
}

interface Facts {
  readonly what: 'action' | 'unit' | 'task';
  /** 任务, 责任单位 …: what was counted. */
  readonly of: string;
  readonly measure: string;
  readonly least: boolean;
  readonly rows: readonly Ranked[];
}

const LEAST = /最少|最低|最小|fewest|least/u;
const OF_UNITS =
  /(?:责任|支持|配合|参与|负责|涉及)?的?(?:单位|部门)(?:数量?|个数)?(?:是|列得|写得)?最|units? .{0,12}(?:most|fewest)|(?:most|fewest) .{0,20}units/u;
const ACTION = /行动|\bactions?\b/u;
const UNIT = /单位|部门|哪家|哪个局|哪个区|哪个委|谁|开发区|\bunit|\boffice|\bbureau|\bdistrict|\bwho\b/u;
const TASKS = /任务|项|活|事|负责|支持|担|管|背|参与|tasks?|responsib|support/u;
const DISTRICTS = /哪个区|开发区|哪个新区|\bdistrict|\bzone/u;
/** A question with a subject of its own is about that. */
const NAMES_A_TOPIC = 0.5;
const LONGEST_SUBJECT = 8;
/** What is shown of a ranking: those in front, and as many behind. */
const MOST_ROWS = 6;

const rolesIn = (text: string): readonly Role[] => {
  const [supports, answers] = [/支持|配合|support/u.test(text), /负责|责任|牵头|responsib|in charge/u.test(text)];
  if (supports === answers) return ['responsible', 'supporting'];
  return supports ? ['supporting'] : ['responsible'];
};

const rank = (rows: readonly Ranked[], least: boolean): readonly Ranked[] =>
  rows.toSorted((a, b) => (least ? a.count - b.count : b.count - a.count));

const actionsByTasks = ({ plan, name }: Desk): readonly Ranked[] =>
  plan.actions.map((action) => ({
    name: name.action(action),
    count: action.tasks.length,
    tasks: plan.tasks.filter((task) => task.action === action.number),
  }));

const tasksByUnits = (query: Query, { plan, name }: Desk): readonly Ranked[] => {
  const roles = rolesIn(query.reading.text);
  return plan.tasks.map((task) => ({
    name: `${task.number}. ${name.task(task)}`,
    count: new Set(roles.flatMap((role) => meantBy(task.body[role]))).size,
    tasks: [task],
  }));
};

const unitsByTasks = (query: Query, { plan, name }: Desk): readonly Ranked[] => {
  const roles = rolesIn(query.reading.text);
  const areas = DISTRICTS.test(query.reading.text);
  const named = query.reading.mentions.flatMap((mention) => (mention.kind === 'unit' ? mention.unit : []));
  return plan.registry.units
    .filter(({ name: unit, kind: sort }) => !named.includes(unit) && (!areas || /区/.test(sort)))
    .map((unit) => {
      const tasks = plan.tasks.filter(({ body, row }) =>
        roles.some((role) => [...meantBy(body[role]), ...meantBy(row[role])].includes(unit.name)),
      );
      return { name: name.unit(unit.name), count: tasks.length, tasks };
    })
    .filter(({ count }) => count > 0);
};

const findRanking = (query: Query, desk: Desk): Facts | undefined => {
  const { text } = query.reading;
  if (!asks(query, 'most') || query.indicators.length + query.tasks.length > 0 || asks(query, 'indicators'))
    return undefined;
  const least = LEAST.test(text);
  const [role, other] = rolesIn(text);
  const both = role === undefined || other !== undefined;
  const roleName = both ? 'rankUnits' : role === 'supporting' ? 'rankSupporting' : 'rankResponsible';
  if (OF_UNITS.test(text))
    return {
      what: 'task',
      of: desk.say(roleName),
      measure: desk.say('measureUnits'),
      least,
      rows: rank(tasksByUnits(query, desk), least),
    };
  if (!TASKS.test(text)) return undefined;
  if (ACTION.test(text) && !UNIT.test(text.replace(/行动计划/g, '')))
    return {
      what: 'action',
      of: desk.say('rankTasks'),
      measure: desk.say('measureTasks'),
      least,
      rows: rank(actionsByTasks(desk), least),
    };
  if (!UNIT.test(text)) return undefined;
  if ((query.hits[0]?.score ?? 0) >= NAMES_A_TOPIC && query.subject.length > LONGEST_SUBJECT) return undefined;
  const asRole = both ? 'rankTasks' : role === 'supporting' ? 'rankTasksSupported' : 'rankTasksResponsible';
  return {
    what: 'unit',
    of: desk.say(asRole),
    measure: desk.say('measureTasks'),
    least,
    rows: rank(unitsByTasks(query, desk), least),
  };
};

const phraseRanking = ({ what, of, measure, least, rows }: Facts, desk: Desk): Draft => {
  const first = rows.filter(({ count }) => count === rows[0]?.count);
  const next = rows.slice(first.length, Math.max(first.length, MOST_ROWS));
  const tasks =
    what === 'unit' ? (first.length === 1 ? (first[0]?.tasks ?? []) : []) : first.flatMap((row) => row.tasks);
  const line = ({ name, count }: Ranked) => desk.say('rankLine', { name, count, measure });
  return {
    status: 'answered',
    brief: true,
    lines: [
      desk.say(least ? 'rankLeast' : 'rankMost', {
        of,
        names: first.map(({ name }) => name).join(desk.language === 'en' ? '; ' : '、'),
        count: first[0]?.count ?? 0,
        measure,
      }),
      ...(next.length > 0 ? [desk.say('rankNext'), ...next.map(line)] : []),
    ],
    citations: (tasks.length > 0 ? tasks : first.flatMap((row) => row.tasks)).flatMap((task) =>
      listCitations(desk, task),
    ),
    computed: [...first.slice(0, 1), ...next].map((row) =>
      counted(
        row.count,
        `${row.name}：按条款计数`,
        row.tasks.map(({ row: { clause } }) => clause),
      ),
    ),
    tasks: tasks.map(({ number }) => number),
  };
};

/** Which action, unit or task has the most or the fewest of something that the plan lists. */
export const ranking = kind<Facts>({
  name: 'ranking',
  whole: () => true,
  examples: [
    '任务最多的行动是哪个',
    '责任单位最多的是哪一项',
    '哪个单位负责的任务最多',
    '支持任务最多的单位是哪家',
    '哪个行动任务最少',
    '支持单位最多的任务是哪几项',
    '除了市金融工作局，谁负责的任务最多',
    '哪个开发区任务最多',
    '责任单位最少的任务有哪些',
    '15个行动里哪个行动的任务最多',
    '哪家单位背的任务最多',
    '涉及单位最多的是哪一条任务',
    '最忙的不说，负责任务最少的单位是哪个',
    '哪项任务的支持单位最多',
    '支持任务最少的是哪个单位',
    'which action has the most tasks',
    'Which unit is responsible for the most tasks?',
    '参与任务最多的部门是谁',
  ],
  others: [
    '主要指标里增长最快的是哪个',
    '科创板哪一年新增最多',
    '高新区负责哪些任务',
    '57项任务一共涉及多少个责任单位',
  ],
  find: findRanking,
  phrase: phraseRanking,
});
