import { canonical } from '../../text.ts';
import type { Action, Assignment, ClauseId, Plan, PlanDocument, PlanPart, Registry, Task } from '../../types.ts';
import { correctRegistry, correctShape, saidClause } from '../corrections.ts';
import { readLines } from '../lines.ts';
import { pairTasks, type ReadMeasure } from '../pair.ts';
import { type BodyNames, completeRegistry } from '../registry.ts';
import type { PlanShape } from '../schema.ts';
import { unitResolver } from '../units.ts';
import { type ReadPart, readPart } from './read-part.ts';
import { segmentsOf } from './segments.ts';
import { above, type Node } from './tree.ts';

/** What a plan is read from. */
export interface PlanText {
  readonly shape: PlanShape;
  readonly source: string;
  readonly registry: Registry;
  readonly bodies: BodyNames;
}

/** A plan, and how it was read, for the person who brings it. */
export interface PlanReading {
  readonly plan: Plan;
  readonly parts: readonly ReadPart[];
  readonly shape: PlanShape;
}

interface Heading {
  readonly id: ClauseId;
  readonly title: string;
  /** Its clause of 具体目标. */
  readonly goal?: ClauseId;
  /** Headings over it. */
  readonly over?: readonly string[];
}

/** What a task is before it has its number. */
interface Found {
  readonly heading: Heading;
  readonly task: Omit<Task, 'number' | 'action' | 'measure'>;
  readonly number?: number;
}

const deadlineOf = ({ marks = [] }: Assignment): string | undefined =>
  marks.flatMap(({ fields }) => fields).find(({ name }) => /时限|时间|期限|进度/.test(name))?.text;

/** 2. 推进措施: heads tasks, and says nothing of them. */
const GENERAL = /^(?:推进|主要|工作|具体|重点|保障)?(?:措施|任务|举措|内容|工作)[：:]?$/;

/** The nearest heading over a task that says what they are for; a piece stands under its own node. */
const headingOver = (node: Node, piece: number): Heading | undefined => {
  const over = (piece > 0 ? [node] : []).concat(above(node)).filter(({ title }) => title !== '');
  const own = over.find(({ title, parent }) => !GENERAL.test(title) || !parent);
  if (!own) return undefined;
  const goal = own.children.find(({ title }) => /目标[：:]?$/.test(title))?.id;
  const titles = over.map(({ title }) => title);
  return { id: own.id, title: own.title, over: titles, ...(goal !== undefined && { goal }) };
};

const textFound = ({ textTasks }: ReadPart, document: Heading): readonly Found[] =>
  textTasks.map(({ id, title, text, node, piece, assignment }) => {
    const body = Object.assign({ clause: id, title, text }, assignment);
    const row = { clause: id, title, targets: [], responsible: [], supporting: [] };
    const deadline = deadlineOf(assignment);
    const task = deadline === undefined ? { body, row } : { body, row, deadline };
    return { heading: headingOver(node, piece) ?? document, task };
  });

const rowFound = ({ rowTasks }: ReadPart, document: Heading): readonly Found[] =>
  rowTasks.map(({ number, heading, row, assignment, text }) => {
    const body = Object.assign({ clause: row.clause, title: row.title, text: text || row.title }, assignment);
    const own = { clause: row.clause, title: row.title, targets: row.targets, responsible: [], supporting: [] };
    const deadline = deadlineOf(assignment);
    const task = deadline === undefined ? { body, row: own } : { body, row: own, deadline };
    return { heading: heading === '' ? document : { id: row.clause, title: heading }, task, number };
  });

/** Tasks of text and table: paired where both name units, each for itself where it has no partner. */
const foundIn = (
  part: ReadPart,
  document: Heading,
): { readonly found: readonly Found[]; readonly left: readonly ClauseId[] } => {
  const [inText, inRows] = [textFound(part, document), rowFound(part, document)];
  if (inRows.length === 0) return { found: inText, left: [] };
  const marked = inText.filter(({ task }) => (task.body.marks ?? []).length > 0);
  if (marked.length === 0) return { found: inRows, left: [] };
  const sections = new Set(part.rowTasks.map(({ heading }) => canonical(heading)));
  const measures = marked.map(
    ({ heading, task }, at): ReadMeasure => ({
      action: 0,
      measure: at,
      heading: heading.over?.find((title) => sections.has(canonical(title))) ?? '',
      body: task.body,
    }),
  );
  const { tasks, unpaired } = pairTasks(measures, part.rowTasks);
  const paired = new Map(tasks.map((task) => [task.body.clause, task]));
  const ofText = marked.map((own): Found => {
    const pair = paired.get(own.task.body.clause);
    return pair ? { heading: own.heading, task: { ...own.task, row: pair.row }, number: pair.number } : own;
  });
  return { found: [...ofText, ...inRows.filter(({ task }) => unpaired.includes(task.row.clause))], left: unpaired };
};

