import { squeeze } from '../../text.ts';
import type { ClauseId, IndicatorValue, SourceLine } from '../../types.ts';
import { isOffice, looksLikeUnit } from '../marks/names.ts';
import { type ReadMark, readCell } from '../marks/read-mark.ts';
import { readNumbered } from './opening.ts';
import type { Node, TableLines } from './tree.ts';

/** What each column of a table holds, by its head. */
export interface Columns {
  readonly number: number;
  readonly title: number;
  readonly text: readonly number[];
  readonly units: readonly { readonly at: number; readonly head: string }[];
  readonly fields: readonly { readonly at: number; readonly head: string }[];
  readonly years: readonly { readonly at: number; readonly year: number }[];
}

/** `scored` says for what marks are given: its rows are tasks where the document has no others. */
export type TableKind = 'tasks' | 'indicators' | 'scored' | 'other';

/** One row with its place and what it says. */
export interface TableRow {
  readonly id: ClauseId;
  readonly label: string;
  readonly number: number | undefined;
  readonly cells: readonly string[];
  readonly source: SourceLine;
  /** The heading inside the table under which it stands. */
  readonly section: string;
  readonly kind: 'row' | 'section' | 'head';
}

export interface ReadTable {
  readonly id: ClauseId;
  readonly kind: TableKind;
  readonly columns: Columns | undefined;
  readonly rows: readonly TableRow[];
}

const NUMBER = /^(?:序号|编号|项次|号)$/;
const UNITS =
  /^(?:第一)?(?:责任|牵头|负责|主管|主办|承办|实施|落实|指导|配合|协办|支持|参与|参加)(?:责任|实施)?(?:单位|部门|处室|机构)?(?:[（(].*[）)])?$/;
const TITLE = /(?:任务|事项|举措|措施|项目|工作|工程|要点|名称)$/;
const TEXT = /内容|要求|说明|目标|标准|做法/;
const FIELDS = /时限|时间|进度|范围|备注|期限/;
const YEAR = /^(20\d{2})年?/;
const SCORES = /分值|分数|得分|评分|扣分|考核标准|考评标准/;
const INDICATOR = /指标(?:名称)?$/;
const FIGURE = /^[\d.,%≥≤<>±+－—-]+/;

const findHead = (heads: readonly string[], head: RegExp): number => heads.findIndex((one) => head.test(one));

const columnsOf = (cells: readonly string[]): Columns => {
  const heads = cells.map(squeeze);
  const all = (head: RegExp) => heads.flatMap((text, at) => (head.test(text) ? [{ at, head: text }] : []));
  const years = heads.flatMap((text, at) => {
    const year = YEAR.exec(text)?.[1];
    return year ? [{ at, year: Number(year) }] : [];
  });
  const taken = new Set([...all(UNITS), ...all(FIELDS), ...years].map(({ at }) => at));
  const number = findHead(heads, NUMBER);
  const title = heads.findIndex((text, at) => !taken.has(at) && at !== number && TITLE.test(text));
  const text = heads.flatMap((one, at) =>
    at !== title && at !== number && !taken.has(at) && TEXT.test(one) ? [at] : [],
  );
  return { number, title: title >= 0 ? title : (text[0] ?? -1), text, units: all(UNITS), fields: all(FIELDS), years };
};

/** What a row heads: a table of tasks, of indicators, of something else; undefined for a row that is no header. */
const headOf = (cells: readonly string[]): { readonly kind: TableKind; readonly columns: Columns } | undefined => {
  const heads = cells.map(squeeze);
  const columns = columnsOf(cells);
  if (heads.some((head) => SCORES.test(head))) return { kind: columns.title >= 0 ? 'scored' : 'other', columns };
  if (columns.units.length > 0 && columns.title >= 0) return { kind: 'tasks', columns };
  const indicators = heads.flatMap((head, at) => (INDICATOR.test(head) ? [at] : []));
  if (indicators.length > 0 && columns.units.length === 0) {
    return { kind: 'indicators', columns: { ...columns, title: indicators.at(-1) ?? 0 } };
  }
  return columns.number >= 0 && columns.title >= 0 ? { kind: 'other', columns } : undefined;
};

const cellsOf = ({ text }: SourceLine): readonly string[] => text.split('\t').map((cell) => cell.trim());

/** A heading inside a table without its number. */
const bare = (heading: string): string => readNumbered(heading)?.rest ?? heading;

const COUNTED = /^[（(]?[一二三四五六七八九十]+[）)、.．]*$/;

/** A heading inside a table: one cell, or one with its 一、 before it and hardly anything behind it. */
const sectionOf = (cells: readonly string[]): string | undefined => {
  const said = cells.filter((cell) => cell !== '');
  const [first = '', second] = said;
  if (said.length === 1) return bare(first);
  return second !== undefined && COUNTED.test(first) && said.length <= cells.length / 2 ? second : undefined;
};

/** A cell longer than this is no title. */
const LONGEST_TITLE = 24;
/** Names of bodies below one another, from which on their column says whom its rows are about. */
const FEWEST_BODIES = 3;

