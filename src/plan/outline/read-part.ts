import type { Assignment, Clause, ClauseId, Indicator, SourceLine } from '../../types.ts';
import { markCorrector } from '../corrections.ts';
import { assign, RuleBook } from '../marks/assign.ts';
import { type ReadMark, takeRules } from '../marks/read-mark.ts';
import type { ReadRow } from '../pair.ts';
import type { PlanShape } from '../schema.ts';
import type { ResolveUnit } from '../units.ts';
import { clauseOf, nodeClauses } from './clauses.ts';
import { type Front, readFront } from './front.ts';
import type { Segment } from './segments.ts';
import { type ReadTable, readIndicatorRow, readTable, rowMarks, tableId } from './tables.ts';
import { findTasks, purposeOf, type TextTask } from './tasks.ts';
import { above, type Node, type Outline, readOutline } from './tree.ts';

/** One document of a file, read. */
export interface ReadPart {
  readonly front: Front;
  readonly outline: Outline;
  readonly clauses: readonly Clause[];
  readonly textTasks: readonly (TextTask & { readonly assignment: Assignment })[];
  readonly rowTasks: readonly (ReadRow & { readonly assignment: Assignment; readonly text: string })[];
  readonly indicators: readonly Indicator[];
  readonly tables: readonly ReadTable[];
  readonly goals: readonly ClauseId[];
  readonly safeguards: readonly ClauseId[];
}

/** How one document of a file is read: what its ids and labels begin with. */
export interface PartPlace {
  readonly prefix: string;
  readonly name: string;
  readonly shape: PlanShape;
  readonly resolve: ResolveUnit;
}

const lineOf = ({ source }: Clause): number => source[0]?.line ?? 0;

const withRules = (
  nodes: readonly Node[],
  tasks: readonly TextTask[],
  { resolve, shape }: PartPlace,
): ReadPart['textTasks'] => {
  const book = new RuleBook();
  const correct = markCorrector(shape.corrections.names);
  return nodes.flatMap((node) => {
    const own = tasks.filter((task) => task.node === node);
    if (own.length === 0 || own.every(({ marks }) => marks.length === 0)) {
      for (const { text } of node.paragraphs) book.state({ ...takeRules(text).states });
    }
    return own.map((task) => ({
      ...task,
      assignment: assign(task.marks.map(correct), book, { clause: task.id, resolve }),
    }));
  });
};

/** A table whose header stands again behind a heading goes on. */
const readTables = ({ tables }: Outline, { prefix, name, shape }: PartPlace): readonly ReadTable[] => {
  const counts = new Map<string, number>();
  let last = { head: '', id: '', label: '', ids: new Set<ClauseId>(), section: '' };
  return tables.map((table) => {
    const own = table.node?.id ?? '';
    const head = `${own} ${table.rows[0]?.text.replace(/\s+/g, ' ') ?? ''}`;
    if (head !== last.head) {
      const at = counts.get(own) ?? 0;
      counts.set(own, at + 1);
      const id = table.node ? tableId(table.node, at) : `${prefix}${tableId(undefined, at)}`;
      const label = `${table.node ? table.node.label : name}${at > 0 ? `表${at + 1}` : shape.labels.annex}`;
      last = { head, id, label, ids: new Set(), section: '' };
    }
    const read = readTable(table, last);
    last = { ...last, section: read.rows.at(-1)?.section ?? '' };
    return read;
  });
};

/** Rows for which marks are given are the tasks of a document that has no others. */
const asTasks = (tables: readonly ReadTable[], tasks: readonly TextTask[]): readonly ReadTable[] =>
  tasks.length > 0 || tables.some(({ kind }) => kind === 'tasks')
    ? tables
    : tables.map((table) => (table.kind === 'scored' ? { ...table, kind: 'tasks' } : table));

const tableClauses = (tables: readonly ReadTable[]): readonly Clause[] =>
  tables.flatMap(({ id, kind, rows }) => {
    const heads = rows.filter((row) => row.kind === 'head').map(({ source }) => source);
    const label = rows[0]?.label.replace(/第\d+[行项]$|“.*$/, '') ?? '';
    const rest = rows.filter((row) => row.kind !== 'head');
    return [
      ...clauseOf({ id, kind: 'heading', label }, heads),
      ...rest.flatMap((row) => {
        const plain = kind === 'indicators' ? 'indicator' : kind === 'tasks' ? 'row' : 'paragraph';
        return clauseOf({ id: row.id, kind: row.kind === 'section' ? 'heading' : plain, label: row.label }, [
          row.source,
        ]);
      }),
    ];
  });

