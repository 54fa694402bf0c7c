import { writeNumeral } from '../numerals.ts';
import type { Clause, ClauseId, ClauseKind, SourceLine } from '../types.ts';
import type { Block } from './blocks.ts';
import type { OutlinedShape } from './schema.ts';
import { isSectionRow, type RowColumns, readIndicatorHeader, readRowHeader } from './tables.ts';

/** A block with its place in the plan. `annex` rows keep the columns of the header above them. */
export interface Placed extends Clause {
  readonly blocks: readonly Block[];
  readonly columns?: RowColumns;
  readonly years?: readonly { readonly year: number; readonly at: number }[];
}

interface Place {
  readonly id: ClauseId;
  readonly kind: ClauseKind;
  readonly label: string;
}

/** Where the reader of the outline stands. */
interface Cursor {
  part: number;
  section: number;
  point: number;
  item: number;
  dash: number;
  indicator: number;
  table: 'none' | 'indicators' | 'annex';
  columns: RowColumns | undefined;
  years: readonly { readonly year: number; readonly at: number }[] | undefined;
  row: number;
}

const heading = (id: ClauseId, label: string): Place => ({ id, kind: 'heading', label });

const FRONT = '0';
const OPENING = '0.1';
const SENTENCE = /[。！？]$/;
const ATTACHMENT = /^附件/;

/** `3.5.2.3` → 正文三、（五）2.（3） */
const bodyLabel = (...[part, section, point, item]: readonly number[]): string =>
  `正文${writeNumeral(part ?? 0)}、${section ? `（${writeNumeral(section)}）` : ''}${point ? `${point}.` : ''}${item ? `（${item}）` : ''}`;

const placeSection = (at: Cursor, shape: OutlinedShape): Place => {
  const label = bodyLabel(at.part, at.section);
  if (at.part === shape.parts.safeguards) return { id: `${at.part}.${at.section}`, kind: 'safeguard', label };
  return heading(`${at.part}.${at.section}`, label);
};

const placeRow = (at: Cursor, cells: readonly string[], shape: OutlinedShape): Place | undefined => {
  const columns = readRowHeader(cells);
  if (columns) {
    at.table = 'annex';
    at.columns = columns;
    return heading('annex', shape.labels.annex);
  }
  const years = readIndicatorHeader(cells);
  if (years) {
    at.table = 'indicators';
    at.years = years;
    return heading(`${at.part}.table`, shape.labels.indicators);
  }
  if (at.table === 'indicators') {
    at.indicator += 1;
    return {
      id: `${at.part}.table.${at.indicator}`,
      kind: 'indicator',
      label: `${shape.labels.indicators}第${at.indicator}行`,
    };
  }
  if (at.table !== 'annex') return undefined;
  if (isSectionRow(cells)) {
    at.row += 1;
    return heading(`annex.part.${at.row}`, `${shape.labels.annex}（${writeNumeral(at.row)}）`);
  }
  const number = Number(cells[at.columns?.number ?? 0]);
  return Number.isInteger(number) && number > 0
    ? { id: `annex.${number}`, kind: 'row', label: `${shape.labels.annex}第${number}项` }
    : undefined;
};

/** The place of one block, moving the cursor; undefined when no rule knows it. */
const placeBlock = (at: Cursor, block: Block, shape: OutlinedShape): Place | undefined => {
  const { opening } = block;
  switch (opening.kind) {
    case 'part':
      Object.assign(at, { part: opening.number, section: 0, point: 0, item: 0, dash: 0, table: 'none' });
      return heading(`${at.part}`, `${bodyLabel(at.part)}${opening.rest}`);
    case 'section':
      Object.assign(at, { section: opening.number, point: 0, item: 0 });
      return placeSection(at, shape);
    case 'point':
      Object.assign(at, { point: opening.number, item: 0 });
      if (opening.number === 1 && at.part === shape.parts.actions)
        return { id: `${at.part}.${at.section}.1`, kind: 'action-goal', label: bodyLabel(at.part, at.section, 1) };
      return heading(`${at.part}.${at.section}.${at.point}`, bodyLabel(at.part, at.section, at.point));
    case 'item':
      at.item = opening.number;
      return {
        id: `${at.part}.${at.section}.${at.point}.${at.item}`,
        kind: 'measure',
        label: bodyLabel(at.part, at.section, at.point, at.item),
      };
    case 'dash':
      at.dash += 1;
      return { id: `${at.part}.${at.dash}`, kind: 'goal', label: `${bodyLabel(at.part)}行动目标第${at.dash}段` };
    case 'row':
      return placeRow(at, opening.cells, shape);
    case 'plain':
      return placePlain(at, block, shape);
  }
};

const placePlain = (at: Cursor, block: Block, shape: OutlinedShape): Place | undefined => {
  if (at.table === 'annex') return { id: FRONT, kind: 'front', label: shape.labels.front };
  if (ATTACHMENT.test(block.text)) return heading('annex', shape.labels.annex);
  if (at.part === shape.parts.guiding && at.section === 0)
    return { id: `${at.part}`, kind: 'guiding', label: bodyLabel(at.part) };
  if (at.part === shape.parts.goals && block.text.length < 20)
    return heading(`${at.part}.table`, shape.labels.indicators);
  return undefined;
};

/** The title page line by line; its last full sentence is the opening paragraph. */
const placeFront = (blocks: readonly Block[], shape: OutlinedShape): readonly (Place & { block: Block })[] => {
  const opening = blocks.findLastIndex((block) => SENTENCE.test(block.text));
  return blocks.map((block, at) =>
    at === opening
      ? { id: OPENING, kind: 'opening', label: shape.labels.opening, block }
      : { id: FRONT, kind: 'front', label: shape.labels.front, block },
  );
};

/** Blocks → clauses in the order of their first lines; what no rule knows is returned as unplaced. */
export const placeBlocks = (
  blocks: readonly Block[],
  shape: OutlinedShape,
): { readonly placed: readonly Placed[]; readonly unplaced: readonly SourceLine[] } => {
  const cursor: Cursor = {
    ...{ part: 0, section: 0, point: 0, item: 0, dash: 0, indicator: 0, table: 'none', row: 0 },
    ...{ columns: undefined, years: undefined },
  };
  const bodyAt = blocks.findIndex((block) => block.opening.kind === 'part');
  const clauses = new Map<ClauseId, Placed>();
  const unplaced: SourceLine[] = [];
  const put = (place: Place, block: Block) => {
    const before = clauses.get(place.id);
    const kept = before && before.kind !== 'heading' ? before : { ...place, label: before?.label ?? place.label };
    const source = [...(before?.source ?? []), ...block.source];
    const own = place.kind === 'front' ? block.source.map(({ text }) => text.trim()).join('\n') : block.text;
    const text = before ? `${before.text}\n${own}` : own;
    const extra = { ...(cursor.columns && { columns: cursor.columns }), ...(cursor.years && { years: cursor.years }) };
    clauses.set(place.id, { ...kept, text, source, blocks: [...(before?.blocks ?? []), block], ...extra });
  };
  for (const { block, ...place } of placeFront(blocks.slice(0, bodyAt), shape)) put(place, block);
  for (const block of blocks.slice(bodyAt)) {
    const place = placeBlock(cursor, block, shape);
    if (place) put(place, block);
    else unplaced.push(...block.source);
  }
  return { placed: [...clauses.values()], unplaced };
};
