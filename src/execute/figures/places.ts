import { compareQuantity } from '../../quantity.ts';
import { canonical, squeeze } from '../../text.ts';
import type { ClauseId } from '../../types.ts';
import type { Ask, Comparison, Figure, Query, SetOf, Test } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { scaleOf } from './arithmetic.ts';
import type { FigureResult, Place, Placed } from './result.ts';

type FigureTest = Extract<Test, { test: 'figure' }>;

/** Asks by which people want to know where a figure stands and of what it is. */
const ASKS: readonly Ask['ask'][] = ['sources', 'content', 'definition', 'original'];
/** A measure that stands for any other of what is counted. */
const GENERAL = ['', '个'];
/** More decimals than anyone types are an artefact of floating point. */
const DECIMALS = 10;

/** The figures that a test asks for, each by itself; a class of figures only where it is asked whether there are any. */
const figureTests = (test: Test, bare: boolean): readonly FigureTest[] => {
  if (test.test === 'figure') return test.is || bare ? [test] : [];
  if (test.test === 'not') return figureTests(test.of, bare);
  return test.test === 'any' || test.test === 'all' ? test.of.flatMap((one) => figureTests(one, bare)) : [];
};

/** The clauses that figures are looked for in; none for the whole plan, undefined for a set of anything else. */
const withinOf = (set: SetOf): readonly ClauseId[] | undefined => {
  if (set.set === 'all') return set.type === 'clause' ? [] : undefined;
  const clauses = set.set === 'named' && set.refs.every(({ type }) => type === 'clause');
  return clauses ? set.refs.map(({ id }) => id) : undefined;
};

/** Figures whose places are asked for, and the clauses in which they are looked for. */
interface Looked {
  readonly tests: readonly FigureTest[];
  readonly within: readonly ClauseId[];
}

/** Returns the figures whose places are asked for; none for any other query. */
const placedIn = ({ of, asks: [ask], confirm }: Query): Looked => {
  const within = of.set === 'where' && ASKS.includes(ask.ask) ? withinOf(of.of) : undefined;
  return of.set === 'where' && within ? { tests: figureTests(of.test, confirm), within } : { tests: [], within: [] };
};

/** A comparison in the asker's own writing, where it has one. */
const asTyped = (is: Comparison): string => {
  if ('printed' in is && typeof is.printed === 'string') return squeeze(is.printed);
  const { value, to, measure } = is;
  const numeral = (one: number): string => String(Number((one / scaleOf(measure)).toFixed(DECIMALS)));
  return `${numeral(value)}${to === undefined ? '' : `—${numeral(to)}`}${measure}`;
};

const sameAmount = (figure: Figure, is: Comparison): boolean =>
  figure.value === is.value && (is.to === undefined || figure.to === is.to) && figure.currency === is.currency;

const isSame = (figure: Figure, is: Comparison): boolean => {
  if (is.unit !== 'none' && figure.unit !== is.unit && !GENERAL.includes(is.measure)) return false;
  return is.relation === '=' ? sameAmount(figure, is) : compareQuantity(figure, is) === 'yes';
};

/** Figures in the very measure that was typed; in any, where that one is general or was none. */
const inMeasure = (figures: readonly Figure[], { measure, unit }: Comparison): readonly Figure[] => {
  const exact = figures.filter((one) => canonical(one.measure) === canonical(measure));
  return exact.length > 0 ? exact : unit === 'money' || GENERAL.includes(measure) ? figures : [];
};

/** Sentences in which figures stand, the cells of several years with the same words as one place. */
const placesOf = (figures: readonly Figure[]): readonly Place[] => {
  const known = new Map<string, Place>();
  for (const { clause, sentence, part, years, ref } of figures) {
    const key = `${clause} ${squeeze(sentence)}`;
    const own = part === 'annex' || part === 'table' ? years : [];
    const before = known.get(key)?.years ?? [];
    known.set(key, { clause, text: sentence, part, ref, years: [...new Set([...before, ...own])] });
  }
  return [...known.values()];
};

const isWithin = (id: ClauseId, within: readonly ClauseId[]): boolean =>
  within.length === 0 || within.some((one) => id === one || id.startsWith(`${one}.`));

/** Figures of a class as a whole: every one that the plan counts or measures. */
const isOfClass = ({ unit }: Figure, { figure }: FigureTest): boolean => figure === 'figure' || unit === figure;

const placedOf = (test: FigureTest, within: readonly ClauseId[], { library, clause }: Ground): Placed => {
  const { is, years, part } = test;
  const figures = library.allFigures.filter(
    (one) =>
      (is ? isSame(one, is) : isOfClass(one, test)) &&
      (part === undefined || one.part === part) &&
      isWithin(one.clause, within) &&
      (years.length === 0 || one.years.some((year) => years.includes(year))),
  );
  const order = new Map(library.plan.clauses.map(({ id }, at) => [id, at]));
  const at = (id: string): number => order.get(clause(id)?.id ?? '') ?? 0;
  const places = placesOf(is ? inMeasure(figures, is) : figures).toSorted((a, b) => at(a.clause) - at(b.clause));
  return { asked: is ? asTyped(is) : '', figure: test.figure, places };
};

/** The test without the part of the plan. */
const anywhere = ({ part: _, ...test }: FigureTest): FigureTest => test;

/**
 * Returns every place in which figures stand, 7000亿元说的是什么, and where it was asked whether they do, the verdict;
 * undefined when no figure's place is asked for.
 */
export const executePlaces = (query: Query, ground: Ground): FigureResult | undefined => {
  const { tests, within } = placedIn(query);
  const [first, ...rest] = tests.map((test): Placed => {
    const own = placedOf(test, within, ground);
    return own.places.length > 0 || query.confirm ? own : placedOf(anywhere(test), [], ground);
  });
  if (!first) return undefined;
  const placed = [first, ...rest] as const;
  if (!query.confirm) return { shape: 'places', placed };
  const there = placed.every(({ places }) => places.length > 0);
  const denied = query.of.set === 'where' && query.of.test.test === 'not';
  const elsewhere = there ? [] : tests.flatMap((test) => (test.is ? placedOf(anywhere(test), [], ground).places : []));
  return { shape: 'places', placed, printed: { part: query.part, within, verdict: there !== denied, elsewhere } };
};
