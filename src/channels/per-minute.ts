import { steady } from './steady.ts';

const MINUTE = 60_000;
/** Names of which the last minute is remembered; far more than come in one. */
const MOST_NAMES = 50_000;

/** The how-manieth time it is within a minute that something is done under a name; beyond the most it counts for nothing. */
export interface PerMinute {
  (name: string): number;
  /** It was not done after all: that time, the `nth`, counts for nothing. */
  readonly back: (name: string, nth: number) => void;
}

/**
 * Counts up to `most` a minute for each name; whatever is beyond them is always `most + 1`.
 *
 * @param now milliseconds
 */
export const createPerMinute = (now: () => number, most: number): PerMinute => {
  const clock = steady(now);
  /** Times of what was done, oldest first; the names in the order of their last time. */
  const names = new Map<string, number[]>();
  const count = (name: string): number => {
    const times = names.get(name) ?? [];
    while (times[0] !== undefined && clock() - times[0] >= MINUTE) times.shift();
    const nth = times.length + 1;
    if (nth <= most) times.push(clock());
    names.delete(name);
    names.set(name, times);
    const oldest = names.keys().next();
    if (names.size > MOST_NAMES && !oldest.done) names.delete(oldest.value);
    return nth;
  };
  const back: PerMinute['back'] = (name, nth) => {
    if (nth <= most) names.get(name)?.pop();
  };
  return Object.assign(count, { back });
};
