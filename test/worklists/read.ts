import exceljs, { type Workbook, type Worksheet } from 'exceljs';
import { WORKLIST_FORMATS, type Worklist, type WorklistFilter } from '../../src/worklists/worklist.ts';
import { worklistOf } from '../../src/worklists/worklist-of.ts';
import { bot } from '../helper.ts';

/** 25 November 2026, 8 in the evening in China. */
export const MADE_AT = Date.UTC(2026, 10, 25, 12);

export { WORKLIST_FORMATS };

/** A list that must be there. */
export const made = (filter: WorklistFilter, plan = bot.plan, at = MADE_AT): Worklist => {
  const list = worklistOf(plan, filter, at);
  if (list.kind !== 'worklist') throw new Error(list.message);
  return list;
};

/** Opens a workbook as a spreadsheet program would. */
export const openBook = async (bytes: Buffer): Promise<Workbook> => {
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  return book;
};

export const sheetOf = (book: Workbook, name: string): Worksheet => {
  const sheet = book.getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
};

/** The colours by condition of a sheet; the library reads them and does not say so in its types. */
export const conditionsOf = (sheet: Worksheet): readonly exceljs.ConditionalFormattingOptions[] =>
  Reflect.get(sheet, 'conditionalFormattings') as exceljs.ConditionalFormattingOptions[];

type Table = readonly Readonly<Record<string, string>>[];

/** The row in which a sheet's heads stand: the last of those that stay in sight. */
export const headRowOf = (sheet: Worksheet): number =>
  Number(sheet.views[0]?.state === 'frozen' && sheet.views[0].ySplit);

/** Lines over all columns are no rows of a table. */
const isLine = (sheet: Worksheet, at: number): boolean => sheet.getRow(at).getCell(1).isMerged;

/** The lines over all columns of a sheet, in order. */
export const linesOf = (sheet: Worksheet): readonly string[] =>
  Array.from({ length: sheet.rowCount }, (_, at) => at + 1)
    .filter((at) => isLine(sheet, at))
    .map((at) => sheet.getCell(at, 1).text);

/** The table of a sheet: each row by its heads, every cell as the text that it shows. */
export const tableOf = (sheet: Worksheet): Table => {
  const heads: string[] = [];
  const head = headRowOf(sheet);
  sheet.getRow(head).eachCell((cell) => heads.push(cell.text));
  const rows: Record<string, string>[] = [];
  for (let at = head + 1; at <= sheet.rowCount; at += 1) {
    const row = sheet.getRow(at);
    if (isLine(sheet, at)) continue;
    rows.push(Object.fromEntries(heads.map((name, column) => [name, row.getCell(column + 1).text])));
  }
  return rows;
};

/** A small strict reader of RFC 4180: quoted fields, doubled quotes, CRLF behind every record. */
export const readCsv = (text: string): readonly (readonly string[])[] => {
  const records: string[][] = [];
  let record: string[] = [];
  let rest = text;
  while (rest !== '') {
    const field = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest);
    if (!field) throw new Error(`no CSV at: ${JSON.stringify(rest.slice(0, 60))}`);
    record.push(field[1]?.replaceAll('""', '"') ?? field[2] ?? '');
    if (field[3] === '\r\n') {
      records.push(record);
      record = [];
    }
    rest = rest.slice(field[0].length);
  }
  if (record.length > 0) throw new Error('no line break behind the last record');
  return records;
};

/** A CSV as rows by their heads; the BOM must be there. */
export const csvTable = (bytes: Buffer): readonly Readonly<Record<string, string>>[] => {
  const text = bytes.toString('utf8');
  if (!text.startsWith('\uFEFF')) throw new Error('no BOM');
  const [heads = [], ...rows] = readCsv(text.slice(1));
  return rows.map((row) => {
    if (row.length !== heads.length) throw new Error(`${row.length} fields under ${heads.length} heads`);
    return Object.fromEntries(heads.map((head, at) => [head, row[at] ?? '']));
  });
};
