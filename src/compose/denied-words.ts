import type { Operator, Token } from '../values.ts';
import { isConnector } from './builder.ts';
import { isOperator } from './excepts.ts';

/** What may stand between a denial and the words that are not mentioned. */
const BETWEEN: readonly Operator[] = ['of', 'have', 'or', 'and', 'also', 'in'];

/** 没提到绿色债券, not about bonds or funds: the words at a place are said not to be mentioned. */
export const isDeniedWords = (tokens: readonly Token[], index: number): boolean => {
  if (!tokens.some((token) => isOperator(token, 'mention'))) return false;
  let passed = false;
  for (let at = index - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (isOperator(token, 'not')) return true;
    if (isOperator(token, 'mention') && passed) return false;
    if (token?.kind === 'words') passed = true;
    else if (!isOperator(token, 'mention', ...BETWEEN) && !isConnector(token)) return false;
  }
  return false;
};
