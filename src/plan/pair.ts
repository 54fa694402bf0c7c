import { canonical } from '../text.ts';
import type { ClauseId, NamedUnit, Task } from '../types.ts';

/** A measure of the body, with its place. */
export interface ReadMeasure {
  readonly action: number;
  readonly measure: number;
  /** The heading that it stands under. */
  readonly heading: string;
  readonly body: Task['body'];
}

/** A row of the annex, with the number that it prints. */
export interface ReadRow {
  readonly number: number;
  /** The heading that it stands under; empty where the annex has none. */
  readonly heading: string;
  readonly row: Task['row'];
}

/** The tasks of a plan, and the clauses that found no partner. */
export interface Paired {
  readonly tasks: readonly Task[];
  readonly unpaired: readonly ClauseId[];
}

interface Candidate {
  readonly measure: ReadMeasure;
  readonly row: ReadRow;
  readonly score: number;
}

/** Titles less alike than this are not one task's, whoever is responsible. */
const LEAST_ALIKE = 0.6;
const UNITS_WEIGHT = 0.3;
/** A partner under another heading must be so much more alike. */
const ELSEWHERE = 0.15;

const gramsOf = (title: string): ReadonlySet<string> => {
  const chars = [...canonical(title)];
  return new Set([...chars, ...chars.slice(1).map((char, at) => `${chars[at]}${char}`)]);
};

/** Share of two sets that both hold, 0 to 1. */
const overlap = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  const common = [...one].filter((part) => other.has(part)).length;
  return one.size + other.size === 0 ? 1 : (2 * common) / (one.size + other.size);
};

const unitsOf = (units: readonly NamedUnit[]): ReadonlySet<string> =>
  new Set(units.flatMap(({ means, printed }) => (means.length > 0 ? means : [printed])));

const elsewhere = (measure: ReadMeasure, row: ReadRow): boolean =>
  measure.heading !== '' && row.heading !== '' && canonical(measure.heading) !== canonical(row.heading);

/** Every measure beside every row that it may belong to, likest first. */
const candidates = (measures: readonly ReadMeasure[], rows: readonly ReadRow[]): readonly Candidate[] => {
  const seen = rows.map((row) => ({
    row,
    grams: gramsOf(row.row.title),
    units: unitsOf([...row.row.responsible, ...row.row.supporting]),
  }));
  return measures
    .flatMap((measure) => {
      const grams = gramsOf(measure.body.title);
      const units = unitsOf([...measure.body.responsible, ...measure.body.supporting]);
      return seen.flatMap((one): readonly Candidate[] => {
        const alike = overlap(grams, one.grams) - (elsewhere(measure, one.row) ? ELSEWHERE : 0);
        return alike <= LEAST_ALIKE
          ? []
          : [{ measure, row: one.row, score: alike + UNITS_WEIGHT * overlap(units, one.units) }];
      });
    })
    .sort((a, b) => b.score - a.score);
};

/** A task that no annex breaks down: what it must reach stands in its body alone. */
const withoutRow = ({ action, measure, body }: ReadMeasure, at: number): Task => {
  const { clause, title } = body;
  const row = { clause, title, targets: [], responsible: [], supporting: [] };
  return { number: at + 1, action, measure, body, row };
};

/** True for a task that an annex row breaks down. */
export const hasRow = ({ body, row }: Task): boolean => row.clause !== body.clause;

/**
 * Returns the tasks of a plan in the order of their numbers. A measure and a row are one task when their titles, and
 * then their units, are alike; where they stand does not count. What finds no partner is reported, not guessed.
 */
export const pairTasks = (measures: readonly ReadMeasure[], rows: readonly ReadRow[]): Paired => {
  if (rows.length === 0) return { tasks: measures.map(withoutRow), unpaired: [] };
  const taken = new Set<ReadMeasure | ReadRow>();
  const tasks = candidates(measures, rows).flatMap(({ measure, row }): readonly Task[] => {
    if (taken.has(measure) || taken.has(row)) return [];
    taken.add(measure).add(row);
    const { action, measure: place, body } = measure;
    return [{ number: row.number, action, measure: place, body, row: row.row }];
  });
  const left = [
    ...measures.filter((measure) => !taken.has(measure)).map(({ body }) => body.clause),
    ...rows.filter((row) => !taken.has(row)).map(({ row }) => row.clause),
  ];
  return { tasks: tasks.sort((a, b) => a.number - b.number), unpaired: left };
};
