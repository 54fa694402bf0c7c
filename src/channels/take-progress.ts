import { dayOf } from '../china-time.ts';
import { CodedError } from '../errors.ts';
import { openWorkbook } from '../import/xlsx.ts';
import { unzip } from '../import/zip.ts';
import type { Reports } from '../store/reports.ts';
import { linesOfFilled, readFilledList } from '../worklists/filled-list.ts';
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
    `看不出是哪份计划的清单：请保留第2行的计划名，或用 plan 写明，现有：${idsOf(plans)}。`,
  );
};

/**
 * Keeps a filled list beside the plan: all of it or nothing.
 *
 * @throws CodedError `progress_wrong` naming the rows and what to do, or one of `import_…` for a file that is no workbook
 */
export const takeProgress = async (
  file: FilledFile,
  { plans, reports, now }: ProgressParts,
): Promise<TakenProgress> => {
  const book = await openWorkbook(file.bytes, await unzip(file.bytes));
  const { id, bot } = planOf(linesOfFilled(book), file.plan, plans);
  const list = readFilledList(book, bot.plan, file.unit);
  if (list.kind === 'fault') throw new CodedError('progress_wrong', list.message);
  const { unit, year, rows } = list;
  await reports.keep({ plan: id, unit, year, rows });
  const filled = rows.filter(({ person, progress }) => person !== '' || progress !== '').length;
  return { plan: id, unit, ...(year !== undefined && { year }), day: dayOf(now()), tasks: rows.length, filled };
};
