import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { CodedError } from '../errors.ts';
import { type Block, noteOf, paragraphsOf, type ReadBlocks } from './document.ts';
import { placeRows, type RawCell } from './grid.ts';
import { LIMITS } from './limits.ts';

type Node = Tree.ChildNode;
type Element = Tree.Element;

/** Never part of a document's text. */
const DROPPED = new Set([
  ...['script', 'style', 'noscript', 'template', 'head', 'nav', 'footer', 'form', 'button', 'select', 'textarea'],
  ...['input', 'iframe', 'object', 'svg', 'canvas', 'audio', 'video', 'map', 'del', 's', 'strike'],
]);
const BLOCKS = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'caption', 'center', 'dd', 'div', 'dl', 'dt', 'fieldset', 'figure'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'li', 'main', 'ol', 'p', 'pre', 'section', 'ul', 'tr', 'td'],
  ...['th', 'tbody', 'body', 'html'],
]);
/** How the publishing systems of Chinese authorities call the part of a page that holds the document. */
const CONTENT = ['ucap-content', 'trs_editor', 'pages_content', 'zoom', 'zoomcon', 'article-content', 'articlecontent'];
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i;
/** A cell with so many paragraphs is no cell of a table but the page's layout. */
const LAYOUT_PARAGRAPHS = 12;
const MOST_COLUMNS = 200;

const isElement = (node: Node): node is Element => 'tagName' in node;
const attribute = (node: Element, name: string): string | undefined =>
  node.attrs.find((one) => one.name === name)?.value;
const dropped = (node: Element): boolean =>
  DROPPED.has(node.tagName) || attribute(node, 'hidden') !== undefined || HIDDEN.test(attribute(node, 'style') ?? '');

const elements = (node: Tree.ParentNode): readonly Element[] => node.childNodes.filter(isElement);
const under = (node: Tree.ParentNode, wanted: (one: Element) => boolean): readonly Element[] =>
  elements(node).flatMap((one) => [...(wanted(one) ? [one] : []), ...under(one, wanted)]);

const number = (node: Element, name: string, other: number): number => {
  const value = Number.parseInt(attribute(node, name) ?? '', 10);
  return Number.isNaN(value) || value < 0 ? other : value;
};

/** White space is one blank; a line break of the page's author ends a paragraph. */
const BREAK = '\n';

const textOf = (node: Node): string => {
  if ('value' in node) return node.value.replace(/[\s\u00a0]+/g, ' ');
  if (!isElement(node) || dropped(node)) return '';
  if (node.tagName === 'br') return BREAK;
  const inner = node.childNodes.map(textOf).join('');
  return BLOCKS.has(node.tagName) ? `${BREAK}${inner}${BREAK}` : inner;
};

/** `<ol type="1" start="3">`: numbers that the browser writes are written out. */
const listNumber = (item: Element): string => {
  const list = item.parentNode as Element | null;
  if (list?.tagName !== 'ol') return '';
  const items = elements(list).filter(({ tagName }) => tagName === 'li');
  const before = items.slice(0, items.indexOf(item));
  const stated = before.concat(item).findLastIndex((one) => attribute(one, 'value') !== undefined);
  const from = stated < 0 ? number(list, 'start', 1) : number(items[stated] as Element, 'value', 1) - stated;
  return `${from + before.length}.`;
};

const rowsOf = (table: Element): readonly Element[] =>
  elements(table).flatMap((one) => {
    if (one.tagName === 'tr') return dropped(one) ? [] : [one];
    return ['thead', 'tbody', 'tfoot'].includes(one.tagName) ? rowsOf(one) : [];
  });

