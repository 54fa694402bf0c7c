import type { Answer } from '../types.ts';
import { createSay } from './phrases.ts';

/** An answer's text taken apart into what a channel lays out differently; joined by line breaks it is the text again. */
export interface Parts {
  /** The conclusion: the first line. */
  readonly head: string;
  /** The lines after it, without choices. */
  readonly lines: readonly string[];
  /** Lines that begin with 注意：, without that word's power over layout taken away. */
  readonly notes: readonly string[];
  /** The lines of 出处 at the end. */
  readonly sources: readonly string[];
}

/** What stands before the first placeholder of a phrase. */
const opening = (phrase: string): string => phrase.split('\u0000', 1)[0] ?? '';

/** Takes the text of an answer apart, by the phrases with which it was put together. */
export const partsOf = ({ text, language, choices, citations }: Answer): Parts => {
  const say = createSay(language);
  const note = opening(say('note', { text: '\u0000' }));
  const source = opening(say('sources', { number: '\u0000' }));
  const offered = new Set(choices.map(({ label }, at) => say('choice', { mark: at + 1, label })));
  const all = text.split('\n');
  // Where several plans answer, the sources of each stand beside what they bear out.
  const several = new Set(citations.map(({ plan }) => plan)).size > 1;
  const from = several ? -1 : all.findIndex((line) => line.startsWith(source));
  const [head = '', ...rest] = from < 0 ? all : all.slice(0, from);
  return {
    head,
    lines: rest.filter((line) => !line.startsWith(note) && !offered.has(line)),
    notes: rest.filter((line) => line.startsWith(note)),
    sources: from < 0 ? [] : all.slice(from),
  };
};
