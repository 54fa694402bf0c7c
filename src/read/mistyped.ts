import { stemsOf } from '../search/terms.ts';

const WORD = /[a-z]{4,24}/g;
const VOWELS = [...'aeiouy'];
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
/** A shorter word is too near to too many others. */
const SHORTEST_MEANT = 5;
/** So long a word with one wrong vowel is no other word: insurence. */
const LONG = 7;
/** A longer text is noise around a question. */
const MOST_UNKNOWN = 20;

/** What may have been meant: two letters in turn, one too many, one too few, a wrong vowel; never the first letter. */
const nearTo = (word: string): readonly string[] => {
  const places = [...word].map((_, at) => at).slice(1);
  const cut = (at: number, by: string, width: number) => word.slice(0, at) + by + word.slice(at + width);
  return [
    ...places.map((at) => cut(at, `${word[at + 1] ?? ''}${word[at]}`, 2)),
    ...places.map((at) => cut(at, '', 1)),
    ...[...places, word.length].flatMap((at) => LETTERS.map((letter) => cut(at, letter, 0))),
    ...places
      .filter((at) => word.length >= LONG && VOWELS.includes(word[at] ?? ''))
      .flatMap((at) => VOWELS.map((vowel) => cut(at, vowel, 1))),
  ];
};

const stemOf = (word: string): string => stemsOf(word)[0] ?? word;

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[a-z]+/g) ?? [];

/**
 * Returns a mender of words in letters: one that nothing knows, and that is a slip away from just one word of the given
 * texts, is read as that: gren insurance sytem → green insurance system.
 */
export const createMistyped = (texts: Iterable<string>): ((text: string) => string) => {
  const known = new Set([...texts].flatMap(wordsIn));
  const stems = new Set([...known].map((word) => stemOf(word)));
  const isKnown = (word: string): boolean => known.has(word) || stems.has(stemOf(word));
  const meant = (word: string): string => {
    const near = nearTo(word).filter((one) => one.length >= SHORTEST_MEANT && known.has(one));
    const [first, ...more] = new Set(near.map((one) => stemOf(one)));
    return first !== undefined && more.length === 0 ? (near[0] ?? word) : word;
  };
  return (text) => {
    let unknown = 0;
    return text.replace(WORD, (word, at: number) => {
      const whole = !/[a-z0-9'’]/.test(text[at - 1] ?? '') && !/[a-z0-9]/.test(text[at + word.length] ?? '');
      if (!whole || isKnown(word)) return word;
      unknown += 1;
      return unknown > MOST_UNKNOWN ? word : meant(word);
    });
  };
};
