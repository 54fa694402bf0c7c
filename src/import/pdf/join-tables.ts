import type { Merge, Table } from '../document.ts';

/** Edges of columns so near are the same on the next page. */
const SAME = 6;
const NUMBER = /^\d+$/;
const ENDED = /[。；！？.]$/;
/** A row with text in so few of its places may be the rest of the row before. */
const FEW = 2;

/** True where the columns of two tables begin and end at the same places. */
export const sameEdges = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((edge, at) => Math.abs(edge - (b[at] ?? 0)) < SAME);

/** A row goes on from the page before when its number is missing, or when it has little but the rest of a sentence. */
const runsOn = (above: Table, below: Table): boolean => {
  const [first = []] = below.rows;
  const width = first.length;
  if (below.merges.some(({ row, columns }) => row === 0 && columns === width)) return false;
  const numbered = above.rows.filter(([cell = '']) => NUMBER.test(cell)).length > above.rows.length / 2;
  if (numbered) return first[0] === '' && below.merges.every(({ row }) => row > 0);
  const last = above.rows.at(-1) ?? [];
  const filled = first.flatMap((cell, at) => (cell === '' ? [] : [at]));
  return filled.length <= FEW && filled.every((at) => (last[at] ?? '') !== '' && !ENDED.test(last[at] ?? ''));
};

const shifted = (merges: readonly Merge[], by: number): readonly Merge[] =>
  merges.map(({ row, column, rows, columns }) => ({ row: row + by, column, rows, columns }));

interface Grid {
  readonly rows: string[][];
  merges: readonly Merge[];
}

const mergeAt = (merges: readonly Merge[], row: number, column: number): Merge =>
  merges.find((one) => one.column === column && one.row <= row && row < one.row + one.rows) ?? {
    row,
    column,
    rows: 1,
    columns: 1,
  };

/** A cell cut by the page's end has its text on one of the pages: both parts become one cell. */
const healColumn = (grid: Grid, seam: number, column: number): void => {
  const upper = mergeAt(grid.merges, seam - 1, column);
  const lower = mergeAt(grid.merges, seam, column);
  const [above = '', below = ''] = [grid.rows[seam - 1]?.[column], grid.rows[seam]?.[column]];
  const cut =
    (above === '') !== (below === '') && (upper.rows > 1 || lower.rows > 1) && upper.columns === lower.columns;
  if (!cut) return;
  const rows = lower.row + lower.rows - upper.row;
  for (let at = upper.row; at < upper.row + rows; at++) grid.rows[at]?.splice(column, 1, above || below);
  const others = grid.merges.filter((one) => one !== upper && one !== lower);
  grid.merges = [...others, { row: upper.row, column, rows, columns: upper.columns }];
};

/**
 * Joins the parts of a table that runs over two pages; cells and rows that the page's end cuts are healed. Also
 * returns how many rows were.
 */
export const joinTables = (above: Table, below: Table): { readonly table: Table; readonly joined: number } => {
  const continued = runsOn(above, below);
  const last = above.rows.at(-1) ?? [];
  const [first = [], ...rest] = below.rows;
  const rows = continued
    ? [...above.rows.slice(0, -1), last.map((cell, at) => `${cell}${first[at] ?? ''}`), ...rest]
    : [...above.rows, ...below.rows];
  const seam = above.rows.length - (continued ? 1 : 0);
  const merges = [...above.merges, ...shifted(below.merges, seam)];
  const grid: Grid = { rows: rows.map((cells) => [...cells]), merges };
  const next = above.rows.length;
  if (next < grid.rows.length) for (const column of last.keys()) healColumn(grid, next, column);
  return {
    table: { kind: 'table', rows: grid.rows, header: above.header, merges: grid.merges },
    joined: continued ? 1 : 0,
  };
};
