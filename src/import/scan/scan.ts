import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { Page } from '../pdf/page.ts';
import { cellPlaces } from '../pdf/tables.ts';
import { loadEngine, type Recognise } from './engine.ts';
import { piecesOf } from './layout.ts';
import { linesReader } from './lines.ts';
import { type Area, blank, canvasesOf, drawPage, type MakeCanvas, type Picture, SCALE } from './picture.ts';
import { rulesIn } from './rules.ts';
import { angleOf } from './upright.ts';

/** What reads pages that are pictures. */
export interface Reader {
  readonly recognise: Recognise;
  readonly make: MakeCanvas;
}

/** Returns what reads the pictures of a document; undefined where the package for it is not installed. */
export const openReader = async (document: PDFDocumentProxy): Promise<Reader | undefined> => {
  const recognise = await loadEngine();
  return recognise && { recognise, make: canvasesOf(document) };
};

/** Bands of a page are at least so high: the engine's work grows with what it is given, and so does its memory. */
const BAND = 430;
/** Rows without ink that divide two lines. */
const BLANK_ROWS = 4;

/** Half the thickness of a drawn line. */
const EDGE = 5;

const draw = async (page: PDFPageProxy, make: MakeCanvas): Promise<Picture> => {
  const picture = await drawPage(page, make);
  const angle = angleOf(picture);
  return angle === 0 ? picture : drawPage(page, make, angle);
};

/** Cuts a page between its lines. */
export const bandsOf = ({ canvas: { width, height }, ink }: Picture): readonly Area[] => {
  const bands: Area[] = [];
  let [top, empty] = [0, 0];
  for (let y = 0; y < height; y++) {
    empty = ink.subarray(y * width, (y + 1) * width).includes(1) ? 0 : empty + 1;
    if (empty < BLANK_ROWS || y - top < BAND) continue;
    bands.push({ left: 0, right: width, top, bottom: y });
    top = y;
  }
  return [...bands, { left: 0, right: width, top, bottom: height }];
};

const touch = (a: Area, b: Area): boolean =>
  a.left - EDGE < b.right && b.left < a.right + EDGE && a.top - EDGE < b.bottom && b.top < a.bottom + EDGE;

/** A page that is a picture, read as if it had text. */
export interface ScannedPage {
  readonly page: Page;
  /** Lines at whose ends there is ink that was not recognised. */
  readonly cut: readonly string[];
}

/**
 * Reads a page that is a picture. Each cell of a drawn table is recognised alone, because the engine joins what stands
 * on one line across columns; then the rest, band by band.
 */
export const readScan = async (page: PDFPageProxy, reader: Reader): Promise<ScannedPage> => {
  const picture = await draw(page, reader.make);
  const { width, height } = picture.canvas;
  const drawn = rulesIn(picture);
  const rules = drawn.map(({ rule }) => rule);
  const cells = cellPlaces(rules).map(({ wide: [left, right], high: [bottom, top] }): Area => {
    const [x, y] = [left * SCALE, height - top * SCALE].map(Math.round) as [number, number];
    return { left: x, top: y, right: Math.round(right * SCALE), bottom: Math.round(height - bottom * SCALE) };
  });
  // a dash is drawn like a line of a table, but stands in none
  const borders = drawn.map(({ area }) => area).filter((area) => cells.some((cell) => touch(cell, area)));
  blank(picture, borders);
  const lines = linesReader(picture, reader.recognise);
  for (const cell of cells) await lines.readCell(cell);
  blank(picture, cells);
  for (const band of bandsOf(picture)) await lines.readText(band);
  const pieces = piecesOf(lines.runs, height);
  return {
    page: { height: height / SCALE, width: width / SCALE, pieces, rules, softHyphens: [], pictures: 0 },
    cut: lines.cut,
  };
};
