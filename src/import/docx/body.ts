import type { Block, Paragraph } from '../document.ts';
import { paragraphsOf } from '../document.ts';
import { type Cell, gridOf } from '../grid.ts';
import { LIMITS } from '../limits.ts';
import { child, childrenOf, valOf, type XmlNode } from '../xml.ts';
import type { NextNumber } from './numbering.ts';
import { type Seen, textOf } from './runs.ts';
import { numberRefOf, type Styles } from './styles.ts';

/** What the body is read with. */
export interface BodyReader {
  readonly styles: Styles;
  readonly next: NextNumber;
  /** `footnote 2` → its text. */
  readonly notes: ReadonlyMap<string, string>;
  /** Filled while reading. */
  readonly found: Found;
}

/** Counts of what was met, for the notes. */
export interface Found extends Omit<Seen, 'footnotes' | 'boxes'> {
  numbers: number;
  footnotes: number;
  contents: number;
  nested: number;
}

interface ReadParagraph {
  readonly lines: readonly string[];
  readonly numbered: boolean;
  /** Footnotes and text boxes, which follow it. */
  readonly after: readonly Block[];
  /** True where the paragraph's end was deleted: the next one continues it. */
  readonly runsOn: boolean;
}

/** Wrappers whose contents are read as if they stood alone. */
const WRAPPERS = new Set(['sdtContent', 'ins', 'moveTo', 'smartTag', 'customXml', 'AlternateContent', 'Choice']);

const changed = (properties: XmlNode | undefined, kinds: readonly string[]): boolean =>
  kinds.some((kind) => child(properties, kind) !== undefined);

const isContents = (properties: XmlNode | undefined, { styles }: BodyReader): boolean =>
  /^toc \d/.test(styles.name(valOf(properties, 'pStyle') ?? ''));

const gallery = (sdt: XmlNode): string => valOf(child(child(sdt, 'sdtPr'), 'docPartObj'), 'docPartGallery') ?? '';

const readParagraph = (node: XmlNode, reader: BodyReader): ReadParagraph => {
  const { styles, next, notes, found } = reader;
  const properties = child(node, 'pPr');
  const seen: Seen = { inserted: 0, deleted: 0, hidden: 0, footnotes: [], boxes: [] };
  const text = textOf(node, seen);
  found.inserted += seen.inserted;
  found.deleted += seen.deleted;
  found.hidden += seen.hidden;
  const runsOn = changed(child(properties, 'rPr'), ['del', 'moveFrom']);
  const gone = text.trim() === '' && (runsOn || seen.deleted > 0);
  const reference = gone ? undefined : numberRefOf(properties, styles);
  const number = reference ? next(reference) : '';
  if (number !== '' && text.trim() !== '') found.numbers++;
  const lines = `${number}${text.trimStart()}`.split('\n');
  const footnotes = seen.footnotes.flatMap((id) => notes.get(id) ?? []);
  found.footnotes += footnotes.length;
  const boxes = seen.boxes.flatMap((box) => readBlocks(box.children, reader));
  const after = [...paragraphsOf(footnotes.map((note) => `注：${note}`)), ...boxes];
  return { lines, numbered: number !== '' && text.trim() === '', after, runsOn };
};

/** The text of a cell, its automatic numbers too: a column of numbers is often nothing else. */
const readCellText = (cell: XmlNode, reader: BodyReader): string => {
  const parts = cell.children.flatMap((node): readonly string[] => {
    if (node.name === 'p') {
      const { lines, after } = readParagraph(node, reader);
      return [...lines, ...after.flatMap((block) => (block.kind === 'paragraph' ? block.text : block.rows.flat()))];
    }
    if (node.name === 'tbl') {
      reader.found.nested++;
      return readTable(node, reader).flatMap((block) => (block.kind === 'paragraph' ? block.text : block.rows.flat()));
    }
    return node.name === 'sdt' || WRAPPERS.has(node.name) ? [readCellText(node, reader)] : [];
  });
  return parts.filter((part) => part.trim() !== '').join(' ');
};

