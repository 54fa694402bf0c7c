import { compareRole, compareTask, type Role, titlesDiffer } from '../answer/differences.ts';
import type { Desk, Draft } from '../answer/draft.ts';
import { meantBy, printedBy } from '../answer/names.ts';
import { bodyCitation, listCitations, roleNotices, rowCitation, titleNotices } from '../answer/task-sources.ts';
import type { Query, Task } from '../types.ts';
import { kind } from './kind.ts';
import { asks, nearestTask } from './subject.ts';
import { countedTasks, taskLine } from './task-parts.ts';

type Facts =
  | { readonly kind: 'task'; readonly task: Task }
  | { readonly kind: 'unit'; readonly unit: string; readonly side: 'body' | 'annex'; readonly tasks: readonly Task[] }
  | { readonly kind: 'titles'; readonly tasks: readonly Task[] }
  | { readonly kind: 'all'; readonly tasks: readonly Task[] };

const ROLES: readonly Role[] = ['responsible', 'supporting'];
/** 正文写了…附件没有, or the other way round. */
const ANNEX_LACKS =
  /(?:附件|附表|分解表|annex)[^，,。]{0,12}(?:没|缺|少|漏|不|lack|omit|not)|正文(?:写了?|有|列了?)|[只仅](?:在|有)?正文/u;

/** 只在正文里写了: in one source and not in the other. */
const ONLY_ONE = /[只仅](?:在|有|由)?(?:正文|附件|附表|分解表)|(?:正文|附件|附表|分解表)(?:里|中)?(?:才|独有|单独)/u;

const onlyIn = (task: Task, unit: string, side: 'body' | 'annex'): boolean =>
  ROLES.some((role) => compareRole(task, role)?.[side === 'body' ? 'onlyBody' : 'onlyAnnex'].includes(unit));

const TITLES = /题目|标题|名称|任务名|名字|叫法|title/u;

/** The roles that a question compares: both, unless it names one. */
const rolesAsked = (query: Query): readonly Role[] => {
  if (asks(query, 'support') && !asks(query, 'who')) return ['supporting'];
  return asks(query, 'who') && !asks(query, 'support') ? ['responsible'] : ROLES;
};

const findDiffer = (query: Query, desk: Desk): Facts | undefined => {
  const twoSources = asks(query, 'body') && asks(query, 'annex');
  if (
    !asks(query, 'differ') &&
    !twoSources &&
    !ONLY_ONE.test(query.reading.text) &&
    !(asks(query, 'annex') && asks(query, 'negative', 'confirm', 'who', 'support'))
  )
    return undefined;
  if (asks(query, 'sum', 'amount')) return undefined;
  const task = nearestTask(query, desk);
  if (task && (query.confidence === 'clear' || query.tasks.length > 0)) return { kind: 'task', task };
  const [unit] = query.units;
  if (unit) {
    const side = ANNEX_LACKS.test(query.reading.text) ? 'body' : 'annex';
    const tasks = desk.plan.tasks.filter((one) => onlyIn(one, unit, side));
    return tasks.length > 0 ? { kind: 'unit', unit, side, tasks } : undefined;
  }
  if (TITLES.test(query.reading.text)) return { kind: 'titles', tasks: desk.plan.tasks.filter(titlesDiffer) };
  if (query.subject.length > 6 && !twoSources) return undefined;
  const roles = rolesAsked(query);
  const differs = (one: Task) =>
    compareTask(one).some(
      ({ role, onlyBody, onlyAnnex }) => roles.includes(role) && onlyBody.length + onlyAnnex.length > 0,
    );
  return { kind: 'all', tasks: desk.plan.tasks.filter(differs) };
};

const roleLines = (task: Task, role: Role, desk: Desk): readonly string[] => {
  const head = desk.say(role, { units: '' }).trim();
  const [body, row] = [meantBy(task.body[role]), printedBy(task.row[role])];
  const none = '—';
  return [
    head,
    `  ${desk.say('bodyList', { units: body.length > 0 ? desk.name.units(body) : none })}`,
    `  ${desk.say('annexList', { units: row || none })}`,
  ];
};

