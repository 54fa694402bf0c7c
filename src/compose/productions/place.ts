import { asksOf } from '../asks.ts';
import { type Build, made, query } from '../assembled.ts';
import { hasWords } from '../said.ts';
import { pick } from '../sets.ts';

/** 指标表最后一行: a place in the table of indicators. */
export const place: Build = (parts) => {
  if (parts.positions.length === 0 || parts.refs.length > 0 || hasWords(parts) || parts.clauses.length > 0)
    return undefined;
  const table =
    parts.parts.includes('table') ||
    parts.heads.some(({ type }) => type === 'indicator') ||
    parts.positions.some(({ of }) => of === 'indicator');
  if (!table) return undefined;
  return made(
    'place',
    query(parts, pick({ set: 'all', type: 'indicator' }, parts), { asks: [asksOf(parts)[0] ?? { ask: 'content' }] }),
    { uses: ['positions', 'part', 'wanted', 'years', 'heads', 'properties'], operators: ['last', 'first'] },
  );
};
