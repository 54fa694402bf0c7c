import type { Token } from '../values.ts';
import { isOperator } from './neighbours.ts';

/** 你刚才漏了支持单位: what the answer left out, and nothing that a part of the plan lacks. */
export const isMissed = (tokens: readonly Token[], index: number): boolean => {
  const before = tokens.slice(0, index).toReversed();
  const said = before.findIndex(({ kind }) => kind !== 'glue');
  const beside = said < 0 ? before : before.slice(0, said);
  return isOperator(tokens[index], 'lack') && beside.some(({ rule }) => rule === 'glue:listener');
};
