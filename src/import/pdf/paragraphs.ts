import type { Line } from './lines.ts';

/** Where running text begins and ends on the pages. */
export interface Measure {
  readonly left: number;
  readonly right: number;
}

const OPENS =
  /^(?:[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百\d]+[）)]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十百\d]+[章节条]|——|附件|专栏)/;
/** In parts of the size of the characters. */
const INDENT = 0.9;
const SHORT = 2.1;
const SIZE = 1.15;
const NEAR = 3;
const LEAST_LINES = 2;
const LEAST_SHARE = 0.05;
const WORD = /[A-Za-z0-9]/;

/** The leftmost place at which several lines begin. */
const leftOf = (lines: readonly Line[]): number => {
  const least = Math.max(LEAST_LINES, lines.length * LEAST_SHARE);
  const places = lines.map(({ x }) => x).sort((a, b) => a - b);
  return places.find((place) => places.filter((x) => Math.abs(x - place) < NEAR).length >= least) ?? places[0] ?? 0;
};

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Returns the margins of the running text: where lines begin that go on, and where the lines before those end. */
export const measureOf = (lines: readonly Line[]): Measure => {
  const left = leftOf(lines);
  const full = lines.filter((_, at) => Math.abs((lines[at + 1]?.x ?? Number.POSITIVE_INFINITY) - left) < NEAR);
  return {
    left,
    right: full.length > 0 ? median(full.map(({ end }) => end)) : Math.max(0, ...lines.map(({ end }) => end)),
  };
};

const alike = (a: number, b: number): boolean => Math.max(a, b) / Math.min(a, b) < SIZE;

const continues = (before: Line, line: Line, { left, right }: Measure): boolean =>
  alike(before.size, line.size) &&
  before.end > right - SHORT * line.size &&
  Math.abs(line.x - left) < INDENT * line.size &&
  !(OPENS.test(line.text) && /[。；：！？]$/.test(before.text));

/** Returns the paragraphs of some lines: a line that begins at the margin continues a full line before it. */
export const joinLines = (lines: readonly Line[], measure: Measure): readonly string[] => {
  const paragraphs: string[] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const open = paragraphs.at(-1);
    if (before && open !== undefined && continues(before, line, measure)) {
      const words = WORD.test(open.at(-1) ?? '') && WORD.test(line.text[0] ?? '');
      paragraphs[paragraphs.length - 1] = `${open}${words ? ' ' : ''}${line.text}`;
    } else paragraphs.push(line.text);
  }
  return paragraphs;
};
