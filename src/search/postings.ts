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
  const known = new Map<string, readonly Posting[]>();
  return (term) => {
    const before = known.get(term);
    if (before) return before;
    const found = (index.search(term, { limit: passages.length }) as number[]).map((passage) => ({
      passage,
      weight: weights[passage] ?? 0,
    }));
    if (found.length > 0) known.set(term, found);
    return found;
  };
};
