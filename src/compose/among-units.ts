import type { Token } from '../values.ts';
import { isTopic } from './as-words.ts';
import { isOperator } from './excepts.ts';
import { asGlue, asOperator } from './said-as.ts';

const isUnits = (token: Token | undefined): boolean =>
  (token?.kind === 'type' && token.type === 'unit') || (token?.kind === 'role' && token.form === 'noun');

/** 别家 says units by itself; 别的 says of what behind it. */
const isOthers = (tokens: readonly Token[], at: number): boolean =>
  isOperator(tokens[at], 'other') && (tokens[at]?.rule.endsWith('/unit') === true || isUnits(tokens[at + 1]));

const isBeside = (token: Token): boolean => isUnits(token) || isOperator(token, 'together');

/**
 * Returns the tokens with 没有别的部门, 没列其他责任单位 behind a unit said as what it means: it stands there alone.
 * Glue is not among the tokens that are looked at.
 */
export const withSole = (typed: readonly Token[]): readonly Token[] => {
  const tokens = typed.filter(({ kind }) => kind !== 'glue');
  const at = tokens.findIndex((token, index) => isOperator(token, 'not') && isOthers(tokens, index + 1));
  const end = tokens.findIndex((token, index) => index > at + 1 && !isBeside(token));
  const denied = tokens.slice(at, end < 0 ? tokens.length : end);
  const named = tokens.slice(0, at).some(({ kind }) => kind === 'unit');
  if (at < 0 || !named || tokens.some((token) => isOperator(token, 'except'))) return typed;
  return typed.map((token) => {
    if (token === denied[0]) return asOperator(token, 'only');
    return denied.includes(token) ? asGlue(token, 'glue:others') : token;
  });
};

/** Returns whether a token asks for a unit: 谁, 哪家. */
export const asksUnit = (token: Token | undefined): boolean =>
  token?.kind === 'wanted' && (token.wanted === 'who' || (token.wanted === 'which' && token.type === 'unit'));

/** 失业金那条人社跟医保局谁牵头: of one thing, which of the units it is; 谁管得多 compares them. */
export const withUnitChoice = (typed: readonly Token[]): readonly Token[] => {
  const tokens = typed.filter(({ kind }) => kind !== 'glue');
  const at = tokens.findIndex(
    (token, index) =>
      asksUnit(token) &&
      tokens[index - 1]?.kind === 'unit' &&
      isOperator(tokens[index - 2], 'and') &&
      tokens[index - 3]?.kind === 'unit' &&
      tokens[index + 1]?.kind === 'role',
  );
  const of = tokens.slice(0, Math.max(0, at - 3));
  const named = of.some((token) => isTopic(token) || token.kind === 'position');
  if (at < 0 || !named || tokens.some((token) => isOperator(token, 'more', 'most', 'less', 'least'))) return typed;
  return typed.map((token) => {
    if (token === tokens[at]) return asGlue(token, 'glue:choice');
    return token === tokens[at - 2] ? asOperator(token, 'or', 'operators:or/choice') : token;
  });
};
