import type { SourceLine } from '../../types.ts';
import { isRow, readNumbered } from './opening.ts';

/** One document of a file: what stands before its first numbered part, and the rest. */
export interface Segment {
  readonly front: readonly SourceLine[];
  readonly body: readonly SourceLine[];
}

const TITLE_END =
  /(?:方案|计划|意见|通知|措施|办法|细则|规划|政策|要点|规定|指南|纲要|决定|条例|举措|清单)(?:[（(].*[）)])?$/;
/** How far a title may stand before its first part. */
const REACH = 14;

/** True for a line that can be a title, or the last line of one. */
export const isTitleLine = ({ text }: SourceLine): boolean => {
  const line = text.trim();
  return line.length >= 4 && line.length <= 80 && TITLE_END.test(line) && !/^[《（(]|[。；]/.test(line) && !isRow(line);
};

const opensBody = (line: string): boolean => {
  const rank = readNumbered(line)?.rank;
  return rank === 'part' || rank === 'chapter';
};

/** Where the body begins: at the first part, else at the first number or row. */
const bodyStart = (lines: readonly SourceLine[]): number => {
  const part = lines.findIndex(({ text }) => opensBody(text));
  return part >= 0 ? part : lines.findIndex(({ text }) => isRow(text) || readNumbered(text) !== undefined);
};

/** The title before a first part, where the lines between have no number; the part itself where there is none. */
const titleBefore = (lines: readonly SourceLine[], part: number, least: number): number => {
  let at = part;
  for (let back = part - 1; back > least && part - back <= REACH; back -= 1) {
    const line = lines[back];
    if (!line || isRow(line.text) || readNumbered(line.text)) break;
    if (isTitleLine(line)) at = back;
  }
  return at;
};

/** Heads of columns one below the other: a table that lost its cells, not a document's front. */
const isScattered = (lines: readonly SourceLine[]): boolean =>
  lines.filter(({ text }) => /^[\p{Script=Han}]{2,6}$/u.test(text.trim())).length >= 3;

/** Where each document after the first begins: its 一、 comes when another numbering is under way. */
const startsOf = (lines: readonly SourceLine[]): readonly number[] => {
  let last = 0;
  let least = 0;
  const starts: number[] = [];
  for (const [at, { text }] of lines.entries()) {
    const opening = readNumbered(text);
    if (opening?.rank !== 'part') continue;
    if (opening.number === 1 && last > 0 && !isScattered(lines.slice(Math.max(0, at - REACH), at))) {
      least = titleBefore(lines, at, least);
      starts.push(least);
    }
    last = opening.number;
  }
  return starts;
};

/** Returns the documents of a file in order; most files hold one. */
export const segmentsOf = (lines: readonly SourceLine[]): readonly Segment[] => {
  const starts = [0, ...startsOf(lines)];
  return starts.map((from, at) => {
    const own = lines.slice(from, starts[at + 1]);
    const body = bodyStart(own);
    return body < 0 ? { front: own, body: [] } : { front: own.slice(0, body), body: own.slice(body) };
  });
};
