import { dayOf } from '../china-time.ts';
import { CodedError } from '../errors.ts';
import { openWorkbook } from '../import/xlsx.ts';
import { unzip } from '../import/zip.ts';
import type { Reports } from '../store/reports.ts';
import { type FilledList, linesOfFilled, readFilledList } from '../worklists/filled-list.ts';
import { idsOf } from './api/plan-given.ts';
import type { AskedPlan, AskedPlans } from './asked-plans.ts';

/** Where filled lists are kept. `now` gives milliseconds since the epoch. */
export interface ProgressParts {
  readonly plans: AskedPlans;
  readonly reports: Pick<Reports, 'keep'>;
  readonly now: () => number;
}

/** A filled list as it came: whose and of which plan, where that is said beside it. */
export interface FilledFile {
  readonly bytes: Uint8Array;
  readonly plan?: string | undefined;
  readonly unit?: string | undefined;
}

/** What was kept of a filled list. */
export interface TakenProgress {
  readonly plan: string;
  readonly unit: string;
  readonly year?: number;
  /** The day in China on which it came: 2026-11-29. */
  readonly day: string;
  /** Tasks of the list, and those of which something was filled in. */
  readonly tasks: number;
  readonly filled: number;
}

const planOf = (lines: readonly string[], id: string | undefined, plans: AskedPlans): AskedPlan => {
  const list = plans.list();
  const named = id === undefined ? list.filter(({ title }) => lines.some((line) => line.startsWith(title))) : [];
  const found = id === undefined ? (named[0] ?? (list.length === 1 ? list[0] : undefined)) : plans.get(id);
  if (found) return found;
  throw new CodedError(
    'progress_wrong',
    `看不出是哪份计划的清单：请保留第2行的计划名，或另外写明计划（plan），现有：${idsOf(plans)}。`,
  );
};

/** A filled list that was read, with the plan that it is of. */
export interface ReadProgress {
  readonly of: AskedPlan;
  readonly list: FilledList;
}

/**
 * Reads a filled list and keeps nothing of it.
 *
 * @throws CodedError `progress_wrong` naming the rows and what to do, or one of `import_…` for a file that is no workbook
 */
export const readProgress = async (
  file: FilledFile,
  { plans }: Pick<ProgressParts, 'plans'>,
): Promise<ReadProgress> => {
  const book = await openWorkbook(file.bytes, await unzip(file.bytes));
  const of = planOf(linesOfFilled(book), file.plan, plans);
  const list = readFilledList(book, of.bot.plan, file.unit);
  if (list.kind === 'fault') throw new CodedError('progress_wrong', list.message);
  return { of, list };
};

/** The rows in which something was filled in. */
export const filledIn = ({ rows }: FilledList): FilledList['rows'] =>
  rows.filter(({ person, progress }) => person !== '' || progress !== '');

/** Keeps a list beside its plan: all of it or nothing. */
export const keepProgress = ({ of, list }: ReadProgress, reports: ProgressParts['reports']): Promise<void> => {
  const { unit, year, rows } = list;
  return reports.keep({ plan: of.id, unit, year, rows });
};

/**
 * Reads a filled list and keeps it.
 *
 * @throws CodedError as `readProgress` does
 */
export const takeProgress = async (file: FilledFile, parts: ProgressParts): Promise<TakenProgress> => {
  const read = await readProgress(file, parts);
  await keepProgress(read, parts.reports);
  const { of, list } = read;
  const { unit, year, rows } = list;
  const day = dayOf(parts.now());
  const filled = filledIn(list).length;
  return { plan: of.id, unit, ...(year !== undefined && { year }), day, tasks: rows.length, filled };
};
