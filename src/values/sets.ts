import type { UnitName } from '../types.ts';
import type { EntityType, Part, Quantity, Ref, Role, UnitClass } from './facts.ts';

export type Comparison = Pick<Quantity, 'value' | 'to' | 'unit' | 'measure' | 'relation' | 'currency'>;

/** How a figure moves from year to year; a number: so many times the first of them by the last. */
export type Move = 'up' | 'down' | 'level' | number;

/** Of those who are responsible: only who is called 牵头, or only the others; in plans that call some so. */
export type Leading = 'leads' | 'beside';

export type Test =
  /** Names a unit in a role: all of `units`, or any one of them; first-named, or alone. */
  | {
      readonly test: 'has';
      readonly role: Role | 'any';
      readonly units: readonly UnitName[];
      readonly every: boolean;
      readonly leading?: Leading;
      /** 牵头 was said, and the plan calls nobody so: those who are responsible are listed, and that is told. */
      readonly unled?: true;
      readonly place?: 'first' | 'only';
      /** Printed in these very characters. */
      readonly printed?: string;
      readonly part?: 'body' | 'annex';
    }
  /** The number of units in a role (of a task), of tasks in a role (of a unit), of tasks (of an action). */
  | {
      readonly test: 'count';
      readonly role: Role | 'any';
      readonly leading?: Leading;
      readonly is: Comparison;
      /** Of a unit or an action: what is demanded of the tasks that are counted. */
      readonly among?: Test;
      readonly part?: 'body' | 'annex';
    }
  | { readonly test: 'in'; readonly actions: readonly number[] }
  /** Holds the words, in its name or in the targets of some years where that was said; no piece of one of `outside`. */
  | {
      readonly test: 'mentions';
      readonly words: string;
      readonly field?: 'title' | 'deadline' | 'scope' | 'target';
      readonly years?: readonly number[];
      readonly part?: Part;
      readonly outside?: readonly string[];
    }
  /**
   * Prints a figure of a class, in some measure, comparing so; in some years, in one part. `each`: in each of the years,
   * in each of the plan's where none is named.
   */
  | {
      readonly test: 'figure';
      readonly figure: UnitClass | 'figure' | 'date';
      readonly is?: Comparison;
      readonly measure?: string;
      /** What it counts: 总投资. */
      readonly of?: string;
      readonly years: readonly number[];
      readonly each?: true;
      /** Of an action: in what it aims at, and not in its tasks. */
      readonly goal?: true;
      /** Of a date: this day or month. */
      readonly on?: { readonly month: number; readonly day?: number; readonly year?: number };
      readonly part?: Part;
      /** Its sentence says that it is paid out, or that no more is. */
      readonly paid?: 'paid' | 'most';
    }
  /** Targets word for word the same in these years (all, when none). */
  | { readonly test: 'same'; readonly years: readonly number[] }
  /** No two of these years (all, when none) have the same target. */
  | { readonly test: 'apart'; readonly years: readonly number[] }
  /** A figure of one thing moves so over these years, each set against the one before; over the plan's, when none. */
  | {
      readonly test: 'moves';
      readonly years: readonly number[];
      readonly by: Move;
      readonly unit?: UnitClass;
      readonly measure?: string;
    }
  /** Body and annex differ; `lacks` names the side on which something is missing, `units` what is missing there. */
  | {
      readonly test: 'differs';
      readonly what: 'units' | 'title' | 'figures' | 'any';
      readonly role?: Role;
      readonly lacks?: 'body' | 'annex';
      readonly units?: readonly UnitName[];
    }
  | { readonly test: 'misprint' }
  | { readonly test: 'not'; readonly of: Test }
  | { readonly test: 'all'; readonly of: readonly Test[] }
  | { readonly test: 'any'; readonly of: readonly Test[] };

export type SetOf =
  | { readonly set: 'all'; readonly type: EntityType; readonly sort?: string }
  | { readonly set: 'named'; readonly refs: readonly Ref[] }
  /** What words of the question mean; resolved by search before anything is executed. */
  | { readonly set: 'about'; readonly words: string; readonly type?: EntityType }
  | { readonly set: 'where'; readonly of: SetOf; readonly test: Test }
  /** Those with the most or the fewest of what they count. */
  | { readonly set: 'most'; readonly of: SetOf; readonly role: Role | 'any'; readonly least: boolean }
  | { readonly set: 'pick'; readonly of: SetOf; readonly positions: readonly number[] }
  /** The last first. */
  | { readonly set: 'reversed'; readonly of: SetOf }
  /** The units of tasks in a role, the tasks of actions, the actions of tasks. */
  | { readonly set: 'image'; readonly of: SetOf; readonly type: EntityType; readonly role?: Role | 'any' }
  | { readonly set: 'both' | 'either' | 'without'; readonly left: SetOf; readonly right: SetOf };
