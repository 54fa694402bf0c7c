import type { Desk } from '../../answer/draft.ts';
import { meantBy } from '../../answer/names.ts';
import type { Mention, Query, Task } from '../../types.ts';
import { asks, rolesOf } from '../subject.ts';
import type { Condition, ReadConditions } from './condition.ts';

type UnitMention = Extract<Mention, { kind: 'unit' }>;
type RoleAsked = 'responsible' | 'supporting' | 'any';
type Holds = 'with' | 'without' | 'first' | 'notFirst' | 'alone';

const NOT_BEFORE = /(?:没有?(?:列|写)?|不含|不是|不由|除了|除去|without|not|except)[^,，。、]{0,2}$/u;
const NOT_AFTER = /^[^,，。但又]{0,3}(?:不|没有?|未)(?:被?列?为?)?(?:负责|支持|参与|管|当|是|承担|在)/u;
const RESPONSIBLE = /负责|责任|牵头|承担|主管|responsible/u;
const SUPPORTING = /支持|配合|support/u;
const FIRST =
  /(?:排|列)(?:在)?(?:第一|首|最前|头一)|第一(?:个)?(?:责任)?单位|第一责任|打头|排头|首位|first-named|named first/u;
const NOT_FIRST = /(?:不是|不由|不在|没有?)[^,，。]{0,8}(?:排|列|打头)|(?:第一(?:个)?责任单位|打头的?|排第一的?)不是/u;
const ALONE = /只有|仅由|仅有|只由|单独|独家|独自|一家(?:负责|支持|扛|干)|唯一|\bonly\b|\balone\b|\bsole/u;

const roleIn = (before: string, after: string): RoleAsked | undefined => {
  for (const text of [after.slice(0, 6), before.slice(-8)]) {
    if (SUPPORTING.test(text)) return 'supporting';
    if (RESPONSIBLE.test(text)) return 'responsible';
  }
  return undefined;
};

const defaultRole = (query: Query): RoleAsked => {
  const [role, other] = rolesOf(query);
  return role && !other ? role : 'any';
};

const namesIn = (task: Task, role: RoleAsked): readonly string[] => {
  const roles = role === 'any' ? (['responsible', 'supporting'] as const) : ([role] as const);
  return roles.flatMap((one) => [...meantBy(task.body[one]), ...meantBy(task.row[one])]);
};

const meets = (task: Task, unit: string, role: RoleAsked, holds: Holds): boolean => {
  const named = meantBy(task.body[role === 'supporting' ? 'supporting' : 'responsible']);
  switch (holds) {
    case 'with':
      return namesIn(task, role).includes(unit);
    case 'without':
      return !namesIn(task, role).includes(unit);
    case 'first':
      return named[0] === unit;
    case 'notFirst':
      return named[0] !== unit;
    case 'alone':
      return named.length === 1 && named[0] === unit;
  }
};

const PHRASE = {
  with: 'conditionWith',
  without: 'conditionWithout',
  first: 'conditionFirst',
  notFirst: 'conditionNotFirst',
  alone: 'conditionAlone',
} as const;

const conditionOf = (unit: string, role: RoleAsked, holds: Holds, desk: Desk): Condition => {
  const roles = { supporting: 'roleSupporting', responsible: 'roleResponsible', any: 'roleAny' } as const;
  const only = role === 'supporting' && holds === 'alone' ? 'conditionAloneSupporting' : PHRASE[holds];
  return {
    says: desk.say(only, { unit: desk.name.unit(unit), role: desk.say(roles[role]) }),
    words: [],
    holds: (task) => meets(task, unit, role, holds),
    ...((holds === 'with' || holds === 'without') && { plain: true }),
    ...(holds === 'first' || holds === 'notFirst' ? { byOrder: true } : {}),
  };
};

/** What is demanded of the units named in a question: this one and that one, without a third, first, alone. */
export const readUnits: ReadConditions = (query, desk) => {
  const { text } = query.reading;
  const mentions = query.reading.mentions.filter(
    (mention): mention is UnitMention => mention.kind === 'unit' && query.units.includes(mention.unit),
  );
  const special: Holds = NOT_FIRST.test(text)
    ? 'notFirst'
    : FIRST.test(text)
      ? 'first'
      : ALONE.test(text)
        ? 'alone'
        : 'with';
  let last = defaultRole(query);
  /** A unit of the question before: 其中没有支持单位的. */
  const carried = query.units
    .filter((unit) => !mentions.some((mention) => mention.unit === unit))
    .map((unit) => conditionOf(unit, asks(query, 'who', 'lead') ? 'responsible' : defaultRole(query), 'with', desk));
  const named = mentions.map(({ unit, span }, at) => {
    const before = text.slice(mentions[at - 1]?.span[1] ?? 0, span[0]);
    const after = text.slice(span[1], mentions[at + 1]?.span[0] ?? text.length);
    last = roleIn(before, after) ?? last;
    const without = special === 'with' && (NOT_BEFORE.test(before) || NOT_AFTER.test(after));
    return conditionOf(unit, last, without ? 'without' : special, desk);
  });
  return [...carried, ...named];
};
