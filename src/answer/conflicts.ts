import type { Computed, Conflict, Indicator, Notice, Task } from '../types.ts';
import type { Source } from './citation.ts';
import type { Desk } from './draft.ts';
import { parentOf, silent, yearHead } from './task-sources.ts';

/** Two places of the plan set against each other: what is said of it, on which clauses, with which figures. */
export interface Reconciled {
  readonly conflict: Conflict;
  readonly lines: readonly string[];
  readonly agree: boolean;
  /** Whether all years together agree, where several are set side by side. */
  readonly total?: boolean;
  readonly citations: readonly Source[];
  readonly computed: readonly Computed[];
  readonly tasks: readonly number[];
}

/** What of the desk a comparison needs. */
export type Bench = Pick<Desk, 'plan' | 'clause' | 'cite' | 'say'>;

type Additions = Extract<Conflict, { kind: 'additions' }>;
type Sum = Extract<Conflict, { kind: 'sum' }>;
type Places = Extract<Conflict, { kind: 'places' }>;

/** The first figure of each year's target in a measure. */
const addedBy = ({ row }: Task, measure: string): readonly { readonly year: number; readonly figure: string }[] =>
  row.targets.flatMap(({ year, text }) => {
    const figure = new RegExp(`(\\d+(?:\\.\\d+)?)\\s*${measure}`).exec(text)?.[1];
    return figure === undefined ? [] : [{ year, figure }];
  });

const printedIn = ({ values }: Indicator, year: number): string | undefined =>
  values.find((value) => value.year === year)?.printed;

const rowSources = (desk: Bench, task: Task): readonly Source[] => [
  desk.cite(task.row.clause, ...task.row.targets.map(({ text }) => text)),
  ...yearHead(
    desk,
    task.row.targets.map(({ year }) => year),
  ),
];

interface Added {
  readonly year: number;
  readonly figure: string;
  readonly to: string;
  readonly from: string;
}

/** All years together: how far the last lies above the one before the first, and what the years add up to. */
const spanOf = (
  rows: readonly Added[],
  { conflict, task, from }: { readonly conflict: Additions; readonly task: Task; readonly from: readonly string[] },
  desk: Bench,
) => {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || last.year - first.year !== rows.length - 1 || rows.length < 2) return undefined;
  const gap = Number(last.to) - Number(first.from);
  const total = rows.reduce((all, { figure }) => all + Number(figure), 0);
  const formulas = [
    `${last.to}-${first.from}=${gap}`,
    `${rows.map(({ figure }) => figure).join('+')}=${total}`,
  ] as const;
  const agree = gap === total;
  const line = desk.say('reconcileSpan', {
    from: first.year - 1,
    to: last.year,
    gap,
    measure: conflict.measure,
    formula: formulas[0],
    task: task.number,
    verb: conflict.verb,
    total,
    sum: formulas[1],
    verdict: desk.say(agree ? 'agrees' : 'disagrees'),
  });
  const computed: readonly Computed[] = [
    { value: String(gap), formula: formulas[0], from },
    { value: String(total), formula: formulas[1], from },
  ];
  return { agree, line, computed };
};

const additions = (conflict: Additions, desk: Bench, years?: readonly number[]): Reconciled | undefined => {
  const indicator = desk.plan.indicators.find(({ number }) => number === conflict.indicator);
  const task = desk.plan.tasks.find(({ number }) => number === conflict.task);
  if (!indicator || !task) return undefined;
  const rows = addedBy(task, conflict.measure).flatMap(({ year, figure }) => {
    const [to, from] = [printedIn(indicator, year), printedIn(indicator, year - 1)];
    return to && from && (years?.includes(year) ?? true)
      ? [{ year, figure, to, from, gap: Number(to) - Number(from) }]
      : [];
  });
  const from = [indicator.clause, task.row.clause];
  const span = spanOf(rows, { conflict, task, from }, desk);
  return {
    conflict,
    ...(span && { total: span.agree }),
    agree: rows.every(({ gap, figure }) => gap === Number(figure)),
    lines: [
      ...(span ? [span.line] : []),
      ...rows.map((row) =>
        desk.say('reconcileYear', {
          year: row.year,
          gap: row.gap,
          measure: conflict.measure,
          formula: `${row.to}-${row.from}=${row.gap}`,
          task: task.number,
          verb: conflict.verb,
          added: row.figure,
          verdict: desk.say(row.gap === Number(row.figure) ? 'agrees' : 'disagrees'),
        }),
      ),
    ],
    citations: [desk.cite(indicator.clause), ...rowSources(desk, task), silent(desk.cite(parentOf(indicator.clause)))],
    computed: [
      ...(span?.computed ?? []),
      ...rows.map((row) => ({ value: String(row.gap), formula: `${row.to}-${row.from}=${row.gap}`, from })),
    ],
    tasks: [task.number],
  };
};