/** The title of a scored row is the short cell that tells most rows apart; who it is about stands under no head. */
const scoredColumns = (columns: Columns, rows: readonly TableRow[]): Columns => {
  const own = rows.filter(({ kind }) => kind === 'row');
  const cellsAt = (at: number) => own.map(({ cells }) => cells[at] ?? '').filter((cell) => cell !== '');
  const distinct = (at: number) => new Set(cellsAt(at)).size;
  const isShort = (at: number) => {
    const lengths = cellsAt(at).map((cell) => cell.length);
    return (lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0) <= LONGEST_TITLE;
  };
  const bodies = own[0]?.cells.flatMap((_, at) => (cellsAt(at).filter(isOffice).length >= FEWEST_BODIES ? [at] : []));
  const [title = columns.title] = [columns.title, ...columns.text]
    .filter((at) => isShort(at) && !bodies?.includes(at))
    .toSorted((a, b) => distinct(b) - distinct(a));
  const text = columns.text.filter((at) => at !== title && !bodies?.includes(at));
  return { ...columns, title, text, units: (bodies ?? []).map((at) => ({ at, head: '' })) };
};

/** What a scored row is a part of, where its title stands in another column. */
const underProject = (rows: readonly TableRow[], from: Columns, to: Columns): readonly TableRow[] =>
  from.title === to.title
    ? rows
    : rows.map((row) => (row.kind === 'row' ? { ...row, section: row.cells[from.title] || row.section } : row));

interface TablePlace {
  readonly id: ClauseId;
  readonly label: string;
  /** Ids that rows of the same table have before, where it goes on behind a heading. */
  readonly ids: Set<ClauseId>;
  /** The heading under which it went on before. */
  readonly section: string;
}

/** Reads a table. What stands before its header, and a table without one, is kept as rows that say nothing of tasks. */
export const readTable = (
  { rows, caption }: TableLines,
  { id, label, ids, section: before }: TablePlace,
): ReadTable => {
  let head: ReturnType<typeof headOf>;
  let section = caption === '' ? before : bare(caption);
  let printed = '';
  /** Headings count on; a number that stands twice is told apart. */
  const free = (wanted: ClauseId): ClauseId => {
    const counts = wanted.endsWith('.part.1');
    let own = wanted;
    for (let copy = 2; ids.has(own); copy += 1) own = counts ? wanted.replace(/1$/, String(copy)) : `${wanted}-${copy}`;
    ids.add(own);
    return own;
  };
  const read = rows.map((source, at): TableRow => {
    const cells = cellsOf(source);
    const own = head ? undefined : headOf(cells);
    const again = head !== undefined && squeeze(source.text) === printed;
    if (own || again) {
      head = own ?? head;
      printed = squeeze(source.text);
      return { id, label, number: undefined, cells, source, section, kind: 'head' };
    }
    const heading = sectionOf(cells);
    if (heading !== undefined) {
      section = heading;
      return {
        id: free(`${id}.part.1`),
        label: `${label}“${section.slice(0, 20)}”`,
        number: undefined,
        cells,
        source,
        section,
        kind: 'section',
      };
    }
    const given = Number(cells[head?.columns.number ?? -1]);
    const number = Number.isInteger(given) && given > 0 ? given : undefined;
    const wanted = `${id}.${number ?? String([...ids].filter((one) => !one.includes('.part.')).length + 1)}`;
    const rowId = free(wanted);
    const name = number === undefined ? `${label}第${at + 1}行` : `${label}第${number}项`;
    return { id: rowId, label: name, number, cells, source, section, kind: 'row' };
  });
  if (head?.kind !== 'scored') return { id, kind: head?.kind ?? 'other', columns: head?.columns, rows: read };
  const columns = scoredColumns(head.columns, read);
  return { id, kind: 'scored', columns, rows: underProject(read, head.columns, columns) };
};

/** Who does what a row says, by the heads of its columns. */
export const rowMarks = ({ cells }: TableRow, { units, fields }: Columns): readonly ReadMark[] => {
  const marks = units.flatMap(({ at, head }) => {
    const cell = cells[at] ?? '';
    const says = head === '' ? looksLikeUnit(cell) : !/^[—\-－/\s]*$/.test(cell);
    const mark = says ? readCell(cell, head) : undefined;
    return mark ? [mark] : [];
  });
  const said = fields.map(({ at, head }) => ({ name: head, text: cells[at] ?? '' })).filter(({ text }) => text !== '');
  return marks.map((mark, at) => (at === 0 ? { ...mark, fields: [...mark.fields, ...said] } : mark));
};

/** An indicator's name and measure, and its figures by year. */
export const readIndicatorRow = (
  { cells }: TableRow,
  { title, years }: Columns,
  firstTarget: number,
): { readonly name: string; readonly measure: string; readonly values: readonly IndicatorValue[] } => {
  const cell = (cells[title] ?? '').replace(/^\d+[.．、]\s*/, '');
  const found = /^(.*?)[（(]([^（）()]{1,10})[）)]$/.exec(cell);
  return {
    name: (found?.[1] ?? cell).replace(/[▲△★]/g, '').trim(),
    measure: found?.[2] ?? '',
    values: years.flatMap(({ at, year }): readonly IndicatorValue[] => {
      const printed = cells[at] ?? '';
      return FIGURE.test(printed) ? [{ year, printed, role: year < firstTarget ? 'past' : 'target' }] : [];
    }),
  };
};

/** Where a table stands: in a numbered part, or behind the text. */
export const tableId = (node: Node | undefined, at: number): string =>
  (node ? `${node.id}.table` : 'annex') + (at > 0 ? `-${at + 1}` : '');
