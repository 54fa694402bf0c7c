/** Work done a few pieces at a time, in the order in which it came; `undefined` when too many wait already. */
export type Limiter = <T>(work: () => Promise<T>) => Promise<T> | undefined;

/** How many at a time, and how many more may wait. */
export interface Limits {
  readonly running: number;
  readonly waiting: number;
}

/** A limiter with nothing under way. */
export const createLimiter = ({ running, waiting }: Limits): Limiter => {
  const queue: (() => void)[] = [];
  let free = running;
  const enter = (): Promise<void> | undefined => {
    if (free > 0) {
      free -= 1;
      return Promise.resolve();
    }
    return queue.length < waiting ? new Promise((resolve) => queue.push(resolve)) : undefined;
  };
  /** The place goes from hand to hand, so that nobody who comes later takes it in between. */
  const leave = (): void => {
    const next = queue.shift();
    if (next) next();
    else free += 1;
  };
  return (work) => enter()?.then(work).finally(leave);
};
