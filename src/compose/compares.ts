import type { Operator, Token } from '../values.ts';
import type { Parts } from './parts.ts';

const COMPARING: readonly Operator[] = ['more', 'less', 'most', 'least'];

/** Returns whether tokens ask which of some things has more or fewer: 哪个大, 哪边措施多. */
export const asksWhichMore = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => token.kind === 'operator' && COMPARING.includes(token.operator)) &&
  tokens.some((token) => token.kind === 'wanted' && ['which', 'who'].includes(token.wanted));

const isJoin = (token: Token): boolean => token.kind === 'operator' && token.operator === 'and';

/** Returns, of things that are only named, which of them is asked for by an amount: 甲跟乙谁的营收高, 哪个少; or neither. */
export const whichMore = (parts: Parts): 'largest' | 'smallest' | undefined => {
  const { tokens, words, unsaid, operators, heads, roles, clauses, quantities } = parts;
  const others = heads.length + roles.length + clauses.length + quantities.length;
  const amounts = words.length + unsaid.length;
  if (others > 0 || operators.has('than') || amounts === 0 || !asksWhichMore(tokens)) return undefined;
  /** The things, and what of them is compared. */
  if (amounts === 1 && !tokens.some(isJoin)) return undefined;
  if (operators.has('more')) return 'largest';
  return operators.has('less') ? 'smallest' : undefined;
};
