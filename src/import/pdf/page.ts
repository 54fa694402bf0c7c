import type { PDFPageProxy } from 'pdfjs-dist';
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text where it stands; y grows upwards, lengths in points. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  /** The base line. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** A drawn line, level or upright. */
export interface Rule {
  readonly upright: boolean;
  /** Its x where upright, else its y. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What a page shows. */
export interface Page {
  readonly height: number;
  readonly width: number;
  readonly pieces: readonly Piece[];
  readonly rules: readonly Rule[];
  /** `2014­2020` as drawn: pdf.js leaves soft hyphens out of a page's text. */
  readonly softHyphens: readonly string[];
  readonly pictures: number;
}

type Matrix = readonly [number, number, number, number, number, number];
type Box = readonly [number, number, number, number];

/** Thinner than this, a filled rectangle is a line. */
const THIN = 3;
/** Shorter, a line belongs to a character. */
const SHORTEST = 6;
const STROKES = new Set<number>([OPS.stroke, OPS.closeStroke]);
const PAINTED = new Set<number>([
  ...[OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke],
  ...STROKES,
]);
const PICTURES = new Set<number>([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);
/** Numbers behind each code of a path: move, line, curve, quadratic curve, close. */
const PATH_LENGTHS = [2, 2, 6, 4, 0];
const SOFT = '\u00ad';
const AROUND_SOFT = /[\p{L}\p{N}]+\u00ad[\p{L}\p{N}]+/gu;

const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
];

/** A page as it is looked at: turned as it says, and once more where most of its text runs upwards or downwards. */
interface View {
  readonly matrix: Matrix;
  readonly width: number;
  readonly height: number;
}

/** pdf.js counts y from the top; here it is counted from the bottom. */
const viewOf = (page: PDFPageProxy): View => {
  const { transform, width, height } = page.getViewport({ scale: 1 });
  return { matrix: times([1, 0, 0, -1, 0, height], transform as unknown as Matrix), width, height };
};

const turned = ({ matrix, width, height }: View, texts: readonly Matrix[]): View => {
  const runs = texts.map((text) => times(matrix, text));
  const up = runs.filter(([a, b]) => b > Math.abs(a)).length;
  const down = runs.filter(([a, b]) => -b > Math.abs(a)).length;
  if (Math.max(up, down) <= runs.length / 2) return { matrix, width, height };
  const turn: Matrix = up > down ? [0, -1, 1, 0, 0, width] : [0, 1, -1, 0, height, 0];
  return { matrix: times(turn, matrix), width: height, height: width };
};

const boxUnder = (m: Matrix, [x0, y0, x1, y1]: Box): Box => {
  const xs = [m[0] * x0 + m[2] * y0 + m[4], m[0] * x1 + m[2] * y1 + m[4]];
  const ys = [m[1] * x0 + m[3] * y0 + m[5], m[1] * x1 + m[3] * y1 + m[5]];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
};

/** A path's straight pieces and rectangles, as boxes: each from one move to the next, or each line of a stroke. */
const boxesOf = (path: ArrayLike<number>, stroke: boolean): readonly Box[] => {
  const boxes: Box[] = [];
  let points: (readonly [number, number])[] = [];
  let curved = false;
  const close = (): void => {
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    if (points.length > 1 && !curved) boxes.push([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
    points = [];
    curved = false;
  };
  for (let at = 0; at < path.length; ) {
    const code = path[at] ?? 4;
    if (code === 0) close();
    if (code === 2 || code === 3) curved = true;
    const length = PATH_LENGTHS[code] ?? 0;
    if (length > 0) points.push([path[at + length - 1] ?? 0, path[at + length] ?? 0]);
    if (stroke && code === 1 && points.length === 2) {
      const last = points[1];
      close();
      if (last) points = [last];
    }
    at += length + 1;
  }
  close();
  return boxes;
};

/** A thin box is one line, a wider one four. */
const rulesOf = ([x0, y0, x1, y1]: Box): readonly Rule[] => {
  const [wide, high] = [x1 - x0, y1 - y0];
  const level = (at: number): Rule => ({ upright: false, at, from: x0, to: x1 });
  const upright = (at: number): Rule => ({ upright: true, at, from: y0, to: y1 });
  if (wide < THIN && high < THIN) return [];
  if (high < THIN) return wide < SHORTEST ? [] : [level((y0 + y1) / 2)];
  if (wide < THIN) return high < SHORTEST ? [] : [upright((x0 + x1) / 2)];
  return [level(y0), level(y1), upright(x0), upright(x1)];
};

const glyphText = (glyphs: unknown): string =>
  Array.isArray(glyphs)
    ? glyphs.map((glyph) => (typeof glyph === 'object' && glyph ? String(glyph.unicode ?? '') : '')).join('')
    : '';

type Drawn = Pick<Page, 'rules' | 'softHyphens' | 'pictures'>;

const readDrawn = async (page: PDFPageProxy, view: View): Promise<Drawn> => {
  const { fnArray, argsArray } = await page.getOperatorList();
  const area = view.width * view.height;
  const rules: Rule[] = [];
  const stack: Matrix[] = [];
  let { matrix } = view;
  let drawn = '';
  let pictures = 0;
  for (const [at, operator] of fnArray.entries()) {
    const args = argsArray[at];
    if (operator === OPS.save) stack.push(matrix);
    else if (operator === OPS.restore) matrix = stack.pop() ?? view.matrix;
    else if (operator === OPS.transform) matrix = times(matrix, args as Matrix);
    else if (operator === OPS.showText) drawn += glyphText(args[0]);
    else if (PICTURES.has(operator)) pictures++;
    else if (operator === OPS.constructPath && PAINTED.has(args[0]) && args[1]?.[0]) {
      for (const box of boxesOf(args[1][0], STROKES.has(args[0]))) {
        const placed = boxUnder(matrix, box);
        const share = ((placed[2] - placed[0]) * (placed[3] - placed[1])) / area;
        if (share < 0.9) rules.push(...rulesOf(placed));
      }
    }
  }
  return { rules, softHyphens: drawn.includes(SOFT) ? [...new Set(drawn.match(AROUND_SOFT))] : [], pictures };
};

/** Returns what stands on a page, with its place as it is looked at. Text that stands across the others is left out. */
export const readPage = async (page: PDFPageProxy): Promise<Page> => {
  const { items } = await page.getTextContent({ disableNormalization: true });
  const texts = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
  const view = turned(
    viewOf(page),
    texts.map(({ transform }) => transform as unknown as Matrix),
  );
  const pieces = texts.flatMap(({ str, transform, width, height }): readonly Piece[] => {
    const [a, b, , , x, y] = times(view.matrix, transform as unknown as Matrix);
    return Math.abs(b) > Math.abs(a) ? [] : [{ text: str, x, y, width, size: Math.abs(height || a) }];
  });
  const drawn = await readDrawn(page, view);
  return Object.assign({ height: view.height, width: view.width, pieces }, drawn);
};
