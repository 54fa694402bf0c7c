import type { Token } from '../values.ts';

/** 计划期是哪几年, 规划期到哪一年: asked for, and no years of which something is asked. */
const isPeriodAsked = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.rule === 'year:period' &&
  tokens.some(isWhen) &&
  tokens.every((token, at) => at === index || PERIOD_BESIDE.includes(token.kind));

const isWhen = (token: Token): boolean =>
  token.kind === 'wanted' && ['when', 'howMany', 'which'].includes(token.wanted);
const PERIOD_BESIDE: readonly Token['kind'][] = ['glue', 'mark', 'plan', 'operator', 'wanted', 'year'];

/** Returns the period as a property where it is asked for. */
export const refinePeriod = (tokens: readonly Token[], index: number): Token | undefined => {
  const token = tokens[index];
  if (!token || !isPeriodAsked(tokens, index)) return undefined;
  const { from, to, text } = token;
  return { from, to, text, rule: 'properties:period', kind: 'property', property: 'period' };
};
