import type { Conflict, Indicator } from '../../types.ts';
import type { Figure, Query } from '../../values.ts';
import { attributesIn } from '../attribute-words.ts';
import type { Ground } from '../ground.ts';
import { termsIn } from './match.ts';
import type { FigureResult, Witnessed } from './result.ts';
import { refsOf, type Thing, thingOf } from './things.ts';

/** So much of a noun must be in an indicator's name: 境内外上市企业, and not 千亿市值上市公司. */
const SAME = 0.5;

const shareIn = (noun: string, name: string): number => {
  const [own, known] = [termsIn(noun), termsIn(name)];
  return own.size === 0 ? 0 : [...own].filter((term) => known.has(term)).length / own.size;
};

/** Figures of the text that give the amount of an indicator in one of its years, too. */
const witnessesOf = (indicator: Indicator, ground: Ground): readonly Witnessed[] => {
  const own = ground.library.figures({ type: 'indicator', id: String(indicator.number) });
  const isOther = ({ part, added, of }: Figure): boolean =>
    part === 'body' &&
    !added &&
    shareIn(of, indicator.name) >= SAME &&
    attributesIn(of, ground).every(({ said }) => indicator.name.includes(said));
  return ground.library.allFigures.filter(isOther).flatMap((other) => {
    const table = own.find(
      ({ years, unit, measure }) =>
        unit === other.unit && measure === other.measure && years.some((year) => other.years.includes(year)),
    );
    return table ? [{ indicator, table, other, agree: table.value === other.value }] : [];
  });
};

const things = (query: Query, ground: Ground): readonly Thing[] =>
  refsOf(query.of, ground).flatMap((ref) => thingOf(ref, ground) ?? []);

/** What a question about figures is of: rows of the table of indicators, tasks and their clauses. */
interface Subject {
  readonly rows: readonly number[];
  readonly tasks: readonly number[];
  readonly clauses: readonly string[];
}

const subjectOf = (all: readonly Thing[]): Subject => {
  const tasks = all.flatMap((thing) => (thing.kind === 'task' ? [thing.task] : []));
  return {
    rows: all.flatMap((thing) => (thing.kind === 'indicator' ? [thing.indicator.number] : [])),
    tasks: tasks.map(({ number }) => number),
    clauses: tasks.flatMap(({ body, row }) => [body.clause, row.clause]),
  };
};

const asksFigures = ({ asks }: Query): boolean =>
  asks.some((ask) => ask.ask === 'differences' && ask.what === 'figures');

const isOf = (conflict: Conflict, { rows, tasks, clauses }: Subject, query: Query): boolean => {
  switch (conflict.kind) {
    case 'additions':
      return rows.includes(conflict.indicator) || tasks.includes(conflict.task);
    case 'sum':
      return query.part !== 'table' && tasks.includes(conflict.task);
    case 'places':
      return (
        asksFigures(query) && conflict.places.every(({ clause, words }) => clauses.includes(clause) && /\d/.test(words))
      );
  }
};

/** Reviewed pairs of places that speak of the same figures of some things. */
const conflictsOf = (all: readonly Thing[], query: Query, { conflicts }: Ground): readonly Conflict[] => {
  const subject = subjectOf(all);
  return conflicts.filter((conflict) => isOf(conflict, subject, query));
};

/** The question is about figures, not about how body and annex name things. */
const isOfFigures = (query: Query): boolean =>
  query.part === 'table' ||
  query.every ||
  query.years.length > 0 ||
  query.claims.some(({ claim }) => claim === 'quantity') ||
  asksFigures(query);

/**
 * True when a query asks whether figures of two places agree: those of an indicator with any other place, or those of
 * a task that a reviewed note pairs with an indicator or with a total of the text.
 */
export const reconciles = (query: Query, ground: Ground): boolean => {
  const [ask] = query.asks;
  if (ask.ask !== 'differences' || (ask.what !== 'any' && ask.what !== 'figures')) return false;
  const all = things(query, ground);
  if (all.some(({ kind }) => kind === 'indicator')) return true;
  return isOfFigures(query) && conflictsOf(all, query, ground).length > 0;
};

/** Returns the places that give figures of the same thing, set side by side; undefined when none are asked for. */
export const executeReconcile = (query: Query, ground: Ground): FigureResult | undefined => {
  if (!reconciles(query, ground)) return undefined;
  const all = things(query, ground);
  const [first, ...rest] = all;
  if (!first) return undefined;
  const indicators = all.flatMap((thing) => (thing.kind === 'indicator' ? [thing.indicator] : []));
  const conflicts = conflictsOf(all, query, ground);
  const inYears = ({ table }: Witnessed): boolean =>
    query.years.length === 0 || table.years.some((year) => query.years.includes(year));
  return {
    shape: 'reconciled',
    things: [first, ...rest],
    years: query.years,
    conflicts,
    witnesses: indicators.flatMap((one) => witnessesOf(one, ground)).filter(inYears),
  };
};
