import type { Token } from '../values.ts';
import { asEmpty, isOperator } from './neighbours.ts';

/** 没支持单位的是? and nothing behind it: which they are. */
const isOpenIs = (tokens: readonly Token[], index: number): boolean => {
  if (!isOperator(tokens[index], 'is') || !isOperator(tokens[index - 1], 'of')) return false;
  return (
    tokens.slice(index + 1).every(({ kind }) => kind === 'mark' || kind === 'glue') &&
    tokens.every((token) => token.kind !== 'wanted')
  );
};

const NAMED: ReadonlySet<Token['kind']> = new Set([
  ...(['words', 'task', 'indicator', 'action', 'term', 'clause'] as const),
  ...(['unit', 'units', 'position', 'type', 'role'] as const),
]);
const isNamed = (token: Token): boolean => {
  if (token.kind === 'year') return token.years.length > 0;
  return NAMED.has(token.kind) && (token.kind !== 'words' || token.text.length > 1);
};

/** 去年不说, 最忙的不说: nothing that could be left out of a list stands before it. */
const isIdleAside = (tokens: readonly Token[], index: number): boolean => {
  if (tokens[index]?.rule !== 'operators:except/aside') return false;
  const from = tokens.slice(0, index).findLastIndex(({ kind }) => kind === 'mark') + 1;
  return !tokens.slice(from, index).some(isNamed);
};

/** 一个支持单位都没有, 一家单位也不: none at all. */
const isNotOne = (tokens: readonly Token[], index: number): boolean => {
  const [token, next] = [tokens[index], tokens[index + 1]];
  if (!token || !ONE.test(token.text) || !isCounted(next)) return false;
  const behind = tokens.slice(index + 2).filter(({ kind }) => kind !== 'glue');
  return isOperator(behind[0], 'all', 'also') && isOperator(behind[1], 'not');
};

/** 就一个责任单位: so many of them. */
const isOne = (tokens: readonly Token[], index: number): boolean => {
  const [token, next] = [tokens[index], tokens[index + 1]];
  const plain = token?.kind === 'words' || token?.kind === 'glue';
  return plain && ONE.test(token.text) && next?.kind === 'role' && next.form === 'noun';
};

const ONE = /^一[个家]$/u;
const isCounted = (token: Token | undefined): boolean =>
  token?.kind === 'type' || (token?.kind === 'role' && token.form === 'noun');

const one = (printed: string) =>
  ({
    kind: 'quantity',
    quantity: { value: 1, unit: 'count', measure: printed.slice(1), relation: '=', printed },
  }) as const;

/** Returns what a word of counting or leaving out means by its neighbours; undefined when they say nothing of it. */
export const refineCounted = (tokens: readonly Token[], index: number): Token | undefined => {
  const token = tokens[index];
  if (!token) return undefined;
  const { from, to, text } = token;
  if (isOpenIs(tokens, index)) return { from, to, text, rule: 'wanted:which', kind: 'wanted', wanted: 'which' };
  if (isNotOne(tokens, index) || isIdleAside(tokens, index)) return asEmpty(token);
  return isOne(tokens, index) ? { from, to, text, rule: 'quantity:one', ...one(text) } : undefined;
};
