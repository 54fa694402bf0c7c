import type { Cell, Worksheet } from 'exceljs';
import type { CellValue, Column } from './columns.ts';
import { isFormulaLike } from './spreadsheet-safe.ts';

/** Stands in every Chinese Office; charset 134 lets other programs choose a Chinese font in its place. */
const FONT = { name: '微软雅黑', family: 2, charset: 134, size: 10 } as const;
const INK = 'FF1F2933';
const COLOURS = { head: 'FFE4EAF1', blank: 'FFFBF6E6', line: 'FFC5CDD6', quiet: 'FF52606D' } as const;
const HEAD_HEIGHT = 30;
/** Inches */
const MARGINS = { left: 0.4, right: 0.4, top: 0.7, bottom: 0.6, header: 0.3, footer: 0.3 } as const;
const A4 = 9;
/** The format of text: what stands in the cell stays text when somebody edits it. */
const TEXT = '@';
const FIGURE = /^\d+(?:\.(\d+))?$/;

const fill = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;
const edge = { style: 'thin', color: { argb: COLOURS.line } } as const;
const BORDER = { top: edge, left: edge, bottom: edge, right: edge } as const;

/** A figure is a number that shows the places that the plan prints: 2.70. */
const writeFigure = (cell: Cell, printed: string): void => {
  const places = FIGURE.exec(printed)?.[1]?.length ?? 0;
  cell.value = FIGURE.test(printed) ? Number(printed) : printed;
  if (FIGURE.test(printed)) cell.numFmt = places > 0 ? `0.${'0'.repeat(places)}` : '0';
};

/** A string is written as a string and never as a formula; nothing is left of an empty one. */
export const writeCell = (cell: Cell, value: CellValue): void => {
  if (typeof value === 'object') writeFigure(cell, value.printed);
  else if (value !== '') cell.value = value;
  if (typeof value === 'string' && isFormulaLike(value)) cell.numFmt = TEXT;
};

/** How a cell looks. */
export const styleCell = (
  cell: Cell,
  look: { readonly bold?: true; readonly size?: number; readonly quiet?: true },
) => {
  const { bold = false, size = FONT.size, quiet } = look;
  cell.font = { ...FONT, size, bold, color: { argb: quiet ? COLOURS.quiet : INK } };
};

/** & begins a code in headers and footers. */
const inHeader = (text: string): string => text.replaceAll('&', '&&');

/** A4 landscape, as wide as the page, pages numbered; `title` stands above each page. */
export const setUpPage = (sheet: Worksheet, title: string): void => {
  sheet.pageSetup = {
    paperSize: A4,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: MARGINS,
  };
  sheet.headerFooter = {
    oddHeader: `&L${inHeader(title)}&R${inHeader(sheet.name)}`,
    oddFooter: '&C第 &P 页，共 &N 页',
  };
};

const writeHead = <Row>(sheet: Worksheet, columns: readonly Column<Row>[]): void => {
  const row = sheet.getRow(1);
  row.height = HEAD_HEIGHT;
  columns.forEach(({ head, width, blank }, at) => {
    const cell = row.getCell(at + 1);
    sheet.getColumn(at + 1).width = width;
    writeCell(cell, head);
    styleCell(cell, { bold: true });
    cell.fill = fill(blank ? COLOURS.blank : COLOURS.head);
    cell.border = BORDER;
    cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true };
  });
};

const writeRow = <Row>(sheet: Worksheet, at: number, columns: readonly Column<Row>[], values: Row): void => {
  columns.forEach(({ value, centred }, column) => {
    const cell = sheet.getRow(at).getCell(column + 1);
    writeCell(cell, value(values));
    styleCell(cell, {});
    cell.border = BORDER;
    cell.alignment = { vertical: 'top', horizontal: centred ? 'center' : 'left', wrapText: true };
  });
};

/** What a table is made of; `none` stands in its place when there are no rows. */
export interface Table<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly none: string;
}

/** Writes a table from the first row on: its head stays in sight, stands on every printed page, and filters. */
export const writeTable = <Row>(sheet: Worksheet, { columns, rows, none }: Table<Row>): void => {
  writeHead(sheet, columns);
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
  sheet.pageSetup.printTitlesRow = '1:1';
  rows.forEach((row, at) => {
    writeRow(sheet, at + 2, columns, row);
  });
  if (rows.length > 0) {
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } };
    return;
  }
  sheet.mergeCells(2, 1, 2, columns.length);
  writeCell(sheet.getCell(2, 1), none);
  styleCell(sheet.getCell(2, 1), { quiet: true });
};
