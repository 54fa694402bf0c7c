import { typeOf } from '../library/sets-in.ts';
import type { Query, SetOf, Test } from '../values.ts';
import { setAskOf } from './asks.ts';
import type { ComposeContent } from './content.ts';
import type { Parts } from './parts.ts';
import { beyondUnits, namesUnits, unitsNamed, withUnits } from './rewrite.ts';
import { confirms, has } from './said.ts';
import { ALL_TASKS } from './sets.ts';
import { hasSubject, isList, unitsIn } from './subject.ts';
import { AT_LEAST_ONE, allOf, clauseTests, testOf } from './tests.ts';

const OTHERS = 'wanted:which/other';

/** 另外还有没有别的, 秦农银行还支持别的吗, after one task. */
export const asksOthers = ({ operators, heads, roles, refs, tokens }: Parts, { of }: Query): boolean =>
  (operators.has('other') || tokens.some(({ rule }) => rule === OTHERS)) &&
  of.set === 'named' &&
  of.refs.every(({ type }) => type === 'task') &&
  heads.every(({ type }) => type === 'task') &&
  roles.length === 0 &&
  refs.length === 0;

/** Returns the query for 人社局除了这条还有啥: what a unit has besides what was shown. */
export const besides = (parts: Parts, before: Query, { members }: ComposeContent): Query | undefined => {
  if (!(parts.exceptBefore || asksOthers(parts, before)) || unitsIn(parts).length === 0) return undefined;
  const test = allOf(clauseTests(parts.clauses));
  const left: SetOf = test ? { set: 'where', of: ALL_TASKS, test } : ALL_TASKS;
  const others: SetOf = { set: 'without', left, right: before.of };
  /** 还管别的吗: all that it has tells, what was asked about before among it. */
  const whole = !parts.exceptBefore && !parts.operators.has('other') && members(others).length > 0;
  return {
    ...before,
    of: whole ? left : others,
    asks: [setAskOf(parts)],
    confirm: false,
    claims: [],
    words: '',
  };
};

/** Returns the query for 都有支持单位吗: whether each of the list has a unit in a role. */
export const roleOfEach = (parts: Parts, before: Query): Query | undefined => {
  const [role, ...more] = parts.roles;
  const said = parts.clauses.length + parts.heads.length + parts.refs.length + parts.quantities.length;
  if (!isList(before) || typeOf(before.of) !== 'task' || !role || role.form !== 'noun' || role.lead) return undefined;
  if (more.length + said > 0 || !has(parts, 'all', 'each') || has(parts, 'not') || hasSubject(parts)) return undefined;
  if (!confirms(parts) || parts.wanted.some(({ wanted }) => wanted !== 'whether')) return undefined;
  const test: Test = { test: 'count', role: role.role, is: AT_LEAST_ONE };
  return { ...before, asks: [{ ask: 'members' }], confirm: true, claims: [{ claim: 'test', test }], words: '' };
};

/** 科技局有没有, after the tasks of another unit: whether it has such, and not whether it stands in those. */
const hasOwn = ({ tokens, clauses, before }: Parts, { of }: Query): boolean => {
  const [unit, have, whether, ...more] = tokens.filter(({ kind }) => kind !== 'glue' && kind !== 'mark');
  const bare = clauses.length === 1 && before.size === 0 && more.length === 0 && namesUnits(of);
  const has = have?.kind === 'operator' && have.operator === 'have';
  return bare && unit?.kind === 'unit' && has && whether?.kind === 'wanted' && whether.wanted === 'whether';
};

/** Returns the query for 组织部是不是每条都支持: said of the list as it was shown, of each member or of some. */
export const claimedOf = (parts: Parts, before: Query): Query | undefined => {
  const [clause] = parts.clauses;
  if (!isList(before) || !confirms(parts) || !clause || clause.units.length === 0) return undefined;
  const together = clause.units.length > 1 && (clause.every || has(parts, 'together'));
  const test = testOf({ ...clause, every: together });
  const own = unitsNamed(before.of);
  if (together && own.every((unit) => clause.units.includes(unit))) {
    const of: SetOf = { set: 'where', of: beyondUnits(before.of, own), test };
    return { ...before, of, asks: [{ ask: 'members' }], confirm: true, claims: [{ claim: 'exists' }], words: '' };
  }
  if (hasOwn(parts, before)) {
    const of = withUnits(before.of, clause.units, undefined);
    return { ...before, of, asks: [{ ask: 'members' }], confirm: true, claims: [{ claim: 'exists' }], words: '' };
  }
  const each = parts.operators.has('each') || parts.operators.has('all');
  const rest = {
    ...before,
    of: each ? beyondUnits(before.of, clause.units) : before.of,
    asks: [{ ask: 'members' }] as const,
    confirm: true,
    words: '',
  };
  return each
    ? { ...rest, claims: [{ claim: 'test', test }] }
    : { ...rest, of: { set: 'where', of: before.of, test }, claims: [{ claim: 'exists' }] };
};
