import type { Respective } from '../../library/respective.ts';
import type { ClauseId, Conflict, Indicator, IndicatorValue, Misprint, YearTarget } from '../../types.ts';
import type { Figure, Part, Places, Property, Ref, Relation, Test } from '../../values.ts';
import type { Thing } from './things.ts';

/** A figure of the plan with the piece of the sentence that it stands in. */
export interface Found {
  readonly thing: Thing;
  readonly figure: Figure;
  /** Years that it is said of; empty when the plan names none. */
  readonly years: readonly number[];
  /** The words around it, up to the next figure or comma, verbatim. */
  readonly scope: string;
  /** The pieces before it, back to the figure before: 贷款科技企业610家次，贷款金额29亿元. */
  readonly beside?: string;
  /** Its name in a list of names, whose figures stand in a list behind it. */
  readonly respective?: Respective;
}

/** Figures of one and the same quantity, by year. */
export interface Series {
  readonly found: readonly [Found, ...Found[]];
  /** Cumulative: must not be added up. */
  readonly running: boolean;
}

/** A sentence of the plan and where it stands. */
export interface Sentence {
  readonly text: string;
  readonly clause: ClauseId;
  readonly year?: number | undefined;
}

/** What a thing is asked to reach. */
export interface Demand {
  readonly thing: Thing;
  readonly cells: readonly YearTarget[];
  readonly values: readonly IndicatorValue[];
  /** Sentences of the text that name the years asked for. */
  readonly body: readonly Sentence[];
  /** The sentence that speaks of the words asked for, when one does. */
  readonly best: Sentence | undefined;
}

/** One thing computed, with every figure that went into it. */
export interface Reckoned {
  readonly what:
    | 'sum'
    | 'mean'
    | 'change'
    | 'growth'
    | 'mean-growth'
    | 'mean-change'
    | 'ratio'
    | 'share'
    | 'difference'
    | 'largest'
    | 'smallest'
    | 'running';
  readonly value: string;
  readonly measure: string;
  readonly formula: string;
  readonly of: readonly [Found, ...Found[]];
  /** The year in which it changes most, or least. */
  readonly extreme?: 'most' | 'least';
}

/** A sentence in which a figure stands; `years` are those of the columns that print it. */
export interface Place {
  readonly clause: ClauseId;
  readonly text: string;
  readonly part: Part;
  readonly ref: Ref;
  readonly years: readonly number[];
}

/** A figure as it was asked for, and every place in which it stands. */
export interface Placed {
  readonly asked: string;
  /** The class that was asked for, where no amount was. */
  readonly figure: FigureClass;
  readonly places: readonly Place[];
}

/** What a figure may be asked as. */
export type FigureClass = Extract<Test, { test: 'figure' }>['figure'];

/** Whether figures stand in a part of the plan, and whether that was claimed or denied. */
export interface Printed {
  readonly part: Part | undefined;
  /** Clauses in which they were looked for. */
  readonly within: readonly ClauseId[];
  readonly verdict: boolean;
  /** Where else they stand, when not there. */
  readonly elsewhere: readonly Place[];
}

/** A figure of the table of indicators and another place that gives it too. */
export interface Witnessed {
  readonly indicator: Indicator;
  readonly table: Figure;
  readonly other: Figure;
  readonly agree: boolean;
}

/** What the plan says of a claim; `undefined`: not told. */
export type Verdict = boolean | undefined;

