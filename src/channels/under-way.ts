/** Work that is under way, by the ids of what it is done for. */
export interface UnderWay<T> {
  /** Does the work, unless it is being done for one of the ids: then it waits, and says what came of that. */
  readonly once: (ids: readonly string[], work: () => Promise<T>, again: (done: T) => T) => Promise<T>;
}

/** Nothing under way. */
export const createUnderWay = <T>(): UnderWay<T> => {
  const working = new Map<string, Promise<T>>();
  return {
    once: (ids, work, again) => {
      const other = ids.map((id) => working.get(id)).find((found) => found !== undefined);
      if (other) return other.then(again);
      const done = work().finally(() => {
        for (const id of ids) working.delete(id);
      });
      for (const id of ids) working.set(id, done);
      return done;
    },
  };
};
