/**
 * Text as every stage sees it: one place for widths, brackets, white space and invisible marks, so that no two stages
 * fold differently.
 */

import { createRecent } from './recent.ts';

/** Default-ignorable code points: they print nothing, and stand inside words only by mistake or on purpose. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|[\u061c\ufff9-\ufffb]/gu;

/** Marks that print nothing, removed: zero-width characters inside words, direction marks, variation selectors. */
export const stripInvisible = (text: string): string => text.replace(INVISIBLE, '');

/** NFKC: full-width letters, figures, brackets and commas become half-width. 《》「」、。 stay. */
export const foldWidth = (text: string): string => text.normalize('NFKC');

/** White space removed. */
export const squeeze = (text: string): string => text.replace(/\s+/g, '');

const MOST_FOLDED = 10_000;
const folded = createRecent<string>(MOST_FOLDED);

/**
 * For comparing two prints of the same thing: widths folded, no white space, no invisible marks, lower case. The texts of
 * a plan are compared with each question: they are folded once.
 */
export const canonical = (text: string): string =>
  folded(text, () => squeeze(foldWidth(stripInvisible(text))).toLowerCase());

const HAN = /\p{Script=Han}/u;

/** True for a Chinese character. */
export const isHan = (char: string): boolean => HAN.test(char);

/** How much a text says, in characters of Chinese: a word in letters says as much as two of them. */
export const sizeOf = (text: string): number =>
  (text.match(/[^\p{Script=Latin}\d]|[\p{Script=Latin}\d'’-]+/gu) ?? []).reduce(
    (size, piece) => size + (/^[\p{Script=Latin}\d]/u.test(piece) && piece.length > 1 ? 2 : 1),
    0,
  );

/** Every figure of a text as printed, thousands separators kept: `2.70`, `7,000`, `20`. */
export const figuresOf = (text: string): readonly string[] =>
  foldWidth(text.replace(/[，、；]/g, '|')).match(/\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g) ?? [];

const SENTENCE = /[^。；;！？\n]+[。；;！？]?/g;

/** A paragraph's sentences, verbatim. */
export const sentencesOf = (text: string): readonly string[] =>
  (text.match(SENTENCE) ?? []).map((part) => part.trim()).filter((part) => part !== '');

/** At most so many characters, …… behind what was cut; never inside a figure, so that no other figure stands there. */
export const clip = (text: string, most: number): string =>
  text.length <= most
    ? text
    : `${text
        .slice(0, most)
        .replace(/[\d.]+$/u, '')
        .replace(/[，、；：\s]+$/u, '')}……`;

/** Returns whether words are short for a name, as 贷款企业 is for 贷款科技企业: its characters, in their order. */
export const isShortFor = (words: string, name: string): boolean => {
  let at = -1;
  return [...words].every((character) => {
    at = name.indexOf(character, at + 1);
    return at >= 0;
  });
};
