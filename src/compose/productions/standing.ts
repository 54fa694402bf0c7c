import { type Build, made, query } from '../assembled.ts';
import { has, hasWords, unitsOf } from '../said.ts';
import { ALL_TASKS, where } from '../sets.ts';

/** 秦农银行算责任单位还是支持单位: in which role a unit stands, and where. */
export const standing: Build = (parts) => {
  const [unit, another] = unitsOf(parts);
  const said = new Set([...parts.clauses, ...parts.roles].map(({ role }) => role));
  const both = (said.has('responsible') && said.has('supporting')) || said.has('any');
  const plain = parts.clauses.every(({ not, only, first, is, part }) => !not && !only && !first && !is && !part);
  if (unit === undefined || another !== undefined || !both || !plain || !has(parts, 'or')) return undefined;
  if (has(parts, 'more', 'less', 'most', 'least', 'change', 'same') || hasWords(parts) || parts.refs.length > 0)
    return undefined;
  if (parts.heads.some(({ type }) => type !== 'task')) return undefined;
  const of = where(ALL_TASKS, [{ test: 'has', role: 'any', units: [unit], every: false }]);
  return made('standing', query({ ...parts, quantities: [] }, of, { asks: [{ ask: 'members' }] }), {
    uses: [...(['clauses', 'roles', 'heads', 'wanted', 'plan'] as const)],
    operators: ['or', 'is'],
  });
};
