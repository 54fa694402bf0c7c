const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Waits in line for a turn of the event loop of one's own: between two answers the deliveries that have come in are
 * acknowledged, however many begin at once.
 */
export const createOwnTurn = (): (() => Promise<void>) => {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(nextTurn);
    return last;
  };
};
