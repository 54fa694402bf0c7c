import type { SetOf } from '../../values.ts';
import { rolesOf, setAskOf } from '../asks.ts';
import { type Build, made, query } from '../assembled.ts';
import { hasWords, headOf, wants } from '../said.ts';
import { where } from '../sets.ts';
import { clauseTests } from '../tests.ts';

/** 任务最多的单位支持哪些任务, 任务最多的行动里高新区负责的任务: a set of those with the most. */
export const ofMost: Build = (parts) => {
  const { superlative } = parts;
  if (!superlative || hasWords(parts) || parts.refs.length > 0) return undefined;
  const { type, sort, role, least } = superlative;
  const most: SetOf = { set: 'most', of: { set: 'all', type, ...(sort && { sort }) }, role, least };
  const head = headOf(parts);
  const [asked] = parts.roles;
  const units = wants(parts, 'who') || head?.type === 'unit' || (type !== 'unit' && asked?.form === 'noun');
  const uses = ['clauses', 'heads', 'wanted', 'roles', 'years', 'plan'] as const;
  if (type === 'task')
    return units || asked
      ? made('of-most', query(parts, most, { asks: [{ ask: 'units', roles: rolesOf(parts), lead: false }] }), {
          uses,
          operators: ['most', 'least'],
        })
      : undefined;
  const own: SetOf = { set: 'image', of: most, type: 'task', ...(type === 'unit' && { role: asked?.role ?? 'any' }) };
  const tasks = where(own, clauseTests(parts.clauses));
  const told: SetOf = head?.type === 'action' ? { set: 'image', of: tasks, type: 'action' } : tasks;
  const of: SetOf = units ? { set: 'image', of: tasks, type: 'unit', ...(asked && { role: asked.role }) } : told;
  return made('of-most', query(parts, of, { asks: [setAskOf(parts)] }), {
    uses,
    operators: ['most', 'least', 'not', 'only', 'all', 'total'],
  });
};
