import { type Build, made, query } from '../assembled.ts';
import type { Parts } from '../parts.ts';
import { hasWords } from '../said.ts';

/** 整个计划几大行动、几项任务: how many there are of each sort, nothing else said. */
export const countsWhole = ({ heads, wanted, ...parts }: Parts): boolean =>
  new Set(heads.map(({ type }) => type)).size > 1 &&
  heads.every((head) => ['action', 'task', 'indicator', 'safeguard'].includes(head.type) && !head.inside) &&
  wanted.length > 1 &&
  !parts.operators.has('each') &&
  wanted.every((one) => one.wanted === 'howMany' || one.wanted === 'howMuch') &&
  parts.roles.length + parts.figures.length + parts.quantities.length + parts.years.length + parts.positions.length ===
    0;

/** 这个计划是干嘛的: what it is, and nothing else said. */
const isWhat = ({ wanted, heads, roles, years, figures, quantities, parts, properties }: Parts): boolean =>
  wanted.length === 1 &&
  properties.every((one) => one !== 'target' && one !== 'goal') &&
  wanted[0]?.wanted === 'what' &&
  heads.length + roles.length + years.length + figures.length + quantities.length + parts.length === 0;

export const summary: Build = (parts) => {
  if (parts.refs.length > 0 || parts.clauses.length > 0 || hasWords(parts)) return undefined;
  const counts = countsWhole(parts);
  if (
    !counts &&
    !parts.properties.includes('summary') &&
    !(parts.plan && (parts.properties.includes('content') || isWhat(parts)))
  )
    return undefined;
  return made(
    'summary',
    query(
      parts,
      { set: 'all', type: 'plan' },
      { asks: [counts ? { ask: 'document', property: 'summary' } : { ask: 'summary' }] },
    ),
    { uses: ['properties', 'plan', 'wanted', 'heads'], operators: counts ? ['total', 'each', 'all'] : [] },
  );
};
