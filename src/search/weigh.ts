import { oncePer } from '../once.ts';
import { createRecent } from '../recent.ts';
import type { Passage } from '../types.ts';
import type { Cut } from './cut.ts';
import type { Everyday } from './everyday.ts';
import type { Find, Posting } from './postings.ts';
import { brokenGramsOf, soundGramsOf, termsOf } from './terms.ts';

/** A part of a question's evidence: where it is borne out, and what it weighs. */
export interface Evidence {
  readonly term: string;
  readonly weight: number;
  readonly postings: readonly Posting[];
  /** The everyday word that led here. */
  readonly via?: string;
}

export type Weigh = (text: string) => readonly Evidence[];

/** A question longer than this is weighed by its rarest terms only, so that time stays bounded. */
const MOST_TERMS = 80;
const MOST_RECENT = 8;
/** There are so many short everyday words. */
const MOST_SHORT = 2000;
/** A longer everyday expression means what the lexicon says, and its parts say nothing. */
const SHORTEST_WHOLE = 2;
/** A pair that only sounds like one of the plan's: a wrong character in a word, or chance. */
const SOUND_SHARE = 0.35;

/** Squared inverse frequency over topics: rare words decide, common ones say nothing. */
const inverse = (all: number, found: number): number => Math.log(1 + all / (found + 0.5)) ** 2;

/** A sentence's weight is that of the best way in which it bears the word out. */
const strongest = (postings: readonly Posting[]): readonly Posting[] => {
  const best = new Map<number, Posting>();
  for (const posting of postings)
    if ((best.get(posting.passage)?.weight ?? 0) < posting.weight) best.set(posting.passage, posting);
  return [...best.values()];
};

/** How words are found. */
export interface Weighing {
  readonly cut: Cut;
  readonly find: Find;
  readonly everyday: Everyday;
}

/** Text → evidence, heaviest first. A word that nothing bears out weighs too: it counts against every topic. */
export const createWeigh = (passages: readonly Passage[], { cut, find, everyday }: Weighing): Weigh => {
  const topics = passages.map(({ topic }) => topic.id);
  const all = new Set(topics).size;
  const rarity = oncePer((found: readonly Posting[]) =>
    inverse(all, new Set(found.map(({ passage }) => topics[passage])).size),
  );
  const together = createRecent<readonly Posting[]>(MOST_SHORT);
  /** A short everyday word is borne out as such, and by the words that it holds. */
  const both = (say: string, direct: readonly Evidence[]): readonly Posting[] => {
    const inside = direct.filter(({ term }) => say.includes(term));
    return together([say, ...inside.map(({ term }) => term)].join(' '), () =>
      strongest([...everyday.found(say), ...inside.flatMap(({ postings }) => postings)]),
    );
  };
  const weigh: Weigh = (text) => {
    const says = everyday.spoken(text);
    const within = (term: string) => says.some((say) => say.includes(term) || term.includes(say));
    const direct = termsOf(text, cut).flatMap(({ text: term, share, word }): readonly Evidence[] => {
      const postings = find(term);
      if (postings.length === 0 && (!word || within(term))) return [];
      return [{ term, weight: share * rarity(postings), postings }];
    });
    const heard = brokenGramsOf(text, cut).flatMap((gram): readonly Evidence[] => {
      if (find(gram).length > 0 || within(gram)) return [];
      const postings = find(soundGramsOf(gram)[0] ?? '');
      return postings.length > 0 ? [{ term: gram, weight: SOUND_SHARE * rarity(postings), postings, via: gram }] : [];
    });
    const spoken = says.map((say): Evidence => {
      const postings = say.length > SHORTEST_WHOLE ? everyday.found(say) : both(say, direct);
      return { term: say, weight: rarity(postings), postings, via: say };
    });
    const apart = direct.filter(({ term }) => !says.some((say) => say.includes(term)));
    return [...apart, ...heard, ...spoken].sort((a, b) => b.weight - a.weight).slice(0, MOST_TERMS);
  };
  /** One question asks for the evidence of the same words several times: topics, then the sentences of each. */
  const recent = createRecent<readonly Evidence[]>(MOST_RECENT);
  return (text) => recent(text, () => weigh(text));
};