const phraseTask = (task: Task, desk: Desk): Draft => ({
  status: 'answered',
  lines: [
    desk.name.task(task),
    ...(compareTask(task).length === 0 ? [desk.say('noDifference')] : []),
    ...ROLES.flatMap((role) => roleLines(task, role, desk)),
  ],
  citations: [bodyCitation(desk, task), rowCitation(desk, task)],
  notices: [...ROLES.flatMap((role) => roleNotices(desk, task, role)), ...titleNotices(desk, task)],
  tasks: [task.number],
});

const phraseList = (what: string, tasks: readonly Task[], desk: Desk): Draft => ({
  status: 'answered',
  brief: true,
  lines: [
    desk.say('differenceTasks', { what, count: tasks.length }),
    ...tasks.flatMap((task) => [
      taskLine(desk, task),
      ...compareTask(task)
        .filter(({ onlyBody, onlyAnnex }) => onlyBody.length + onlyAnnex.length > 0)
        .map(
          ({ role, onlyBody, onlyAnnex }) =>
            `   ${desk.say(role === 'responsible' ? 'roleResponsible' : 'roleSupporting')}：${[...onlyBody.map((unit) => `${desk.name.unit(unit)}${desk.say('bodyOnly')}`), ...onlyAnnex.map((unit) => `${desk.name.unit(unit)}${desk.say('annexOnly')}`)].join('、')}`,
        ),
    ]),
  ],
  citations: tasks.flatMap((task) => listCitations(desk, task)),
  computed: [countedTasks(tasks, '所列任务数')],
  tasks: tasks.map(({ number }) => number),
});

const phraseTitles = (tasks: readonly Task[], desk: Desk): Draft => ({
  status: 'answered',
  brief: true,
  lines: [
    desk.say('titlesDifferHead', { count: tasks.length }),
    ...tasks.map(({ number, body, row }) => desk.say('titlePair', { number, body: body.title, annex: row.title })),
  ],
  citations: tasks.flatMap(({ body, row }) => [desk.cite(body.clause, body.title), desk.cite(row.clause, row.title)]),
  computed: [countedTasks(tasks, '名称不一致的任务数')],
  tasks: tasks.map(({ number }) => number),
});

/** Where body and annex do not say the same. */
export const differ = kind<Facts>({
  name: 'differ',
  examples: [
    '天然气交易中心的责任单位正文和附件一样吗',
    '正文写了国际港务区、附件没写的是哪几项',
    '哪些任务的责任单位正文与附件不一致',
    '总部型金融机构附件里支持单位是不是漏了一家',
    '正文和附件任务名称不一样的有哪些',
    '支持单位正文附件对不上的有几项',
    '第4项的责任单位附件少了谁',
    '绿色产业融资渠道正文附件单位不一致吗',
    '附件里没写各区县但正文有的是哪项',
    '跨境双向投融资附件少列了哪家',
    '只在正文列了浐灞生态区的任务',
    '附件漏了陕西证监局的有哪些任务',
    '第47项正文和附件的支持单位有出入吗',
    '人民币跨境使用那条正文附件有什么差异',
    '任务分解表里的标题和正文标题不一致的有哪些',
    '第21项正文和附件怎么不一样',
    '哪些任务正文和附件的支持单位有差别，不一致',
    '大商道正文和附件单位一样吗',
    '地方类金融监管模式附件支持单位是不是少了一家',
    'do the text and the annex differ on item 31',
  ],
  others: [
    '天然气交易中心谁负责',
    '附件第21项是什么',
    '科技型企业上市35家，分年加起来对得上吗',
    '灞桥生态区和浐灞生态区是一个地方吗',
  ],
  find: findDiffer,
  phrase: (facts, desk) => {
    switch (facts.kind) {
      case 'task':
        return phraseTask(facts.task, desk);
      case 'unit':
        return phraseList(
          desk.say(facts.side === 'body' ? 'unitOnlyBody' : 'unitOnlyAnnex', { unit: desk.name.unit(facts.unit) }),
          facts.tasks,
          desk,
        );
      case 'titles':
        return phraseTitles(facts.tasks, desk);
      case 'all':
        return phraseList(desk.say('anyDifference'), facts.tasks, desk);
    }
  },
});
