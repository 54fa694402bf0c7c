import type { Ask, Operator, Role } from '../../values.ts';
import { type Build, type Field, made, query } from '../assembled.ts';
import type { Parts } from '../parts.ts';
import { actionsIn, has, indicatorsNamed, tasksNamed, wants } from '../said.ts';
import { ground, where, without } from '../sets.ts';
import { clauseTests } from '../tests.ts';

export const measured = (parts: Parts): Role | 'any' => {
  const roles = parts.roles.map(({ role }) => role);
  return roles.length === 1 ? (roles[0] ?? 'any') : 'any';
};

/** 任务最多的行动, 责任单位最多的是哪项, 哪个单位负责的任务最多. */
export const extreme: Build = (parts) => {
  if (!has(parts, 'most', 'least') || parts.superlative || indicatorsNamed(parts) || tasksNamed(parts))
    return undefined;
  const types = parts.heads.filter(({ inside, wanted }) => !inside || wanted !== undefined).map(({ type }) => type);
  const role = measured(parts);
  const both = has(parts, 'most') && has(parts, 'least') ? { both: true as const } : {};
  const ask: Ask = { ask: 'extreme', role, least: has(parts, 'least') && !has(parts, 'most'), ...both };
  const inner = where(ground(parts), clauseTests(parts.clauses));
  const uses: readonly Field[] = ['heads', 'wanted', 'roles', 'clauses', 'excepted', 'refs', 'part'];
  const operators: readonly Operator[] = ['most', 'least', 'except', 'each', 'not', 'all', 'only', 'total'];
  const wanted =
    parts.heads.find(({ wanted: one }) => one !== undefined)?.type ?? (wants(parts, 'who') ? 'unit' : undefined);
  const sort = parts.heads.find(({ type }) => type === 'unit')?.sort;
  if (types.includes('action') && wanted !== 'unit' && wanted !== 'task')
    return made(
      'extreme',
      query(
        parts,
        parts.clauses.length > 0 ? { set: 'image', of: inner, type: 'action' } : { set: 'all', type: 'action' },
        [ask],
      ),
      uses,
      operators,
    );
  if (wanted === 'unit' || (types.includes('unit') && types.includes('task')))
    return made(
      'extreme',
      query(
        parts,
        without(
          actionsIn(parts).length > 0
            ? { set: 'image', of: inner, type: 'unit' }
            : { set: 'all', type: 'unit', ...(sort && { sort }) },
          parts,
          'unit',
        ),
        [ask],
      ),
      uses,
      operators,
    );
  if (types.includes('action'))
    return made('extreme', query(parts, { set: 'all', type: 'action' }, [ask]), uses, operators);
  if (parts.roles.length > 0 || types.includes('unit'))
    return made('extreme', query(parts, without(inner, parts), [ask]), uses, operators);
  return undefined;
};
