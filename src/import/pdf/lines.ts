import type { Piece } from './page.ts';

/** Pieces that stand on one line, joined. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
}

/** Base lines so near, in parts of the size, are one line. */
const SAME_LINE = 0.45;
/** A gap so wide, in parts of the size, divides what stands side by side. */
const APART = 2.2;
const WORD_GAP = 0.18;
const WORD = /[A-Za-z0-9]/;

const joins = (before: string, after: string, gap: number): string => {
  const words = WORD.test(before.at(-1) ?? '') && WORD.test(after[0] ?? '');
  return words && gap > WORD_GAP ? ' ' : '';
};

/** Word sets blanks between Chinese and figures; justified titles have them between all characters. */
const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/(?<=[^\x21-\x7e]) (?=\S)|(?<=\S) (?=[^\x21-\x7e])/g, '')
    .trim();

const joinPieces = (pieces: readonly Piece[]): Line => {
  const sorted = [...pieces].sort((a, b) => a.x - b.x);
  const first = sorted[0] as Piece;
  let text = '';
  let end = first.x;
  for (const piece of sorted) {
    text += `${joins(text, piece.text, (piece.x - end) / piece.size)}${piece.text}`;
    end = piece.x + piece.width;
  }
  return { text: tidy(text), x: first.x, end, y: first.y, size: Math.max(...sorted.map(({ size }) => size)) };
};

const divide = (pieces: readonly Piece[]): readonly (readonly Piece[])[] => {
  const parts: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.x - b.x)) {
    const part = parts.at(-1);
    const last = part?.at(-1);
    if (part && last && piece.x - last.x - last.width < APART * piece.size) part.push(piece);
    else parts.push([piece]);
  }
  return parts;
};

/** A line beside two others, such as 文件 to the right of two issuers, comes after both. */
const besides = (lines: readonly Line[]): readonly Line[] => {
  const sorted = [...lines];
  for (let at = 1; at + 1 < sorted.length; at++) {
    const [above, line, below] = sorted.slice(at - 1, at + 2) as [Line, Line, Line];
    const between = above.y > line.y && line.y > below.y && above.y - below.y < 1.6 * line.size;
    if (between && line.x > above.end && line.x > below.end) sorted.splice(at, 2, below, line);
  }
  return sorted;
};

/** Returns the lines of some pieces from top to bottom; what stands far apart on one line is several. */
export const linesOf = (pieces: readonly Piece[]): readonly Line[] => {
  const rows: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && first.y - piece.y < SAME_LINE * Math.max(first.size, piece.size)) row.push(piece);
    else rows.push([piece]);
  }
  return besides(rows.flatMap((row) => divide(row).map(joinPieces)).filter(({ text }) => text !== ''));
};

/** Returns the text of a cell: its lines joined without a blank between Chinese characters. */
export const cellText = (pieces: readonly Piece[]): string =>
  linesOf(pieces).reduce((whole, { text }) => {
    const words = WORD.test(whole.at(-1) ?? '') && WORD.test(text[0] ?? '');
    return `${whole}${words ? ' ' : ''}${text}`;
  }, '');
