import type { Ref } from '../values.ts';
import type { SettleContent } from './settled.ts';

/** The piece of the words in which a stranger stands: 元宇宙, not 宇宙. */
export const pieceWith = (words: string, stranger: string | undefined): string => {
  const piece = stranger === undefined ? undefined : words.split(/[ 、]/u).find((one) => one.includes(stranger));
  if (stranger !== undefined && !HAN.test(words) && words.length <= LONGEST_LATIN) return words;
  return piece !== undefined && piece.length <= LONGEST_PIECE ? piece : (stranger ?? words);
};

const LONGEST_PIECE = 8;
/** So short a phrase in letters is said back whole: its first strange word may only be an adverb. */
const LONGEST_LATIN = 60;
/** So short a wording names a thing, and each of its words tells which. */
const LONGEST_NAME = 7;
export const isName = (words: string): boolean => words.length <= LONGEST_NAME && !/[\s、]/u.test(words);
export const HAN = /\p{Script=Han}/u;

const SHORTEST_HALF = 2;

/** 外汇储备: a short name that the plan nowhere prints, and of which no thing has both halves. */
export const isOfNone = (words: string, refs: readonly Ref[], { prints }: SettleContent): boolean => {
  if (!isName(words) || !HAN.test(words) || prints(words)) return false;
  const places = Array.from(
    { length: Math.max(0, words.length - 2 * SHORTEST_HALF + 1) },
    (_, at) => at + SHORTEST_HALF,
  );
  const pairs = places.map((at) => [words.slice(0, at), words.slice(at)] as const);
  const printed = pairs.filter((pair) => pair.every((half) => prints(half)));
  return printed.length > 0 && refs.every((ref) => printed.every((pair) => pair.some((half) => !prints(half, ref))));
};
