import type { Ask, SetOf } from '../../values.ts';
import { isDone, setAskOf } from '../asks.ts';
import { type Build, made, query } from '../assembled.ts';
import type { Parts } from '../parts.ts';
import { has, hasWords, headOf, onlyActions, wants } from '../said.ts';
import { ground, named, pick } from '../sets.ts';

/** 这块2020年干啥: what is done, and nobody who does it. */
const isWhatIsDone =
  (parts: Parts) =>
  (role: Parts['roles'][number]): boolean =>
    wants(parts, 'what') && isDone(role, parts);

/** An action's tasks or goal; a part's entries. */
export const section: Build = (parts) => {
  if (!onlyActions(parts) || parts.clauses.length > 0 || hasWords(parts) || !parts.roles.every(isWhatIsDone(parts)))
    return undefined;
  const head = headOf(parts);
  if (head && head.type !== 'task' && head.type !== 'action') return undefined;
  if (wants(parts, 'when', 'where', 'howMuch') || parts.properties.includes('original')) return undefined;
  const aims = parts.properties.includes('target') || (has(parts, 'reach') && wants(parts, 'what'));
  const goal = parts.properties.includes('goal') || (aims && head?.type !== 'task');
  const ask: Ask = goal && (parts.years.length === 0 || has(parts, 'reach')) ? { ask: 'goal' } : setAskOf(parts);
  const of: SetOf = ask.ask === 'goal' ? named(parts) : pick(ground(parts), parts);
  return made('section', query(parts, of, { asks: [ask] }), {
    uses: ['refs', 'heads', 'wanted', 'properties', 'plan', 'years', 'positions', 'roles'],
    operators: ['total', 'all', 'reach', ...(parts.refs.length > 1 ? [] : (['each'] as const))],
  });
};
