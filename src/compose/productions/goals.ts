import { type Build, made, query } from '../assembled.ts';
import { hasWords } from '../said.ts';

/** 计划的主要目标: what the plan as a whole aims at. */
export const goals: Build = (parts) => {
  const asked = parts.properties.includes('target') || parts.properties.includes('goal');
  if (!asked || !parts.plan || parts.refs.length + parts.clauses.length + parts.years.length > 0 || hasWords(parts))
    return undefined;
  return made(
    'goals',
    query(parts, { set: 'all', type: 'goal' }, [{ ask: 'members' }]),
    ['properties', 'plan', 'wanted', 'heads'],
    ['all', 'total'],
  );
};
