/** Longer keys are worked out anew each time, so that what is kept stays small. */
const LONGEST_KEY = 4_000;

/** Returns what belongs to a key: what was made for it before, or else what `make` makes. */
export type Recent<T> = (key: string, make: () => T) => T;

/** Keeps the last so many results; the key must say all that a result depends on. The oldest goes first. */
export const createRecent = <T>(most: number): Recent<T> => {
  const kept = new Map<string, T>();
  return (key, make) => {
    const before = kept.get(key);
    if (before !== undefined) return before;
    const made = make();
    if (key.length > LONGEST_KEY) return made;
    const [oldest] = kept.size >= most ? kept.keys() : [];
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(key, made);
    return made;
  };
};

/** Returns a function of a text that keeps its last so many results: the same texts come again and again. */
export const remembering = <T>(work: (text: string) => T, most: number): ((text: string) => T) => {
  const recent = createRecent<T>(most);
  return (text) => recent(text, () => work(text));
};
