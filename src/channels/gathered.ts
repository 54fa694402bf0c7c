/** Things that are handed over together: the first at once, those that follow soon after it a moment later. */
export interface Gathered<T> {
  readonly add: (one: T) => void;
  /** Hands over what is left; resolves when all that was handed over is done with. */
  readonly flush: () => Promise<void>;
}

/**
 * Opens a gathering. What is written one by one costs a wait for the disk each time, in which nothing else is answered.
 *
 * @param together takes what has come together within `wait` milliseconds; never rejects
 */
export const createGathered = <T>(together: (all: readonly T[]) => Promise<void>, wait: number): Gathered<T> => {
  let left: T[] = [];
  let underWay: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const handOver = (): void => {
    if (left.length === 0) return;
    const all = left;
    left = [];
    const before = underWay;
    underWay = Promise.all([before, together(all)]).then(() => {});
  };
  const due = (): void => {
    timer = undefined;
    if (left.length > 0) begin();
  };
  const begin = (): void => {
    handOver();
    timer = setTimeout(due, wait);
    timer.unref();
  };

  return {
    add: (one) => {
      left.push(one);
      if (timer === undefined) begin();
    },
    flush: () => {
      handOver();
      return underWay;
    },
  };
};