const cellsOf = (row: Element): readonly Element[] =>
  elements(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th');

const isLayout = (table: Element): boolean => {
  const cells = rowsOf(table).flatMap(cellsOf);
  const long = cells.some((cell) => under(cell, ({ tagName }) => tagName === 'p').length > LAYOUT_PARAGRAPHS);
  const nested = under(table, ({ tagName }) => tagName === 'table').length > 0;
  return cells.length <= 1 || nested || (long && rowsOf(table).length <= 2);
};

const readRow = (row: Element): readonly RawCell[] =>
  cellsOf(row).map((cell) => ({
    text: cell.childNodes.map(textOf).join(''),
    rows: number(cell, 'rowspan', 1),
    columns: Math.min(MOST_COLUMNS, Math.max(1, number(cell, 'colspan', 1))),
  }));

const isHead = (row: Element): boolean =>
  (row.parentNode as Element | null)?.tagName === 'thead' || cellsOf(row).every(({ tagName }) => tagName === 'th');

const readTable = (table: Element): readonly Block[] => {
  const rows = rowsOf(table);
  const heads = rows.findIndex((row) => !isHead(row));
  const captions = elements(table).filter(({ tagName }) => tagName === 'caption');
  const title = paragraphsOf(captions.flatMap((one) => textOf(one).split(BREAK)));
  return [...title, placeRows(rows.map(readRow), heads > 0 ? heads : undefined)];
};

interface Walk {
  readonly blocks: Block[];
  line: string;
}

const endLine = (walk: Walk): void => {
  walk.blocks.push(...paragraphsOf(walk.line.split(BREAK).map((text) => text.replace(/ +/g, ' '))));
  walk.line = '';
};

const walkOver = (node: Node, walk: Walk, depth: number): void => {
  if (depth > LIMITS.depth) throw new CodedError('import_broken', '网页的层次过深。');
  if (!isElement(node)) {
    walk.line += textOf(node);
    return;
  }
  if (dropped(node)) return;
  if (node.tagName === 'br') walk.line += BREAK;
  else if (node.tagName === 'table' && !isLayout(node)) {
    endLine(walk);
    walk.blocks.push(...readTable(node));
  } else {
    const block = BLOCKS.has(node.tagName) || node.tagName === 'table';
    if (block) endLine(walk);
    if (node.tagName === 'li') walk.line += listNumber(node);
    for (const one of node.childNodes) walkOver(one, walk, depth + 1);
    if (block) endLine(walk);
  }
};

const isContent = (node: Element): boolean => {
  const names = `${attribute(node, 'id') ?? ''} ${attribute(node, 'class') ?? ''}`.toLowerCase().split(/\s+/);
  return names.some((name) => CONTENT.includes(name)) || node.tagName === 'article';
};

const depthOf = (node: Tree.ParentNode, depth = 0): number =>
  depth > LIMITS.depth
    ? depth
    : elements(node).reduce((deepest, one) => Math.max(deepest, depthOf(one, depth + 1)), depth);

/** The title that a page states beside its document: `<meta name="ArticleTitle">` of official sites, or its heading. */
const titleOf = (tree: Tree.ParentNode): string => {
  const stated = under(tree, (node) => attribute(node, 'name')?.toLowerCase() === 'articletitle')[0];
  const heading = under(tree, ({ tagName }) => tagName === 'h1')[0];
  return (stated ? (attribute(stated, 'content') ?? '') : heading ? textOf(heading) : '').replace(/\s+/g, ' ').trim();
};

const squeezed = (text: string): string => text.replace(/\s+/g, '');

/** The document's title, where the page has it outside the part that holds the document. */
const missingTitle = (tree: Tree.ParentNode, content: Element | undefined): readonly Block[] => {
  const title = titleOf(tree);
  const inside = content === undefined || squeezed(textOf(content)).includes(squeezed(title));
  return inside ? [] : paragraphsOf([title]);
};

const lengthOf = (node: Element): number => textOf(node).replace(/\s/g, '').length;

/**
 * Reads a web page: its document where the page marks it, else all of it without scripts, navigation and hidden parts.
 * Row and column spans are expanded; tables that only lay the page out are read as running text.
 */
export const readHtml = (page: string): ReadBlocks => {
  const tree = parse(page);
  if (depthOf(tree) > LIMITS.depth) throw new CodedError('import_broken', '网页的层次过深。');
  const scripts = under(tree, ({ tagName }) => tagName === 'script').length;
  const marked = under(tree, isContent).filter((node) => !dropped(node));
  const content = [...marked].sort((a, b) => lengthOf(b) - lengthOf(a))[0];
  const title = missingTitle(tree, content);
  const walk: Walk = { blocks: [...title], line: '' };
  for (const node of (content ?? tree).childNodes) walkOver(node, walk, 0);
  endLine(walk);
  const merged = walk.blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.merges.length : 0), 0);
  const whole = !content && under(tree, ({ tagName }) => tagName === 'a').length > 0 ? 1 : 0;
  return {
    blocks: walk.blocks,
    repairs: [
      ...noteOf('hidden_dropped', scripts, `网页里的脚本没有取：${scripts} 段`),
      ...noteOf('title_taken', title.length, '标题取自网页的标题栏'),
      ...noteOf('merged_cells', merged, `合并的单元格已展开：${merged} 个`),
    ],
    warnings: noteOf('page_whole', whole, '网页没有标明正文在哪里，取了整页：请去掉导航、版权等与计划无关的行'),
  };
};
