import type { Token } from '../values.ts';
import { isConnector } from './builder.ts';
import { isOperator } from './excepts.ts';

const ADDED = 'operators:total/added';

const isTasks = (token: Token | undefined): boolean => token?.kind === 'type' && token.type === 'task';

/** 负责的, 负责的任务: where a set that has been said ends. */
const endsSet = (token: Token | undefined): boolean => isOperator(token, 'of') || isTasks(token);

/** What begins another set: a unit, a role, 没有, 只有. */
const beginsSet = (token: Token | undefined): boolean =>
  token?.kind === 'unit' || token?.kind === 'role' || isOperator(token, 'not', 'only', 'by');

/**
 * Returns whether sets of tasks are added up: 高新区负责的和经开区负责的加起来, 甲负责的任务加上乙负责的任务. One set under two
 * conditions has nothing between them that would end it.
 */
export const addsSets = (tokens: readonly Token[]): boolean => {
  const sums = tokens.some(({ rule }) => rule === ADDED);
  const counts = tokens.some((token) => isOperator(token, 'total'));
  return tokens.some((token, at) => {
    const joint = isOperator(token, 'add') || (isOperator(token, 'and') ? counts : sums && isConnector(token));
    return joint && endsSet(tokens[at - 1]) && beginsSet(tokens[at + 1]);
  });
};
