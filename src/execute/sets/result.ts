import type { ClauseId, Task, UnitName } from '../../types.ts';
import type { Difference, Leading, Part, Places, Ref, Role, Test } from '../../values.ts';
import type { Side } from './roles.ts';

/** How a unit that was asked for stands in a task. */
export interface Standing {
  readonly unit: UnitName;
  readonly role: Role;
  readonly inBody: boolean;
  readonly inAnnex: boolean;
}

/** What bears out that a task belongs to a list: a piece of its text, verbatim. */
export interface Shown {
  readonly part: Part;
  readonly year?: number;
  readonly clause: ClauseId;
  readonly text: string;
  /** The figure or word that counts in it. */
  readonly printed: string;
}

/** One task of a list. */
export interface TaskEntry {
  readonly task: Task;
  readonly standings: readonly Standing[];
  readonly shown: readonly Shown[];
  /** How many units it names, when that was the condition. */
  readonly count?: number;
}

/** Tasks of one role, or all of a list. */
export interface Block {
  readonly role?: Role;
  readonly entries: readonly TaskEntry[];
}

/** Tasks that name a group to which a unit belongs, and not the unit itself. */
export interface Reached {
  readonly unit: UnitName;
  readonly group: UnitName;
  readonly basis: string;
  readonly tasks: readonly Task[];
}

/** Tasks under conditions, complete and in the plan's order. */
export interface TaskList {
  readonly shape: 'tasks';
  readonly blocks: readonly [Block, ...Block[]];
  /** All tasks of the list, once each. */
  readonly tasks: readonly Task[];
  /** Units and groups that were asked for by name. */
  readonly units: readonly UnitName[];
  /** Tasks that reach a unit only through a group; in a list of what a unit does not do, told of there. */
  readonly reached: readonly Reached[];
  readonly negative: boolean;
  /** The role that was asked for and that the unit has nowhere: the list is of the other one. */
  readonly lacks?: Role;
  /** Tasks that hold the words only inside longer ones. */
  readonly inside: readonly Task[];
  /** A condition goes by the printed order of the units, which is no rank. */
  readonly byOrder: boolean;
  /** Tasks that were looked through; the nearest of them bear an empty list out. */
  readonly looked: readonly Task[];
  /** The sets that were put together, each with its tasks. */
  readonly sums?: readonly Summand[];
}

/** One of several sets that are added up. */
export interface Summand {
  readonly test: Test;
  readonly tasks: readonly Task[];
}

/** Units, with the tasks that each has. */
export interface UnitList {
  readonly shape: 'units';
  readonly role: Role | 'any';
  readonly units: readonly { readonly unit: UnitName; readonly tasks: readonly Task[] }[];
  readonly looked: readonly Task[];
}

/** Actions, indicators, goals, safeguards, clauses. */
export interface ThingList {
  readonly shape: 'things';
  readonly things: readonly { readonly ref: Ref; readonly shown: readonly Shown[] }[];
  /** Clauses that were looked through. */
  readonly looked: readonly ClauseId[];
}

/** Who is responsible for each of some tasks. */
export interface Assignments {
  readonly shape: 'assignments';
  readonly tasks: readonly [Task, ...Task[]];
  readonly roles: readonly Role[];
  readonly lead: boolean;
  readonly part: Side | undefined;
  /** Units that the question leaves aside: 除了市金融工作局还有谁. */
  readonly except: readonly UnitName[];
  /** The units of the tasks are set beside each other. */
  readonly beside?: 'same' | 'shared' | 'differ';
  /** One line a task: too many for more. */
  readonly table: boolean;
  readonly besides?: Role | 'lead';
}

/** A row of a list by action or unit. */
export interface Row {
  readonly of: Ref;
  readonly tasks: readonly Task[];
  /** Units of these tasks, with the tasks of each; the first-named when a lead unit was asked for. */
  readonly units: readonly { readonly unit: UnitName; readonly tasks: readonly Task[] }[];
  /** Of one unit the tasks in this role. */
  readonly role?: Role;
}

