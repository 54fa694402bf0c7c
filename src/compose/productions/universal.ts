import type { SetOf, Test } from '../../values.ts';
import { ownersIn } from '../asked-of.ts';
import { type Assembled, type Build, made, query } from '../assembled.ts';
import { conditions } from '../conditions.ts';

import { isOperator } from '../excepts.ts';
import type { Parts } from '../parts.ts';
import { confirms, has, hasWords, headOf, indicatorsNamed, tasksNamed } from '../said.ts';
import { ALL_TASKS, ground, where } from '../sets.ts';
import { AT_LEAST_ONE, testOf } from '../tests.ts';

/** 每个行动都, 15个行动里都: said of every action, and not of every task. */
const isOfActions = ({ heads, groupBy, refs, tokens }: Parts): boolean => {
  const said = tokens.filter(({ kind }) => kind !== 'glue');
  const isAll = (at: number) => isOperator(said[said.findIndex(({ from }) => from === at) - 1], 'all');
  const every = heads.some(
    ({ type, each, count, at }) => type === 'action' && (each || count !== undefined || isAll(at)),
  );
  return refs.length === 0 && (groupBy?.by === 'action' || every);
};

/** 都有支持单位吗: that somebody stands in the role. */
const rolesThere = ({ roles, clauses, wanted }: Parts): readonly Test[] =>
  clauses.length === 0 && wanted.every((one) => one.wanted === 'whether')
    ? roles.flatMap(({ role, form }) => (form === 'noun' ? [{ test: 'count' as const, role, is: AT_LEAST_ONE }] : []))
    : [];

/** 每个行动都有高新区的任务吗: whether there is no action without such a task. */
const ofActions = (parts: Parts, tests: readonly Test[]): Assembled => {
  const holding: SetOf = { set: 'image', of: where(ALL_TASKS, tests), type: 'action' };
  const lacking: SetOf = { set: 'without', left: { set: 'all', type: 'action' }, right: holding };
  const none = { value: 0, unit: 'count', measure: '', relation: '=' } as const;
  return made(
    'universal',
    query({ ...parts, quantities: [] }, lacking, {
      asks: [{ ask: 'members' }],
      claims: [{ claim: 'count', is: none }],
    }),
    { uses: ['clauses', 'heads', 'wanted', 'roles', 'figures', 'years', 'part'], operators: ['all', 'each', 'total'] },
  );
};

/** 市金融局是不是57项全都负责: said of every task that is looked at. */
export const universal: Build = (parts) => {
  if (!confirms(parts) || !has(parts, 'all') || hasWords(parts) || tasksNamed(parts) || indicatorsNamed(parts))
    return undefined;
  const there = rolesThere(parts);
  if (isOfActions(parts)) {
    const all = [...conditions(parts), ...there];
    return all.length > 0 && parts.quantities.length === 0 ? ofActions(parts, all) : undefined;
  }
  const named = parts.clauses.filter(({ units }) => units.length > 0);
  const owners = ownersIn(named, parts.tokens);
  const tests = [...named.filter((clause) => !owners.includes(clause)).map(testOf), ...there];
  if (tests.length === 0 || headOf(parts)?.type !== 'task') return undefined;
  return made(
    'universal',
    query(parts, where(ground(parts), owners.map(testOf)), {
      asks: [{ ask: 'members' }],
      claims: tests.map((test) => ({ claim: 'test', test })),
    }),
    {
      uses: ['clauses', 'heads', 'wanted', 'refs', 'years', ...(there.length > 0 ? (['roles'] as const) : [])],
      operators: ['all', 'not', 'each', 'only', 'total'],
    },
  );
};
