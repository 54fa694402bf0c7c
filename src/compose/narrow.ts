import { setsIn, testsIn } from '../library/sets-in.ts';
import type { Query, SetOf, Test, Token } from '../values.ts';
import { setAskOf } from './asks.ts';
import { conditions } from './conditions.ts';
import type { Parts } from './parts.ts';
import { beyondUnits, inYears, namesUnits, unitsNamed, withAmount, withRole, withUnits } from './rewrite.ts';
import { actionsIn } from './said.ts';
import { ALL_TASKS, without } from './sets.ts';
import { unitsIn } from './subject.ts';
import { AT_LEAST_ONE, allOf } from './tests.ts';

/** The years of a question that leans on another: its own, else those of the other. */
export const yearsOf = (parts: Parts, before: Query): Pick<Query, 'years' | 'every'> =>
  parts.years.length > 0 || parts.every
    ? { years: parts.years, every: parts.every }
    : { years: before.years, every: before.every };

/** 其中属于科技金融行动的. */
const withinActions = (parts: Parts): readonly Test[] => {
  const actions = deniesActions(parts) ? [] : actionsIn(parts);
  return actions.length > 0 ? [{ test: 'in', actions }] : [];
};

/** 其中不在跨境金融融通行动里的, 不属于科技金融催化行动的: the tasks of these actions are left out. */
export const deniesActions = (parts: Parts): boolean => {
  const said = parts.tokens.filter(({ kind }) => kind !== 'glue');
  const at = said.findIndex(({ kind }) => kind === 'action');
  const before = said.slice(Math.max(0, at - 2), Math.max(0, at));
  const denied = before.some((token) => token.kind === 'operator' && token.operator === 'not');
  return denied && parts.clauses.length === 0 && parts.refs.every(({ type }) => type === 'action');
};

const withoutActions = (of: SetOf, parts: Parts): SetOf =>
  deniesActions(parts)
    ? {
        set: 'without',
        left: of,
        right: { set: 'where', of: ALL_TASKS, test: { test: 'in', actions: actionsIn(parts) } },
      }
    : of;

/** The actions whose tasks a set is. */
const actionsOf = (set: SetOf): readonly number[] =>
  set.set === 'where' && set.test.test === 'in' ? set.test.actions : [];

/** 不牵头的: the units of the list before are not in this role. */
const denied = (parts: Parts, before: Query): readonly Test[] => {
  const [role] = parts.roles;
  const units = unitsNamed(before.of);
  if (!role || !deniesRole(parts) || units.length === 0) return [];
  return [{ test: 'not', of: { test: 'has', role: role.role, units, every: false } }];
};

/** 其中配了支持单位的是哪几项: which tasks is asked, and not which units. */
const holding = (parts: Parts): readonly Test[] => {
  const which = parts.heads.some(({ type, wanted }) => type === 'task' && wanted === 'which');
  const who = parts.wanted.some(({ wanted }) => wanted === 'who') || parts.heads.some(({ type }) => type === 'unit');
  const [role] = parts.roles;
  if (!which || who || role?.form !== 'noun' || role.lead || deniesRole(parts)) return [];
  return [{ test: 'count', role: role.role, is: AT_LEAST_ONE }];
};

/** Returns the condition that the one unit of the list before is named first: 排第一位的是哪个. */
export const firstNamed = (parts: Parts, { of }: Query): readonly Test[] => {
  const units = parts.operators.has('first') && unitsIn(parts).length === 0 ? unitsNamed(of) : [];
  return units.length === 1 ? [{ test: 'has', role: 'any', units, every: false, place: 'first' }] : [];
};

/** 哪家支持的, 哪个单位支持: who does it. */
export const asksUnits = (parts: Parts): boolean =>
  parts.roles.length > 0 && parts.heads.some(({ type, wanted }) => type === 'unit' && wanted !== undefined);

/** A role, said without units, is denied. */
export const deniesRole = (parts: Parts): boolean =>
  parts.roles.length === 1 &&
  parts.clauses.length + parts.figures.length === 0 &&
  parts.tokens.some(
    (token, at) => token.kind === 'operator' && token.operator === 'not' && isRole(parts.tokens[at + 1]),
  );

