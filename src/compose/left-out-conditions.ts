import type { Token } from '../values.ts';
import { isOperator } from './excepts.ts';
import { asGlue, asOperator } from './said-as.ts';

const dropped = (token: Token): Token => asGlue(token, 'glue:except');

const isNoun = (token: Token | undefined): boolean => token?.kind === 'role' && token.form === 'noun';

/** 没有支持单位, 有支持单位, 没写金额, 支持单位超过三家: what is there or not, and no unit that stands there. */
const isCondition = (said: readonly Token[]): boolean => {
  const rest = said.filter((token) => token.kind !== 'year' && !isOperator(token, 'not', 'have'));
  const [first, second, ...more] = rest;
  if (more.length > 0 || !first) return false;
  if (first.kind === 'figure') return second === undefined || second.kind === 'quantity';
  if (!isNoun(first)) return false;
  return second === undefined ? said.some((token) => isOperator(token, 'not', 'have')) : second.kind === 'quantity';
};

/** Where the condition stands that an 'except' leaves out, [from, to): behind it, or before it; 的 closes it. */
const spanOf = (tokens: readonly Token[], at: number): readonly [from: number, to: number] | undefined => {
  const end = tokens.findIndex((token, index) => index > at && isOperator(token, 'of'));
  if (end > 0 && isCondition(tokens.slice(at + 1, end))) return [at + 1, end];
  if (!isOperator(tokens[at - 1], 'of')) return undefined;
  const mark = tokens.slice(0, at - 1).findLastIndex(({ kind }) => kind === 'mark' || kind === 'type');
  return isCondition(tokens.slice(mark + 1, at - 1)) ? [mark + 1, at - 1] : undefined;
};

const DROPS = 'operators:except/drop';

/** Returns the tokens with a role that is not wanted denied: 不要支持的; after one that is, it says nothing more. */
export const withRoleDenied = (typed: readonly Token[]): readonly Token[] => {
  const tokens = typed.filter(({ kind }) => kind !== 'glue');
  const at = tokens.findIndex(
    ({ rule }, index) => rule === DROPS && isVerb(tokens[index + 1]) && isOperator(tokens[index + 2], 'of'),
  );
  const said = tokens.slice(at, at + 3);
  const [drop] = said;
  if (at < 0 || !drop) return typed;
  if (!tokens.slice(0, at).some(isVerb))
    return typed.map((token) => (token === drop ? asOperator(token, 'not') : token));
  return typed.map((token) => (said.includes(token) ? dropped(token) : token));
};

const isVerb = (token: Token | undefined): boolean => token?.kind === 'role' && token.form === 'verb';

/**
 * Returns the tokens with a condition that is left out said the other way round: 去掉没有支持单位的 leaves those that have some,
 * 写了金额的不算 those that print none. Glue is not among the tokens that are looked at.
 */
export const withConditionsTurned = (typed: readonly Token[]): readonly Token[] => {
  const tokens = typed.filter(({ kind }) => kind !== 'glue');
  const at = tokens.findIndex((token) => isOperator(token, 'except'));
  const except = tokens[at];
  const [from, to] = (except && spanOf(tokens, at)) ?? [];
  if (!except || from === undefined || to === undefined) return typed;
  const denial = tokens.slice(from, to).find((token) => isOperator(token, 'not'));
  const start = tokens.slice(from, to).find(({ kind }) => kind !== 'year');
  return typed.flatMap((token): Token[] => {
    if (denial) return [token === denial ? asOperator(token, 'have') : token === except ? dropped(token) : token];
    if (token === except) return [dropped(token)];
    return token === start ? [asOperator({ ...token, to: token.from, text: '' }, 'not'), token] : [token];
  });
};
