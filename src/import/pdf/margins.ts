import type { Line } from './lines.ts';

/** The lines of one page. */
export interface PageLines {
  readonly lines: readonly Line[];
  readonly height: number;
}

const PAGE_NUMBER = /^(?:[-—–―－·•]*\d{1,4}[-—–―－·•]*|第\d+页(?:[,，、/]?共\d+页)?|\d+\/\d+|[ivxlc]{1,6})$/i;
/** The share of a page, at the top and at the bottom, where heads and page numbers stand. */
const MARGIN = 0.12;
const LEAST_PAGES = 3;
const SHARE = 0.5;

const keyOf = ({ text }: Line): string => text.replace(/\s+/g, '').replace(/\d+/g, '#');

const inMargin = ({ y }: Line, height: number): boolean => y < height * MARGIN || y > height * (1 - MARGIN);

/**
 * Returns the pages without page numbers, running heads and feet, and how many lines went: a number of its own at the
 * edge of a page, or a line that stands there on half of the pages.
 */
export const dropPageMarks = (
  pages: readonly PageLines[],
): { pages: readonly (readonly Line[])[]; dropped: number } => {
  const edges = pages.map(({ lines, height }) =>
    [lines[0], lines[1], lines.at(-2), lines.at(-1)].flatMap((line) => (line && inMargin(line, height) ? [line] : [])),
  );
  const counts = new Map<string, number>();
  for (const edge of edges) for (const key of new Set(edge.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const running = (line: Line): boolean =>
    pages.length >= LEAST_PAGES && (counts.get(keyOf(line)) ?? 0) >= Math.max(LEAST_PAGES, pages.length * SHARE);
  let dropped = 0;
  const kept = pages.map(({ lines }, at) => {
    const gone = new Set(edges[at]?.filter((line) => PAGE_NUMBER.test(line.text.replace(/\s/g, '')) || running(line)));
    dropped += gone.size;
    return lines.filter((line) => !gone.has(line));
  });
  return { pages: kept, dropped };
};
