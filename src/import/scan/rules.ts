import type { Rule } from '../pdf/page.ts';
import { type Area, type Picture, SCALE } from './picture.ts';

/** Shorter ones belong to a character; in pixels. */
const SHORTEST = { level: 30 * SCALE, upright: 16 * SCALE };
/** A line may be broken for so many pixels. */
const BREAK = 2;
/** Thicker ones are surfaces. */
const THICKEST = 3.5 * SCALE;

interface Run {
  readonly from: number;
  readonly to: number;
}

/** Dark runs of one row or column. */
const runsOf = (dark: (at: number) => boolean, length: number, shortest: number): readonly Run[] => {
  const runs: Run[] = [];
  let [from, last] = [-1, -1];
  const close = (): void => {
    if (from >= 0 && last + 1 - from >= shortest) runs.push({ from, to: last + 1 });
    from = -1;
  };
  for (let at = 0; at < length; at++) {
    if (!dark(at)) continue;
    if (from < 0 || at - last > BREAK + 1) {
      close();
      from = at;
    }
    last = at;
  }
  close();
  return runs;
};

interface Open {
  first: number;
  last: number;
  from: number;
  to: number;
}

/** Runs of neighbouring rows or columns that overlap are one line. */
const linesOf = (count: number, runs: (at: number) => readonly Run[]): readonly Open[] => {
  const done: Open[] = [];
  let open: Open[] = [];
  for (let at = 0; at < count; at++) {
    done.push(...open.filter(({ last }) => at - last > BREAK));
    open = open.filter(({ last }) => at - last <= BREAK);
    for (const { from, to } of runs(at)) {
      const known = open.find((one) => from <= one.to && one.from <= to);
      if (known) Object.assign(known, { last: at, from: Math.min(from, known.from), to: Math.max(to, known.to) });
      else open.push({ first: at, last: at, from, to });
    }
  }
  return [...done, ...open].filter(({ first, last }) => last + 1 - first <= THICKEST);
};

/** A line with the pixels that it covers. */
export interface DrawnRule {
  readonly rule: Rule;
  readonly area: Area;
}

/** Returns the lines that are drawn in a picture, in points from its lower left corner. */
export const rulesIn = ({ canvas: { width, height }, ink }: Picture): readonly DrawnRule[] => {
  const level = linesOf(height, (y) => runsOf((x) => ink[y * width + x] === 1, width, SHORTEST.level));
  const upright = linesOf(width, (x) => runsOf((y) => ink[y * width + x] === 1, height, SHORTEST.upright));
  const up = (y: number): number => (height - y) / SCALE;
  return [
    ...level.map(({ first, last, from, to }): DrawnRule => {
      const rule = { upright: false, at: up((first + last + 1) / 2), from: from / SCALE, to: to / SCALE };
      return { rule, area: { left: from, right: to, top: first, bottom: last + 1 } };
    }),
    ...upright.map(({ first, last, from, to }): DrawnRule => {
      const rule = { upright: true, at: (first + last + 1) / 2 / SCALE, from: up(to), to: up(from) };
      return { rule, area: { left: first, right: last + 1, top: from, bottom: to } };
    }),
  ];
};
