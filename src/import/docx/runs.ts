import type { XmlNode } from '../xml.ts';
import { child } from '../xml.ts';

/** What was met while reading the text of a paragraph. */
export interface Seen {
  inserted: number;
  deleted: number;
  hidden: number;
  footnotes: string[];
  /** Text boxes, whose paragraphs stand on their own. */
  boxes: XmlNode[];
}

/** Dropped with all that is in them: what was deleted or moved away, instructions of fields, properties. */
const GONE = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'delInstrText',
  'rPr',
  'pPr',
  'Fallback',
  'annotation',
]);
const KEPT_CHANGES = new Set(['ins', 'moveTo']);
const CHANGES_GONE = new Set(['del', 'moveFrom']);
const CHARACTERS: Readonly<Record<string, string>> = {
  tab: ' ',
  ptab: ' ',
  cr: '\n',
  noBreakHyphen: '-',
  softHyphen: '\u00ad',
};

const hidden = (run: XmlNode): boolean => {
  const vanish = child(child(run, 'rPr'), 'vanish');
  return vanish !== undefined && !['0', 'false', 'off'].includes(vanish.attributes.val ?? '1');
};

/** Page and column breaks are no breaks of the text. */
const breakOf = ({ attributes }: XmlNode): string => (['page', 'column'].includes(attributes.type ?? '') ? '' : '\n');

const symbolOf = ({ attributes }: XmlNode): string => {
  const code = Number.parseInt(attributes.char ?? '', 16);
  return Number.isNaN(code) || (code >= 0xe000 && code <= 0xf8ff) ? '' : String.fromCodePoint(code);
};

/** Returns the text under a node: insertions kept, deletions, hidden text and field codes dropped. */
export const textOf = (node: XmlNode, seen: Seen): string => {
  if (node.name === 't') return node.children.map(({ text }) => text).join('');
  if (CHANGES_GONE.has(node.name)) seen.deleted++;
  if (GONE.has(node.name)) return '';
  if (node.name === 'br') return breakOf(node);
  if (node.name === 'sym') return symbolOf(node);
  if (CHARACTERS[node.name] !== undefined) return CHARACTERS[node.name] ?? '';
  if (node.name === 'r' && hidden(node)) {
    seen.hidden++;
    return '';
  }
  if (node.name === 'footnoteReference' || node.name === 'endnoteReference') {
    seen.footnotes.push(`${node.name.slice(0, -9)} ${node.attributes.id ?? ''}`);
    return '';
  }
  if (node.name === 'txbxContent') {
    seen.boxes.push(node);
    return '';
  }
  if (KEPT_CHANGES.has(node.name)) seen.inserted++;
  return node.children.map((one) => textOf(one, seen)).join('');
};
