import { CodedError } from '../../errors.ts';
import { noteOf, type ReadBlocks } from '../document.ts';
import { child, childrenOf, readXml, type XmlNode } from '../xml.ts';
import type { Parts } from '../zip.ts';
import { type Found, readBlocks, readNotes } from './body.ts';
import { numberWriter } from './numbering.ts';
import { readStyles } from './styles.ts';

const MAIN = 'word/document.xml';
const MAIN_TYPE = /\/officeDocument$/;

/** Where the main part is: `_rels/.rels` says it, mostly `word/document.xml`. */
const mainPart = (parts: Parts): string => {
  const rels = parts.get('_rels/.rels');
  const target = rels
    ? childrenOf(readXml(rels), 'Relationship').find(({ attributes }) => MAIN_TYPE.test(attributes.Type ?? ''))
    : undefined;
  const named = target?.attributes.Target?.replace(/^\//, '');
  return named !== undefined && parts.has(named) ? named : MAIN;
};

const notesOf = (found: Found, merged: number): ReadBlocks['repairs'] => [
  ...noteOf('automatic_numbers', found.numbers, `自动编号已写进文字：${found.numbers} 段`),
  ...noteOf('merged_cells', merged, `合并的单元格已展开：${merged} 个`),
  ...noteOf('footnotes', found.footnotes, `脚注放在所注的段落之后：${found.footnotes} 条`),
  ...noteOf('contents_dropped', found.contents, `目录没有取：${found.contents} 行`),
];

const doubtsOf = (found: Found): ReadBlocks['warnings'] => {
  const changes = found.inserted + found.deleted;
  return [
    ...noteOf(
      'tracked_changes',
      changes,
      `文件里有未接受的修订：保留插入 ${found.inserted} 处，去掉删除 ${found.deleted} 处，请核对是否定稿`,
    ),
    ...noteOf('hidden_dropped', found.hidden, `隐藏的文字没有取：${found.hidden} 处`),
    ...noteOf('nested_table', found.nested, `表中有表，已并入所在的单元格：${found.nested} 个`),
  ];
};

/**
 * Reads a Word document: paragraphs with their automatic numbers, tables with merged cells expanded, tracked changes
 * as if accepted, footnotes behind their paragraph.
 */
export const readDocx = (parts: Parts): ReadBlocks => {
  const main = mainPart(parts);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const part = (name: string): XmlNode | undefined => {
    const bytes = parts.get(`${folder}${name}`);
    return bytes ? readXml(bytes) : undefined;
  };
  const bytes = parts.get(main);
  const body = bytes ? child(readXml(bytes), 'body') : undefined;
  if (!body) throw new CodedError('import_broken', '里面没有 Word 正文。');
  const styles = readStyles(part('styles.xml'));
  const found: Found = { inserted: 0, deleted: 0, hidden: 0, numbers: 0, footnotes: 0, contents: 0, nested: 0 };
  const notes = new Map([
    ...readNotes(part('footnotes.xml'), 'footnote'),
    ...readNotes(part('endnotes.xml'), 'endnote'),
  ]);
  const next = numberWriter(part('numbering.xml'), styles);
  const blocks = readBlocks(body.children, { styles, next, notes, found });
  const merged = blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.merges.length : 0), 0);
  return { blocks, repairs: notesOf(found, merged), warnings: doubtsOf(found) };
};