const unwrap = (node: XmlNode, name: string): readonly XmlNode[] =>
  node.children.flatMap((one) => {
    if (one.name === name) return [one];
    return one.name === 'sdt' || WRAPPERS.has(one.name) ? unwrap(one, name) : [];
  });

const countOf = (properties: XmlNode | undefined, name: string, least: number): number =>
  Math.min(LIMITS.tableCells, Math.max(least, Number(valOf(properties, name) ?? least) || least));

const readTable = (table: XmlNode, reader: BodyReader): readonly Block[] => {
  const rows = unwrap(table, 'tr').filter((row) => !changed(child(row, 'trPr'), ['del', 'moveFrom']));
  const only = rows.length === 1 ? unwrap(rows[0] as XmlNode, 'tc') : [];
  if (only.length === 1 && only[0]) return readBlocks(only[0].children, reader);
  const cells: (Cell & { rows: number })[] = [];
  const open = new Map<number, Cell & { rows: number }>();
  for (const [at, row] of rows.entries()) {
    let column = countOf(child(row, 'trPr'), 'gridBefore', 0);
    for (const node of unwrap(row, 'tc')) {
      const properties = child(node, 'tcPr');
      const columns = countOf(properties, 'gridSpan', 1);
      const merge = child(properties, 'vMerge');
      const above = merge && merge.attributes.val !== 'restart' ? open.get(column) : undefined;
      const left = valOf(properties, 'hMerge') === 'continue' ? cells.at(-1) : undefined;
      const text = readCellText(node, reader);
      if (above && above.row + above.rows === at) above.rows++;
      else if (left && left.row === at) Object.assign(left, { columns: left.columns + columns });
      else {
        const cell = { row: at, column, rows: 1, columns, text };
        cells.push(cell);
        open.set(column, cell);
      }
      column += columns;
    }
  }
  const heads = rows.findIndex((row) => child(child(row, 'trPr'), 'tblHeader') === undefined);
  return [gridOf(cells, heads > 0 ? heads : undefined)];
};

const join = (blocks: Block[], { lines, after }: ReadParagraph, continues: boolean): void => {
  const [first = '', ...rest] = lines;
  const before = continues ? blocks.at(-1) : undefined;
  if (before?.kind === 'paragraph') {
    blocks[blocks.length - 1] = { kind: 'paragraph', text: `${before.text}${first}` } satisfies Paragraph;
    blocks.push(...paragraphsOf(rest));
  } else blocks.push(...paragraphsOf(lines));
  blocks.push(...after);
};

/** Returns the blocks of a body, a cell or a text box in their order. */
export function readBlocks(nodes: readonly XmlNode[], reader: BodyReader): readonly Block[] {
  const blocks: Block[] = [];
  let continues = false;
  for (const node of nodes) {
    if (node.name === 'p') {
      const paragraph = readParagraph(node, reader);
      if (isContents(child(node, 'pPr'), reader)) reader.found.contents++;
      else if (!paragraph.numbered) join(blocks, paragraph, continues);
      continues = paragraph.runsOn;
    } else if (node.name === 'tbl') blocks.push(...readTable(node, reader));
    else if (node.name === 'sdt' && gallery(node) === 'Table of Contents') reader.found.contents++;
    else if (node.name === 'sdt' || WRAPPERS.has(node.name)) blocks.push(...readBlocks(node.children, reader));
  }
  return blocks;
}

/** Reads `footnotes.xml` or `endnotes.xml`: `footnote 2` → its text; separators are no notes. */
export const readNotes = (root: XmlNode | undefined, name: 'footnote' | 'endnote'): readonly [string, string][] =>
  childrenOf(root, name).flatMap((note): readonly [string, string][] => {
    if (note.attributes.type !== undefined && note.attributes.type !== 'normal') return [];
    const seen: Seen = { inserted: 0, deleted: 0, hidden: 0, footnotes: [], boxes: [] };
    const text = childrenOf(note, 'p').map((paragraph) => textOf(paragraph, seen).replace(/\s+/g, ' ').trim());
    return [[`${name} ${note.attributes.id ?? ''}`, text.join('')]];
  });
