import { canonical } from '../text.ts';
import type { LexiconEntry, Passage } from '../types.ts';
import { BESIDE_PRINT, fieldWeight, isOwn, type Posting } from './postings.ts';

/** The lexicon against one plan: which everyday words lead to which of its sentences. */
export interface Everyday {
  /** Everyday words in a text, longest first from the left, each once. */
  readonly spoken: (text: string) => readonly string[];
  /** Sentences that hold any official wording of an everyday word. */
  readonly found: (say: string) => readonly Posting[];
}

/** Entries that lead nowhere in this plan are left out: they would only hide that it does not speak of the thing. */
export const createEveryday = (lexicon: readonly LexiconEntry[], passages: readonly Passage[]): Everyday => {
  const folded = passages.map((passage) => ({
    text: canonical(passage.text),
    weight: fieldWeight(passage),
    own: isOwn(passage),
    topic: passage.topic.id,
  }));
  const printing = (say: string): ReadonlySet<string> =>
    new Set(folded.filter(({ own, text }) => own && text.includes(say)).map(({ topic }) => topic));
  const entries = new Map<string, readonly Posting[]>();
  for (const { say, mean, weight: share } of lexicon) {
    const means = mean.map(canonical);
    const printers = printing(canonical(say));
    const shareOf = (topic: string) => (printers.size > 0 && !printers.has(topic) ? share * BESIDE_PRINT : share);
    const found = folded.flatMap(({ text, weight, topic }, passage) =>
      means.some((official) => text.includes(official)) ? [{ passage, weight: weight * shareOf(topic) }] : [],
    );
    if (found.length > 0) entries.set(say, found);
  }
  const longest = Math.max(0, ...[...entries.keys()].map((say) => say.length));
  const longestAt = (text: string, at: number): string | undefined => {
    for (let size = Math.min(longest, text.length - at); size > 0; size -= 1)
      if (entries.has(text.slice(at, at + size))) return text.slice(at, at + size);
    return undefined;
  };
  return {
    found: (say) => entries.get(say) ?? [],
    spoken: (text) => {
      const found = new Set<string>();
      for (let at = 0; at < text.length; at += 1) {
        const say = longestAt(text, at);
        if (say === undefined) continue;
        found.add(say);
        at += say.length - 1;
      }
      return [...found];
    },
  };
};
