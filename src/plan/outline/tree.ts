import { writeNumeral } from '../../numerals.ts';
import type { ClauseId, SourceLine } from '../../types.ts';
import { joinLines } from '../lines.ts';
import { outerBrackets } from '../marks/brackets.ts';
import { readMark } from '../marks/read-mark.ts';
import { isRow, type Numbered, RANKS, readNumbered } from './opening.ts';

/** One paragraph, its broken lines joined. */
export interface Paragraph {
  readonly text: string;
  readonly lines: readonly SourceLine[];
}

/** A numbered part of the text with what stands under it. */
export interface Node {
  readonly rank: Numbered['rank'];
  readonly number: number;
  readonly id: ClauseId;
  readonly label: string;
  readonly title: string;
  readonly parent: Node | undefined;
  readonly children: Node[];
  readonly paragraphs: Paragraph[];
}

/** A table, and the node in which it stands. */
export interface TableLines {
  readonly node: Node | undefined;
  /** The short line right above it, behind 附件: what it is called. */
  readonly caption: string;
  readonly rows: SourceLine[];
}

/** A place where the numbers do not go on as they should. */
export interface NumberDoubt {
  readonly kind: 'gap' | 'restart';
  readonly id: ClauseId;
  readonly line: number;
}

/** The outline of one document. */
export interface Outline {
  readonly nodes: readonly Node[];
  readonly tables: readonly TableLines[];
  /** Signature, copies and the like behind the last part. */
  readonly footer: readonly SourceLine[];
  /** What stands behind 附件. */
  readonly annex: readonly Paragraph[];
  readonly doubts: readonly NumberDoubt[];
}

