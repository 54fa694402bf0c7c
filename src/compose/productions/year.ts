import { type Build, made, query } from '../assembled.ts';
import { has, hasWords, wants } from '../said.ts';

/** A year with nothing named: what is planned for 2021, 2023年有什么目标. The indicators are what the plan as a whole sets. */
export const year: Build = (parts) => {
  const { years, refs, clauses, heads, roles, figures, quantities, positions, terms } = parts;
  const said = [refs, clauses, heads, roles, figures, quantities, positions, terms, parts.strangers, parts.missing];
  const asks = wants(parts, 'what', 'which', 'how') || parts.properties.includes('target');
  if (years.length === 0 || !asks || hasWords(parts) || said.some(({ length }) => length > 0)) return undefined;
  if (parts.properties.some((one) => one !== 'target' && one !== 'content') || has(parts, 'mention')) return undefined;
  return made('year', query(parts, { set: 'all', type: 'indicator' }, { asks: [{ ask: 'members' }] }), {
    uses: ['years', 'wanted', 'properties', 'plan', 'part'],
    operators: ['all', 'reach'],
  });
};
