import type { Role } from '../../values.ts';
import { type Build, made, query } from '../assembled.ts';
import { confirms, has, hasWords, tasksNamed } from '../said.ts';
import { named } from '../sets.ts';

const ROLES: readonly Role[] = ['responsible', 'supporting'];

/**
 * 第11项和第12项责任单位差在哪儿, 第2项和第3项的支持单位一样吗, 有没有相同的责任单位: the units of several tasks set beside each other.
 */
export const beside: Build = (parts) => {
  const { refs, clauses, roles, heads } = parts;
  const differs = has(parts, 'differ', 'change') && !has(parts, 'same', 'together');
  const tasks = new Set(refs.flatMap(({ type, id }) => (type === 'task' ? [id] : [])));
  /** 跨境金融那三条的责任单位一样吗: the tasks of an action. */
  const section = refs.length === 1 && refs[0]?.type === 'action' && roles.length > 0;
  const several = tasksNamed(parts) && tasks.size > 1 && tasks.size === refs.length;
  if (!(several || section) || hasWords(parts)) return undefined;
  if (parts.parts.length > 0 || clauses.length > 0 || !(differs || has(parts, 'same', 'together'))) return undefined;
  if (heads.some(({ type }) => type !== 'unit' && type !== 'task')) return undefined;
  /** 第5项跟第9项差在哪: in who stands there and in what is to be done. */
  const whole = differs && roles.length + heads.length === 0 && !confirms(parts);
  const said = roles.map(({ role }) => role);
  const asked = ROLES.filter((role) => said.length === 0 || said.includes(role) || said.includes('any'));
  return made(
    'beside',
    query(parts, named(parts), {
      asks: [
        {
          ask: 'units',
          roles: asked,
          lead: false,
          beside: differs ? 'differ' : has(parts, 'together', 'have') ? 'shared' : 'same',
        },
        ...(whole ? [{ ask: 'content' } as const] : []),
      ],
    }),
    {
      uses: ['refs', 'roles', 'heads', 'wanted', 'plan', 'quantities'],
      operators: ['same', 'together', 'differ', 'change', 'each', 'all', 'total'],
    },
  );
};
