import { z } from 'zod';
import { CodedError } from '../errors.ts';
import type { Action, Clause, Indicator, Plan, Registry, SourceLine, Task } from '../types.ts';
import { readBlocks } from './blocks.ts';
import { readDocument } from './document.ts';
import { readLines } from './lines.ts';
import { readPlan } from './outline/read-plan.ts';
import { pairTasks } from './pair.ts';
import { type Placed, placeBlocks } from './place.ts';
import type { BodyNames } from './registry.ts';
import { readAssignment, readNames, splitBracket } from './responsibility.ts';
import { type OutlinedShape, type PlanShape, planSchema } from './schema.ts';
import { readIndicatorName } from './tables.ts';
import { type ResolveUnit, unitResolver } from './units.ts';

/** What one corpus folder holds for the parser. */
export interface PlanFiles {
  readonly shape: PlanShape;
  readonly source: string;
  readonly registry: Registry;
  /** How bodies are called anywhere, for names that the registry lacks. */
  readonly bodyNames?: BodyNames;
}

const SECTION = /^[（(]\s*[一二三四五六七八九十]+\s*[）)]\s*/;
const TITLE = /^([^。]+)。(.*)$/s;

const restOf = (clause: Placed): string => {
  const opening = clause.blocks[0]?.opening;
  return opening && 'rest' in opening ? clause.text.slice(clause.text.indexOf(opening.rest.slice(0, 8))) : clause.text;
};

const cellsOf = (clause: Placed): readonly string[] => clause.text.split('\t').map((cell) => cell.trim());

const readMeasure = (clause: Placed, resolve: ResolveUnit): Task['body'] => {
  const { body, bracket } = splitBracket(restOf(clause));
  const [, title = body, text = body] = TITLE.exec(body) ?? [];
  return {
    clause: clause.id,
    title: title.trim(),
    text: text.trim(),
    ...readAssignment(bracket ?? '', clause.id, resolve),
  };
};

const readRow = (clause: Placed, resolve: ResolveUnit): Task['row'] => {
  const cells = cellsOf(clause);
  const cell = (at: number | undefined) => (at === undefined ? '' : (cells[at] ?? ''));
  const { columns } = clause;
  return {
    clause: clause.id,
    title: cell(columns?.title),
    targets: (columns?.years ?? []).map(({ year, at }) => ({ year, text: cell(at) })),
    responsible: readNames(cell(columns?.responsible), clause.id, resolve),
    supporting: readNames(cell(columns?.supporting), clause.id, resolve),
  };
};

const readIndicator = (clause: Placed, number: number, firstTarget: number): Indicator => {
  const cells = cellsOf(clause);
  return {
    number,
    clause: clause.id,
    ...readIndicatorName(cells[0] ?? ''),
    values: (clause.years ?? []).map(({ year, at }) => ({
      year,
      printed: cells[at] ?? '',
      role: year < firstTarget ? 'past' : 'target',
    })),
  };
};

/** `3.5.2.3` → { action: 5, measure: 3 } */
const numbersOf = (id: string) => {
  const [, action = 0, , measure = 0] = id.split('.').map(Number);
  return { action, measure };
};

/** `annex.21` → 21 */
const rowNumber = (id: string): number => Number(id.split('.').at(-1));

const firstLine = ({ source }: { source: readonly SourceLine[] }): number => source[0]?.line ?? 0;

/** The title of the section heading that a clause stands under: 金融机构壮大行动, in the body and in the annex. */
const headingOver = (clause: Placed, headings: readonly Placed[]): string => {
  const over = headings.findLast((heading) => firstLine(heading) < firstLine(clause));
  return over ? over.text.replace(SECTION, '').trim() : '';
};

const readActions = (
  headings: readonly Placed[],
  goals: readonly Placed[],
  tasks: readonly Task[],
): readonly Action[] =>
  goals.map((goal) => {
    const { action } = numbersOf(goal.id);
    const title = headings.find(({ id }) => id === goal.id.replace(/\.1$/, ''));
    return {
      number: action,
      title: title ? restOf(title) : '',
      goal: goal.id,
      tasks: tasks.filter((task) => task.action === action).map(({ number }) => number),
    };
  });

const plainClause = ({ id, kind, label, text, source }: Placed): Clause => ({ id, kind, label, text, source });

const byFirstLine = (a: Clause, b: Clause): number => firstLine(a) - firstLine(b);

const parseOutlined = ({ shape, source, registry }: PlanFiles & { readonly shape: OutlinedShape }): Plan => {
  const { placed, unplaced } = placeBlocks(readBlocks(readLines(source)), shape);
  const resolve = unitResolver(registry);
  const of = (kind: Clause['kind']) => placed.filter((clause) => clause.kind === kind);
  const front = of('front')[0]?.source ?? [];
  const firstRow = of('row')[0]?.source[0]?.line ?? Number.POSITIVE_INFINITY;
  const document = readDocument(
    front.filter(({ line }) => line < firstRow),
    front.filter(({ line }) => line > firstRow),
  );
  const headings = of('heading').filter(({ text }) => SECTION.test(text));
  const { tasks, unpaired } = pairTasks(
    of('measure').map((clause) => ({
      ...numbersOf(clause.id),
      heading: headingOver(clause, headings),
      body: readMeasure(clause, resolve),
    })),
    of('row').map((clause) => ({
      number: rowNumber(clause.id),
      heading: headingOver(clause, headings),
      row: readRow(clause, resolve),
    })),
  );
  const plan: Plan = {
    id: shape.id,
    document,
    clauses: placed.map(plainClause).sort(byFirstLine),
    indicators: of('indicator').map((clause, at) => readIndicator(clause, at + 1, document.period[0])),
    actions: readActions(of('heading'), of('action-goal'), tasks),
    tasks,
    goals: of('goal').map(({ id }) => id),
    safeguards: of('safeguard').map(({ id }) => id),
    registry,
    unpaired,
    unplaced,
  };
  return plan;
};

/** Returns the registry as the folder has it, with the units that only the text names. */
export const registryOf = <T extends Registry>({
  shape,
  source,
  registry,
  bodyNames: bodies = {},
}: PlanFiles & { readonly registry: T }): T => {
  if (shape.parts) return registry;
  const { units, groups } = readPlan({ shape, source, registry, bodies }).plan.registry;
  return { ...registry, units, groups };
};

/**
 * Text → Plan. Pure: the same files give the same plan. Measures and annex rows are paired by what they
 * say, never by where they stand.
 * @throws CodedError `corpus_invalid` naming the place, when the text does not have the shape of a plan.
 */
export const parsePlan = ({ shape, source, registry, bodyNames: bodies = {} }: PlanFiles): Plan => {
  const { parts } = shape;
  const plan = parts
    ? parseOutlined({ shape: { ...shape, parts }, source, registry })
    : readPlan({ shape, source, registry, bodies }).plan;
  const checked = planSchema.safeParse(plan);
  if (!checked.success) throw new CodedError('corpus_invalid', `${shape.id}: ${z.prettifyError(checked.error)}`);
  return plan;
};