const CLOSED = /[。！？：；:;）)”"』」]$/;
const FOOTER =
  /^(?:抄送\s*[:：].*|.*印发|[（(]?此件.*|更多信息.*|[（(]?(?:联系人|信息公开).*|[^。]{0,60}\d{4}年\d{1,2}月\d{1,2}日)$/;
const DATE = /^\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$/;
const COPIES = /^抄送\s*[:：]/;
const ANNEX = /^附\s*(?:件|表)\s*[\d一二三四五六七八九十]*\s*[:：]?/;
/** So long a line without a stop is broken: the next line, one after an empty line. */
const LONG_LINE = 28;
const LONG_APART = 40;
const LONGEST_OPEN = 3000;
const LONGEST_TITLE = 60;

const lastOf = <T>(list: readonly T[]): T | undefined => list.at(-1);

const isOrgan = (text: string): boolean =>
  text.length <= 60 &&
  !/[。；：，]/.test(text) &&
  /(?:政府|国务院|厅|局|委|部|院|会|社|署|行|办公室|部门|司)$/.test(text);

/** What opens a sentence without saying what is done: 2018年, 在保证条件的前提下, 按照上级要求. */
const LEAD_IN =
  /(?:^.{0,3}$|(?:\d年|年(?:底|末)?前?|期间|以来|[起后前]|开始|月|日|[下上中内])$)|^(?:按照|根据|依托|围绕|结合)[^，；：]*$/u;

const isLeadIn = (head: string): boolean => LEAD_IN.test(head.split(/[，；：]/).at(-1) ?? '');

/** The heading of a numbered paragraph: up to its full stop, or the line; a bracket of responsibility is none of it. */
const titleOf = (rest: string): string => {
  const mark = outerBrackets(rest).find(({ inside }) => readMark(inside));
  const head = (mark ? rest.slice(0, mark.from) : rest).split('。')[0] ?? '';
  if (head.length <= LONGEST_TITLE) return head.trim();
  const end =
    [...head.matchAll(/[，；：]/g)].find(({ index }) => !isLeadIn(head.slice(0, index)))?.index ?? head.length;
  return head.slice(0, Math.min(end, LONGEST_TITLE)).trim();
};

const labelOf = ({ rank, number, rest }: Numbered): string => {
  switch (rank) {
    case 'chapter':
      return `第${writeNumeral(number)}章`;
    case 'part':
      return `${writeNumeral(number)}、`;
    case 'section':
      return `（${writeNumeral(number)}）`;
    case 'point':
      return `${number}.`;
    case 'item':
      return `（${number}）`;
    case 'circle':
      return rest === '' ? `${number}` : `第${number}点`;
    case 'box':
      return `专栏${number}、`;
  }
};

/** Builds the outline line by line: where it stands, and what it has found. */
class Builder {
  readonly nodes: Node[] = [];
  readonly tables: TableLines[] = [];
  readonly footer: SourceLine[] = [];
  readonly annex: Paragraph[] = [];
  readonly doubts: NumberDoubt[] = [];
  private at: Node | undefined;
  private inAnnex = false;
  /** Behind 抄送 nothing of the text comes. */
  private closed = false;
  private readonly ids = new Set<ClauseId>();
  private readonly last = new Map<string, number>();

  private readonly prefix: string;
  private readonly name: string;

  constructor(prefix: string, name: string) {
    this.prefix = prefix;
    this.name = name;
  }

  add(line: SourceLine): void {
    const text = line.text.trim();
    const opening = this.inAnnex ? undefined : readNumbered(text);
    if (isRow(line.text)) this.addRow(line);
    else if (opening) this.open(opening, line);
    else if (this.inAnnex && !DATE.test(text) && !COPIES.test(text) && !this.closed) this.addAnnex(line);
    else if (ANNEX.test(text)) this.addAnnex(line);
    else if (this.closed || this.at === undefined || (FOOTER.test(text) && text.length < 80)) this.close(line);
    else this.addPlain(line, this.at);
  }

  private addPlain(line: SourceLine, at: Node): void {
    const before = lastOf(at.paragraphs)?.lines.at(-1);
    if (before && goesOn(before, line, at)) extend(at.paragraphs, line);
    else at.paragraphs.push({ text: line.text.trim(), lines: [line] });
  }

  /** A signature's date takes the names right above it along. */
  private close(line: SourceLine): void {
    const names: SourceLine[] = [];
    const own = this.inAnnex ? this.annex : (this.at?.paragraphs ?? []);
    while (DATE.test(line.text.trim()) && own.length > 1 && isOrgan(lastOf(own)?.text ?? ''))
      names.unshift(...(own.pop()?.lines ?? []));
    if (COPIES.test(line.text.trim())) this.closed = true;
    this.footer.push(...names, line);
  }

  private addAnnex(line: SourceLine): void {
    this.inAnnex = true;
    this.annex.push({ text: line.text.trim(), lines: [line] });
  }

  private addRow(line: SourceLine): void {
    const table = lastOf(this.tables);
    if (table && lastOf(table.rows)?.line === line.line - 1) table.rows.push(line);
    else {
      const above = this.inAnnex ? lastOf(this.annex) : undefined;
      const fresh = above && (above.lines[0]?.line ?? 0) > (lastOf(table?.rows ?? [])?.line ?? 0);
      const caption = fresh && !ANNEX.test(above.text) && above.text.length < 40 ? above.text : '';
      this.tables.push({ node: this.inAnnex ? undefined : this.at, caption, rows: [line] });
    }
  }

  /** The node that a number stands under: the nearest of a wider rank. */
  private over({ rank }: Numbered): Node | undefined {
    let node = this.at;
    if (rank === 'box') {
      while (node && node.rank !== 'section' && node.rank !== 'part' && node.rank !== 'chapter') node = node.parent;
      return node;
    }
    const wider = (one: Node): boolean =>
      one.rank === 'box' ? rank === 'point' || rank === 'item' : RANKS.indexOf(one.rank) < RANKS.indexOf(rank);
    while (node && !wider(node)) node = node.parent;
    return node;
  }

  private open(opening: Numbered, line: SourceLine): void {
    const parent = this.leftBox(opening, this.over(opening));
    const own = opening.rank === 'box' ? `box${opening.number}` : String(opening.number);
    const wanted = parent ? `${parent.id}.${own}` : `${this.prefix}${own}`;
    let id = wanted;
    for (let copy = 2; this.ids.has(id); copy += 1) id = `${wanted}-${copy}`;
    this.ids.add(id);
    this.check(opening, parent, { id, line: line.line });
    const node: Node = {
      rank: opening.rank,
      number: opening.number,
      id,
      label: `${parent?.label ?? this.name}${labelOf(opening)}`,
      title: titleOf(opening.rest),
      parent,
      children: [],
      paragraphs: [{ text: line.text.trim(), lines: [line] }],
    };
    parent?.children.push(node);
    this.nodes.push(node);
    this.at = node;
  }

  /** A box ends where the numbers of the section around it go on. */
  private leftBox(opening: Numbered, parent: Node | undefined): Node | undefined {
    if (parent?.rank !== 'box') return parent;
    const inside = parent.children.filter(({ rank }) => rank === opening.rank).at(-1)?.number ?? 0;
    const around = parent.parent?.children.filter(({ rank }) => rank === opening.rank).at(-1)?.number ?? 0;
    return opening.number !== inside + 1 && opening.number === around + 1 ? parent.parent : parent;
  }

  /** A number goes on from the one before in its parent, or from the last of its rank where it runs through. */
  private check({ rank, number }: Numbered, parent: Node | undefined, at: Omit<NumberDoubt, 'kind'>): void {
    const key = `${parent?.id ?? ''} ${rank}`;
    const [before, through] = [this.last.get(key) ?? 0, this.last.get(rank) ?? 0];
    this.last.set(key, number).set(rank, number);
    if (number === before + 1 || number === through + 1 || rank === 'box') return;
    this.doubts.push({ kind: number === 1 ? 'restart' : 'gap', ...at });
  }
}

const extend = (paragraphs: Paragraph[], line: SourceLine): void => {
  const before = paragraphs.at(-1);
  const lines = [...(before?.lines ?? []), line];
  paragraphs[paragraphs.length - 1] = { text: joinLines(lines), lines };
};

const isOpen = (text: string): boolean => (text.match(/[（(]/g) ?? []).length > (text.match(/[）)]/g) ?? []).length;

/** A line broken inside a sentence or a bracket goes on; a heading, and a closed sentence, do not. */
const goesOn = (before: SourceLine, line: SourceLine, { paragraphs }: Node): boolean => {
  const last = paragraphs.at(-1);
  const text = before.text.trim();
  if (last?.lines.at(-1) !== before || /^[—―]{2}/.test(line.text.trim())) return false;
  if (isOpen(last.text) && last.text.length < LONGEST_OPEN) return true;
  return !CLOSED.test(text) && text.length >= (line.line === before.line + 1 ? LONG_LINE : LONG_APART);
};

/** Returns the outline of a document's body. `prefix` stands before its ids, `name` before its labels. */
export const readOutline = (body: readonly SourceLine[], prefix: string, name: string): Outline => {
  const builder = new Builder(prefix, name);
  for (const line of body) builder.add(line);
  return builder;
};

/** Returns a node with all that stand under it. */
export const withChildren = (node: Node): readonly Node[] => [node, ...node.children.flatMap(withChildren)];

/** Returns the nodes over a node, the nearest first. */
export const above = (node: Node): readonly Node[] => (node.parent ? [node.parent, ...above(node.parent)] : []);
