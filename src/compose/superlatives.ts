import type { EntityType, Token } from '../values.ts';
import { isOperator } from './excepts.ts';
import type { Superlative } from './parts.ts';

const isCounted = (token: Token | undefined): boolean =>
  token?.kind === 'role' || token?.kind === 'type' || (token?.kind === 'figure' && token.figure === 'count');

const isRoleOrType = (token: Token, type: EntityType): boolean =>
  token.kind === 'role' || (token.kind === 'type' && token.type !== type);

/** Returns the one superlative that begins a clause, where something else is asked of what it names. */
export const superlativeIn = (tokens: readonly Token[]): Superlative | undefined => {
  const at = tokens.findIndex((token) => isOperator(token, 'most', 'least'));
  const next = isOperator(tokens[at + 1], 'of') ? at + 2 : at + 1;
  const named = tokens[next];
  if (at < 1 || named?.kind !== 'type' || !['unit', 'action', 'task'].includes(named.type)) return undefined;
  let from = at;
  while (isCounted(tokens[from - 1])) from -= 1;
  const before = tokens[from - 1];
  if (from === at || (before !== undefined && before.kind !== 'mark' && !isOperator(before, 'by'))) return undefined;
  const [inner, rest] = [tokens.slice(from, at), tokens.slice(next + 1)];
  if (rest.some((token) => isOperator(token, 'most', 'least'))) return undefined;
  if (!rest.some((token) => isRoleOrType(token, named.type))) return undefined;
  const role = inner.flatMap((token) => (token.kind === 'role' ? [token.role] : []))[0] ?? 'any';
  return {
    type: named.type,
    sort: named.sort,
    role: role === 'lead' ? 'responsible' : role,
    least: isOperator(tokens[at], 'least'),
    from,
    to: next + 1,
  };
};
