import type { SetOf } from '../../values.ts';
import { setAskOf } from '../asks.ts';
import { type Build, made, query } from '../assembled.ts';
import type { Parts } from '../parts.ts';
import { hasWords, indicatorsNamed, tasksNamed, wants } from '../said.ts';
import { ground, without } from '../sets.ts';
import { ofSorts } from './unit-set.ts';

/** 市委部门支持哪些任务: the tasks of all units of a sort, where no single unit is meant. */
export const ofClass: Build = (parts: Parts) => {
  const sorts = parts.heads.filter(({ type, sort }) => type === 'unit' && sort !== undefined);
  const others = parts.heads.filter((head) => !sorts.includes(head));
  const [role, ...more] = parts.roles;
  const tasks = others.length > 0 ? others.every(({ type }) => type === 'task') : wants(parts, 'which', 'what');
  if (sorts.length === 0 || sorts.some(({ wanted, each }) => wanted !== undefined || each) || !tasks) return undefined;
  if (!role || more.length > 0 || role.form !== 'verb' || wants(parts, 'who') || parts.clauses.length > 0)
    return undefined;
  if (hasWords(parts) || tasksNamed(parts) || indicatorsNamed(parts) || parts.rank || parts.sizes.length > 0)
    return undefined;
  const own: SetOf = { set: 'image', of: ofSorts(parts), type: 'task', role: role.role };
  const among = ground(parts);
  const of: SetOf = among.set === 'all' ? own : { set: 'both', left: among, right: own };
  return made('of-class', query(parts, without(of, parts), { asks: [setAskOf(parts)] }), {
    uses: ['heads', 'wanted', 'roles', 'refs', 'excepted', 'plan'],
    operators: ['all', 'total', 'together', 'except'],
  });
};
