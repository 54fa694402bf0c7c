/** So many bots are kept: each takes two megabytes and more. */
export const MOST_BOTS = 128;

/** Makes something when it is first asked for, and gives the same as long as it is kept; then it is made anew. */
export type Keep = <T>(make: () => T) => () => T;

/** Returns a keeper of the last so many things that were asked for; the one that was asked longest ago goes first. */
export const createKeep = (most = MOST_BOTS): Keep => {
  const kept = new Map<() => unknown, unknown>();
  return <T>(make: () => T) => {
    const give = (): T => {
      const made = kept.has(give) ? (kept.get(give) as T) : make();
      kept.delete(give);
      kept.set(give, made);
      const [oldest] = kept.size > most ? kept.keys() : [];
      if (oldest !== undefined) kept.delete(oldest);
      return made;
    };
    return give;
  };
};
