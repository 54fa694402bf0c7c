import type { Worksheet } from 'exceljs';
import type { Column } from './columns.ts';
import { PAGE_WIDTH, writeLine, writeTable } from './sheet.ts';
import { titleOf } from './title.ts';
import type { Worklist } from './worklist.ts';

interface Row {
  readonly place: number;
  readonly line: string;
}

const TITLE_SIZE = 16;
const PLACE_WIDTH = 6;

/** The columns of a list that is not of tasks. */
export const LINE_COLUMNS: readonly Column<Row>[] = [
  { head: '序号', width: PLACE_WIDTH, centred: true, value: ({ place }) => place },
  { head: '内容', width: PAGE_WIDTH - PLACE_WIDTH, value: ({ line }) => line },
];

/** A line's own number stands in the first column. */
const NUMBER = /^\d+\. /u;

/** The rows of the lines of a list, each with its place. */
export const lineRows = (lines: readonly string[]): readonly Row[] =>
  lines.map((line, at) => ({ place: at + 1, line: line.trim().replace(NUMBER, '') }));

/** Writes a list that is not of tasks: indicators, units, actions, as the answer listed them. */
export const writeLinesSheet = (sheet: Worksheet, worklist: Worklist, lines: readonly string[]): void => {
  const { plan, made } = worklist.cover;
  const columns = LINE_COLUMNS.length;
  let next = writeLine(sheet, 1, { text: titleOf(worklist), columns, size: TITLE_SIZE, bold: true, centred: true });
  const number = plan.number === '' ? '' : `（${plan.number}）`;
  next = writeLine(sheet, next, { text: `${plan.title}${number}　${made}生成`, columns, centred: true });
  writeTable(sheet, next, { columns: LINE_COLUMNS, rows: lineRows(lines) });
};
