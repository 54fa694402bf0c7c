import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';

/** What is used of the canvas that pdf.js has where `@napi-rs/canvas`, its optional package, is installed. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly getContext: (kind: '2d') => Context;
  readonly toBuffer: (type: 'image/png') => Uint8Array;
}

interface Context {
  fillStyle: string;
  readonly fillRect: (x: number, y: number, width: number, height: number) => void;
  readonly getImageData: (x: number, y: number, width: number, height: number) => { readonly data: Uint8ClampedArray };
  readonly drawImage: (canvas: Canvas, ...numbers: readonly number[]) => void;
}

/** The element of a browser that pdf.js speaks of; there is none here. */
type PageCanvas = Parameters<PDFPageProxy['render']>[0]['canvas'];

export type MakeCanvas = (width: number, height: number) => Canvas;

/** A part of a picture, in pixels from its upper left corner. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A page as a picture, and for each pixel, row by row, whether it is dark. */
export interface Picture {
  readonly canvas: Canvas;
  readonly ink: Uint8Array;
  /** Makes others. */
  readonly make: MakeCanvas;
}

/** Pixels for a point: 180 to the inch. At 150 the engine cuts strokes off, above 200 it is slower and no better. */
export const SCALE = 180 / 72;
/** Levels of grey below this are ink. */
const DARK = 150;
/** White around what is recognised. */
const BORDER = 16;
const WIDE_BORDER = 40;
/** The engine's pictures have sides that are multiples of this; others it would enlarge. */
const STEP = 32;

/** Returns what makes canvases of pdf.js' own kind. */
export const canvasesOf = (document: PDFDocumentProxy): MakeCanvas => {
  const factory = document.canvasFactory as { create: (width: number, height: number) => { canvas: Canvas } };
  return (width, height) => factory.create(width, height).canvas;
};

const inkOf = (canvas: Canvas): Uint8Array => {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const ink = new Uint8Array(canvas.width * canvas.height);
  for (let at = 0; at < ink.length; at++) {
    const [red = 0, green = 0, blue = 0] = [data[at * 4], data[at * 4 + 1], data[at * 4 + 2]];
    ink[at] = 0.3 * red + 0.59 * green + 0.11 * blue < DARK ? 1 : 0;
  }
  return ink;
};

/** Draws a page, turned by an angle around its middle. */
export const drawPage = async (page: PDFPageProxy, make: MakeCanvas, angle = 0): Promise<Picture> => {
  const viewport = page.getViewport({ scale: SCALE });
  const canvas = make(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const [cos, sin, x, y] = [Math.cos(angle), Math.sin(angle), canvas.width / 2, canvas.height / 2];
  const transform = [cos, sin, -sin, cos, x - x * cos + y * sin, y - x * sin - y * cos];
  await page.render({ canvas: canvas as unknown as PageCanvas, viewport, transform }).promise;
  return { canvas, ink: inkOf(canvas), make };
};

/** Paints parts of a picture white. */
export const blank = ({ canvas, ink }: Picture, areas: readonly Area[]): void => {
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  for (const { left, top, right, bottom } of areas) {
    context.fillRect(left, top, right - left, bottom - top);
    for (let y = top; y < bottom; y++) ink.fill(0, y * canvas.width + left, y * canvas.width + right);
  }
};

/** The part of an area that has ink; undefined where it has next to none. */
export const inkedArea = ({ canvas, ink }: Picture, area: Area): Area | undefined => {
  let [left, top, right, bottom, count] = [area.right, area.bottom, area.left, area.top, 0];
  for (let y = area.top; y < area.bottom; y++) {
    for (let x = area.left; x < area.right; x++) {
      if (ink[y * canvas.width + x] === 0) continue;
      [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x + 1), Math.min(top, y), y + 1];
      count += 1;
    }
  }
  return count < 4 ? undefined : { left, top, right, bottom };
};

/** True where any pixel of an area is dark. */
export const hasInk = ({ canvas: { width }, ink }: Picture, { left, top, right, bottom }: Area): boolean => {
  for (let y = top; y < bottom; y++) if (ink.subarray(y * width + left, y * width + right).includes(1)) return true;
  return false;
};

/** A cut with the place in the whole picture where it begins. */
interface Cut {
  readonly png: Uint8Array;
  readonly left: number;
  readonly top: number;
}

/** Cuts out an area as PNG with white around it, so many times as large. */
export const cutOut = ({ canvas, make }: Picture, area: Area, times = 1): Cut => {
  const [width, height] = [area.right - area.left, area.bottom - area.top];
  const border = times > 1 ? WIDE_BORDER : BORDER;
  const side = (length: number): number => Math.ceil((length * times + 2 * border) / STEP) * STEP;
  const cut = make(side(width), side(height));
  const context = cut.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, cut.width, cut.height);
  context.drawImage(canvas, area.left, area.top, width, height, border, border, width * times, height * times);
  return { png: cut.toBuffer('image/png'), left: area.left - border / times, top: area.top - border / times };
};
