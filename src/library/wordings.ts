import { stemsOf } from '../search/terms.ts';
import { isHan } from '../text.ts';

/** The pieces of some words, each with the wordings by which a plan may print it: [[区块链], [大数据]]. */
export type Wordings = (words: string) => readonly (readonly string[])[];

const LONGEST_TERM = 6;

const keyOf = (text: string): string => stemsOf(text).join(' ');

/** Returns a reader of words as the plan prints them: words in letters by the corpus' English for its terms. */
export const createWordings = (terms: Readonly<Record<string, readonly string[]>> = {}): Wordings => {
  const printed = new Map<string, string[]>();
  for (const [term, says] of Object.entries(terms))
    for (const key of new Set(says.map(keyOf))) printed.set(key, [...(printed.get(key) ?? []), term]);
  const longestAt = (words: readonly string[], at: number): number => {
    for (let size = Math.min(LONGEST_TERM, words.length - at); size > 1; size -= 1)
      if (printed.has(keyOf(words.slice(at, at + size).join(' ')))) return size;
    return 1;
  };
  return (text) => {
    const words = text.split(/\s+/).filter((word) => word !== '');
    const pieces: (readonly string[])[] = [];
    for (let at = 0; at < words.length; ) {
      const size = longestAt(words, at);
      const piece = words.slice(at, at + size).join(' ');
      pieces.push([piece, ...([...piece].some(isHan) ? [] : (printed.get(keyOf(piece)) ?? []))]);
      at += size;
    }
    return pieces;
  };
};
