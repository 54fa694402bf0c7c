import type { Act, Query, Ref } from '../values.ts';
import type { Offer } from './state.ts';

/** Why nothing is answered. */
export type Refusal =
  | 'absent' // the plan does not speak of it
  | 'unsaid' // documents of this kind do not say it
  | 'stranger' // a unit that the plan does not name
  | 'place'
  | 'document' // another document's number
  | 'part' // the plan speaks of it, but not of this piece
  | 'missing' // a clause or item that the plan does not have
  | 'unread';

/** A question back, with what it offers. */
export interface AskBack {
  readonly decision: 'ask-back';
  readonly why: 'topic' | 'unit' | 'dangling' | 'we' | 'unread';
  readonly about: string;
  readonly offers: readonly Offer[];
}

/** What the plan does not say, and what of it is near. */
export interface Refused {
  readonly decision: 'refuse';
  readonly why: Refusal;
  readonly about: string;
  readonly near: readonly Ref[];
}

/** What is done with a question: the one decision. */
export type Decision =
  /** `untold`: other questions of the same text, which the plan does not answer. */
  | {
      readonly decision: 'answer';
      readonly queries: readonly [Query, ...Query[]];
      readonly untold?: readonly Refused[];
    }
  | AskBack
  | Refused
  /** `count`: how many the list before had. */
  | { readonly decision: 'talk'; readonly act: Act; readonly count?: number };

/** A way of putting a question together; the nearer its score is to nought, the less of it is left unread. */
export interface Candidate {
  readonly name: string;
  readonly score: number;
}
