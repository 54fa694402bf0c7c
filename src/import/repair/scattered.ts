import { type Block, type ImportedDocument, noteOf, type Table } from '../document.ts';

/** A table that stands one cell a line: where its lines are, and its rows. */
interface Scattered {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly (readonly string[])[];
  /** Rows with more lines than columns. */
  readonly doubtful: number;
}

const NUMBER_HEAD = /^(?:序号|编号|项次)$/;
const HEAD = /^[\p{Script=Han}\s（）()\d年]{2,14}$/u;
const NUMBER = /^\d{1,3}$/;
const SECTION = /^[（(]?[一二三四五六七八九十]+[）)、]/;
const FEWEST_ROWS = 3;
/** Share of the rows that must have a line a column. */
const MOST = 0.7;

const textOf = (block: Block | undefined): string => (block?.kind === 'paragraph' ? block.text.trim() : '');

/** Lines of one row as cells: what is too much belongs to the longest. */
const fitted = (lines: readonly string[], width: number): readonly string[] => {
  const cells = [...lines];
  while (cells.length > width) {
    const middle = cells.slice(1, -1).map((text) => text.length);
    const at = 1 + middle.indexOf(Math.max(...middle));
    const next = at + 1 < cells.length - 1 ? at : at - 1;
    cells.splice(next, 2, `${cells[next] ?? ''}${cells[next + 1] ?? ''}`);
  }
  return [...cells, ...Array.from({ length: width - cells.length }, () => '')];
};

const headAt = (blocks: readonly Block[], from: number): readonly string[] => {
  const heads: string[] = [];
  for (let at = from; HEAD.test(textOf(blocks[at])) && !SECTION.test(textOf(blocks[at])); at += 1)
    heads.push(textOf(blocks[at]));
  return heads;
};

const scatteredAt = (blocks: readonly Block[], from: number): Scattered | undefined => {
  const heads = headAt(blocks, from);
  const width = heads.length;
  if (width < 3) return undefined;
  const rows: (readonly string[])[] = [heads];
  let doubtful = 0;
  let full = 0;
  let at = from + width;
  while (at < blocks.length) {
    const text = textOf(blocks[at]);
    if (SECTION.test(text) && text.length < 40) {
      rows.push([text, ...Array.from({ length: width - 1 }, () => '')]);
      at += 1;
      continue;
    }
    if (!NUMBER.test(text)) break;
    const lines = [text];
    at += 1;
    while (at < blocks.length && lines.length < width * 4) {
      const next = textOf(blocks[at]);
      const ends = NUMBER.test(next) || (SECTION.test(next) && next.length < 40 && lines.length >= width);
      if (next === '' || ends || (lines.length >= width && !anotherFollows(blocks, at, width))) break;
      lines.push(next);
      at += 1;
    }
    if (lines.length === width) full += 1;
    else doubtful += 1;
    rows.push(fitted(lines, width));
  }
  const all = full + doubtful;
  return all >= FEWEST_ROWS && full >= all * MOST ? { from, to: at, rows, doubtful } : undefined;
};

/** The table goes on behind these lines: another number comes soon. */
const anotherFollows = (blocks: readonly Block[], at: number, width: number): boolean =>
  blocks.slice(at, at + width).some((block) => NUMBER.test(textOf(block)));

/** Puts tables back together that a page or a copy has left one cell a line, where they have a column of numbers. */
export const gatherTables = (document: ImportedDocument): ImportedDocument => {
  const blocks: Block[] = [];
  let [tables, doubtful] = [0, 0];
  for (let at = 0; at < document.blocks.length; at += 1) {
    const block = document.blocks[at];
    if (!block) continue;
    const found = NUMBER_HEAD.test(textOf(block).replace(/\s/g, '')) ? scatteredAt(document.blocks, at) : undefined;
    if (!found) {
      blocks.push(block);
      continue;
    }
    const table: Table = { kind: 'table', rows: found.rows, header: 1, merges: [] };
    blocks.push(table);
    at = found.to - 1;
    tables += 1;
    doubtful += found.doubtful;
  }
  const repairs = noteOf('table_gathered', tables, `一格一行的表格已还原：${tables} 个`);
  const warnings = noteOf('table_gathered', doubtful, `还原的表格里行数对不上的 ${doubtful} 行，请核对`);
  return {
    ...document,
    blocks,
    repairs: [...document.repairs, ...repairs],
    warnings: [...document.warnings, ...warnings],
  };
};
