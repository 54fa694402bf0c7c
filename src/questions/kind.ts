import type { Desk, Draft } from '../answer/draft.ts';
import type { Query } from '../types.ts';

/** One kind of question: which questions are its own, and how they are answered. One file each, one row in `kinds.ts`. */
export interface Kind {
  /** Stands in `answer.kind`. */
  readonly name: string;
  /** Sentences of this kind; the suite asks them all. */
  readonly examples: readonly string[];
  /** Sentences that look like it and are of another kind. */
  readonly others: readonly string[];
  /** It asks of the plan as a whole: such a question leans on none before it. */
  readonly whole?: (query: Query) => boolean;
  /** Facts looked up and put into words; undefined when the question turns out to be of another kind. */
  readonly answer: (query: Query, desk: Desk) => Draft | undefined;
}

/** A kind in its two steps, so that what is looked up and how it is said stay apart. */
export interface KindSteps<F> {
  readonly name: string;
  readonly examples: readonly string[];
  readonly others: readonly string[];
  readonly whole?: (query: Query) => boolean;
  /** Query → Facts; undefined when the question is of another kind. */
  readonly find: (query: Query, desk: Desk) => F | undefined;
  /** Facts → words. */
  readonly phrase: (facts: F, desk: Desk, query: Query) => Draft;
}

export const kind = <F>({ name, examples, others, whole, find, phrase }: KindSteps<F>): Kind => ({
  name,
  examples,
  others,
  ...(whole && { whole }),
  answer: (query, desk) => {
    const facts = find(query, desk);
    return facts === undefined ? undefined : phrase(facts, desk, query);
  },
});
