const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Waits in line for a turn of the event loop of one's own: between two answers the deliveries that have come in are
 * acknowledged, however many begin at once. A delivery takes two turns: in one it is read, in the next it is written.
 * `quiet`: what else is waited for.
 */
export const createOwnTurn = (quiet: () => Promise<void> | undefined = () => undefined): (() => Promise<void>) => {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(nextTurn).then(nextTurn).then(quiet);
    return last;
  };
};

/** Lets deliveries go before answers: a platform waits three seconds for them, and sends again what it waited for. */
export interface DeliveriesFirst {
  /** Does what a delivery needs until it is acknowledged. */
  readonly deliver: <T>(work: () => Promise<T>) => Promise<T>;
  /** Resolves in a turn of one's own, while no delivery is under way, or when that has lasted for a while. */
  readonly ownTurn: () => Promise<void>;
}

/** Milliseconds for which an answer waits for deliveries: however many come, answers go on. */
const LONGEST = 30;

/** No delivery is under way. */
export const createDeliveriesFirst = (): DeliveriesFirst => {
  const waiting = new Set<() => void>();
  let underWay = 0;

  const quiet = (): Promise<void> | undefined => {
    if (underWay === 0) return undefined;
    return new Promise((resolve) => {
      const timer = setTimeout(() => done(), LONGEST);
      const done = (): void => {
        clearTimeout(timer);
        waiting.delete(done);
        resolve();
      };
      waiting.add(done);
    });
  };

  const acknowledged = (): void => {
    underWay -= 1;
    if (underWay === 0 && waiting.size > 0) for (const go of [...waiting]) go();
  };

  return {
    deliver: (work) => {
      underWay += 1;
      const done = work();
      done.then(acknowledged, acknowledged);
      return done;
    },
    ownTurn: createOwnTurn(quiet),
  };
};
