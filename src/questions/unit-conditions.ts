import type { Desk, Draft } from '../answer/draft.ts';
import { meantBy } from '../answer/names.ts';
import { listCitations } from '../answer/task-sources.ts';
import type { Mention, Query, Task } from '../types.ts';
import { kind } from './kind.ts';
import { asks, rolesOf } from './subject.ts';
import { countedTasks, taskLine } from './task-parts.ts';

type UnitMention = Extract<Mention, { kind: 'unit' }>;

/** What a question says of one unit: in which role it must stand, or must not, or must stand first or alone. */
interface Condition {
  readonly unit: string;
  readonly role: 'responsible' | 'supporting' | 'any';
  readonly holds: 'with' | 'without' | 'first' | 'alone';
}

/** Words that make several units conditions on one task, rather than several lists. */
const COMBINED = /但|却|而(?!且)|既|又|没有|没(?=[有列写])|不(?:是|负责|支持|参与|管|含|在)|but not|and not|without/u;
const NOT_BEFORE = /(?:没有?(?:列|写)?|不含|不是|不由|without|not)[^,，。、]{0,2}$/u;
const NOT_AFTER = /^[^,，。但又]{0,3}(?:不|没有?|未)(?:被?列?为?)?(?:负责|支持|参与|管|当|是|承担|在)/u;
const RESPONSIBLE = /负责|责任|牵头|承担|主管|responsible/u;
const SUPPORTING = /支持|配合|support/u;
const FIRST = /(?:排|列)(?:在)?(?:第一|首|最前)|第一(?:个)?(?:责任)?单位|打头|排头|首位|first-named|named first/u;
const ALONE = /只有|仅由|仅有|单独|独家|一家负责|唯一|only/u;

const roleIn = (before: string, after: string): Condition['role'] | undefined => {
  const near = [after.slice(0, 6), before.slice(-8)];
  for (const text of near) {
    if (SUPPORTING.test(text)) return 'supporting';
    if (RESPONSIBLE.test(text)) return 'responsible';
  }
  return undefined;
};

const defaultRole = (query: Query): Condition['role'] => {
  const [role, other] = rolesOf(query);
  return role && !other ? role : 'any';
};

const conditionsOf = (query: Query): readonly Condition[] => {
  const { text } = query.reading;
  const mentions = query.reading.mentions.filter(
    (mention): mention is UnitMention => mention.kind === 'unit' && query.units.includes(mention.unit),
  );
  const special: Condition['holds'] = FIRST.test(text) ? 'first' : ALONE.test(text) ? 'alone' : 'with';
  let last: Condition['role'] = defaultRole(query);
  return mentions.map(({ unit, span }, at) => {
    const before = text.slice(mentions[at - 1]?.span[1] ?? 0, span[0]);
    const after = text.slice(span[1], mentions[at + 1]?.span[0] ?? text.length);
    last = roleIn(before, after) ?? last;
    const without = NOT_BEFORE.test(before) || NOT_AFTER.test(after);
    return { unit, role: last, holds: without ? 'without' : special };
  });
};

const namesIn = (task: Task, role: Condition['role']): readonly string[] => {
  const roles = role === 'any' ? (['responsible', 'supporting'] as const) : ([role] as const);
  return roles.flatMap((one) => [...meantBy(task.body[one]), ...meantBy(task.row[one])]);
};

const meets = (task: Task, { unit, role, holds }: Condition): boolean => {
  const responsible = meantBy(task.body.responsible);
  switch (holds) {
    case 'with':
      return namesIn(task, role).includes(unit);
    case 'without':
      return !namesIn(task, role).includes(unit);
    case 'first':
      return responsible[0] === unit;
    case 'alone':
      return responsible.length === 1 && responsible[0] === unit;
  }
};

interface Facts {
  readonly conditions: readonly Condition[];
  readonly tasks: readonly Task[];
}

const findConditions = (query: Query, desk: Desk): Facts | undefined => {
  const { text } = query.reading;
  const one = query.units.length === 1 && asks(query, 'list', 'count') && (FIRST.test(text) || ALONE.test(text));
  const several = query.units.length > 1 && COMBINED.test(text);
  if ((!one && !several) || query.tasks.length > 0 || asks(query, 'differ', 'annex')) return undefined;
  const conditions = conditionsOf(query);
  const within = desk.plan.tasks.filter(({ action }) => query.actions.length === 0 || query.actions.includes(action));
  const tasks = within.filter((task) => conditions.every((condition) => meets(task, condition)));
  return conditions.length > 0 && tasks.length > 0 ? { conditions, tasks } : undefined;
};

const describe = ({ unit, role, holds }: Condition, desk: Desk): string => {
  const name = desk.name.unit(unit);
  const roleName = desk.say(
    role === 'supporting' ? 'roleSupporting' : role === 'responsible' ? 'roleResponsible' : 'roleAny',
  );
  const keys = {
    with: 'conditionWith',
    without: 'conditionWithout',
    first: 'conditionFirst',
    alone: 'conditionAlone',
  } as const;
  return desk.say(keys[holds], { unit: name, role: roleName });
};

/** Tasks under conditions on units: with this one, without that one, this one first or alone. */
export const unitConditions = kind<Facts>({
  name: 'unit-conditions',
  examples: [
    '高新区负责但市财政局不负责的有哪些',
    '既由高新区负责又由陕西银保监局支持的任务有哪些',
    '支持单位有陕西证监局没有陕西银保监局的任务',
    '排在第一位的责任单位是高新区的任务有哪些',
    '只有市工信局负责的是哪项',
  ],
  find: findConditions,
  phrase: ({ conditions, tasks }, desk): Draft => ({
    status: 'answered',
    brief: true,
    lines: [
      desk.say('conditionTasks', {
        conditions: conditions.map((condition) => describe(condition, desk)).join(desk.language === 'en' ? '; ' : '，'),
        count: tasks.length,
      }),
      ...tasks.map((task) => taskLine(desk, task)),
    ],
    citations: tasks.flatMap((task) => listCitations(desk, task)),
    notices: conditions.some(({ holds }) => holds === 'first')
      ? [{ code: 'no_lead_unit', text: desk.say('firstIsNotLead'), clauses: [] }]
      : [],
    computed: [countedTasks(tasks, '符合条件的任务数')],
    tasks: tasks.map(({ number }) => number),
  }),
});
