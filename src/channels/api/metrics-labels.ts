/** A label as a programmer names things; anything else could be a person's words. */
const NAME = /^[a-z][a-z0-9_-]{0,31}$/;
/** More values than channels or kinds of question there ever are. */
const MOST = 100;

/** Keeps a label's values few and plain: what does not look like a name, or is one too many, counts as `other`. */
export const createLabels = (most = MOST): ((value: string) => string) => {
  const known = new Set<string>();
  return (value) => {
    if (known.has(value)) return value;
    if (!NAME.test(value) || known.size >= most) return 'other';
    known.add(value);
    return value;
  };
};
