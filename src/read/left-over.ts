import type { Token } from '../values.ts';
import { isOperator } from './neighbours.ts';

const isPronoun = (token: Token | undefined): boolean => token?.kind === 'before' && token.before === 'it';

const isPointing = (token: Token | undefined): boolean =>
  token?.kind === 'before' && (token.before === 'it' || token.before === 'these');

const isWhich = (token: Token | undefined): boolean =>
  token?.kind === 'wanted' && (token.wanted === 'which' || token.wanted === 'what');

/** Where the thing is said that is left: 那项, 是哪一项. */
const isSaidBehind = ([of, next, behind]: readonly Token[]): boolean =>
  isOperator(of, 'of') && (isPointing(next) || (isOperator(next, 'is') && isWhich(behind)));

/** 哪项不是: of what was claimed of each. */
const isWhichNot = (tokens: readonly Token[], index: number): boolean => {
  const said = tokens.filter(({ kind }) => kind !== 'glue' && kind !== 'mark');
  const [which, not, ...more] = said;
  return isWhich(which) && isOperator(not, 'not') && not === tokens[index] && more.length === 0;
};

/** 缺的那项, 少的是哪一项, 没有它的那项: what is not in the list that was shown. */
export const isLeftOver = (tokens: readonly Token[], index: number): boolean => {
  if (tokens.slice(0, index).some(({ kind }) => kind === 'part')) return false;
  const behind = tokens.slice(index + 1).filter(({ kind }) => kind !== 'glue');
  if (isOperator(tokens[index], 'lack', 'less')) return isSaidBehind(behind);
  if (isWhichNot(tokens, index)) return true;
  const before = tokens.slice(0, index).filter(({ kind }) => kind !== 'glue' && kind !== 'mark');
  if (isOperator(tokens[index], 'not') && before.length === 0 && isSaidBehind(behind)) return true;
  return isOperator(tokens[index], 'not') && isPronoun(behind[0]) && isSaidBehind(behind.slice(1));
};

/** 它 in 没有它的那项. */
export const isOfLeftOver = (tokens: readonly Token[], index: number): boolean =>
  isPronoun(tokens[index]) && index > 0 && isOperator(tokens[index - 1], 'not') && isLeftOver(tokens, index - 1);
