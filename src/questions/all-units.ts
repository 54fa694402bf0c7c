import type { Role } from '../answer/differences.ts';
import { counted, type Desk, type Draft } from '../answer/draft.ts';
import { meantBy } from '../answer/names.ts';
import { listCitations } from '../answer/task-sources.ts';
import { termsOf } from '../search/terms.ts';
import type { Query, Task } from '../types.ts';
import { kind } from './kind.ts';
import { asks, rolesOf } from './subject.ts';

interface Named {
  readonly unit: string;
  readonly tasks: readonly Task[];
}

interface Facts {
  readonly role: Role;
  readonly units: readonly Named[];
}

/** 一共涉及多少个责任单位, 全部支持单位有哪些: of the plan and not of a task. */
const WHOLE =
  /(?:一共|总共|共|合计|全部|所有|整个|全文|涉及(?:了|到)?(?:多少|几|哪)).{0,12}(?:责任|支持|配合|负责|参与)?的?(?:单位|部门)|(?:涉及|参与)(?:到|了)?(?:的)?(?:单位|部门)|(?:多少|几)(?:个|家)(?:单位|部门)(?:参与|涉及)|(?:责任|支持)单位(?:一共|总共|共|都|总数|名单|清单)|how many (?:responsible|supporting)? ?(?:units|offices|departments)|all (?:the )?(?:responsible|supporting) units/u;
/** What is left of the subject when only the whole plan is meant. */
const LEFT_OVER = 2;
const SAYS_NOTHING =
  /涉及|单位|部门|责任|支持|提到|列了|列出|名单|清单|的|了|有|是|计划|全文|整个|一共|哪|数|参与|里|些|个|共|整个|份|都/gu;

const leftOver = ({ language, subject }: Query): number =>
  language === 'en'
    ? termsOf(subject, () => []).length * LEFT_OVER
    : subject.replace(SAYS_NOTHING, '').replace(/\s+/g, '').length;

const unitsIn = (role: Role, { plan }: Desk): readonly Named[] => {
  const found = new Map<string, Task[]>();
  for (const task of plan.tasks)
    for (const unit of new Set([...meantBy(task.body[role]), ...meantBy(task.row[role])]))
      found.set(unit, [...(found.get(unit) ?? []), task]);
  return [...found].map(([unit, tasks]) => ({ unit, tasks })).sort((a, b) => b.tasks.length - a.tasks.length);
};

const findUnits = (query: Query, desk: Desk): readonly Facts[] | undefined => {
  if (!WHOLE.test(query.reading.text) || !asks(query, 'who', 'support', 'amount', 'list', 'count', 'content'))
    return undefined;
  const named =
    query.units.length + query.tasks.length + query.actions.length + query.clauses.length + query.indicators.length;
  if (named > 0 || query.assumed.length > 0 || leftOver(query) >= LEFT_OVER) return undefined;
  return rolesOf(query).map((role) => ({ role, units: unitsIn(role, desk) }));
};

const headOf = ({ role, units }: Facts, desk: Desk): string =>
  desk.say('allUnits', {
    role: desk.say(role === 'responsible' ? 'rankResponsible' : 'rankSupporting'),
    count: units.length,
  });

/** Every unit that the plan names in a role, with how many tasks it has there. */
export const allUnits = kind<readonly Facts[]>({
  name: 'all-units',
  whole: () => true,
  examples: [
    '一共涉及多少个责任单位',
    '计划里所有的支持单位有哪些',
    '全部责任单位名单',
    '一共有多少个支持单位',
    '责任单位总共有几家',
    '整个计划涉及哪些单位',
    '全文涉及多少个部门',
    '所有责任单位都有谁',
    '支持单位一共几个',
    '列出全部支持单位',
    '总共有多少个单位参与',
    '这份计划涉及的单位一共有哪些',
    '责任单位清单',
    '支持单位名单',
    '计划共有哪些责任单位',
    '计划一共列了多少家责任单位',
  ],
  others: [
    '天然气交易中心的责任单位有哪些',
    '责任单位最多的是哪一项',
    '没有支持单位的任务有哪些',
    '跨境金融融通行动的责任单位有哪些',
  ],
  find: findUnits,
  phrase: (lists, desk): Draft => ({
    status: 'answered',
    brief: true,
    lines: lists.flatMap((facts) => [
      headOf(facts, desk),
      facts.units
        .map(({ unit, tasks }) => desk.say('unitCount', { unit: desk.name.unit(unit), count: tasks.length }))
        .join(desk.language === 'en' ? ', ' : '、'),
    ]),
    citations: desk.plan.tasks.flatMap((task) => listCitations(desk, task)),
    computed: lists.flatMap(({ role, units }) => [
      counted(
        units.length,
        `${role === 'responsible' ? '责任' : '支持'}单位的个数（正文和附件合并，组名各计一个）`,
        [],
      ),
      ...units.map(({ unit, tasks }) =>
        counted(
          tasks.length,
          `${unit}：按条款计数`,
          tasks.map(({ row }) => row.clause),
        ),
      ),
    ]),
  }),
});
