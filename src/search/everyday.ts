import { oncePer } from '../once.ts';
import { remembering } from '../recent.ts';
import { canonical } from '../text.ts';
import type { LexiconEntry, Passage } from '../types.ts';
import { createHolding } from './holding.ts';
import { BESIDE_PRINT, fieldWeight, isOwn, type Posting } from './postings.ts';

/** The lexicon against one plan: which everyday words lead to which of its sentences. */
export interface Everyday {
  /** Everyday words in a text, longest first from the left, each once. */
  readonly spoken: (text: string) => readonly string[];
  /** The official wordings of an everyday word. */
  readonly means: (say: string) => readonly string[];
  /** Sentences that hold any official wording of an everyday word. */
  readonly found: (say: string) => readonly Posting[];
}

/** A day's questions have fewer everyday words and wordings. */
const MOST_KNOWN = 20_000;
const remembered = <T>(work: (text: string) => T): ((text: string) => T) => remembering(work, MOST_KNOWN);

interface Official {
  readonly means: readonly string[];
  readonly share: number;
}

/** The lexicon with its official wordings as they are compared. */
interface Officials {
  readonly entries: ReadonlyMap<string, readonly Official[]>;
  /** The lengths of its everyday words by their first character, longest first. */
  readonly sizes: ReadonlyMap<string, readonly number[]>;
}

/** The lengths of words by their first character, longest first. */
const sizesOf = (words: Iterable<string>): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, Set<number>>();
  for (const word of words) found.set(word.charAt(0), (found.get(word.charAt(0)) ?? new Set()).add(word.length));
  return new Map([...found].map(([head, sizes]) => [head, [...sizes].sort((a, b) => b - a)]));
};

/** One for all plans that share a lexicon. */
const officialOf = oncePer((lexicon: readonly LexiconEntry[]): Officials => {
  const entries = new Map<string, Official[]>();
  for (const { say, mean, weight } of lexicon)
    entries.set(say, [...(entries.get(say) ?? []), { means: mean.map(canonical), share: weight }]);
  return { entries, sizes: sizesOf(entries.keys()) };
});

/**
 * Entries that lead nowhere in this plan are left out: they would only hide that it does not speak of the thing. Where
 * an entry leads, and whether anywhere, is looked up when it is first asked for: of some thousand, a day's questions
 * have a hundred.
 */
export const createEveryday = (lexicon: readonly LexiconEntry[], passages: readonly Passage[]): Everyday => {
  const texts = passages.map(({ text }) => canonical(text));
  const whole = texts.join('\n');
  const holding = remembered(createHolding(texts));
  const topicOf = (at: number): string => passages[at]?.topic.id ?? '';
  const printers = (say: string): ReadonlySet<string> =>
    new Set(
      whole.includes(say)
        ? holding(say)
            .filter((at) => isOwn(passages[at]))
            .map(topicOf)
        : [],
    );
  const { entries, sizes } = officialOf(lexicon);
  const leads = ({ means }: Official): boolean => means.some((wording) => whole.includes(wording));
  const entryOf = remembered((say): { readonly leading?: Official | undefined } => ({
    leading: entries.get(say)?.findLast(leads),
  }));
  const isSaid = (say: string): boolean => entries.has(say) && entryOf(say).leading !== undefined;
  const found = remembered((say): readonly Posting[] => {
    const entry = entries.has(say) ? entryOf(say).leading : undefined;
    if (!entry) return [];
    const printing = printers(canonical(say));
    const shareOf = (topic: string) =>
      printing.size > 0 && !printing.has(topic) ? entry.share * BESIDE_PRINT : entry.share;
    const places = [...new Set(entry.means.flatMap(holding))].sort((a, b) => a - b);
    return places.map((passage) => ({
      passage,
      weight: (weights[passage] ?? 0) * shareOf(topicOf(passage)),
    }));
  });
  const weights = passages.map(fieldWeight);
  const longestAt = (text: string, at: number): string | undefined => {
    for (const size of sizes.get(text.charAt(at)) ?? []) {
      const say = text.slice(at, at + size);
      if (say.length === size && isSaid(say)) return say;
    }
    return undefined;
  };
  return {
    means: (say) => (entries.has(say) ? (entryOf(say).leading?.means ?? []) : []),
    found,
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
