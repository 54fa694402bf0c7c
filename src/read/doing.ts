import type { Token } from '../values.ts';
import { nextSaid } from './neighbours.ts';

/** 做, 推进: not 负责, of which somebody is the subject. */
const ACTS = /^roles:responsible\/verb\/(?:do|act)$/;

const isDoer = (token: Token): boolean =>
  token.kind === 'unit' ||
  token.kind === 'units' ||
  token.kind === 'before' ||
  (token.kind === 'wanted' && token.wanted === 'who') ||
  (token.kind === 'type' && token.type === 'unit');

/** 绿卡通管哪些待遇: what a thing is said to cover is asked, and nobody who does it. */
export const asksObject = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  if (token?.kind !== 'role' || token.form !== 'verb') return false;
  if (tokens.some((one) => one.kind !== 'before' && isDoer(one))) return false;
  const [which, what] = tokens.slice(index + 1).filter(({ kind }) => kind !== 'glue');
  return which?.kind === 'wanted' && which.wanted === 'which' && what?.kind === 'words' && isSaidOf(tokens, index);
};

/** Something is named before the verb. */
const isSaidOf = (tokens: readonly Token[], index: number): boolean =>
  tokens.slice(0, index).some(({ kind }) => kind === 'words' || kind === 'term' || kind === 'task');

/** 交付了没: 了 of what may have been done. */
export const isDone = (tokens: readonly Token[], index: number): boolean => {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  return token?.text === '了' && before?.kind === 'words' && next?.kind === 'wanted' && next.wanted === 'whether';
};

const OFFICE = /^(?:处室?|科室?|股室?|岗位?)$/u;

/** 金融局哪个处室管: an office inside a unit, of which plans do not speak. */
export const isInside = (tokens: readonly Token[], index: number): boolean => {
  const [unit, which, token] = [tokens[index - 2], tokens[index - 1], tokens[index]];
  return unit?.kind === 'unit' && which?.kind === 'wanted' && token?.kind === 'type' && OFFICE.test(token.text);
};

/** 2021年要推进哪些项目, 做哪些事: nobody is named who does it, and what is done is asked. */
export const isOpenDoing = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  if (!token || !ACTS.test(token.rule) || tokens.some(isDoer)) return false;
  const behind = tokens.slice(index + 1).filter(({ kind }) => kind !== 'glue' && kind !== 'mark');
  const [which, what, ...more] = behind;
  const asked = which?.kind === 'wanted' && which.wanted === 'which' && what?.kind === 'type' && what.type === 'task';
  const before = tokens.slice(0, index).every(({ kind }) => kind === 'glue' || kind === 'year' || kind === 'mark');
  return asked && before && more.length === 0 && nextSaid(tokens, index) === which;
};
