const MINUTE = 60_000;
/** Names of which the last minute is remembered; far more than come in one. */
const MOST_NAMES = 50_000;

/** Counts what is done under a name; false when it is more than may be done in a minute, which then counts for nothing. */
export type PerMinute = (name: string) => boolean;

/**
 * At most so many a minute for each name.
 *
 * @param now milliseconds of any clock that does not go back
 */
export const createPerMinute = (now: () => number, most: number): PerMinute => {
  /** Times of what was done, oldest first; the names in the order of their last time. */
  const names = new Map<string, number[]>();
  return (name) => {
    const times = (names.get(name) ?? []).filter((at) => now() - at < MINUTE);
    const admitted = times.length < most;
    names.delete(name);
    names.set(name, admitted ? [...times, now()] : times);
    const oldest = names.keys().next();
    if (names.size > MOST_NAMES && !oldest.done) names.delete(oldest.value);
    return admitted;
  };
};
