import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { CodedError } from '../../errors.ts';
import { type Block, type Note, noteOf, paragraphsOf, type ReadBlocks } from '../document.ts';
import { LIMITS } from '../limits.ts';
import { cutNotes, mendRecognised, recognisedWarning } from '../repair/recognised.ts';
import { joinTables, sameEdges } from './join-tables.ts';
import { type Line, linesOf } from './lines.ts';
import { dropPageMarks } from './margins.ts';
import type { Page } from './page.ts';
import { joinLines, measureOf } from './paragraphs.ts';
import { type PlacedTable, tablesOf } from './tables.ts';

/** Fewer characters a page than this, and it is a picture. */
const LEAST_CHARACTERS = 10;

const require = createRequire(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
/** What pdf.js asks for when it is loaded, to draw pages with; here none is drawn. */
const DRAWING = ['DOMMatrix', 'ImageData', 'Path2D'];

/** Its canvas is an optional package of 30 MB. */
const hasCanvas = (): boolean => {
  try {
    require.resolve('@napi-rs/canvas');
    return true;
  } catch {
    return false;
  }
};

/** Where the canvas is absent, empty classes stand in. */
const standIn = (): void => {
  for (const name of DRAWING) if (!(name in globalThis)) Object.assign(globalThis, { [name]: class {} });
};

/** Called before each page that is recognised. */
export type Watch = (progress: { readonly page: number; readonly of: number }) => void;

/** pdf.js is loaded with the first pdf only: it takes a tenth of a second. */
const open = async (bytes: Uint8Array): Promise<PDFDocumentProxy> => {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = dirname(require.resolve('pdfjs-dist/package.json'));
  try {
    return await getDocument({
      data: new Uint8Array(bytes),
      verbosity: 0,
      isEvalSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
      enableXfa: false,
      maxImageSize: LIMITS.picturePixels,
      wasmUrl: `${join(folder, 'wasm')}/`,
      cMapUrl: `${join(folder, 'cmaps')}/`,
      cMapPacked: true,
      standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    }).promise;
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new CodedError('import_encrypted');
    throw new CodedError('import_broken', 'PDF 结构已损坏。');
  }
};

const isPicture = ({ pieces }: Page): boolean =>
  pieces.reduce((sum, { text }) => sum + text.trim().length, 0) < LEAST_CHARACTERS;

interface ReadPages {
  readonly pages: readonly Page[];
  /** Pages whose text was recognised in a picture, from 1. */
  readonly recognised: readonly number[];
  /** What of it a person must look at. */
  readonly doubts: readonly Note[];
}

/** Recognises the pages that are pictures, where the package that can is installed. */
const withScans = async (document: PDFDocumentProxy, pages: readonly Page[], watch: Watch): Promise<ReadPages> => {
  const pictures = pages.flatMap((page, at) => (isPicture(page) && page.pictures > 0 ? [at + 1] : []));
  if (pictures.length === 0) return { pages, recognised: [], doubts: [] };
  const { openReader, readScan } = await import('../scan/scan.ts');
  const reader = hasCanvas() ? await openReader(document) : undefined;
  if (!reader) return { pages, recognised: [], doubts: [] };
  if (pictures.length > LIMITS.picturePages) {
    throw new CodedError('import_too_large', `要识别的页有 ${pictures.length} 页。`);
  }
  const whole = [...pages];
  const doubts: Note[] = [];
  for (const [at, number] of pictures.entries()) {
    watch({ page: at + 1, of: pictures.length });
    const scanned = await readScan(await document.getPage(number), reader);
    whole[number - 1] = scanned.page;
    doubts.push(...cutNotes(number, scanned.cut));
  }
  return { pages: whole, recognised: pictures, doubts };
};

const readPages = async (bytes: Uint8Array, watch: Watch): Promise<ReadPages> => {
  if (!hasCanvas()) standIn();
  const { readPage } = await import('./page.ts');
  const document = await open(bytes);
  try {
    if (document.numPages > LIMITS.pdfPages) throw new CodedError('import_too_large', `共 ${document.numPages} 页。`);
    const pages: Page[] = [];
    for (let at = 1; at <= document.numPages; at++) pages.push(await readPage(await document.getPage(at)));
    return await withScans(document, pages, watch).catch((error: unknown) => {
      if (error instanceof CodedError) throw error;
      throw new CodedError('import_pictures', `识别没有成功（${String(error).slice(0, 200)}）。`);
    });
  } catch (error) {
    if (error instanceof CodedError) throw error;
    throw new CodedError('import_broken', 'PDF 的页面已损坏。');
  } finally {
    await document.loadingTask.destroy();
  }
};

/** Puts back the soft hyphens that pdf.js leaves out: 20142020 was drawn as 2014-2020. */
const withHyphens = (text: string, marks: readonly string[]): string =>
  marks.reduce((whole, mark) => whole.replaceAll(mark.replaceAll('\u00ad', ''), mark), text);

type Placed = { readonly kind: 'lines'; readonly lines: readonly Line[] } | ({ readonly kind: 'table' } & PlacedTable);

const placeAll = (lines: readonly Line[], tables: readonly PlacedTable[]): readonly Placed[] => {
  const places: Placed[] = [];
  let rest = lines;
  for (const table of tables) {
    places.push({ kind: 'lines', lines: rest.filter(({ y }) => y > table.top) });
    places.push(Object.assign({ kind: 'table' as const }, table));
    rest = rest.filter(({ y }) => y <= table.top);
  }
  return [...places, { kind: 'lines', lines: rest }];
};

/** Lines run on over pages, and so does a table that nothing stands below. */
const blocksOf = (places: readonly Placed[]): { readonly blocks: readonly Block[]; readonly joined: number } => {
  const measure = measureOf(places.flatMap((place) => (place.kind === 'lines' ? place.lines : [])));
  const blocks: Block[] = [];
  let joined = 0;
  let lines: Line[] = [];
  let edges: readonly number[] | undefined;
  for (const place of places) {
    if (place.kind === 'lines') {
      lines.push(...place.lines);
      continue;
    }
    const before = blocks.at(-1);
    if (lines.length === 0 && before?.kind === 'table' && edges && sameEdges(edges, place.edges)) {
      const whole = joinTables(before, place.table);
      blocks[blocks.length - 1] = whole.table;
      joined += whole.joined;
    } else blocks.push(...paragraphsOf(joinLines(lines, measure)), place.table);
    lines = [];
    edges = place.edges;
  }
  return { blocks: [...blocks, ...paragraphsOf(joinLines(lines, measure))], joined };
};

const hyphenate = (block: Block, marks: readonly string[]): Block =>
  block.kind === 'paragraph'
    ? { kind: 'paragraph', text: withHyphens(block.text, marks) }
    : Object.assign({}, block, { rows: block.rows.map((cells) => cells.map((cell) => withHyphens(cell, marks))) });

/**
 * Reads a pdf: lines and cells rebuilt from their places, page numbers and running heads dropped. What comes of it is
 * always marked for a person's eye. Pages that are pictures are recognised where the package for it is installed; a
 * pdf that holds no others is refused where it is not.
 */
export const readPdf = async (bytes: Uint8Array, watch: Watch = () => {}): Promise<ReadBlocks> => {
  const { pages, recognised, doubts } = await readPages(bytes, watch);
  if (pages.every(isPicture)) throw new CodedError(recognised.length > 0 ? 'import_empty' : 'import_pictures');
  const tables = pages.map(({ pieces, rules }) => tablesOf(pieces, rules));
  const outside = pages.map(({ pieces, height }, at) => {
    const inside = new Set(tables[at]?.flatMap((table) => table.pieces));
    return { lines: linesOf(pieces.filter((piece) => !inside.has(piece))), height };
  });
  const kept = dropPageMarks(outside);
  const places = kept.pages.flatMap((lines, at) => placeAll(lines, tables[at] ?? []));
  const { blocks, joined } = blocksOf(places);
  const marks = [...new Set(pages.flatMap(({ softHyphens }) => softHyphens))];
  const pictures = pages.flatMap((page, at) => (isPicture(page) && page.pictures > 0 ? [at + 1] : []));
  const mended = recognised.length > 0 ? mendRecognised(blocks) : { blocks, repairs: [] };
  return {
    blocks: mended.blocks.map((block) => hyphenate(block, marks)),
    repairs: [
      ...noteOf('page_marks', kept.dropped, `页码、页眉、页脚没有取：${kept.dropped} 行`),
      ...noteOf('rows_joined', joined, `跨页的表格行已接上：${joined} 行`),
      ...mended.repairs,
    ],
    warnings: [
      ...noteOf('recognised', recognised.length, recognisedWarning(recognised)),
      ...doubts,
      ...noteOf('needs_eye', pages.length, 'PDF 的段落与表格是按位置还原的，请对照原件看一遍'),
      ...noteOf('pages_without_text', pictures.length, `这些页只有图片，没有取：第 ${pictures.join('、')} 页`),
    ],
  };
};
