import { Index } from 'flexsearch';
import type { Field, Passage } from '../types.ts';
import type { Cut } from './cut.ts';
import { soundGramsOf, termsOf } from './terms.ts';

/** A sentence that has a term, and how much the term counts there. */
export interface Posting {
  readonly passage: number;
  readonly weight: number;
}

/** How much a term counts by where it stands: a title names its task, a body sentence only mentions it. */
const FIELD_WEIGHT: Readonly<Record<Field, number>> = {
  title: 1,
  words: 0.9,
  body: 0.72,
  row: 0.72,
  gloss: 0.95,
  english: 0.75,
};

/** Where topics of the plan print a word, one that has it only among its other names counts less. */
export const BESIDE_PRINT = 0.6;

/** The plan's own text, not a name that the corpus gives beside it. */
export const isOwn = (passage: Passage | undefined): boolean =>
  passage !== undefined && (passage.field === 'title' || passage.field === 'body' || passage.field === 'row');

export const fieldWeight = ({ field }: Passage): number => FIELD_WEIGHT[field];

/** Term → the sentences that have it. FlexSearch holds the tokens (never text). */
export type Find = (term: string) => readonly Posting[];

export const createFind = (passages: readonly Passage[], cut: Cut): Find => {
  const index = new Index({
    tokenize: 'strict',
    encode: (text: string) => text.split(' '),
    cache: false,
    resolution: 1,
  });
  passages.forEach(({ text }, at) => {
    const terms = termsOf(text, cut).map((term) => term.text);
    index.add(at, [...terms, ...soundGramsOf(text)].join(' '));
  });
  const weights = passages.map(fieldWeight);
  const own = passages.map(isOwn);
  const topics = passages.map(({ topic }) => topic.id);
  const known = new Map<string, readonly Posting[]>();
  return (term) => {
    const before = known.get(term);
    if (before) return before;
    const places = index.search(term, { limit: passages.length }) as number[];
    const printing = new Set(places.filter((passage) => own[passage]).map((passage) => topics[passage]));
    const beside = (passage: number) => printing.size > 0 && !printing.has(topics[passage]);
    const found = places.map((passage) => ({
      passage,
      weight: (weights[passage] ?? 0) * (beside(passage) ? BESIDE_PRINT : 1),
    }));
    if (found.length > 0) known.set(term, found);
    return found;
  };
};
