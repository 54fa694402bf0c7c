import type { Ask, Query, Ref } from '../values.ts';
import { refuse } from './refusals.ts';
import type { SettleContent, Settled } from './settled.ts';
import type { Offer } from './state.ts';

/** How an `about` is settled: whether its things may be listed, and the part of the plan that it stands within. */
export interface SettleHow {
  readonly listing: boolean;
  /** Figures that were said and not claimed: the thing must print them. */
  readonly printed?: readonly string[];
  /** What a word means is asked. */
  readonly defining?: boolean;
  /** Tasks are asked for by their noun. */
  readonly tasks?: boolean;
  /** Nothing is asked but the words. */
  readonly bare?: boolean;
  readonly within?: string;
  /** Units that stood beside the words: the thing must concern them. */
  readonly units?: readonly string[];
  /** Units to choose from: of several things, that is meant which concerns them all. */
  readonly among?: readonly string[];
  /** 三项任务: so many tasks are meant. */
  readonly count?: number | undefined;
  /** The words with the names of indicators among them. */
  readonly wording?: string;
  /** 房地产贷款余额: the words that an indicator's name is joined to. */
  readonly joined?: string | undefined;
}

/** A query about words, and what is asked of their things. */
export interface AboutWords {
  readonly query: Query;
  readonly words: string;
  readonly ask: Ask;
  readonly content: SettleContent;
  readonly how: SettleHow;
}

/** So many things are offered to choose from. */
export const MOST_OFFERED = 6;

/** Things to choose from. */
export const offersOf = (refs: readonly Ref[], ask: Ask): readonly Offer[] =>
  refs.slice(0, MOST_OFFERED).map((ref) => ({ ref, ask }));

/** The plan speaks of the thing, and nowhere of this piece or unit. */
export const refusedPart = (about: string, near: Ref): Settled => ({
  decision: refuse('part', about, [near]),
  assumed: [],
});
