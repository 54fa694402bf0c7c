import type { Workbook, Worksheet } from 'exceljs';
import { differenceColumns, indicatorColumns, taskColumns } from './columns.ts';
import { titleOf, writeCover } from './cover-sheet.ts';
import { setUpPage, type Table, writeTable } from './sheet.ts';
import { type Relation, SHEETS, type Worklist } from './worklist.ts';
import { withFixedTimes } from './zip-times.ts';

const MAKER = '问计';

/** What an empty list says: that there is nothing, and that this was looked for. */
const noneOf = (relation: Relation, { filter }: Worklist): string => {
  const unit = filter.unit ?? '';
  const within = filter.action ? `（只看${filter.action.title}）` : '';
  switch (relation) {
    case 'all':
      return '没有任务。';
    case 'responsible':
      return `没有：计划没有把${unit}列为责任单位${within}。`;
    case 'supporting':
      return `没有：计划没有把${unit}列为支持单位${within}。`;
    case 'through':
      return `没有：没有任务只经由${unit}所在的统称列名${within}。`;
  }
};

const addSheet = (book: Workbook, name: string, worklist: Worklist): Worksheet => {
  const sheet = book.addWorksheet(name);
  setUpPage(sheet, `${titleOf(worklist)}  ${worklist.cover.plan.title}`);
  return sheet;
};

const writeBook = (book: Workbook, worklist: Worklist): void => {
  const { lists, years, indicators, differences } = worklist;
  const add = <Row>(name: string, table: Table<Row>): void => writeTable(addSheet(book, name, worklist), table);
  writeCover(addSheet(book, SHEETS.cover, worklist), worklist);
  for (const { relation, rows } of lists)
    add(SHEETS[relation], { columns: taskColumns(relation, years), rows, none: noneOf(relation, worklist) });
  add(SHEETS.indicators, { columns: indicatorColumns(worklist), rows: indicators, none: '没有：计划没有列指标。' });
  const none = '没有：所列任务的正文与附件没有不一致。';
  add(SHEETS.differences, { columns: differenceColumns, rows: differences, none });
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
