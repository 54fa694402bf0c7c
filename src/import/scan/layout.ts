import type { Piece } from '../pdf/page.ts';
import type { Recognised } from './engine.ts';
import { SCALE } from './picture.ts';

/** Letters and figures are half as wide as a Chinese character; so is the ink of marks at the ends of a line. */
const HALF = /[ -~]|^[（《“〔]|[，。；：、）》”〕]$/g;
/** Long runs so like the most frequent size have it, and short ones, which say less: boxes are measured by ink. */
const ALIKE = 1.15;
const LIKE = 1.5;
/** Fewer characters say little of their size. */
const LEAST = 4;
const LONG = 8;
/** The height of a box in parts of the size. */
const TALL = 0.85;
/** Wider gaps between what the engine put on one line divide it. */
const APART = 2.2;
/** From the bottom of a box up to the line on which characters stand. */
const DESCENT = 0.1;

const weight = (text: string): number => [...text].length - (text.match(HALF)?.length ?? 0) / 2;

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** The size of a run's characters, in pixels: by its width, or by its height where it is short or has gaps. */
const ownSize = ({ text, left, top, right, bottom }: Recognised): number =>
  weight(text) < LEAST || text.includes(' ') ? (bottom - top) / TALL : (right - left) / weight(text);

const sizeOf = (run: Recognised, usual: number): number => {
  const own = ownSize(run);
  const near = weight(run.text) < LEAST ? LIKE : ALIKE;
  return Math.max(own, usual) / Math.min(own, usual) < near ? usual : own;
};

/** What stands far apart on one line is several pieces; where each stands is known of the outer ones. */
const partsOf = (run: Recognised, size: number): readonly Recognised[] => {
  const texts = run.text.split(' ').filter((text) => text !== '');
  const free = run.right - run.left - texts.reduce((sum, text) => sum + weight(text) * size, 0);
  const gap = free / Math.max(1, texts.length - 1);
  if (texts.length < 2 || gap < APART * size) return [run];
  let { left } = run;
  return texts.map((text) => {
    const part = Object.assign({}, run, { text, left, right: left + weight(text) * size });
    left = part.right + gap;
    return part;
  });
};

/**
 * Returns what was recognised on a page of some height, in pixels, as pieces such as a text pdf has, in points. The
 * same size is given to all that nearly have it, or paragraphs would not go on.
 */
export const piecesOf = (runs: readonly Recognised[], height: number): readonly Piece[] => {
  const usual = median(runs.filter(({ text }) => weight(text) >= LONG).map(ownSize));
  return runs.flatMap((run) => {
    const size = sizeOf(run, usual);
    return partsOf(run, size).map(({ text, left, right, bottom }): Piece => {
      const y = (height - bottom) / SCALE + (DESCENT * size) / SCALE;
      return { text, x: left / SCALE, y, width: (right - left) / SCALE, size: size / SCALE };
    });
  });
};
