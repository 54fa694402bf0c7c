import type { UnitName } from '../types.ts';
import type { Ask, Query, Ref, Role } from '../values.ts';

/** A question offered back, and what it would ask. */
export interface Offer {
  readonly ref: Ref;
  readonly ask: Ask;
  /** The role that was asked of a unit; either one when none was. */
  readonly role?: Role | 'any';
}

/** What a conversation keeps: the last query that was answered, what was shown, what was offered, who asks. */
export interface State {
  readonly query: Query | undefined;
  /** The last query whose answer was a list. */
  readonly list?: Query | undefined;
  /** The last query about something else than the last one. */
  readonly earlier?: Query | undefined;
  /** Things of one sort that were asked about one after the other, the last one last. */
  readonly turns?: readonly Ref[];
  /** The last two amounts that were asked for one after the other, each by its own name, of the same years. */
  readonly amounts?: readonly Query[];
  /** The first query of the conversation that was answered. */
  readonly first?: Query | undefined;
  /** What was asked of a thing that was not named; the next question may name it. */
  readonly pending?: readonly [Ask, ...Ask[]] | undefined;
  /** The last two years that were asked for one after the other, of one and the same thing. */
  readonly yearsBefore?: readonly number[];
  /** Members of the last list, in the order in which they were shown. */
  readonly shown: readonly Ref[];
  readonly offers: readonly Offer[];
  /** Beside an answer by other words than the plan's: what may have been meant instead, chosen by a bare number. */
  readonly alternatives?: readonly Offer[];
  /** The offers show what can be asked, and are not what a question may mean. */
  readonly examples: boolean;
  readonly me: UnitName | undefined;
}

export const NOTHING_BEFORE: State = { query: undefined, shown: [], offers: [], examples: false, me: undefined };
