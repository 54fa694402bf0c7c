import type { Operator, Token } from '../values.ts';

const COMPARING: readonly Operator[] = ['more', 'less', 'most', 'least'];

/** Returns whether tokens ask which of some things has more or fewer: 哪个大, 哪边措施多. */
export const asksWhichMore = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => token.kind === 'operator' && COMPARING.includes(token.operator)) &&
  tokens.some((token) => token.kind === 'wanted' && ['which', 'who'].includes(token.wanted));
