import { canonical, squeeze } from '../../text.ts';
import { wordsOf } from '../sets/mentions.ts';
import { termsIn } from './match.ts';
import type { Sentence } from './result.ts';
import { type Thing, titleOf } from './things.ts';

/** So much of a claim's words must stand in the sentences that tell its year. */
const BORNE = 0.6;

/** Returns whether sentences, with the title of the thing, hold most of the words that are claimed of it. */
export const bearsOut = (words: string, thing: Thing, sentences: readonly Sentence[]): boolean => {
  const asked = [...termsIn(words)];
  const held = termsIn([titleOf(thing), ...sentences.map(({ text }) => text)].join('，'));
  return asked.filter((term) => held.has(term)).length >= asked.length * BORNE;
};

/** Every word of more than one character stands in the text. */
const holdsAll = (text: string, words: string): boolean => {
  const [whole, asked] = [canonical(squeeze(text)), canonical(words)];
  const each = wordsOf(asked).map(([from, to]) => asked.slice(from, to).trim());
  return each.every((word) => word.length < 2 || whole.includes(word));
};

/** Returns the sentences, of those of one year, that say every word of a claim; `scattered`: only all of them do. */
export const sayingAll = (
  words: string,
  ofYear: readonly Sentence[],
): { readonly sentences: readonly Sentence[]; readonly scattered: boolean } => {
  const sentences = ofYear.filter(({ text }) => holdsAll(text, words));
  return { sentences, scattered: holdsAll(ofYear.map(({ text }) => text).join('，'), words) };
};
