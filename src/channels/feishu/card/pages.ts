import type { Answer, Citation } from '../../../types.ts';
import type { Block } from './blocks.ts';
import { bytesSent, clipTo } from './fit.ts';
import { escapeMarkdown, oneLine } from './markdown.ts';
import { taskOfClauses } from './sources.ts';

/** What an answer cites, and the tasks that it lists. */
export interface Cited {
  readonly citations: readonly Citation[];
  readonly tasks: Answer['tasks'];
}

/** What stands on one page of a card. */
export interface Page {
  readonly blocks: readonly Block[];
  readonly citations: readonly Citation[];
}

const MOST_ENTRIES = 15;
const MOST_SOURCES = 50;
/** Bytes of the request for the lines of a page, and for lines and sources together. */
const TEXT_ROOM = 8_000;
const ROOM = 18_000;
/** Bytes of a heading that is repeated. */
const HEADING_BYTES = 200;
/** Bytes of the element around a citation. */
const SOURCE_FRAME = 120;

/** Bytes of words in Markdown, at least one for each sign; of words longer than any page, only that they are. */
const bytesOf = (words: string): number =>
  words.length > ROOM ? words.length : Math.max(words.length, bytesSent(escapeMarkdown(words)));

/** Part of a page, and what it weighs. */
interface Piece extends Page {
  readonly entries: number;
  readonly text: number;
  readonly sources: number;
}

const NOTHING: Piece = { blocks: [], citations: [], entries: 0, text: 0, sources: 0 };

const blockPiece = (block: Block): Piece => ({
  ...NOTHING,
  blocks: [block],
  entries: block.number === undefined ? 0 : 1,
  text: bytesOf(`${block.lines.join('\n')}\n`),
});

const sourcePiece = (citation: Citation): Piece => ({
  ...NOTHING,
  citations: [citation],
  sources: SOURCE_FRAME + bytesOf(`${citation.label}\n${citation.quote}`),
});

const hasRoom = ({ entries, citations, text, sources }: Piece): boolean =>
  entries <= MOST_ENTRIES && citations.length <= MOST_SOURCES && text <= TEXT_ROOM && text + sources <= ROOM;

const joined = (a: Piece, b: Piece): Piece => ({
  blocks: [...a.blocks, ...b.blocks],
  citations: [...a.citations, ...b.citations],
  entries: a.entries + b.entries,
  text: a.text + b.text,
  sources: a.sources + b.sources,
});

/** A block with as many of its own sources as a page has room for. */
const withOwn = (block: Piece, own: readonly Piece[]): Piece =>
  own.reduce((piece, source) => {
    const both = joined(piece, source);
    return hasRoom(both) ? both : piece;
  }, block);

/** Piece after piece onto the last page, a new page when it is full. */
const filled = (pieces: readonly Piece[]): readonly Piece[] => {
  const pages: Piece[] = [];
  for (const piece of pieces) {
    const both = joined(pages.at(-1) ?? NOTHING, piece);
    if (pages.length > 0 && hasRoom(both)) pages.splice(-1, 1, both);
    else pages.push(piece);
  }
  return pages;
};

/** Sources of the answer as a whole, in the room that is left, and on pages of their own behind. */
const withOthers = (pages: readonly Piece[], others: readonly Piece[]): readonly Piece[] => {
  const placed = [...pages];
  let from = 0;
  for (const source of others) {
    while (from < placed.length && !hasRoom(joined(placed[from] ?? NOTHING, source))) from += 1;
    placed.splice(from, 1, joined(placed[from] ?? NOTHING, source));
  }
  return placed;
};

/** The heading over the first entry of a page, where its part began on an earlier page. */
const headed = ({ blocks, citations }: Page): Page => {
  const [first, ...rest] = blocks;
  if (first?.under === undefined || first.lines.includes(first.under)) return { blocks, citations };
  const heading = clipTo(oneLine(first.under), HEADING_BYTES);
  return { blocks: [{ ...first, lines: [heading, ...first.lines] }, ...rest], citations };
};

/** Which block each citation belongs to, where that is certain. */
const ownersOf = (blocks: readonly Block[], { citations, tasks }: Cited): readonly (number | undefined)[] => {
  const taskOf = taskOfClauses(citations);
  const firstOf = new Map(blocks.map(({ number }, at) => [number, at] as const).reverse());
  return citations.map(({ clause }) => {
    const task = taskOf.get(clause);
    return task !== undefined && tasks.includes(task) ? firstOf.get(task) : undefined;
  });
};

/**
 * An answer's lines and citations as pages, at least one: so many entries of a list with their own sources. Every line
 * and every citation stands on one page; the pages are the same in every run.
 */
export const pagesFor = (blocks: readonly Block[], answer: Cited): readonly Page[] => {
  const owners = ownersOf(blocks, answer);
  const sources = answer.citations.map(sourcePiece);
  const pieces = blocks.map((block, at) =>
    withOwn(
      blockPiece(block),
      sources.filter((_, index) => owners[index] === at),
    ),
  );
  const placed = new Set(pieces.flatMap(({ citations }) => citations));
  const others = sources.filter(({ citations: [citation] }) => citation && !placed.has(citation));
  const pages = withOthers(filled(pieces), others);
  return pages.length > 0 ? pages.map(headed) : [NOTHING];
};