export type FigureResult =
  /** What one or several things say; the best sentences first. */
  | {
      readonly shape: 'texts';
      readonly form: 'content' | 'original' | 'sources' | 'goal';
      readonly years: readonly number[];
      /** The best sentences are all that was asked for. */
      readonly alone?: true;
      readonly texts: readonly { readonly thing: Thing; readonly best: readonly Sentence[] }[];
    }
  | {
      readonly shape: 'targets';
      /** Whether the years demand the same, or not the same, as was claimed. */
      readonly alike?: boolean;
      /** That they differ was claimed. */
      readonly changing?: boolean;
      /** What the words name stands under other years: the words, and the sentences that speak of it. */
      readonly elsewhere?: { readonly words: string; readonly sentences: readonly [Sentence, ...Sentence[]] };
      readonly years: readonly number[];
      readonly outside: readonly number[];
      readonly demands: readonly [Demand, ...Demand[]];
    }
  /** One figure, or several; `unsaid` are years asked for in which none is printed. */
  | {
      readonly shape: 'values';
      readonly series: readonly [Series, ...Series[]];
      readonly outside: readonly number[];
      readonly unsaid: readonly number[];
      /** The scaled measure of money that was asked in: 万元. */
      readonly scaled?: string;
      /** The sentence that bears it out. */
      readonly best: Sentence | undefined;
    }
  | {
      readonly shape: 'reckoned';
      readonly reckoned: readonly [Reckoned, ...Reckoned[]];
      readonly outside: readonly number[];
      /** A claim about what was computed, as said, and whether it holds. */
      readonly claim?: { readonly verdict: Verdict };
    }
  /** Things by what was computed of each, best first. */
  | {
      readonly shape: 'ranked';
      readonly least: boolean;
      /** The places that were asked for, when it is not the best alone. */
      readonly rank?: Places;
      readonly rows: readonly [Reckoned, ...Reckoned[]];
      /** Only those that come to so much were asked for: how it was said, and the rows that do. */
      readonly bound?: { readonly printed: string; readonly passing: readonly Reckoned[] };
    }
  | {
      readonly shape: 'when';
      readonly thing: Thing;
      /** Years or dates in which it stands, in order. */
      readonly years: readonly number[];
      readonly dates: readonly string[];
      readonly sentences: readonly [Sentence, ...Sentence[]];
      readonly verdict: Verdict;
      readonly confirm: boolean;
    }
  /** The first year in which a quantity reaches what was asked; none when it never does. */
  | {
      readonly shape: 'reach';
      readonly series: Series;
      readonly asked: string;
      readonly at: Found | undefined;
    }
  | {
      readonly shape: 'verdict';
      readonly verdict: Verdict;
      /** What was claimed, as said, and how it relates to that. */
      readonly claimed: string;
      readonly relation: Relation;
      readonly why: 'equal' | 'currency' | 'unit' | 'other' | 'same' | 'some-years' | 'more' | 'other-year';
      readonly found: readonly [Found, ...Found[]];
      /** Years of which it is so, where it is not so of all. */
      readonly holds?: readonly number[];
      /** What the plan says to be just so much, where that is another thing. */
      readonly elsewhere?: readonly Found[];
      readonly best: Sentence | undefined;
    }
  /** A claim in words: the sentence that bears it out, or the nearest one. */
  | {
      readonly shape: 'said';
      readonly verdict: Verdict;
      readonly thing: Thing;
      readonly sentence: Sentence;
      /** The subject that the plan names in place of the asked one. */
      readonly instead: string | undefined;
    }
  | { readonly shape: 'document'; readonly properties: readonly [Property, ...Property[]] }
  | { readonly shape: 'summary' }
  /** Reviewed notes on a printed form that is no name of what it means. */
  | { readonly shape: 'misprint'; readonly notes: readonly [Misprint, ...Misprint[]]; readonly verdict: Verdict }
  /** Where figures stand. */
  | { readonly shape: 'places'; readonly placed: readonly [Placed, ...Placed[]]; readonly printed?: Printed }
  /** Places that give figures of the same thing, side by side. */
  | {
      readonly shape: 'reconciled';
      readonly things: readonly [Thing, ...Thing[]];
      readonly years: readonly number[];
      readonly conflicts: readonly Conflict[];
      readonly witnesses: readonly Witnessed[];
    }
  | {
      readonly shape: 'definition';
      readonly term: string;
      /** What explains it, or where it is used. */
      readonly sentence: Sentence | undefined;
      readonly explained: boolean;
      /** A reviewed term that the plan nowhere explains. */
      readonly undefinedTerm: boolean;
      readonly thing: Thing | undefined;
    }
  | {
      readonly shape: 'nothing';
      readonly what: 'figure' | 'attribute' | 'date' | 'year' | 'growth';
      /** The word or the years that the plan does not say. */
      readonly asked: string;
      readonly thing: Thing;
      readonly near: Sentence | undefined;
    }
  /** Several things asked of one subject. */
  | { readonly shape: 'several'; readonly results: readonly [FigureResult, ...FigureResult[]] };
