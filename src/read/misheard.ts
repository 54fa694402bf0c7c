import { oncePer } from '../once.ts';
import { soundsOf } from '../sound.ts';
import { isHan } from '../text.ts';

/** Shorter phrases of asking sound like too many other words. */
const SHORTEST = 3;
/** Of three characters one may be wrong, of four or more two. */
const mostWrong = (length: number): number => (length > SHORTEST ? 2 : 1);
/** A longer text is noise around a question. */
const LONGEST = 400;

/** 那个 points at something; it is no misspelling of 哪个. */
const POINTING = /那/;

const wrongIn = (piece: string, phrase: string): number =>
  piece.split('').filter((char, at) => char !== phrase[at]).length;

interface Phrases {
  readonly written: ReadonlySet<string>;
  readonly bySound: ReadonlyMap<string, string>;
  /** How long the phrases are that begin with a sound, the longest first. */
  readonly sizes: ReadonlyMap<string, readonly number[]>;
}

const phrasesOf = oncePer((phrases: readonly string[]): Phrases => {
  const bySound = new Map<string, string>();
  const sizes = new Map<string, readonly number[]>();
  for (const phrase of phrases) {
    if (phrase.length < SHORTEST || !phrase.split('').every(isHan)) continue;
    const [first = '', ...rest] = soundsOf(phrase);
    bySound.set([first, ...rest].join(' '), phrase);
    sizes.set(
      first,
      [...new Set([...(sizes.get(first) ?? []), phrase.length])].sort((a, b) => b - a),
    );
  }
  return { written: new Set(phrases), bySound, sizes };
});

/**
 * Phrases of asking that were typed by sound are put right: 支吃但位是谁 → 支持单位是谁, 谁负则 → 谁负责. What stands in
 * the plan itself (`known`) stays as it is.
 */
export const createMisheard = (
  phrases: readonly string[],
  known: (piece: string) => boolean,
): ((text: string) => string) => {
  const { written, bySound, sizes } = phrasesOf(phrases);
  const phraseAt = (sounds: readonly string[], at: number): string | undefined => {
    for (const size of sizes.get(sounds[at] ?? '') ?? []) {
      const phrase = bySound.get(sounds.slice(at, at + size).join(' '));
      if (phrase?.length === size) return phrase;
    }
    return undefined;
  };
  return (text) => {
    if (text.length > LONGEST) return text;
    const sounds = soundsOf(text);
    let put = '';
    for (let at = 0; at < text.length; ) {
      const phrase = phraseAt(sounds, at) ?? '';
      const piece = text.slice(at, at + phrase.length);
      const wrong = piece === phrase ? 0 : wrongIn(piece, phrase);
      const right =
        wrong > 0 && wrong <= mostWrong(phrase.length) && !written.has(piece) && !POINTING.test(piece) && !known(piece);
      put += right ? phrase : text[at];
      at += right ? phrase.length : 1;
    }
    return put;
  };
};
