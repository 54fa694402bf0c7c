/** Longer keys are worked out anew each time, so that what is kept stays small. */
const LONGEST_KEY = 4_000;

/** Returns what belongs to a key: what was made for it before, or else what `make` makes. */
export type Recent<T> = (key: string, make: () => T) => T;

/**
 * Keeps the last so many results; the key must say all that a result depends on. They are kept in two halves, of which the
 * older goes as a whole: what is asked for again moves to the younger.
 */
export const createRecent = <T>(most: number): Recent<T> => {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  const keep = (key: string, value: T): T => {
    if (young.size >= most / 2) [old, young] = [young, new Map()];
    young.set(key, value);
    return value;
  };
  return (key, make) => {
    const known = young.get(key);
    if (known !== undefined) return known;
    const before = old.get(key);
    if (before !== undefined) return keep(key, before);
    const made = make();
    return key.length > LONGEST_KEY ? made : keep(key, made);
  };
};

/** Returns a function of a text that keeps its last so many results: the same texts come again and again. */
export const remembering = <T>(work: (text: string) => T, most: number): ((text: string) => T) => {
  const recent = createRecent<T>(most);
  return (text) => recent(text, () => work(text));
};
