import { CodedError } from '../../errors.ts';
import { createOwnTurn } from '../own-turn.ts';

/** Work that holds the process up, done piece by piece, each in a turn of its own, in the order in which it came. */
export interface OneByOne {
  /**
   * Does a piece when its turn comes.
   *
   * @throws CodedError `api_busy` when too many pieces wait already
   */
  <T>(work: () => T | Promise<T>): Promise<T>;
  /**
   * Holds a place for a piece whose request is still being read; returns what gives it back.
   *
   * @throws CodedError `api_busy` when as many are held as may wait
   */
  readonly hold: () => () => void;
}

/** Pieces that may wait: some seconds of work, however long the questions are. */
const MOST_WAITING = 200;

/** Counts up to a limit; counting up returns what counts down, once. */
const createPlaces = (most: number) => {
  let taken = 0;
  return (): (() => void) => {
    if (taken >= most) throw new CodedError('api_busy');
    taken += 1;
    let held = true;
    return () => {
      if (held) taken -= 1;
      held = false;
    };
  };
};

/** An empty line. */
export const createOneByOne = (mostWaiting = MOST_WAITING): OneByOne => {
  const ownTurn = createOwnTurn();
  const wait = createPlaces(mostWaiting);
  const inTurn = async <T>(work: () => T | Promise<T>): Promise<T> => {
    const leave = wait();
    await ownTurn();
    leave();
    return work();
  };
  return Object.assign(inTurn, { hold: createPlaces(mostWaiting) });
};
