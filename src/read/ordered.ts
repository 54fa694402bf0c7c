import type { Operator, Token } from '../values.ts';
import { isOperator, previousSaid } from './neighbours.ts';

type Position = Extract<Token, { kind: 'position' }>;

const BY_COUNT: readonly Operator[] = ['order', 'most', 'least', 'growth', 'more', 'less', 'change'];

/** 最多, 任务数, 增幅: what things are put in order by. */
const isMeasured = (token: Token): boolean => token.kind === 'figure' || isOperator(token, ...BY_COUNT);

const isFigure = ({ kind }: Token): boolean => kind === 'figure';

const isIndicators = (token: Token): boolean => token.kind === 'type' && token.type === 'indicator';

/** 第二、第三: one after the other. */
const isRun = ({ positions: [first = 0, ...rest] }: Position): boolean =>
  first > 0 && rest.every((place, at) => place === first + at + 1);

/** 最多的前三个单位: so many of those with the most. */
const isOfMost = (tokens: readonly Token[], index: number, token: Position): boolean => {
  const before = previousSaid(tokens, index);
  return token.rule === 'position:edge' && isRun(token) && isOperator(before, 'most', 'least');
};

/** 指标表第三行: a row of the table of indicators. */
const isOfTable = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  const before = tokens.slice(0, index).findLast((one) => one.kind !== 'glue' && !isOperator(one, 'of', 'in'));
  return token?.kind === 'position' && token.of === undefined && before?.kind === 'part' && before.part === 'table';
};

/** Returns what a place means by what things are put in order by: a rank, or a place in the printed list. */
export const refineOrdered = (tokens: readonly Token[], index: number): Token | undefined => {
  const token = tokens[index];
  if (token?.kind !== 'position') return undefined;
  const measured = tokens.some(isMeasured);
  if (isOfTable(tokens, index)) return { ...token, of: 'indicator' };
  if (isOfMost(tokens, index, token)) return { ...token, rule: 'position:rank' };
  if (token.rule.startsWith('position:nth') && token.of === undefined && measured && isRun(token))
    return { ...token, rule: 'position:rank' };
  if (token.rule === 'position:from-end' && token.of === undefined && tokens.some(isFigure))
    return { ...token, rule: 'position:rank/least', positions: token.positions.map((place) => -place) };
  const printed = token.rule === 'position:rank' && !measured && tokens.some(isIndicators);
  return printed ? { ...token, rule: 'position:nth', of: 'indicator' } : undefined;
};
