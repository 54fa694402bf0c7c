import { type Build, made, query } from '../assembled.ts';
import { claimsOf } from '../claims.ts';
import { confirms, has, hasWords, wants } from '../said.ts';

/** 整个计划谁牵头, 计划由市发改委牵头对吗: who answers for the plan as a whole, or whether these units do. */
export const overall: Build = (parts) => {
  const claimed = confirms(parts) && parts.clauses.every(({ units, role }) => units.length > 0 && role !== undefined);
  const asked = wants(parts, 'who') || parts.roles.length > 0 || (claimed && parts.clauses.length > 0);
  if (!parts.plan || !asked || parts.refs.length > 0 || hasWords(parts)) return undefined;
  if (parts.clauses.length > 0 && (!claimed || parts.heads.length > 0)) return undefined;
  if (
    has(parts, 'total', 'mention', 'most', 'least') ||
    wants(parts, 'howMany', 'which') ||
    parts.heads.some(({ inside, type }) => !inside && type !== 'task')
  )
    return undefined;
  return made(
    'overall',
    query(
      parts,
      { set: 'all', type: 'safeguard' },
      { asks: [{ ask: 'content' }], claims: claimed ? claimsOf(parts) : [] },
    ),
    { uses: ['plan', 'wanted', 'roles', 'heads', 'clauses'], operators: ['all', 'together', 'not'] },
  );
};