const sum = (conflict: Sum, desk: Bench): Reconciled | undefined => {
  const task = desk.plan.tasks.find(({ number }) => number === conflict.task);
  const clause = desk.clause(conflict.clause);
  if (!task || !clause) return undefined;
  const figures = addedBy(task, conflict.measure).map(({ figure }) => figure);
  const total = figures.reduce((all, figure) => all + Number(figure), 0);
  const formula = `${figures.join('+')}=${total}`;
  const agree = total === Number(conflict.total);
  return {
    conflict,
    agree,
    lines: [
      desk.say('reconcileSum', {
        label: clause.label,
        of: conflict.of,
        total: conflict.total,
        measure: conflict.measure,
        task: task.number,
        formula,
        verdict: desk.say(agree ? 'agrees' : 'disagrees'),
      }),
    ],
    citations: [desk.cite(clause.id), ...rowSources(desk, task)],
    computed: [{ value: String(total), formula, from: [task.row.clause] }],
    tasks: [task.number],
  };
};

const places = (conflict: Places, desk: Bench): Reconciled => {
  const clauses = conflict.places.map(({ clause }) => clause);
  const tasks = desk.plan.tasks.filter(
    ({ body, row }) => clauses.includes(body.clause) || clauses.includes(row.clause),
  );
  return {
    conflict,
    agree: false,
    lines: [
      ...conflict.places.map(({ clause, words }) =>
        desk.say('placeWords', { label: desk.clause(clause)?.label ?? clause, words }),
      ),
      conflict.note,
    ],
    citations: conflict.places.map(({ clause, words }) => desk.cite(clause, words)),
    computed: [],
    tasks: tasks.map(({ number }) => number),
  };
};

/** Sets the two places of a reviewed conflict against each other, with every figure computed anew from the plan. */
export const reconcile = (conflict: Conflict, desk: Bench, years?: readonly number[]): Reconciled | undefined => {
  switch (conflict.kind) {
    case 'additions':
      return additions(conflict, desk, years);
    case 'sum':
      return sum(conflict, desk);
    case 'places':
      return places(conflict, desk);
  }
};

interface About {
  readonly indicator?: number;
  readonly task?: number;
}

/** What a contradiction adds to an answer. */
interface ConflictParts {
  readonly notices: readonly Notice[];
  readonly citations: readonly Source[];
  readonly computed: readonly Computed[];
}

/** What an answer with figures of an indicator or a task must say of another place that gives other figures. */
export const conflictNotices = (desk: Desk, about: About, years: readonly number[]): ConflictParts => {
  const found = desk.conflicts
    .filter((conflict) => conflict.kind === 'additions')
    .filter(({ indicator, task }) => indicator === about.indicator || task === about.task)
    .flatMap((conflict) => additions(conflict, desk, years) ?? [])
    .filter(({ agree }) => !agree);
  return {
    notices: found.map(
      ({ lines, citations }): Notice => ({
        code: 'several_sources',
        text: [...lines, desk.say('disagreesSome')].join(desk.language === 'en' ? ' ' : ''),
        clauses: citations.map(({ clause }) => clause),
      }),
    ),
    citations: found.flatMap(({ citations }) => citations.map(silent)),
    computed: found.flatMap(({ computed }) => computed),
  };
};
