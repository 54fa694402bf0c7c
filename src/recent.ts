/** Longer keys are worked out anew each time, so that what is kept stays small. */
const LONGEST_KEY = 4_000;

/** Returns what belongs to a key: what was made for it before, or else what `make` makes. */
export type Recent<T, K = string> = (key: K, make: () => T) => T;

/**
 * Keeps the last so many results; the key must say all that a result depends on. They are kept in two halves, of which the
 * older goes as a whole: what is asked for again moves to the younger, and nothing old holds on to what is new.
 */
export const createRecent = <T, K = string>(most: number): Recent<T, K> => {
  let young = new Map<K, T>();
  let old = new Map<K, T>();
  const keep = (key: K, value: T): T => {
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
    return typeof key === 'string' && key.length > LONGEST_KEY ? made : keep(key, made);
  };
};

/**
 * Returns a function that keeps its last so many results: the same texts come again and again. It keeps those for objects
 * that live as long as one question too; in a `WeakMap`, which is old, they would outlive it.
 */
export const remembering = <T, K = string>(work: (key: K) => T, most: number): ((key: K) => T) => {
  const recent = createRecent<T, K>(most);
  return (key) => recent(key, () => work(key));
};
