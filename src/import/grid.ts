import { CodedError } from '../errors.ts';
import type { Merge, Table } from './document.ts';
import { LIMITS } from './limits.ts';

/** A cell as the file states it: where it begins and how far it reaches. */
export interface Cell extends Merge {
  readonly text: string;
}

/** Cells of one row in their order, placed where the rows above leave room. */
export interface RawCell {
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
}

const WHITE = /\s+/g;

/** The text of a cell on one line; its paragraphs are divided by a blank. */
export const cellText = (text: string): string => text.replace(WHITE, ' ').trim();

/** Stops at tables that would not fit into memory. */
export const checkSize = (rows: number, columns: number): void => {
  if (rows * columns > LIMITS.tableCells) throw new CodedError('import_too_large', `表格有 ${rows} 行 ${columns} 列。`);
};

const isMerge = ({ rows, columns }: Merge): boolean => rows > 1 || columns > 1;

/** Rows at the top that the first row's cells reach down to: in these a cell merged sideways heads each column. */
const headRows = (cells: readonly Cell[], header: number | undefined): number =>
  header ?? Math.max(1, ...cells.filter(({ row, columns }) => row === 0 && columns === 1).map(({ rows }) => rows));

/**
 * Returns the grid of some placed cells. A merged cell is written into every row that it covers, and in header rows
 * into every column too; elsewhere only its first column has the text.
 */
export const gridOf = (cells: readonly Cell[], header?: number): Table => {
  const height = Math.max(0, ...cells.map(({ row, rows }) => row + rows));
  const width = Math.max(0, ...cells.map(({ column, columns }) => column + columns));
  checkSize(height, width);
  const grid = Array.from({ length: height }, () => Array.from({ length: width }, () => ''));
  const head = headRows(cells, header);
  for (const { row, column, rows, columns, text } of cells) {
    const across = row < head && columns < width ? columns : 1;
    for (let down = row; down < row + rows; down++) {
      const line = grid[down];
      if (line) line.fill(cellText(text), column, column + across);
    }
  }
  const merges = cells.filter(isMerge).map(({ row, column, rows, columns }) => ({ row, column, rows, columns }));
  return { kind: 'table', rows: grid, header, merges };
};

/** Returns the grid of rows that state their spans only, as HTML does; spans never reach below the last row. */
export const placeRows = (rows: readonly (readonly RawCell[])[], header?: number): Table => {
  const taken = new Set<string>();
  const placed: Cell[] = [];
  let places = 0;
  for (const [row, cells] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (taken.has(`${row},${column}`)) column++;
      const reach = Math.min(cell.rows === 0 ? rows.length : cell.rows, rows.length - row);
      places += reach * cell.columns;
      checkSize(places, 1);
      for (let down = 0; down < reach; down++) {
        for (let right = 0; right < cell.columns; right++) taken.add(`${row + down},${column + right}`);
      }
      placed.push({ row, column, rows: reach, columns: cell.columns, text: cell.text });
      column += cell.columns;
    }
  }
  const table = gridOf(placed, header);
  const missing = rows.length - table.rows.length;
  const blank = Array.from({ length: table.rows[0]?.length ?? 0 }, () => '');
  return missing > 0 ? Object.assign({}, table, { rows: table.rows.concat(Array(missing).fill(blank)) }) : table;
};

/** Returns the rows as they are printed: a merged cell's text stands in its first place only. */
export const asPrinted = ({ rows, merges }: Table): readonly (readonly string[])[] => {
  const covered = new Set<string>();
  for (const { row, column, rows: down, columns } of merges) {
    for (let at = 0; at < down * columns; at++) {
      if (at > 0) covered.add(`${row + Math.floor(at / columns)},${column + (at % columns)}`);
    }
  }
  return rows.map((cells, row) => cells.map((cell, column) => (covered.has(`${row},${column}`) ? '' : cell)));
};
