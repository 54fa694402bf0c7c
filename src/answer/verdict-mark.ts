import type { Draft } from './draft.ts';

/** Told apart by shape, not by colour. */
export const VERDICT_MARKS = { true: '✓', false: '✗' } as const;

/** Returns the lines of a draft, the first one with the mark of its verdict where it gives one. */
export const withVerdict = ({ lines, verdict }: Pick<Draft, 'lines' | 'verdict'>): readonly string[] => {
  if (verdict === undefined) return lines;
  const [first = '', ...rest] = lines;
  return [`${VERDICT_MARKS[`${verdict}`]} ${first}`, ...rest];
};