/** Numbers as the table prints them, where each is there once; else the place among the tasks. */
const numbered = (all: readonly Found[]): { readonly tasks: readonly Task[]; readonly actions: readonly Action[] } => {
  const printed = all.map(({ number }) => number);
  const unique = printed.every((number) => number !== undefined) && new Set(printed).size === printed.length;
  const keyOf = ({ id, title }: Heading): string => (/annex|\.table/.test(id) ? title : id);
  const headings = new Map<string, { readonly number: number; readonly heading: Heading }>();
  for (const { heading } of all) {
    const key = keyOf(heading);
    if (!headings.has(key)) headings.set(key, { number: headings.size + 1, heading });
  }
  const counts = new Map<number, number>();
  const tasks = all.map(({ heading, task, number }, at): Task => {
    const action = headings.get(keyOf(heading))?.number ?? 0;
    const measure = (counts.get(action) ?? 0) + 1;
    counts.set(action, measure);
    return Object.assign({ number: unique ? (number ?? at + 1) : at + 1, action, measure }, task);
  });
  const actions = [...headings.values()].map(
    ({ number, heading }): Action => ({
      number,
      title: heading.title,
      goal: heading.goal ?? heading.id,
      heading: heading.id,
      tasks: tasks
        .filter(({ action, body }) => action === number || body.clause.startsWith(`${heading.id}.`))
        .map((task) => task.number),
    }),
  );
  return { tasks: tasks.toSorted((a, b) => a.number - b.number), actions };
};

const printedUnits = (parts: readonly ReadPart[]): readonly string[] =>
  parts
    .flatMap(({ textTasks, rowTasks }) => [...textTasks, ...rowTasks])
    .flatMap(({ assignment }) =>
      (assignment.marks ?? []).flatMap(({ parties }) => parties.flatMap(({ units }) => units)),
    )
    .map(({ printed }) => printed);

const readParts = ({ shape, source }: PlanText, registry: Registry): readonly ReadPart[] => {
  const segments = segmentsOf(readLines(source));
  const several = segments.length > 1;
  return segments.map((segment, at) =>
    readPart(segment, {
      prefix: several ? `${at + 1}.` : '',
      name: several ? `第${at + 1}份文件` : '',
      shape,
      resolve: unitResolver(registry),
    }),
  );
};

const partsOf = (parts: readonly ReadPart[]): readonly PlanPart[] =>
  parts.map(({ front, clauses }, at) => {
    const lines = clauses.flatMap(({ source }) => source.map(({ line }) => line));
    return { number: at + 1, title: front.document.title, lines: [Math.min(...lines), Math.max(...lines)] };
  });

const documentOf = (parts: readonly ReadPart[], shape: PlanShape): PlanDocument => {
  const [first, ...others] = parts.map(({ front }) => front.document);
  const title = first?.title || others.find((one) => one.title !== '')?.title || '';
  const said = Object.fromEntries(Object.entries(shape.document).filter(([, value]) => value !== undefined));
  const none = {
    title,
    number: '',
    issuer: '',
    dated: '',
    printed: '',
    addressees: '',
    copies: [],
    period: [0, 0],
  } as const;
  return Object.assign({}, none, first, { title }, said);
};

/** A text without a title is told from others by its short name, or the first heading of its tasks. */
const named = (document: PlanDocument, { short, id }: PlanShape, headings: readonly string[]): PlanDocument => {
  if (document.title !== '') return document;
  const name = short || headings.find((one) => one !== id);
  return Object.assign({}, document, { title: name ? `${name}（无标题）` : id, untitled: true });
};

/** Reads any plan: its outline, its tasks where the units stand, its units by their names as printed. */
export const readPlan = (given: PlanText): PlanReading => {
  const text = { ...given, shape: correctShape(given.shape) };
  const bare = readParts(text, text.registry);
  const complete = completeRegistry(text.registry, printedUnits(bare), text.bodies);
  const registry = correctRegistry(complete, text.shape.corrections.names);
  const parts = readParts(text, registry);
  const document = documentOf(parts, text.shape);
  const printed = parts.flatMap((part) => part.clauses);
  const said = { document, found: parts[0]?.front.document, fields: Object.keys(text.shape.document) };
  const clauses = [...printed, ...saidClause(said, printed)];
  const found = parts.map((part) => {
    const own = part.clauses.find(({ kind }) => kind === 'opening') ?? part.clauses[0];
    return foundIn(part, { id: own?.id ?? '', title: part.front.document.title || document.title || text.shape.id });
  });
  const { tasks, actions } = numbered(found.flatMap((one) => one.found));
  const indicators = parts.flatMap((part) => part.indicators).map((one, at) => ({ ...one, number: at + 1 }));
  const plan: Plan = {
    id: text.shape.id,
    document: named(
      document,
      text.shape,
      [...actions, ...tasks.map(({ body }) => body)].map(({ title }) => title),
    ),
    clauses,
    indicators,
    actions,
    tasks,
    goals: parts.flatMap(({ goals }) => goals),
    safeguards: parts.flatMap(({ safeguards }) => safeguards),
    registry,
    unpaired: found.flatMap(({ left }) => left),
    unplaced: [],
  };
  const whole = parts.length > 1 ? { ...plan, parts: partsOf(parts) } : plan;
  return { plan: whole, parts, shape: text.shape };
};
