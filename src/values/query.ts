import type { UnitName } from '../types.ts';
import type { Part, Quantity, Ref, Role, UnitClass } from './facts.ts';
import type { Comparison, Leading, SetOf, Test } from './sets.ts';
import type { Property, Token } from './tokens.ts';

export type Share =
  | { readonly of: 'years'; readonly year: number }
  | { readonly of: 'kinds' }
  /** 存款占存贷款总和: one indicator of all that are named. */
  | { readonly of: 'named'; readonly part: number };

export type Ask =
  | { readonly ask: 'members' }
  /** `share`: and how large a part of all that was looked at. */
  /** `sum`: of several sets added up, how many each has and how many were counted twice. */
  | { readonly ask: 'count'; readonly share?: true; readonly sum?: true }
  /** Who: the units of each member in these roles; `lead` when a lead unit was asked for. */
  | {
      readonly ask: 'units';
      readonly roles: readonly Role[];
      readonly lead: boolean;
      /** 除了牵头单位: who stands in this role is left out. */
      readonly besides?: Role | 'lead';
      readonly part?: 'body' | 'annex';
      /** 由谁审核: what is done; who does it may be said in the text, and is no unit of the whole. */
      readonly doing?: string;
      /** The units of several members are set beside each other: said to be the same, or to differ. */
      readonly beside?: 'same' | 'shared' | 'differ';
    }
  /** `sentence`: only the one sentence that the words are. */
  | { readonly ask: 'content'; readonly sentence?: true }
  | { readonly ask: 'original' }
  | { readonly ask: 'sources' }
  /** What each year demands. */
  | { readonly ask: 'targets' }
  /** The 具体目标 of an action. */
  | { readonly ask: 'goal' }
  /** A figure: how many, how much; the measure that was asked in, when one was. */
  /** `grant`: only what is paid out: 补多少. */
  | { readonly ask: 'value'; readonly measure?: string; readonly unit?: UnitClass; readonly grant?: true }
  /** `often`: how many times in so long: 多久更新一次. `finished`: when it is done: 哪年完成.
   * `deed`: the one character of what is done then: 哪年设. */
  | {
      readonly ask: 'when';
      readonly often?: true;
      readonly finished?: true;
      readonly deed?: string;
      /** How long: so many years are asked for (参保几年), or any length where no time is told (多久). */
      readonly span?: 'years' | 'any';
    }
  | {
      readonly ask: 'reckon';
      readonly reckon: 'sum' | 'mean' | 'change' | 'growth' | 'ratio' | 'largest' | 'smallest';
      /** The mean of the amounts themselves, and not of their steps. */
      readonly level?: true;
      readonly measure?: string;
      /** The class that was asked in: 金额. */
      readonly unit?: UnitClass;
      /** Only what is paid out: 最高补多少. */
      readonly grant?: true;
      /** Of a ratio: one year's part of all years asked for, or that of one thing of all beside it or named with it. */
      readonly share?: Share;
      /** 涨幅排第二: of the largest or smallest, those in these places. */
      readonly rank?: Places;
      /** 增长超过20%: only those that come to so much. */
      readonly bound?: Quantity;
    }
  /** Members by action or unit, listed or counted. */
  | {
      readonly ask: 'group';
      readonly by: 'action' | 'unit' | 'task';
      readonly role?: Role | 'any';
      readonly show: 'members' | 'count' | 'units';
      /** By unit: these units alone, each with a row though it be empty; all units that stand in the role otherwise. */
      readonly units?: readonly UnitName[];
      /** How far the counts of two units lie apart: 多几项, 相差几项. */
      readonly apart?: 'more' | 'less' | 'same' | 'change';
      /** Of one unit the two roles, each with a row. */
      readonly byRole?: true;
      /** Only the unit that each member names first. */
      readonly lead?: boolean;
      /** Of each group only what stands in these places: 每个行动的最后一项. */
      readonly places?: readonly number[];
    }
  /** The members with the most or fewest of what they count; of tasks by units, of units and actions by tasks. */
  /** `units`: of actions by the units that stand in their tasks, each once. */
  | {
      readonly ask: 'extreme';
      readonly role: Role | 'any';
      readonly leading?: Leading;
      readonly least: boolean;
      readonly units?: true;
      readonly both?: true;
      /** 第二多, 前三名: in these places from the top, from the first to the last of them. */
      readonly rank?: Places;
    }
  | { readonly ask: 'document'; readonly property: Property }
  | { readonly ask: 'differences'; readonly what: 'units' | 'title' | 'figures' | 'any'; readonly role?: Role }
  | { readonly ask: 'definition'; readonly term?: string }
  | { readonly ask: 'summary' };

