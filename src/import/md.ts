import { type Block, paragraphsOf, type ReadBlocks } from './document.ts';
import { gridOf } from './grid.ts';

const RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/;
const THEMATIC = /^\s*(?:[-*_]\s*){3,}$/;
const ESCAPED = /\\([!-/:-@[-`{-~])/g;
const HOLD = '\ue000';

/** Marks of emphasis, links and headings removed; what was escaped stays. */
const plain = (line: string): string => {
  const held: string[] = [];
  const hidden = line.replace(ESCAPED, (_, char: string) => `${HOLD}${held.push(char) - 1}${HOLD}`);
  const text = hidden
    .replace(/^\s{0,3}#{1,6}\s+/, '')
    .replace(/\s+#+\s*$/, '')
    .replace(/^\s{0,3}(?:>\s?)+/, '')
    .replace(/^\s*[-*+]\s+(?:\[[ xX]\]\s+)?/, '')
    .replace(/!\[[^\]]{0,200}\]\([^)]{0,400}\)/g, '')
    .replace(/\[([^\]]{1,200})\]\([^)]{0,400}\)/g, '$1')
    .replace(/(\*\*|__)(.+?)\1/g, '$2')
    .replace(/(?<!\*)\*([^*\s][^*]*)\*(?!\*)/g, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/~~.+?~~/g, '')
    .replace(/<\/?[a-z][^>]{0,400}>/gi, (tag) => (/^<br/i.test(tag) ? ' ' : ''));
  return text.replace(new RegExp(`${HOLD}(\\d+)${HOLD}`, 'g'), (_, at: string) => held[Number(at)] ?? '').trim();
};

const cellsOf = (line: string): readonly string[] =>
  line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map(plain);

const tableAt = (lines: readonly string[], at: number): readonly string[] => {
  if (!lines[at]?.includes('|') || !RULE.test(lines[at + 1] ?? '') || !lines[at + 1]?.includes('|')) return [];
  const end = lines.findIndex((line, row) => row > at + 1 && !line.includes('|'));
  return lines.slice(at, end < 0 ? lines.length : end);
};

const asTable = ([head = '', , ...rest]: readonly string[]): Block => {
  const cells = [head, ...rest].map(cellsOf);
  return gridOf(
    cells.flatMap((texts, row) => texts.map((text, column) => ({ row, column, rows: 1, columns: 1, text }))),
    1,
  );
};

/** Reads Markdown: headings and lists as lines with the numbers that they print, tables with `|` as grids. */
export const readMd = (text: string): ReadBlocks => {
  const lines = text.replace(/<!--[\s\S]*?-->/g, '').split(/\r?\n/);
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; at++) {
    const table = tableAt(lines, at);
    if (table.length > 0) {
      blocks.push(asTable(table));
      at += table.length - 1;
    } else if (!THEMATIC.test(lines[at] ?? '')) blocks.push(...paragraphsOf([plain(lines[at] ?? '')]));
  }
  return { blocks, repairs: [], warnings: [] };
};
