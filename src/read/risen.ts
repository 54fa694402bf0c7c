import type { Token } from '../values.ts';
import { isOperator } from './neighbours.ts';

/** 每年都加50亿, 三年加100家: by so much it grows, and nothing is added to what was said. */
const isRise = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  const said = tokens.filter(({ kind }) => kind !== 'glue');
  const at = token ? said.indexOf(token) : -1;
  const amount = said[at + 1];
  const plain = amount?.kind === 'quantity' && amount.quantity.relation === '=' && amount.counts === undefined;
  const years = said.slice(0, at).some(({ kind }) => kind === 'year' || kind === 'indicator');
  return isOperator(token, 'add') && token?.text === '加' && plain && years;
};

/** Returns 加 before an amount as what grows; undefined for anything else. */
export const refineRise = (tokens: readonly Token[], index: number): Token | undefined => {
  const token = tokens[index];
  if (!token || !isRise(tokens, index)) return undefined;
  const { from, to, text } = token;
  return { from, to, text, rule: 'operators:more', kind: 'operator', operator: 'more' };
};