/** The header of a table that goes on is one clause. */
const sameTogether = (clauses: readonly Clause[]): readonly Clause[] =>
  [...new Set(clauses.map(({ id }) => id))].flatMap((id) => {
    const [first, ...others] = clauses.filter((clause) => clause.id === id);
    return first
      ? clauseOf(
          first,
          [first, ...others].flatMap(({ source }) => source),
        )
      : [];
  });

/** A row that sums up, or says nothing, is no task. */
const isTitle = (cell: string): boolean => cell.length > 1 && !/^(?:总分|总计|合计|小计)/.test(cell);

const readRows = (tables: readonly ReadTable[], { resolve, shape }: PartPlace): ReadPart['rowTasks'] => {
  const correct = markCorrector(shape.corrections.names);
  return tables.flatMap(({ kind, columns, rows }) => {
    if (kind !== 'tasks' || !columns) return [];
    const book = new RuleBook();
    return rows
      .filter((row) => row.kind === 'row' && isTitle(row.cells[columns.title] ?? ''))
      .map((row, at) => {
        const marks: readonly ReadMark[] = rowMarks(row, columns).map(correct);
        const assignment = assign(marks, book, { clause: row.id, resolve });
        const targets = columns.years.map(({ at: cell, year }) => ({ year, text: row.cells[cell] ?? '' }));
        const text = columns.text.map((cell) => row.cells[cell] ?? '').filter((cell) => cell !== '');
        const title = row.cells[columns.title] ?? '';
        return {
          number: row.number ?? at + 1,
          heading: row.section,
          row: Object.assign({ clause: row.id, title, targets }, assignment),
          assignment,
          text: text.join('\n'),
        };
      });
  });
};

const readIndicators = (tables: readonly ReadTable[], firstTarget: number): readonly Indicator[] =>
  tables
    .flatMap(({ kind, columns, rows }) => {
      if (kind !== 'indicators' || !columns) return [];
      const own = rows.filter((row) => row.kind === 'row');
      return own.map((row) => Object.assign({ clause: row.id }, readIndicatorRow(row, columns, firstTarget)));
    })
    .filter(({ name }) => name.length > 1)
    .map((indicator, at) => Object.assign({ number: at + 1 }, indicator));

const annexClauses = ({ annex }: Outline, { prefix, name, shape }: PartPlace): readonly Clause[] =>
  annex.flatMap(({ lines }, at) =>
    clauseOf(
      { id: `${prefix}annex.p${at + 1}`, kind: 'paragraph', label: `${name}${shape.labels.annex}第${at + 1}段` },
      lines,
    ),
  );

/** A sentence of the notice that brings the plan. */
const NOTICE = /^.{20,}[。！]$/s;

const frontClauses = (
  lines: readonly SourceLine[],
  front: Front,
  { prefix, name, shape }: PartPlace,
): readonly Clause[] => {
  const opening = new Set(front.opening);
  const notice = new Set(lines.filter((line) => !opening.has(line) && NOTICE.test(line.text.trim())));
  return [
    ...clauseOf(
      { id: `${prefix}0`, kind: 'front', label: `${name}${shape.labels.front}` },
      lines.filter((line) => !opening.has(line) && !notice.has(line)),
    ),
    ...clauseOf({ id: `${prefix}0.1`, kind: 'opening', label: `${name}${shape.labels.opening}` }, front.opening),
    ...clauseOf({ id: `${prefix}0.2`, kind: 'paragraph', label: `${name}通知正文` }, [...notice]),
  ];
};

/** Reads one document of a file. */
export const readPart = ({ front, body }: Segment, place: PartPlace): ReadPart => {
  const outline = readOutline(body, place.prefix, place.name === '' ? '正文' : place.name);
  const head = readFront(front, outline.footer);
  const { tasks, marked } = findTasks(outline.nodes, place.shape);
  const tables = asTasks(readTables(outline, place), tasks);
  const clauses = [
    ...frontClauses([...front, ...outline.footer], head, place),
    ...nodeClauses(outline.nodes, tasks, marked),
    ...sameTogether(tableClauses(tables)),
    ...annexClauses(outline, place),
  ];
  const safeguards = outline.nodes.filter(
    (node) =>
      purposeOf(node) === 'safeguard' && node.children.length === 0 && !above(node).some(({ rank }) => rank === 'box'),
  );
  return {
    front: head,
    outline,
    clauses: clauses.toSorted((a, b) => lineOf(a) - lineOf(b)),
    textTasks: withRules(outline.nodes, tasks, place),
    rowTasks: readRows(tables, place),
    indicators: readIndicators(tables, head.document.period[0]),
    tables,
    goals: clauses.filter(({ kind }) => kind === 'goal').map(({ id }) => id),
    safeguards: safeguards.map(({ id }) => id),
  };
};
