import { type CellValue, flatColumns } from './columns.ts';
import { LINE_COLUMNS, lineRows } from './lines-sheet.ts';
import { isFormulaLike } from './spreadsheet-safe.ts';
import { PARTS, type Worklist } from './worklist.ts';

/** By which Excel knows UTF-8. */
const BOM = '\uFEFF';
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** Text that a spreadsheet might run begins with ', which it shows and does not run. */
const field = (value: string | number): string => {
  const text = typeof value === 'string' && isFormulaLike(value) ? `'${value}` : String(value);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const plain = (value: CellValue): string | number => (typeof value === 'object' ? value.printed : value);

const written = (rows: readonly (readonly (string | number)[])[]): string =>
  BOM + rows.map((cells) => `${cells.map(field).join(',')}\r\n`).join('');

/** The tasks of a list as one table, the relation in front (RFC 4180, with BOM). */
export const worklistCsv = ({ lists, years, filter }: Worklist): string => {
  if (filter.lines)
    return written([LINE_COLUMNS.map(({ head }) => head), ...lineRows(filter.lines).map(Object.values)]);
  const columns = flatColumns(years);
  const rows = [
    ['关系', ...columns.map(({ head }) => head)],
    ...lists.flatMap(({ relation, rows }) =>
      rows.map((row) => [PARTS[relation], ...columns.map(({ value }) => plain(value(row)))]),
    ),
  ];
  return written(rows);
};
