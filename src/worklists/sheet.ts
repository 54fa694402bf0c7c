import type { Cell, Worksheet } from 'exceljs';
import type { CellValue, Column } from './columns.ts';
import { isFormulaLike } from './spreadsheet-safe.ts';
import { FONT_SIZE, fitRows, heightOf, wrap } from './wrap.ts';

/** Stands in every Chinese Office; charset 134 lets other programs choose a Chinese font in its place. */
const FONT = { name: '宋体', family: 1, charset: 134 } as const;
const INK = 'FF1F2933';
const COLOURS = { head: 'FFE4EAF1', blank: 'FFFBF6E6', line: 'FF8A97A6', quiet: 'FF52606D' } as const;
/** Inches. */
const MARGINS = { left: 0.35, right: 0.35, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 } as const;
const A4 = 9;
/**
 * Characters of the columns together. A column is as wide as so many digits of the font that the program has for
 * Calibri, 7 to 9.4 pixels each: at the widest, a page still shows 10 points at 9.
 */
export const PAGE_WIDTH = 120;
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
const writeCell = (cell: Cell, value: CellValue): void => {
  if (typeof value === 'object') writeFigure(cell, value.printed);
  else if (value !== '') cell.value = value;
  if (typeof value === 'string' && isFormulaLike(value)) cell.numFmt = TEXT;
};

interface Look {
  readonly bold?: boolean;
  readonly size?: number;
  readonly quiet?: true;
  readonly centred?: boolean;
  readonly middle?: true;
}

const styleCell = (cell: Cell, { bold = false, size = FONT_SIZE, quiet, centred, middle }: Look): void => {
  cell.font = Object.assign({}, FONT, { size, bold, color: { argb: quiet ? COLOURS.quiet : INK } });
  const [vertical, horizontal] = [middle ? 'middle' : 'top', centred ? 'center' : 'left'] as const;
  cell.alignment = { vertical, horizontal, wrapText: true };
};

/** & begins a code in headers and footers. */
const inHeader = (text: string): string => text.replaceAll('&', '&&');

/** A4 landscape, as wide as the page, pages numbered; `title` stands at the foot of each page. */
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
  sheet.headerFooter = { oddFooter: `&L${inHeader(title)}&R第 &P 页，共 &N 页` };
};

/** Writes a line over all columns, as high as its text; returns the row below it. */
export const writeLine = (
  sheet: Worksheet,
  at: number,
  { text, columns, ...look }: Look & { readonly text: string; readonly columns: number },
): number => {
  sheet.mergeCells(at, 1, at, columns);
  const cell = sheet.getCell(at, 1);
  writeCell(cell, text);
  styleCell(cell, look);
  const scale = (look.size ?? FONT_SIZE) / FONT_SIZE;
  sheet.getRow(at).height = heightOf(wrap(text, PAGE_WIDTH / scale).length * scale);
  return at + 1;
};

const textOf = (value: CellValue): string => (typeof value === 'object' ? value.printed : String(value));

/** Writes the heads of columns; returns the row below them. */
export const writeHeads = <Row>(sheet: Worksheet, at: number, columns: readonly Column<Row>[]): number => {
  const row = sheet.getRow(at);
  const [fitted] = fitRows(
    columns.map(({ head }) => head),
    columns.map(({ width }) => width),
  );
  row.height = fitted.height + FONT_SIZE / 2;
  columns.forEach(({ head, width, blank }, column) => {
    const cell = row.getCell(column + 1);
    sheet.getColumn(column + 1).width = width;
    writeCell(cell, head);
    styleCell(cell, { bold: true, centred: true, middle: true });
    cell.fill = fill(blank ? COLOURS.blank : COLOURS.head);
    cell.border = BORDER;
  });
  return at + 1;
};

/** Writes a row as high as its text, as several where it would be too high; returns the row below. */
export const writeRow = <Row>(
  sheet: Worksheet,
  at: number,
  { columns, row }: { readonly columns: readonly Column<Row>[]; readonly row: Row },
): number => {
  const values = columns.map(({ value }) => value(row));
  const fitted = fitRows(
    values.map(textOf),
    columns.map(({ width }) => width),
  );
  fitted.forEach(({ texts, height }, part) => {
    sheet.getRow(at + part).height = height;
    columns.forEach(({ centred = false }, column) => {
      const cell = sheet.getRow(at + part).getCell(column + 1);
      writeCell(cell, (fitted.length === 1 ? values[column] : texts[column]) ?? '');
      styleCell(cell, { centred });
      cell.border = BORDER;
    });
  });
  return at + fitted.length;
};

/** Keeps the heads above a row in sight, and so many columns, and prints them on every page. */
export const keepInSight = (sheet: Worksheet, below: number, columns = 0): void => {
  sheet.views = [{ state: 'frozen', ySplit: below - 1, xSplit: columns }];
  sheet.pageSetup.printTitlesRow = `${below - 1}:${below - 1}`;
};

/** Writes a table with its heads in a row; the heads stay in sight, stand on every printed page, and filter. */
export const writeTable = <Row>(
  sheet: Worksheet,
  at: number,
  { columns, rows }: { readonly columns: readonly Column<Row>[]; readonly rows: readonly Row[] },
): void => {
  const first = writeHeads(sheet, at, columns);
  keepInSight(sheet, first);
  let next = first;
  for (const row of rows) next = writeRow(sheet, next, { columns, row });
  sheet.autoFilter = { from: { row: at, column: 1 }, to: { row: next - 1, column: columns.length } };
};
