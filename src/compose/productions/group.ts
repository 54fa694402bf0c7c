import type { Operator } from '../../values.ts';
import { type Build, type Field, made, query } from '../assembled.ts';
import { has, hasWords, unitsOf, wants } from '../said.ts';
import { ground, where } from '../sets.ts';
import { testOf } from '../tests.ts';

/** 15个行动分别有几项任务, 每个单位各有多少项任务, 57项任务分别是谁负责, 财政、科技各负责几项. */
export const group: Build = (parts) => {
  const units = unitsOf(parts);
  const each = has(parts, 'each') || parts.heads.some((head) => head.each);
  const uses: readonly Field[] = ['heads', 'wanted', 'roles', 'clauses', 'refs', 'years', 'excepted'];
  const operators: readonly Operator[] = ['each', 'all', 'not', 'total', 'except'];
  const counted = parts.heads.some(({ wanted }) => wanted === 'howMany');
  const show = counted ? ('count' as const) : ('members' as const);
  const apart = units.length > 1 && !parts.clauses.some(({ every, not, only }) => every || not || only);
  if (apart && (each || counted) && parts.heads.length + parts.wanted.length > 0)
    return made(
      'group',
      query(parts, where(ground(parts), parts.clauses.map(testOf)), [
        { ask: 'group', by: 'unit', role: parts.clauses[0]?.role ?? 'any', show },
      ]),
      uses,
      operators,
    );
  if (!each && !has(parts, 'all')) return undefined;
  if (hasWords(parts)) return undefined;
  const by = parts.heads.find(
    ({ each: one, count, inside, type, wanted }) =>
      (one || count !== undefined || inside || type === 'action' || type === 'unit') && wanted === undefined,
  )?.type;
  if (!by || units.length > 0) return undefined;
  const asksUnits = wants(parts, 'who') || parts.roles.length > 0;
  if ((by === 'action' || by === 'unit') && each)
    return made(
      'group',
      query(parts, ground(parts), [
        {
          ask: 'group',
          by,
          ...(parts.roles[0] && { role: parts.roles[0].role }),
          show: by === 'action' && asksUnits && !counted ? 'units' : show,
        },
      ]),
      uses,
      operators,
    );
  if (by === 'task' && asksUnits)
    return made(
      'group',
      query(parts, ground(parts), [
        { ask: 'group', by: 'task', role: parts.roles[0]?.role ?? 'responsible', show: 'units' },
      ]),
      uses,
      operators,
    );
  return undefined;
};
