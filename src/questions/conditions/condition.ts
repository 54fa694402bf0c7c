import type { Desk } from '../../answer/draft.ts';
import type { Query, Task, YearTarget } from '../../types.ts';

/** What a question demands of a task. Several of them are joined: a task of the list meets all. */
export interface Condition {
  /** For the head of the list, in the asker's language. */
  readonly says: string;
  /** The words of the question that state it: they name no topic. */
  readonly words: readonly string[];
  readonly holds: (task: Task) => boolean;
  /** The targets that bear it out, shown beneath the task. */
  readonly shows?: (task: Task) => readonly YearTarget[];
  /** A number that the question may have written in words, and the head of the list in figures. */
  readonly number?: number;
  /** A unit in a role and nothing more: by itself the question is for the unit's own list. */
  readonly plain?: true;
  /** It goes by the printed order of the units, which is no rank. */
  readonly byOrder?: true;
}

/** Reads one sort of condition out of a question; empty when the question has none of it. */
export type ReadConditions = (query: Query, desk: Desk) => readonly Condition[];
