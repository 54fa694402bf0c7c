import type { Draft } from './draft.ts';

/** Told apart by shape, not by colour. */
export const VERDICT_MARKS = { true: '✓', false: '✗' } as const;

/** Returns the lines of a draft, the first one with the mark of its verdict where it gives one. */
export const withVerdict = ({
  lines,
  verdict,
  marked,
}: Pick<Draft, 'lines' | 'verdict' | 'marked'>): readonly string[] => {
  if (verdict === undefined || marked) return lines;
  const [first = '', ...rest] = lines;
  return [`${VERDICT_MARKS[`${verdict}`]} ${first}`, ...rest];
};
