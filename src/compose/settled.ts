import type { UnitName } from '../types.ts';
import type { Ask, Assumption, Query, Ref, SetOf } from '../values.ts';
import type { Decision } from './decision.ts';
import type { Resolved, ResolveHow } from './topic.ts';

/** What settling looks up: topics by words, members of sets, sections by a short name. */
export interface SettleContent {
  readonly resolve: (words: string, ask: Ask, how?: ResolveHow) => Resolved;
  readonly members: (set: SetOf) => readonly Ref[];
  /** How a thing is called. */
  readonly title: (ref: Ref) => string;
  /** Actions that words may be short for: 跨境金融. */
  readonly sections: (words: string) => readonly number[];
  /** The one action whose heading has every piece of the words, where no task's name has them. */
  readonly headed: (words: string) => number | undefined;
  /** Places where words may be two topics. */
  readonly halves: (words: string) => readonly (readonly [string, string])[];
  /** The names of which words are a list: 信用和空间建设. */
  readonly listed: (words: string) => readonly string[];
  /** The tasks with a list of which the words name several items: 张家口和承德的. */
  readonly itemsOf: (words: string) => readonly Ref[];
  /** Pieces of words that the plan must print to be asked about: 三期, C地块. */
  readonly designators: (words: string) => readonly string[];
  /** What the plan says of who answers for it as a whole. */
  readonly overall: readonly Ref[];
  /** Does one thing of the plan name this unit, or speak of it? */
  readonly concerns: (unit: string, ref: Ref) => boolean;
  /** Does one thing of the plan speak of any unit? */
  readonly namesUnits: (ref: Ref) => boolean;
  /** Does the plan print what is asked of these things? */
  readonly answers: (query: Query) => boolean;
  /** Of topics that words cannot tell apart, the one whose figures are asked for. */
  readonly counting: (words: string, refs: readonly Ref[], ask: Ask) => Ref | undefined;
  /** Nouns of words that the plan nowhere has. */
  readonly strangers: (words: string) => readonly string[];
  /** Nouns and verbs of words that the plan nowhere prints, and that mean nothing else in it. */
  readonly unprinted: (words: string) => readonly string[];
  /** The pieces of words that mean something by themselves. */
  readonly pieces: (words: string) => readonly string[];
  /** Does the description of a task in another language hold this? */
  readonly describes: (piece: string) => boolean;
  /** The groups through which alone the units of a list have tasks in it. */
  readonly standIns: (query: Query) => readonly UnitName[];
  /** Do the words name one thing, of which this one has but a part? */
  readonly isOther: (words: string, ref: Ref) => boolean;
  /** Does the text of a task say by whom this is done in it? */
  readonly saysWho: (verb: string, ref: Ref) => boolean;
  /** Does the plan, or one thing of it, print this? */
  readonly prints: (piece: string, ref?: Ref) => boolean;
}

export interface Settled {
  readonly decision: Decision;
  readonly assumed: readonly Assumption[];
}

export const answer = (query: Query, assumed: readonly Assumption[] = []): Settled => ({
  decision: { decision: 'answer', queries: [query] },
  assumed,
});
