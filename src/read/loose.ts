import type { Token } from '../values.ts';
import { isOperator, nextSaid } from './neighbours.ts';

const asksForNumber = (token: Token | undefined): boolean =>
  token?.kind === 'wanted' && (token.wanted === 'howMany' || token.wanted === 'howMuch');

/** 多久, 多长时间; between it and 最多 stands hardly more than a verb: 最长能开多长时间. */
const HOW_LONG = 'wanted:when/long';
const LONGEST_VERB = 3;

/** 哪个行动任务最多有几项: which of them has the most, and how many. */
const isOfWhich = (tokens: readonly Token[], index: number): boolean => {
  const from = tokens.slice(0, index).findLastIndex(({ kind }) => kind === 'mark') + 1;
  const picks = (token: Token) => token.kind === 'wanted' && (token.wanted === 'which' || token.wanted === 'who');
  return isOperator(tokens[index + 1], 'have') && tokens.slice(from, index).some(picks);
};

/**
 * Returns whether 至少, 超过 compare with a number that is asked for behind them; 最少 before it is 至少, and no superlative.
 */
export const isLoose = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  if (token?.kind !== 'operator') return false;
  const next = nextSaid(tokens, index);
  if (token.operator === 'reach') return token.rule === 'operators:reach/least' && !asksForNumber(next);
  const apart = tokens[index + 1]?.kind === 'mark';
  const length = tokens.slice(index + 1, index + LONGEST_VERB + 1).some(({ rule }) => rule === HOW_LONG);
  return (
    /^operators:(?:least|most)\/edge$/.test(token.rule) &&
    !apart &&
    !isOfWhich(tokens, index) &&
    (asksForNumber(next) || asksForNumber(tokens[index + 2]) || length)
  );
};

/** 怎么是这么写的: how it is written is compared only where years or parts are. */
export const isLooseSo = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.rule === 'operators:same/so' &&
  !tokens.some(({ kind }) => kind === 'year' || kind === 'part' || kind === 'relative');
