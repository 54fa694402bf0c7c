import type { Token } from '../values.ts';
import { asWords } from './neighbours.ts';

/** 大部分, 一半以上, 集中: how the tasks are spread over the actions. */
const PORTION = 'operators:each/portion';

const isTask = (token: Token): boolean => token.kind === 'type' && token.type === 'task';
const isAction = (token: Token): boolean => token.kind === 'type' && token.type === 'action';
const isWhich = (token: Token): boolean =>
  token.kind === 'wanted' && (token.wanted === 'which' || token.wanted === 'where');

/** 集中, 扎堆 say how things are spread, and no part of them. */
const SPREAD = /[中堆布]$/u;

/**
 * Returns what a portion means where it is not asked which action most of the tasks stand in: 大多数有支持单位吗 sets a part
 * against the whole, 集中资源 is a plain word.
 */
export const refinePortion = (tokens: readonly Token[], index: number): Token | undefined => {
  const token = tokens[index];
  if (token?.rule !== PORTION) return undefined;
  if (tokens.some(isAction) && tokens.some(isWhich) && tokens.some(isTask)) return undefined;
  const { from, to, text } = token;
  const part = !SPREAD.test(text) && tokens.some(isTask);
  return part
    ? { from, to, text, rule: 'operators:ratio/portion', kind: 'operator', operator: 'ratio' }
    : asWords(token);
};
