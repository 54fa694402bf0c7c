import type { SourceLine } from '../../types.ts';
import { type Bracket, outerBrackets } from '../marks/brackets.ts';
import { looksLikeUnit, readNameList } from '../marks/names.ts';
import { type ReadMark, readMark } from '../marks/read-mark.ts';
import type { Node, Paragraph } from './tree.ts';

/** A stretch of a paragraph, and the marks that close it. */
export interface Piece {
  /** Verbatim, without the brackets that close it. */
  readonly text: string;
  /** With them. */
  readonly lines: readonly SourceLine[];
  readonly marks: readonly ReadMark[];
}

/** Whose the marks of a node are: the node's own, or each a piece's. */
export interface Marked {
  readonly whole: readonly ReadMark[];
  readonly pieces: readonly Piece[];
  /** What stands in no piece. */
  readonly rest: readonly SourceLine[];
}

interface Stretch extends Piece {
  readonly paragraph: Paragraph;
}

/** Less than this between two brackets is no sentence. */
const LEAST = 4;
const OWN_LINE = /^(?:牵头|责任|负责|配合|主办|实施)(?:责任)?(?:单位|部门)\s*[:：]/;

/** （县水利局、县财政局） behind the last sentence of a paragraph: who does it, without a word that says so. */
const namesAlone = ({ inside, from, to }: Bracket, text: string): ReadMark | undefined => {
  const closes = /[。；！]$/.test(text.slice(0, from).trimEnd()) && /^。?$/.test(text.slice(to).trim());
  const read = closes ? readNameList(inside) : undefined;
  if (!read || read.names.length === 0 || !read.names.every((name) => looksLikeUnit(name) && !/^[含见如即]/.test(name)))
    return undefined;
  return { printed: inside.trim(), parties: [{ ...read, role: 'responsible', said: '' }], fields: [], states: {} };
};

const marksIn = (text: string): readonly (Bracket & { readonly mark: ReadMark })[] =>
  outerBrackets(text).flatMap((bracket) => {
    const mark = readMark(bracket.inside) ?? namesAlone(bracket, text);
    return mark ? [{ ...bracket, mark }] : [];
  });

/** The source lines of a stretch of a joined paragraph, each cut to it. */
const linesBetween = ({ text, lines }: Paragraph, from: number, to: number): readonly SourceLine[] => {
  let at = 0;
  return lines.flatMap((line) => {
    const own = line.text.trim();
    const start = text.indexOf(own, at);
    at = start + own.length;
    const cut = own.slice(Math.max(0, from - start), Math.max(0, to - start));
    return cut.trim() === '' ? [] : [{ line: line.line, text: cut }];
  });
};

const stretchesOf = (paragraph: Paragraph, from: number): readonly Stretch[] => {
  const { text } = paragraph;
  const done: Stretch[] = [];
  let at = from;
  const put = (end: number, to: number, marks: readonly ReadMark[]): void => {
    const lines = linesBetween(paragraph, at, to);
    if (lines.length > 0) done.push({ text: text.slice(at, end).trim(), lines, marks, paragraph });
    at = to;
  };
  for (const bracket of marksIn(text)) {
    const stop = /^[。；;，,]/.test(text.slice(bracket.to)) ? 1 : 0;
    const before = done.at(-1);
    if (before && bracket.from - at < LEAST) {
      const lines = [...before.lines, ...linesBetween(paragraph, at, bracket.to + stop)];
      done[done.length - 1] = { ...before, lines, marks: [...before.marks, bracket.mark] };
      at = bracket.to + stop;
    } else if (bracket.from >= at) put(bracket.from, bracket.to + stop, [bracket.mark]);
  }
  if (text.slice(at).trim() !== '') put(text.length, text.length, []);
  return done;
};

/** A paragraph that is nothing but a mark. */
const ownLine = ({ text }: Paragraph): readonly ReadMark[] => {
  const found = marksIn(text);
  const left = found.toReversed().reduce((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), text);
  if (found.length > 0 && left.trim().length < LEAST) return found.map(({ mark }) => mark);
  const mark = OWN_LINE.test(text) ? readMark(text.replace(/。$/, '')) : undefined;
  return mark ? [mark] : [];
};

/** Where the text behind number and title begins. */
const afterTitle = ({ title, paragraphs }: Node): number => {
  const text = paragraphs[0]?.text ?? '';
  const end = title === '' ? 0 : text.indexOf(title) + title.length;
  return text[end] === '。' ? end + 1 : end;
};

/** Finds the marks of a node's own paragraphs, and what each of them closes. */
export const readMarked = (node: Node): Marked => {
  const whole: ReadMark[] = [];
  const all: Stretch[] = [];
  for (const [at, paragraph] of node.paragraphs.entries()) {
    const own = at > 0 ? ownLine(paragraph) : [];
    if (own.length > 0) whole.push(...own);
    else {
      const start = at === 0 ? afterTitle(node) : 0;
      const first = marksIn(paragraph.text)[0];
      all.push(...stretchesOf(paragraph, first && first.from - start < LEAST ? 0 : start));
    }
  }
  const pieces = all.filter(({ marks }) => marks.length > 0);
  if (pieces.length < 2) return { whole: [...pieces.flatMap(({ marks }) => marks), ...whole], pieces: [], rest: [] };
  const inside = new Set(pieces.map(({ paragraph }) => paragraph));
  const cut = pieces.flatMap(({ lines }) => lines);
  const rest = node.paragraphs.flatMap((paragraph) => {
    if (!inside.has(paragraph)) return paragraph.lines;
    const [first] = cut.filter(({ line }) => paragraph.lines.some((one) => one.line === line));
    const head = first ? linesBetween(paragraph, 0, paragraph.text.indexOf(first.text)) : [];
    const loose = all.filter((one) => one.paragraph === paragraph && one.marks.length === 0);
    return [...head, ...loose.flatMap(({ lines }) => lines)];
  });
  return { whole, pieces, rest };
};
