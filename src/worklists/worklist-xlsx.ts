import type { Workbook, Worksheet } from 'exceljs';
import { differenceColumns, indicatorColumns } from './columns.ts';
import { writeLinesSheet } from './lines-sheet.ts';
import { writeNotesSheet } from './notes-sheet.ts';
import { setUpPage, writeTable } from './sheet.ts';
import { writeTaskSheet } from './task-sheet.ts';
import { titleOf } from './title.ts';
import type { Worklist } from './worklist.ts';
import { withFixedTimes } from './zip-times.ts';

const MAKER = '问计';
/** How the sheets are called. */
export const SHEETS = {
  tasks: '任务清单',
  lines: '清单',
  notes: '说明',
  differences: '差异',
  indicators: '指标',
} as const;

/** Indicators belong to the whole plan, and stand in a list of the whole plan only. */
const isWhole = ({ filter: { unit, action, tasks } }: Worklist): boolean => !unit && !action && !tasks;

const writeBook = (book: Workbook, worklist: Worklist): void => {
  const { lists, indicators, differences } = worklist;
  const add = (name: string): Worksheet => {
    const sheet = book.addWorksheet(name);
    setUpPage(sheet, titleOf(worklist));
    return sheet;
  };
  if (worklist.filter.lines) {
    writeLinesSheet(add(SHEETS.lines), worklist, worklist.filter.lines);
    return;
  }
  writeTaskSheet(add(SHEETS.tasks), worklist);
  if (lists.some(({ rows }) => rows.length > 0)) writeNotesSheet(add(SHEETS.notes), worklist);
  if (differences.length > 0) writeTable(add(SHEETS.differences), 1, { columns: differenceColumns, rows: differences });
  if (indicators.length > 0 && isWhole(worklist))
    writeTable(add(SHEETS.indicators), 1, { columns: indicatorColumns(worklist), rows: indicators });
};

/**
 * A list as an Excel workbook; the same list makes the same bytes. The library is imported here and not at the top:
 * a server that nobody asks for a workbook need not pay for it.
 */
export const worklistXlsx = async (worklist: Worklist): Promise<Buffer> => {
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  const made = new Date(worklist.cover.madeAt);
  book.creator = MAKER;
  book.lastModifiedBy = MAKER;
  book.created = made;
  book.modified = made;
  book.title = titleOf(worklist);
  writeBook(book, worklist);
  return withFixedTimes(new Uint8Array(await book.xlsx.writeBuffer()));
};
