import type { Token } from '../values.ts';
import { isOperator } from './neighbours.ts';

/** 住建局那条，支持单位是谁: the task of a unit, of which something is asked. */
const isTaskOfUnit = (tokens: readonly Token[], index: number): boolean => {
  const [before, token] = [tokens[index - 1], tokens[index]];
  const single = token?.rule === 'before:it/thing' && /^[那这]\p{L}?(?:任务|[项条])$/u.test(token.text);
  const asks = tokens.slice(index + 1).some(({ kind }) => kind === 'role' || kind === 'wanted');
  return single && before?.kind === 'unit' && asks;
};

/** 投资局在、商务局不在的: 在 says that a unit takes part where another that does not is set beside it. */
const isPresent = (tokens: readonly Token[], index: number): boolean => {
  const [before, earlier, next] = [tokens[index - 1], tokens[index - 2], tokens[index + 1]];
  if (!isIn(tokens[index]) || !(next?.kind === 'mark' || isOperator(next, 'but', 'and', 'of'))) return false;
  const unit = isOperator(before, 'all', 'also', 'not') ? earlier : before;
  const others = tokens.filter((token, at) => isIn(token) && isOperator(tokens[at - 1], 'not'));
  return unit?.kind === 'unit' && others.length > 0;
};

const isIn = (token: Token | undefined): boolean => token?.kind === 'glue' && token.text === '在';

/** 跟投资局有啥关系, 高新区和它什么关系: a unit's relation to a task is the role in which it stands there. */
const isRelation = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  const asks = tokens[index - 1]?.kind === 'wanted' || isOperator(tokens[index - 1], 'have');
  const units = tokens.filter(({ kind }) => kind === 'unit').length;
  return token?.kind === 'words' && token.text === '关系' && asks && units === 1;
};

/** 证监局支持的是哪条: a task is asked for, and no place in the text. */
const isWhichTask = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  const one = token?.rule === 'wanted:where' && /^哪一?[条款]$/u.test(token.text);
  const said = tokens.slice(0, index);
  const does = said.some(({ kind }) => kind === 'unit') && said.some(({ kind }) => kind === 'role');
  return one && does && isOperator(tokens[index - 1], 'is') && isOperator(tokens[index - 2], 'of');
};

/** Returns what a token says of the part that a unit has in a task; undefined where it says nothing of that. */
export const refinePresent = (tokens: readonly Token[], index: number): Token | undefined => {
  const token = tokens[index];
  if (!token) return undefined;
  const { from, to, text } = token;
  if (isTaskOfUnit(tokens, index)) return { from, to, text, rule: 'types:task', kind: 'type', type: 'task' };
  if (isPresent(tokens, index))
    return { from, to, text, rule: 'roles:any/verb', kind: 'role', role: 'any', form: 'verb' };
  if (isWhichTask(tokens, index))
    return { from, to, text, rule: 'wanted:which+', kind: 'wanted', wanted: 'which', type: 'task' };
  if (!isRelation(tokens, index)) return undefined;
  return { from, to, text, rule: 'roles:any/noun/relation', kind: 'role', role: 'any', form: 'noun' };
};
