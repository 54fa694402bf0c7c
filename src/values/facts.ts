import type { ClauseId, Conflict, Plan, UnitName } from '../types.ts';

/** What can be named, listed and counted. `goal` and `safeguard` are the plan's parts besides the actions. */
export type EntityType = 'plan' | 'action' | 'task' | 'unit' | 'indicator' | 'goal' | 'safeguard' | 'clause';

/** A thing of a plan: a task's or action's number, a unit's name, a clause's id. */
export interface Ref {
  readonly type: EntityType;
  readonly id: string;
}

/** Where the plan says something: the text, the annex table, the table of indicators, the front page. */
export type Part = 'body' | 'annex' | 'table' | 'front';

export type Role = 'responsible' | 'supporting';

/** What a quantity is measured in; two can be compared only within one class. `none`: no unit was said. */
export type UnitClass = 'money' | 'percent' | 'count' | 'person' | 'times' | 'area' | 'length' | 'time' | 'none';

export type Relation = '=' | '≥' | '>' | '≤' | '<' | '≈';

/** An amount in the base unit of its class: yuan, per cent, one, square metre. */
export interface Quantity {
  readonly value: number;
  /** Upper end, when a range is meant: 2—3家. */
  readonly to?: number;
  readonly unit: UnitClass;
  /** As said: 亿元, 家, 家次, %; empty when none was. */
  readonly measure: string;
  /** Money that is not yuan: USD. */
  readonly currency?: string;
  readonly relation: Relation;
  /** The piece of text: 不低于300亿元. */
  readonly printed: string;
  /** Money that is paid out, or the most that is: 最高补助500万元. */
  readonly paid?: 'paid' | 'most';
}

/** A quantity that the plan prints, with what it counts and where it stands. */
export interface Figure extends Quantity {
  /** The noun that it counts: 境内外上市企业. */
  readonly of: string;
  /** 新增, not the total. */
  readonly added: boolean;
  /** 累计: runs on from year to year and must not be added up. */
  readonly running: boolean;
  /** Years that it is said of; empty when none is named. */
  readonly years: readonly number[];
  /** Years that a sentence before names for all that follows; it is of no other. */
  readonly implied?: readonly number[];
  /** That sentence, verbatim. */
  readonly opening?: string;
  /** For how many years together it is said: 1 of 每年3期, 3 of 3年10期; absent where the plan says no such thing. */
  readonly span?: number;
  /** The heading of the item of its text that it stands in: 1.甲地示范基地。 */
  readonly under?: string;
  /** A past figure of the table of indicators. */
  readonly past: boolean;
  readonly ref: Ref;
  readonly clause: ClauseId;
  readonly part: Part;
  /** The sentence in which it stands, verbatim. */
  readonly sentence: string;
}

/** Two places of the plan that do not say the same of one task. */
export type Difference =
  | {
      readonly kind: 'units';
      readonly task: number;
      readonly role: Role;
      /** Units that only one of the two means. */
      readonly onlyBody: readonly UnitName[];
      readonly onlyAnnex: readonly UnitName[];
      /** Printed forms that are no name of the unit that they mean. */
      readonly misprints: readonly string[];
    }
  | { readonly kind: 'title'; readonly task: number; readonly body: string; readonly annex: string }
  | {
      readonly kind: 'figures';
      readonly task: number;
      /** As printed, in printed order; a year is no figure. */
      readonly onlyBody: readonly string[];
      readonly onlyAnnex: readonly string[];
    };

/** Everything that a plan says, by thing and property. Built once, read only. */
export interface Library {
  readonly plan: Plan;
  /** Units and groups that a task names, in the order of the registry. */
  readonly units: readonly UnitName[];
  /** Units and groups in a role of a task: the body's and the annex' together, or of one part. */
  assigned(task: number, role: Role, part?: 'body' | 'annex'): readonly UnitName[];
  /** The task's number for a clause of its body or row. */
  taskOf(clause: ClauseId): number | undefined;
  /** Quantities of one thing, in printed order. */
  figures(of: Ref): readonly Figure[];
  readonly allFigures: readonly Figure[];
  readonly differences: readonly Difference[];
  /** Reviewed notes that explain differences; they find none. */
  readonly conflicts?: readonly Conflict[];
  /** Some task names who leads it. */
  readonly leads?: boolean;
}