/** What may be so or not so. */
export type Claim =
  /** `year`: beside a claim about what is reckoned, so much in that year. */
  /** `reached`: 要做到9亿元, so much without a word of at least. `whole`: 是全市农户的80%, of all that there are. */
  | {
      readonly claim: 'quantity';
      readonly quantity: Quantity;
      readonly year?: number;
      readonly reached?: true;
      readonly whole?: true;
    }
  /** Each member passes. */
  | { readonly claim: 'test'; readonly test: Test }
  /** There is such a member. */
  | { readonly claim: 'exists' }
  | { readonly claim: 'year'; readonly years: readonly number[] }
  | {
      readonly claim: 'date';
      readonly month: number;
      readonly day?: number;
      readonly year?: number;
    }
  /** The later year is more than the earlier one, or less; the thing said first, than the one said next. */
  | { readonly claim: 'order'; readonly more: boolean }
  /** It is done so often: once in so many months. */
  | { readonly claim: 'interval'; readonly months: number }
  /** There are so many. */
  | { readonly claim: 'count'; readonly is: Comparison }
  | { readonly claim: 'words'; readonly words: string }
  /** Of one task: this unit stands in this place of those in a role, the last is -1; what is left out is asked. */
  | {
      readonly claim: 'place';
      readonly role: Role | 'any';
      readonly unit?: UnitName;
      readonly place?: number;
    }
  /** These years (all, when none) demand the same word for word, or `not`; `each`: no two of them. */
  | { readonly claim: 'alike'; readonly years: readonly number[]; readonly not: boolean; readonly each: boolean };

/** Places in an order, from one to another: [1, 3] are the first three. */
export type Places = readonly [from: number, to: number];

export interface Query {
  readonly of: SetOf;
  readonly asks: readonly [Ask, ...Ask[]];
  /** Years that were said; empty when none was. */
  readonly years: readonly number[];
  /** 各年, 三年, 分别每年. */
  readonly every: boolean;
  /** The question can be answered by 是 or 不是; what is claimed. */
  readonly confirm: boolean;
  readonly claims: readonly Claim[];
  /** Amounts that say which case is meant, and are neither asked for nor claimed: 低20%以上的返多少. */
  readonly given?: readonly Quantity[];
  /** Why it is so is asked. */
  readonly why?: boolean;
  /** Only what this part of the plan says. */
  readonly part?: Part;
  /** What the body says and what the annex says, each by itself. */
  readonly both?: true;
  /** The words by which a topic was found: where in it the answer stands. */
  readonly words: string;
  /** How the things were called, where they were named outright. */
  readonly name?: string;
}

/** What was filled in or chosen: said back to the asker. */
export interface Assumption {
  readonly what: 'topic' | 'unit' | 'year' | 'type' | 'role' | 'kind' | 'nearest' | 'plan' | 'question';
  readonly value: string;
  /** Of `nearest`: the thing that was taken, and those that may have been meant instead, the nearest first. */
  readonly meant?: { readonly best: Ref; readonly others: readonly Ref[]; readonly ask: Ask };
}

/** One way to read a question. */
export interface Reading {
  readonly queries: readonly [Query, ...Query[]];
  readonly used: readonly Token[];
  readonly unread: readonly Token[];
  readonly assumed: readonly Assumption[];
  readonly score: number;
}
