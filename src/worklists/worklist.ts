import type { Role } from '../answer/differences.ts';
import type { ClauseId, Indicator, IndicatorValue, UnitName, YearTarget } from '../types.ts';

/** What a list is asked to hold. Without a unit it holds every task, without a year every year. */
export interface WorklistFilter {
  /** Any name that the registry knows; a group too. */
  readonly unit?: string | undefined;
  readonly year?: number | undefined;
  /** An action's number. */
  readonly action?: number | undefined;
  /** Only these tasks of it, by number: those of a list that was shown. */
  readonly tasks?: readonly number[] | undefined;
  /** What was asked for, in words: 2021年写有数字的任务. */
  readonly about?: string | undefined;
  /** The lines of a list that is not of tasks, in place of tasks. */
  readonly lines?: readonly string[] | undefined;
}

/**
 * How a list's tasks concern the unit: named as responsible, as supporting, or only reached through a group that it
 * belongs to. `all` is the one list of a filter without a unit.
 */
export type Relation = 'all' | 'responsible' | 'supporting' | 'through';

/** A clause, and how a person cites it. */
export interface ClauseLabel {
  readonly clause: ClauseId;
  readonly label: string;
}

/** The action that a task belongs to. */
export interface ActionTitle {
  readonly number: number;
  readonly title: string;
}

/** One task in a list. */
export interface WorklistRow {
  /** Place in its list, from 1. */
  readonly place: number;
  /** 1–57: the row's number in the annex. */
  readonly task: number;
  readonly action: ActionTitle;
  /** As the body prints it. */
  readonly title: string;
  /** The annex's cells, as printed. */
  readonly targets: readonly YearTarget[];
  /** As the body prints them. */
  readonly responsible: string;
  readonly supporting: string;
  /** The pieces of the targets that hold a figure with its measure, as printed; a year may have several or none. */
  readonly figures: readonly YearTarget[];
  /** Body and annex. */
  readonly sources: readonly [ClauseLabel, ClauseLabel];
  /** The one of body and annex that names the unit, or its group, when the other does not. */
  readonly onlyIn?: 'body' | 'annex';
  /** The group through which the task reaches the unit, and on what its membership rests. */
  readonly through?: { readonly group: UnitName; readonly basis: string };
  /** Reviewed notes on misprints that concern the row. */
  readonly notes: readonly string[];
}

/** The tasks of one relation, by number. */
export interface TaskList {
  readonly relation: Relation;
  readonly rows: readonly WorklistRow[];
}

/** One indicator of the plan; indicators belong to no unit and to no action. */
export interface IndicatorRow extends Pick<Indicator, 'number' | 'name' | 'measure'> {
  readonly values: readonly IndicatorValue[];
  readonly source: ClauseLabel;
}

/** One point in which body and annex of a listed task do not say the same, each as printed. */
export interface DifferenceRow {
  readonly task: number;
  readonly title: string;
  readonly what: Role | 'title' | 'figures';
  readonly body: string;
  readonly annex: string;
  /** Units or figures that only one of them has. */
  readonly onlyBody: readonly string[];
  readonly onlyAnnex: readonly string[];
  readonly notes: readonly string[];
  readonly sources: readonly [ClauseLabel, ClauseLabel];
}

/** The name of a sheet, and how many rows it holds. */
export interface SheetCount {
  readonly sheet: string;
  readonly rows: number;
}

/** What is said of a list before it begins. */
export interface Cover {
  readonly plan: { readonly id: string; readonly title: string; readonly number: string };
  /** The filter in words. */
  readonly filter: string;
  readonly counts: readonly SheetCount[];
  /** Day of making in China: 2026年11月25日. */
  readonly made: string;
  /** Milliseconds since the epoch. */
  readonly madeAt: number;
  /** Of the plan's text: 16 hexadecimal digits. */
  readonly version: string;
}

/** A work list: everything that a file of it holds. */
export interface Worklist {
  readonly kind: 'worklist';
  /** The filter as understood. */
  readonly filter: {
    readonly unit?: UnitName;
    readonly year?: number;
    readonly action?: ActionTitle;
    readonly tasks?: readonly number[];
    readonly about?: string;
    readonly lines?: readonly string[];
  };
  /** The years that the list has a column for. */
  readonly years: readonly number[];
  readonly cover: Cover;
  readonly lists: readonly TaskList[];
  readonly indicators: readonly IndicatorRow[];
  readonly differences: readonly DifferenceRow[];
}

/** The formats in which a list may leave. */
export const WORKLIST_FORMATS = ['xlsx', 'csv', 'json'] as const;

export type WorklistFormat = (typeof WORKLIST_FORMATS)[number];

/** How the parts of a list are called where they are counted, and the relations in a CSV. */
export const PARTS = {
  all: '任务',
  responsible: '责任',
  supporting: '支持',
  through: '经由合称',
  indicators: '指标',
  differences: '差异',
} as const;