/** 只留没写金融局的: nothing but units that those kept do not name. */
export const deniesUnits = (parts: Parts): boolean =>
  parts.clauses.length > 0 && parts.clauses.every(({ units, not }) => not && units.length > 0);

const isRole = (token: Token | undefined): boolean => token?.kind === 'role';

/** 少了国际港务区的, after tasks in which body and annex differ. */
export const lacksListed = (parts: Parts, { of }: Query): boolean =>
  parts.operators.has('lack') &&
  unitsIn(parts).length > 0 &&
  setsIn(of).some((set) => set.set === 'where' && testsIn(set.test).some(({ test }) => test === 'differs'));

/** The units are missing in one of the two parts. */
const lacking = (parts: Parts, before: Query): readonly Test[] | undefined => {
  if (!lacksListed(parts, before)) return undefined;
  const side = (lacks: 'body' | 'annex'): Test => ({ test: 'differs', what: 'units', lacks, units: unitsIn(parts) });
  const { part } = parts;
  return part === 'body' || part === 'annex' ? [side(part)] : [{ test: 'any', of: [side('annex'), side('body')] }];
};

/** 超过100亿的呢, after what is over 50亿: the amount that is asked for instead. */
const amountInstead = (parts: Parts, tests: readonly Test[], { of }: Query): SetOf | undefined => {
  const [test, ...more] = tests;
  const bends = parts.before.has('then') && !parts.before.has('these') && !parts.operators.has('in');
  return bends && test?.test === 'figure' && test.is && more.length === 0 ? withAmount(of, test) : undefined;
};

/** One more condition on the list as it was shown; units added to it or left out of it. */
export const narrowed = (parts: Parts, before: Query): Query => {
  const denials = denied(parts, before);
  const tests = [
    ...(lacking(parts, before) ?? conditions(parts)),
    ...holding(parts),
    ...withinActions(parts),
    ...firstNamed(parts, before),
    ...denials,
  ];
  const units = unitsIn(parts);
  const instead = amountInstead(parts, tests, before);
  const rest = { ...before, ...yearsOf(parts, before), confirm: false, claims: [], words: '' };
  if (instead) return { ...rest, of: instead, asks: [setAskOf(parts)] };
  if (parts.operators.has('add') && units.length > 0)
    return {
      ...rest,
      asks: [{ ask: 'members' }],
      of: { set: 'either', left: before.of, right: withUnits(before.of, units, parts.clauses[0]?.role) },
    };
  const whole = beyondUnits(before.of, parts.excepted.units);
  const wide = namesUnits(whole) ? whole : before.of;
  const inAnyRole = denials.length > 0 ? withRole(wide, { role: 'any' }) : wide;
  const test = allOf(tests);
  const left = without(parts.years.length > 0 ? inYears(inAnyRole, parts.years) : inAnyRole, parts);
  const kept = withoutActions(left, parts);
  const of: SetOf = test ? { set: 'where', of: kept, test } : kept;
  const asked =
    parts.roles.some(({ form }) => form === 'noun') ||
    parts.wanted.some(({ wanted }) => wanted === 'who') ||
    asksUnits(parts);
  const counted = [...parts.heads, ...parts.wanted].some(({ wanted }) => wanted === 'howMany');
  if (before.asks[0].ask === 'extreme' && !test && counted) return before;
  const ranks = parts.figures.every(({ figure }) => figure === 'count');
  if (ranks && (parts.operators.has('most') || parts.operators.has('least')))
    return {
      ...rest,
      of,
      asks: [{ ask: 'extreme', role: parts.roles[0]?.role ?? 'any', least: parts.operators.has('least') }],
    };
  if (asked && !test)
    return {
      ...rest,
      of,
      asks: [{ ask: 'group', by: 'task', role: parts.roles[0]?.role ?? 'responsible', show: 'units' }],
    };
  if (parts.operators.has('each') && actionsOf(before.of).length > 1)
    return {
      ...rest,
      of,
      asks: [{ ask: 'group', by: 'action', show: setAskOf(parts).ask === 'count' ? 'count' : 'members' }],
    };
  return { ...rest, of, asks: [setAskOf(parts)] };
};
