import type { Picture } from './picture.ts';

/** Of the sheet in the scanner, in radians; beyond this, it is another thing. */
const MOST = 0.05;
const COARSE = 0.005;
const FINE = 0.0005;
/** Less is not worth drawing the page again: two pixels over a line. */
const LEAST = 0.0015;
const POINTS = 60_000;

/** How sharply the ink falls into rows when the page is turned so. */
const sharpness = (points: readonly (readonly [number, number])[], angle: number): number => {
  const rows = new Map<number, number>();
  const slope = Math.tan(angle);
  for (const [x, y] of points) {
    const row = Math.round((y + x * slope) / 2);
    rows.set(row, (rows.get(row) ?? 0) + 1);
  }
  let sum = 0;
  for (const count of rows.values()) sum += count * count;
  return sum;
};

const best = (points: readonly (readonly [number, number])[], angles: readonly number[]): number =>
  angles.reduce(
    (found, angle) => {
      const sharp = sharpness(points, angle);
      return sharp > found.sharp ? { angle, sharp } : found;
    },
    { angle: 0, sharp: sharpness(points, 0) },
  ).angle;

const around = (middle: number, reach: number, step: number): readonly number[] =>
  Array.from({ length: Math.round((2 * reach) / step) + 1 }, (_, at) => middle - reach + at * step);

/** Returns by which angle a page must be turned for its lines to lie level; 0 where they do. */
export const angleOf = ({ canvas: { width }, ink }: Picture): number => {
  const dark: number[] = [];
  for (let at = 0; at < ink.length; at++) if (ink[at] === 1) dark.push(at);
  const every = Math.max(1, Math.floor(dark.length / POINTS));
  const points = dark
    .filter((_, at) => at % every === 0)
    .map((at): readonly [number, number] => [at % width, Math.floor(at / width)]);
  const coarse = best(points, around(0, MOST, COARSE));
  const angle = best(points, around(coarse, COARSE, FINE));
  return Math.abs(angle) < LEAST ? 0 : angle;
};
