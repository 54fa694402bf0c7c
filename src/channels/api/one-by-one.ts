import { CodedError } from '../../errors.ts';
import { createOwnTurn } from '../own-turn.ts';

/**
 * Does work that holds the process up, each piece in a turn of its own, in the order in which it came.
 *
 * @throws CodedError `api_busy` when too many pieces wait already
 */
export type OneByOne = <T>(work: () => T | Promise<T>) => Promise<T>;

/** Pieces that may wait: some seconds of work, however long the questions are. */
const MOST_WAITING = 200;

/** An empty line. */
export const createOneByOne = (mostWaiting = MOST_WAITING): OneByOne => {
  const ownTurn = createOwnTurn();
  let waiting = 0;
  return async (work) => {
    if (waiting >= mostWaiting) throw new CodedError('api_busy');
    waiting += 1;
    await ownTurn();
    waiting -= 1;
    return work();
  };
};
