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

const SCORE_HEAD = /^(?:标准|各项)?分[值数](?:[（(]分[）)])?$/;

/** A table without a column of numbers whose last column is a mark: each row ends with a figure on a line of its own. */
const scoredAt = (blocks: readonly Block[], from: number): Scattered | undefined => {
  const heads = headAt(blocks, from);
  const width = heads.findIndex((head) => SCORE_HEAD.test(head)) + 1;
  if (width < 3) return undefined;
  const rows: (readonly string[])[] = [heads.slice(0, width)];
  let lines: string[] = [];
  let doubtful = 0;
  let to = from + width;
  for (let at = to; at < blocks.length && textOf(blocks[at]) !== ''; at += 1) {
    const text = textOf(blocks[at]);
    lines.push(text);
    if (!NUMBER.test(text)) continue;
    if (lines.length > width) doubtful += 1;
    const rest = fitted(lines.slice(0, -1), width - 1);
    rows.push([...rest, text]);
    [lines, to] = [[], at + 1];
  }
  return rows.length > FEWEST_ROWS ? { from, to, rows, doubtful } : undefined;
};

const LEVEL_HEAD = /^[一二三四]级指标$/;
const LEVELS = [/^[一二三四五六七八九十]+、/, /^[（(][一二三四五六七八九十]+[）)]/];
const COUNTED = /^(\d{1,3})[.．、]\s*\S/;
const NOTES = /^(?:注|备注|说明)[:：]?/;

/**
 * A table of 一级指标, 二级指标, 三级指标: the lowest count on, those above stand once over what they hold, in the row
 * before which they are printed, so that each row can be quoted.
 */
const levelledAt = (blocks: readonly Block[], from: number): Scattered | undefined => {
  const heads = headAt(blocks, from);
  const depth = heads.filter((head) => LEVEL_HEAD.test(head)).length;
  if (depth < 2 || !LEVEL_HEAD.test(heads[0] ?? '')) return undefined;
  const rows: (readonly string[])[] = [heads];
  const over: string[] = Array.from({ length: depth - 1 }, () => '');
  let own: string[] = [];
  let at = from + heads.length;
  const close = () => {
    const width = heads.length - depth;
    const cells = [...own.slice(0, width), own.slice(width).join('')];
    if (own.length === 0) return;
    rows.push([...over, ...fitted(cells, width + 1)]);
    own = [];
    over.fill('');
  };
  for (let count = 0; at < blocks.length; at += 1) {
    const text = textOf(blocks[at]);
    const level = LEVELS.slice(0, depth - 1).findIndex((one) => one.test(text) && text.length < 40);
    const next = Number(COUNTED.exec(text)?.[1]) === count + 1;
    if (text === '' || NOTES.test(text)) break;
    if (level >= 0 || next) close();
    if (level >= 0) over.splice(level, over.length - level, text, ...over.slice(level + 1).map(() => ''));
    else if (next || own.length > 0) own.push(text);
    else if (over.some((one) => one !== '')) over[over.findLastIndex((one) => one !== '')] += text;
    if (next) count += 1;
  }
  close();
  return rows.length > FEWEST_ROWS ? { from, to: at, rows, doubtful: 0 } : undefined;
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
    const opens = NUMBER_HEAD.test(textOf(block).replace(/\s/g, ''));
    const found = opens
      ? scatteredAt(document.blocks, at)
      : (scoredAt(document.blocks, at) ?? levelledAt(document.blocks, at));
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
