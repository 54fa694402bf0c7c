import type { Merge, Table } from '../document.ts';
import { type Cell, gridOf } from '../grid.ts';
import { cellText } from './lines.ts';
import type { Piece, Rule } from './page.ts';

/** A table with its place on the page. */
export interface PlacedTable {
  readonly table: Table;
  readonly top: number;
  readonly bottom: number;
  /** Where its columns begin and end. */
  readonly edges: readonly number[];
  readonly pieces: readonly Piece[];
}

/** Lines nearer than this are one. */
const SAME = 4;
/** Upright lines that reach so far beyond the last level one have a row there. */
const CUT = 9;
const LEAST_ROWS = 1;
const LEAST_COLUMNS = 2;

const touches = (a: Rule, b: Rule): boolean => {
  if (a.upright === b.upright) return Math.abs(a.at - b.at) < SAME && a.from < b.to + SAME && b.from < a.to + SAME;
  return a.at > b.from - SAME && a.at < b.to + SAME && b.at > a.from - SAME && b.at < a.to + SAME;
};

/** Rules that meet, directly or over others, belong to one table. */
const groupsOf = (rules: readonly Rule[]): readonly (readonly Rule[])[] => {
  const left = new Set(rules);
  const groups: Rule[][] = [];
  for (const rule of rules) {
    if (!left.delete(rule)) continue;
    const group = [rule];
    for (let at = 0; at < group.length; at++) {
      for (const other of left) {
        if (touches(group[at] as Rule, other)) {
          left.delete(other);
          group.push(other);
        }
      }
    }
    groups.push(group);
  }
  return groups;
};

const cluster = (places: readonly number[]): readonly number[] => {
  const kept: number[] = [];
  for (const place of [...places].sort((a, b) => a - b)) {
    if (kept.length === 0 || place - (kept.at(-1) ?? 0) >= SAME) kept.push(place);
  }
  return kept;
};

/** True where a rule runs along an edge of a place of the grid. */
const drawn = (rules: readonly Rule[], at: number, [from, to]: readonly [number, number]): boolean => {
  const middle = (from + to) / 2;
  return rules.some((rule) => Math.abs(rule.at - at) < SAME && rule.from - 1 < middle && rule.to + 1 > middle);
};

interface Lattice {
  readonly xs: readonly number[];
  /** From the top down. */
  readonly ys: readonly number[];
  readonly upright: readonly Rule[];
  readonly level: readonly Rule[];
}

const latticeOf = (group: readonly Rule[]): Lattice => {
  const upright = group.filter((rule) => rule.upright);
  const level = group.filter((rule) => !rule.upright);
  const xs = cluster(upright.map(({ at }) => at));
  // a table that is cut by the end of the page has no line there, but its upright lines reach so far
  const ends = [Math.min(...upright.map(({ from }) => from)), Math.max(...upright.map(({ to }) => to))];
  const levels = cluster(level.map(({ at }) => at));
  const cutAt = ends.filter((end) => levels.every((at) => Math.abs(at - end) > CUT));
  return { xs, ys: [...cluster([...levels, ...cutAt])].reverse(), upright, level };
};

/** How far the cell at a place reaches before the next drawn line. */
const reach = ({ xs, ys, upright, level }: Lattice, row: number, column: number): readonly [number, number] => {
  const high: [number, number] = [ys[row + 1] ?? 0, ys[row] ?? 0];
  let right = column + 1;
  while (right < xs.length - 1 && !drawn(upright, xs[right] ?? 0, high)) right++;
  const wide: [number, number] = [xs[column] ?? 0, xs[column + 1] ?? 0];
  let down = row + 1;
  while (down < ys.length - 1 && !drawn(level, ys[down] ?? 0, wide)) down++;
  return [down - row, right - column];
};

const isIn = (piece: Piece, [left, right]: readonly [number, number], [bottom, top]: readonly [number, number]) => {
  const [x, y] = [piece.x + Math.min(piece.width, piece.size) / 2, piece.y + piece.size * 0.35];
  return x >= left && x < right && y >= bottom && y < top;
};

/** A place of the grid with the part of the page that it takes. */
interface CellPlace extends Merge {
  /** From left to right. */
  readonly wide: readonly [number, number];
  /** From the bottom up. */
  readonly high: readonly [number, number];
}

const placesOf = (lattice: Lattice): readonly CellPlace[] => {
  const { xs, ys } = lattice;
  const taken = new Set<string>();
  const places: CellPlace[] = [];
  for (let row = 0; row < ys.length - 1; row++) {
    for (let column = 0; column < xs.length - 1; column++) {
      if (taken.has(`${row},${column}`)) continue;
      const [rows, columns] = reach(lattice, row, column);
      for (let down = 0; down < rows; down++) {
        for (let right = 0; right < columns; right++) taken.add(`${row + down},${column + right}`);
      }
      const wide: [number, number] = [xs[column] ?? 0, xs[column + columns] ?? 0];
      const high: [number, number] = [ys[row + rows] ?? 0, ys[row] ?? 0];
      places.push({ row, column, rows, columns, wide, high });
    }
  }
  return places;
};

const cellsOf = (lattice: Lattice, pieces: readonly Piece[]): readonly Cell[] =>
  placesOf(lattice).map(({ row, column, rows, columns, wide, high }) => {
    const text = cellText(pieces.filter((piece) => isIn(piece, wide, high)));
    return { row, column, rows, columns, text };
  });

const isTable = ({ xs, ys }: Lattice): boolean => ys.length > LEAST_ROWS && xs.length > LEAST_COLUMNS;

/** Returns the cells of all tables that are drawn on a page, before anything is known of their text. */
export const cellPlaces = (rules: readonly Rule[]): readonly CellPlace[] =>
  groupsOf(rules).map(latticeOf).filter(isTable).flatMap(placesOf);

/** Rows in which no cell begins that has text come of lines drawn beside one another; they are left out. */
const withoutEmptyRows = (cells: readonly Cell[]): readonly Cell[] => {
  const kept = [...new Set(cells.filter(({ text }) => text !== '').map(({ row }) => row))].sort((a, b) => a - b);
  return cells.flatMap((cell) => {
    const rows = kept.filter((at) => at >= cell.row && at < cell.row + cell.rows);
    return rows.length === 0 ? [] : [Object.assign({}, cell, { row: kept.indexOf(rows[0] ?? 0), rows: rows.length })];
  });
};

/** Returns the tables that are drawn on a page, from top to bottom, each with the text that stands in it. */
export const tablesOf = (pieces: readonly Piece[], rules: readonly Rule[]): readonly PlacedTable[] =>
  groupsOf(rules)
    .flatMap((group): readonly PlacedTable[] => {
      const lattice = latticeOf(group);
      const { xs, ys } = lattice;
      const [top, bottom] = [ys[0] ?? 0, ys.at(-1) ?? 0];
      if (!isTable(lattice)) return [];
      const inside = pieces.filter((piece) => isIn(piece, [xs[0] ?? 0, xs.at(-1) ?? 0], [bottom, top]));
      if (inside.length === 0) return [];
      const table = gridOf(withoutEmptyRows(cellsOf(lattice, inside)));
      return [{ table, top, bottom, edges: xs, pieces: inside }];
    })
    .sort((a, b) => b.top - a.top);
