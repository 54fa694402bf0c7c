import type { SetOf } from '../../values.ts';
import { type Build, made, query } from '../assembled.ts';
import { hasWords, indicatorsNamed, tasksNamed } from '../said.ts';
import { about, ground } from '../sets.ts';

/** 13、31、49项各属于哪个行动: the actions in which named tasks stand. */
export const within: Build = (parts) => {
  const asked =
    parts.heads.every(({ type }) => type === 'action') && parts.heads.some(({ wanted }) => wanted === 'which');
  const named = tasksNamed(parts);
  if (!asked || !(named || hasWords(parts)) || indicatorsNamed(parts)) return undefined;
  if (parts.clauses.length + parts.roles.length + parts.figures.length + parts.years.length > 0) return undefined;
  const of: SetOf = named ? ground(parts) : about(parts);
  return made(
    'within',
    query(parts, of, [{ ask: 'group', by: 'action', show: 'members' }]),
    ['refs', 'heads', 'wanted', 'plan', ...(named ? [] : (['words'] as const))],
    ['each', 'all', 'total'],
  );
};
