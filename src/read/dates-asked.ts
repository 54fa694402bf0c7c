import type { Token } from '../values.ts';
import { isOperator } from './neighbours.ts';

/** 写了几月几号的任务, 有期限的, 具体到几月几日的: that a day is printed, where things of a sort are asked for and not when. */
export const isPrintedDay = (tokens: readonly Token[], index: number): boolean => {
  const [before, token] = [tokens[index - 1], tokens[index]];
  const sorted = tokens.some((one, at) => at !== index && (one.kind === 'type' || (one.kind === 'wanted' && one.type)));
  if (token?.kind === 'property' && token.property === 'deadline') return sorted && isOperator(before, 'have');
  return (
    token?.rule === 'wanted:when/day' && sorted && (isOperator(before, 'have', 'mention') || before?.kind === 'glue')
  );
};

/** 计划期是哪几年, 规划期到哪一年: asked for, and no years of which something is asked. */
export const isPeriodAsked = (tokens: readonly Token[], index: number): boolean =>
  ((tokens[index]?.rule === 'year:period' && tokens.some(isWhen)) || isUntilWhen(tokens, index)) &&
  tokens.every((token, at) => at === index || PERIOD_BESIDE.includes(token.kind));

/** 这计划到哪年为止: of the plan itself. */
const isUntilWhen = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  return token?.kind === 'wanted' && /为止$/u.test(token.text) && tokens.some(({ kind }) => kind === 'plan');
};

const isWhen = (token: Token): boolean =>
  token.kind === 'wanted' && ['when', 'howMany', 'which'].includes(token.wanted);
const PERIOD_BESIDE: readonly Token['kind'][] = ['glue', 'mark', 'plan', 'operator', 'wanted', 'year'];
