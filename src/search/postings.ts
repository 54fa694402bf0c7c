import { Index } from 'flexsearch';
import { once } from '../once.ts';
import { foldWidth, isHan } from '../text.ts';
import type { Field, Passage } from '../types.ts';
import type { Cut } from './cut.ts';
import { createHolding } from './holding.ts';
import { hasLetters, isSound, soundGramsOf, soundTextOf, soundTextOfTerm, termsOf } from './terms.ts';

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

const NOWHERE: readonly Posting[] = [];

/** Runs of letters by which sounds are told apart. */
const SOUND_RUN = 6;

/** Where topics of the plan print a word, one that has it only among its other names counts less. */
export const BESIDE_PRINT = 0.6;

/** The plan's own text, not a name that the corpus gives beside it. */
export const isOwn = (passage: Passage | undefined): boolean =>
  passage !== undefined && (passage.field === 'title' || passage.field === 'body' || passage.field === 'row');

export const fieldWeight = ({ field }: Passage): number => FIELD_WEIGHT[field];

/** Term → the sentences that have it. FlexSearch holds the tokens (never text). */
export type Find = (term: string) => readonly Posting[];

/**
 * Sentences are taken into the index when a term is asked for that they may have: of a plan among many, most questions
 * touch a few sentences, and an index of them all takes longer to make than they take to answer.
 */
export const createFind = (passages: readonly Passage[], cut: Cut): Find => {
  const index = new Index({
    tokenize: 'strict',
    encode: (text: string) => text.split(' '),
    cache: false,
    resolution: 1,
  });
  const indexed = new Set<number>();
  const take = (at: number): void => {
    if (indexed.has(at)) return;
    indexed.add(at);
    const text = passages[at]?.text ?? '';
    const terms = termsOf(text, cut).map((term) => term.text);
    index.add(at, [...terms, ...soundGramsOf(text)].join(' '));
  };
  const printing = createHolding(passages.map(({ text }) => foldWidth(text).toLowerCase()));
  const sounding = once(() =>
    createHolding(
      passages.map(({ text }) => soundTextOf(text)),
      SOUND_RUN,
    ),
  );
  const inLetters = once(() => passages.flatMap(({ text }, at) => (hasLetters(text) ? [at] : [])));
  const mayHave = (term: string): readonly number[] => {
    if (isHan(term[0] ?? '')) return printing(term);
    return isSound(term) ? sounding()(soundTextOfTerm(term)) : inLetters();
  };
  const weights = passages.map(fieldWeight);
  const own = passages.map(isOwn);
  const topics = passages.map(({ topic }) => topic.id);
  const known = new Map<string, readonly Posting[]>();
  return (term) => {
    const before = known.get(term);
    if (before) return before;
    const possible = mayHave(term);
    possible.forEach(take);
    if (possible.length === 0) return NOWHERE;
    const places = (index.search(term, { limit: passages.length }) as number[]).sort((a, b) => a - b);
    const printers = new Set(places.filter((passage) => own[passage]).map((passage) => topics[passage]));
    const beside = (passage: number) => printers.size > 0 && !printers.has(topics[passage]);
    const found = places.map((passage) => ({
      passage,
      weight: (weights[passage] ?? 0) * (beside(passage) ? BESIDE_PRINT : 1),
    }));
    if (found.length === 0) return NOWHERE;
    known.set(term, found);
    return found;
  };
};