export interface Groups {
  readonly shape: 'groups';
  readonly by: 'action' | 'unit';
  readonly role: Role | 'any';
  readonly show: 'members' | 'count' | 'units';
  readonly lead: boolean;
  readonly rows: readonly Row[];
  /** Tasks that were grouped, once each. */
  readonly tasks: readonly Task[];
}

/** A thing with the number that it was ranked by. */
export interface Ranked {
  readonly ref: Ref;
  readonly count: number;
  /** The tasks that were counted. */
  readonly tasks: readonly Task[];
}

/** Those with the most or the fewest, ties together, and those behind them. */
export interface Extreme {
  readonly least: boolean;
  readonly first: readonly [Ranked, ...Ranked[]];
  readonly next: readonly Ranked[];
  /** The places that were asked for, when it is not the first alone; and those before them. */
  readonly rank?: Places;
  readonly ahead?: readonly Ranked[];
}

export interface Ranking {
  readonly shape: 'ranking';
  readonly what: 'task' | 'unit' | 'action';
  readonly role: Role | 'any';
  readonly units?: true;
  readonly leading?: Leading;
  readonly extremes: readonly [Extreme, ...Extreme[]];
}

/** How a unit stands in a task of which something was claimed. */
export type Stand =
  | { readonly how: 'named'; readonly role: Role; readonly only: boolean }
  | { readonly how: 'both'; readonly only: false }
  | { readonly how: 'group'; readonly group: UnitName; readonly role: Role }
  /** A group that is not named itself, though units of it are. */
  | { readonly how: 'members'; readonly units: readonly UnitName[]; readonly role: Role }
  | { readonly how: 'none' };

export interface UnitVerdict {
  readonly unit: UnitName;
  readonly stand: Stand;
  /** Undefined when the unit has its part only through a group. */
  readonly holds: boolean | undefined;
}

export type VerdictResult = {
  readonly shape: 'verdict';
  readonly holds: boolean | undefined;
} /** What was claimed of one task's units. */ & (
  | {
      readonly of: 'units';
      readonly task: Task;
      readonly role: Role | 'any';
      readonly negative: boolean;
      readonly verdicts: readonly UnitVerdict[];
    }
  /** In which place of the units in a role one stands; 0 where it is not among them. */
  | {
      readonly of: 'place';
      readonly task: Task;
      readonly role: Role;
      readonly unit: UnitName;
      readonly place: number;
      readonly count: number;
    }
  /** What was claimed of each member. */
  | {
      readonly of: 'each';
      readonly test: Test;
      readonly passing: readonly Ref[];
      readonly failing: readonly Ref[];
    }
  /** That there is one, or so many. */
  | { readonly of: 'count'; readonly claimed: number | undefined; readonly count: number; readonly list: SetList }
);

/** The differences of body and annex, by kind. */
export interface Differences {
  readonly shape: 'differences';
  readonly what: 'units' | 'title' | 'figures' | 'any';
  /** Units of these roles were compared. */
  readonly roles: readonly Role[];
  /** One task's own, when it was named. */
  readonly task: Task | undefined;
  /** Tasks whose body and annex were compared. */
  readonly compared: readonly Task[];
  /** Units that only one of the two names. */
  readonly units: readonly Extract<Difference, { kind: 'units' }>[];
  /** The same units under a printed form that is no name of theirs. */
  readonly misprints: readonly Extract<Difference, { kind: 'units' }>[];
  readonly titles: readonly Extract<Difference, { kind: 'title' }>[];
  readonly figures: readonly Extract<Difference, { kind: 'figures' }>[];
}

export type SetList = TaskList | UnitList | ThingList;

/** What comes out of a query that is about sets, by its shape. */
export type SetResult = SetList | Assignments | Groups | Ranking | VerdictResult | Differences;
