/** Failures in a row after which a model is left alone for a while. */
const MOST_FAILURES = 5;
const FIRST_PAUSE = 30_000;
const LONGEST_PAUSE = 300_000;

/** Keeps a model that does not answer from being asked again and again. */
export interface Breaker {
  /** False while it is left alone; after the pause one call is let through. */
  readonly lets: () => boolean;
  readonly succeeded: () => void;
  /** `pause`: milliseconds that the server asks to be left alone. */
  readonly failed: (why: string, pause?: number) => void;
  /** Why it is left alone, if so. */
  readonly trouble: () => string | undefined;
}

/** `now` gives milliseconds since the epoch. */
export const createBreaker = (now: () => number): Breaker => {
  let [failures, until, why]: [number, number, string] = [0, 0, ''];
  let trying = false;
  const isOpen = (): boolean => failures >= MOST_FAILURES;
  return {
    lets: () => {
      if (now() < until || (isOpen() && trying)) return false;
      trying = isOpen();
      return true;
    },
    succeeded: () => {
      [failures, until, why, trying] = [0, 0, '', false];
    },
    failed: (reason, pause = 0) => {
      failures += 1;
      [why, trying] = [reason, false];
      const own = isOpen() ? FIRST_PAUSE * 2 ** (failures - MOST_FAILURES) : 0;
      until = Math.max(until, now() + Math.min(LONGEST_PAUSE, Math.max(own, pause)));
    },
    trouble: () => (isOpen() ? why : undefined),
  };
};
