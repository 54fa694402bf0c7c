import type { Answer } from '../types.ts';
import { createSay } from './phrases.ts';

/** An answer's text taken apart into what a channel lays out differently. */
export interface Parts {
  /** The conclusion: the first line. */
  readonly head: string;
  /** The lines after it, without choices. */
  readonly lines: readonly string[];
  /** Lines that begin with 注意：, without that word's power over layout taken away. */
  readonly notes: readonly string[];
  /** What waits behind the fold. */
  readonly details: readonly string[];
  /** The lines of 出处. */
  readonly sources: readonly string[];
  /** The document's number, behind everything; empty without one. */
  readonly footer: string;
}

/** A conclusion longer than this stands large only as far as it says what it is about. */
const LONGEST_LARGE = 48;
const SUBJECT = /^([^：:（(]+(?:：|: ))(.+[。.][ ①-⑳]*)$/u;

/** What of a conclusion stands large: all of it, or of a long sentence what it is about; and the rest. */
export const largeOf = (head: string): readonly [large: string, rest: string] => {
  const [, subject, said] = head.length > LONGEST_LARGE ? (SUBJECT.exec(head) ?? []) : [];
  return subject !== undefined && said !== undefined ? [subject, said] : [head, ''];
};

/** What stands before the first placeholder of a phrase. */
const opening = (phrase: string): string => phrase.split('\u0000', 1)[0] ?? '';

/** Takes the text of an answer apart, by the phrases with which it was put together. */
export const partsOf = ({ text, language, choices, citations }: Answer): Parts => {
  const say = createSay(language);
  const note = opening(say('note', { text: '\u0000' }));
  const numbered = opening(say('docNumber', { value: '\u0000' }));
  const [alone, listed] = [say('sources'), opening(say('briefSources', { labels: '\u0000' }))];
  const offered = new Set(choices.map(({ label }, at) => say('choice', { mark: at + 1, label })));
  const all = text.split('\n');
  // Where several plans answer, the sources of each stand beside what they bear out.
  const several = new Set(citations.map(({ plan }) => plan)).size > 1;
  const from = several ? -1 : all.findIndex((line) => line === alone || line.startsWith(listed));
  const sources = from < 0 ? [] : all.slice(from);
  const footer = sources.length > 1 && sources.at(-1)?.startsWith(numbered) ? sources.at(-1) : undefined;
  const [head = '', ...body] = from < 0 ? all : all.slice(0, from);
  const fold = body.indexOf(say('details'));
  const rest = fold < 0 ? body : body.slice(0, fold);
  return {
    head,
    lines: rest.filter((line) => !line.startsWith(note) && !offered.has(line)),
    notes: rest.filter((line) => line.startsWith(note)),
    details: fold < 0 ? [] : body.slice(fold + 1),
    sources: footer === undefined ? sources : sources.slice(0, -1),
    footer: footer ?? '',
  };
};
