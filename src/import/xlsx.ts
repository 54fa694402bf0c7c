import ExcelJS from 'exceljs';
import { CodedError } from '../errors.ts';
import { type Block, noteOf, paragraphsOf, type ReadBlocks } from './document.ts';
import { type Cell, checkSize, gridOf } from './grid.ts';
import { LIMITS } from './limits.ts';
import type { Parts } from './zip.ts';

/** Words of which a header of tasks, units or indicators has at least two. */
const HEAD =
  /序号|编号|任务|事项|举措|措施|内容|目标|指标|单位|部门|责任|牵头|配合|时限|进度|时间|项目|标准|分值|备注|\d{4}年?/;
const LEAST_HEADS = 2;
const LONGEST_HEAD = 24;
const MERGE = /<mergeCell\b[^>]*\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const DAY_MS = 86_400_000;

const columnOf = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

/** exceljs makes every cell of a merged range: ranges over whole sheets are refused before it is asked. */
const checkSheets = (parts: Parts): void => {
  const sizes = [...parts].flatMap(([name, { length }]) =>
    name.startsWith('xl/') && name.endsWith('.xml') ? length : 0,
  );
  if (sizes.reduce((sum, size) => sum + size, 0) > LIMITS.xmlBytes)
    throw new CodedError('import_too_large', '工作簿过大。');
  for (const [name, bytes] of parts) {
    if (!SHEET.test(name)) continue;
    for (const [, left = '', top, right = '', bottom] of bytes.toString('utf8').matchAll(MERGE)) {
      checkSize(Number(bottom) - Number(top) + 1, columnOf(right) - columnOf(left) + 1);
    }
  }
};

const dateText = (date: Date): string => `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;

/** 0.85 in a column of percentages is 85%, as the sheet shows it. */
const numberText = (value: number, format: string): string => {
  if (!format.includes('%')) return String(Number(value.toPrecision(15)));
  return `${Number((value * 100).toPrecision(12))}%`;
};

const valueText = (value: ExcelJS.CellValue, format: string): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberText(value, format);
  if (value instanceof Date) return Math.abs(value.getTime()) < DAY_MS ? '' : dateText(value);
  if (typeof value === 'string' || typeof value === 'boolean') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('error' in value) return '';
  if ('text' in value) return valueText(value.text as ExcelJS.CellValue, format);
  return valueText((value.result ?? '') as ExcelJS.CellValue, format);
};

const cellsOf = (sheet: ExcelJS.Worksheet): readonly Cell[] => {
  const cells = new Map<string, Cell>();
  sheet.eachRow((row) => {
    if (row.hidden) return;
    row.eachCell((cell) => {
      const master = cell.isMerged ? cell.master : cell;
      const before = cells.get(master.address);
      const [top, left] = [Number(master.row), Number(master.col)];
      const text = before?.text ?? valueText(master.value, master.numFmt ?? '');
      const rows = Math.max(before?.rows ?? 1, Number(cell.row) - top + 1);
      const columns = Math.max(before?.columns ?? 1, Number(cell.col) - left + 1);
      cells.set(master.address, { row: top, column: left, rows, columns, text });
    });
  });
  return [...cells.values()].filter(({ text }) => text.trim() !== '');
};

/** Rows and columns without any text are left out. */
const compact = (cells: readonly Cell[]): readonly Cell[] => {
  const rows = [...new Set(cells.map(({ row }) => row))].sort((a, b) => a - b);
  const columns = [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b);
  const span = (kept: readonly number[], from: number, length: number): number =>
    kept.filter((at) => at >= from && at < from + length).length;
  return cells.map((cell) => ({
    row: rows.indexOf(cell.row),
    column: columns.indexOf(cell.column),
    rows: span(rows, cell.row, cell.rows),
    columns: span(columns, cell.column, cell.columns),
    text: cell.text,
  }));
};

const isHeader = (cells: readonly Cell[]): boolean => {
  const heads = cells.map(({ text }) => text.replace(/\s/g, '')).filter((text) => text.length <= LONGEST_HEAD);
  return heads.length === cells.length && heads.filter((text) => HEAD.test(text)).length >= LEAST_HEADS;
};

interface Sheet {
  readonly blocks: readonly Block[];
  readonly headed: boolean;
  readonly merged: number;
}

/** Lines above the header are the table's title and remarks. */
const readSheet = (sheet: ExcelJS.Worksheet): Sheet => {
  const cells = compact(cellsOf(sheet));
  if (cells.length === 0) return { blocks: [], headed: true, merged: 0 };
  const last = Math.max(...cells.map(({ row }) => row));
  const rowAt = (at: number): readonly Cell[] => cells.filter(({ row }) => row === at);
  const head = Array.from({ length: last + 1 }, (_, at) => at).find((at) => isHeader(rowAt(at)));
  const from = head ?? 0;
  const above = cells.filter(({ row }) => row < from).map(({ text }) => text.replace(/\s+/g, ' '));
  const below = cells.filter(({ row }) => row >= from).map((cell) => Object.assign({}, cell, { row: cell.row - from }));
  const deep = Math.max(1, ...below.filter(({ row, columns }) => row === 0 && columns === 1).map(({ rows }) => rows));
  const table = gridOf(below, head === undefined ? undefined : deep);
  return { blocks: [...paragraphsOf(above), table], headed: head !== undefined, merged: table.merges.length };
};

/**
 * Opens a workbook whose parts were unpacked.
 *
 * @throws CodedError `import_too_large` or `import_broken`
 */
export const openWorkbook = async (bytes: Uint8Array, parts: Parts): Promise<ExcelJS.Workbook> => {
  checkSheets(parts);
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  } catch {
    throw new CodedError('import_broken', '读不了这个工作簿。');
  }
  return book;
};

/** Reads a workbook: each visible sheet a table, found by the header that names tasks, units or indicators. */
export const readXlsx = async (bytes: Uint8Array, parts: Parts): Promise<ReadBlocks> => {
  const book = await openWorkbook(bytes, parts);
  const shown = book.worksheets.filter(({ state }) => state === 'visible');
  const sheets = shown.map((sheet) => Object.assign({ name: sheet.name }, readSheet(sheet)));
  const filled = sheets.filter(({ blocks }) => blocks.length > 0);
  if (filled.length === 0) throw new CodedError('import_empty');
  const without = filled.filter(({ headed }) => !headed);
  if (without.length === filled.length) throw new CodedError('import_no_header', '没有一张表有表头。');
  const hidden = book.worksheets.length - shown.length;
  const merged = filled.reduce((sum, sheet) => sum + sheet.merged, 0);
  return {
    blocks: filled.flatMap(({ blocks }) => blocks),
    repairs: noteOf('merged_cells', merged, `合并的单元格已展开：${merged} 个`),
    warnings: [
      ...noteOf('no_header', without.length, `没有表头的表：${without.map(({ name }) => name).join('、')}`),
      ...noteOf('hidden_dropped', hidden, `隐藏的工作表没有取：${hidden} 张`),
    ],
  };
};
