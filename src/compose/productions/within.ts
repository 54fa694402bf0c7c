import type { SetOf } from '../../values.ts';
import { type Build, made, query } from '../assembled.ts';
import { has, hasWords, indicatorsNamed, tasksNamed } from '../said.ts';
import { about, ground } from '../sets.ts';

/** 13、31、49项各属于哪个行动: the actions in which named tasks stand. */
export const within: Build = (parts) => {
  const apart = has(parts, 'same') ? 'same' : has(parts, 'differ') ? 'change' : undefined;
  const several = parts.refs.length > 1 && parts.heads.length > 0 && apart !== undefined;
  const asked =
    parts.heads.every(({ type }) => type === 'action') &&
    (parts.heads.some(({ wanted }) => wanted === 'which') || several);
  const named = tasksNamed(parts);
  if (!asked || !(named || hasWords(parts)) || indicatorsNamed(parts)) return undefined;
  if (parts.clauses.length + parts.roles.length + parts.figures.length + parts.years.length > 0) return undefined;
  const of: SetOf = named ? ground(parts) : about(parts);
  return made(
    'within',
    query(parts, of, { asks: [{ ask: 'group', by: 'action', show: 'members', ...(several && { apart }) }] }),
    {
      uses: ['refs', 'heads', 'wanted', 'plan', ...(named ? [] : (['words'] as const))],
      operators: ['each', 'all', 'total', ...(several ? (['same', 'differ'] as const) : [])],
    },
  );
};
