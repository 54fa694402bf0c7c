import type { Recognised } from './engine.ts';
import type { Picture } from './picture.ts';

/** In parts of a character: how far a dash reaches before what was recognised and into it, how long and how thick. */
const BEFORE = 2.8;
const INTO = 2.2;
const SHORTEST = 1.55;
const GAP = 0.35;
const THICKEST = 0.16;

/** What a dash is taken for. */
const TAKEN_FOR = /^[一—－\-~～_ ]+/;

/** The rows of a column that have ink, as how thick it is there. */
const thickness = (
  { canvas: { width }, ink }: Picture,
  x: number,
  [top, bottom]: readonly [number, number],
): number => {
  let [first, last] = [-1, -1];
  for (let y = top; y < bottom; y++) {
    if (ink[y * width + x] === 0) continue;
    if (first < 0) first = y;
    last = y;
  }
  return first < 0 ? 0 : last + 1 - first;
};

/**
 * Puts back the dash —— that begins a paragraph: the engine sees none, or 一, whose stroke is half as long. It is a
 * thin level stroke with nothing above and below.
 */
export const withDash = (run: Recognised, picture: Picture): Recognised => {
  const size = run.bottom - run.top;
  const rows: [number, number] = [Math.max(0, Math.floor(run.top)), Math.min(picture.canvas.height, run.bottom)];
  const [from, to] = [Math.max(0, Math.floor(run.left - BEFORE * size)), Math.floor(run.left + INTO * size)];
  let [first, last] = [-1, -1];
  for (let x = from; x < to; x++) {
    const thick = thickness(picture, x, rows);
    if (thick === 0) {
      if (first >= 0 && x - last > GAP * size) break;
    } else if (thick > THICKEST * size) break;
    else {
      if (first < 0) first = x;
      last = x;
    }
  }
  if (first < 0 || last + 1 - first < SHORTEST * size) return run;
  return Object.assign({}, run, { text: `——${run.text.replace(TAKEN_FOR, '')}`, left: Math.min(run.left, first) });
};
