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
const FIVE = 5;
const WORD = /[A-Za-z0-9]/;

const modeOf = (numbers: readonly number[]): number => {
  const counts = new Map<number, number>();
  for (const number of numbers) {
    const key = Math.round(number / FIVE) * FIVE;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return numbers.find((number) => Math.round(number / FIVE) * FIVE === best?.[0]) ?? 0;
};

/** Returns the margins of the running text: where most lines begin, and where most of them end. */
export const measureOf = (lines: readonly Line[]): Measure => ({
  left: modeOf(lines.map(({ x }) => x)),
  right: modeOf(lines.map(({ end }) => end)),
});

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
