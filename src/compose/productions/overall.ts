import { type Build, made, query } from '../assembled.ts';
import { has, hasWords, wants } from '../said.ts';

/** 整个计划谁牵头: who answers for the plan as a whole. */
export const overall: Build = (parts) => {
  const asked = wants(parts, 'who') || parts.roles.length > 0;
  if (!parts.plan || !asked || parts.refs.length + parts.clauses.length > 0 || hasWords(parts)) return undefined;
  if (
    has(parts, 'total', 'mention', 'most', 'least') ||
    wants(parts, 'howMany', 'which') ||
    parts.heads.some(({ inside, type }) => !inside && type !== 'task')
  )
    return undefined;
  return made(
    'overall',
    query(parts, { set: 'all', type: 'safeguard' }, [{ ask: 'content' }]),
    ['plan', 'wanted', 'roles', 'heads'],
    ['all', 'together'],
  );
};
