import type { Token } from '../values.ts';
import { asWords, isOperator } from './neighbours.ts';

const ISSUED = 'properties:dated';

const isUnit = (token: Token): boolean => token.kind === 'unit' || token.kind === 'units' || token.kind === 'type';

/** 区县还用不用另外发文: whether somebody issues something, and not when the plan was issued. */
export const refineIssued = (tokens: readonly Token[], index: number): Token | undefined => {
  const [token, next] = [tokens[index], tokens[index + 1]];
  /** 单独发文, 另外发文 */
  if (token && isOperator(token, 'only', 'also', 'other') && next && refineIssued(tokens, index + 1))
    return asWords(token);
  const issues = token?.rule === ISSUED || (token?.kind === 'act' && token.act === 'export');
  if (!token || !issues || !tokens.slice(0, index).some(isUnit)) return undefined;
  const [whether, when] = [isWanted('whether'), isWanted('when')];
  return tokens.some(whether) && !tokens.some(when) ? asWords(token) : undefined;
};

const isWanted =
  (wanted: string) =>
  (token: Token): boolean =>
    token.kind === 'wanted' && token.wanted === wanted;
