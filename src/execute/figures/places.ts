import { compareQuantity } from '../../quantity.ts';
import { canonical, squeeze } from '../../text.ts';
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

/** The figures that a test asks for, each by itself. */
const figureTests = (test: Test): readonly FigureTest[] => {
  if (test.test === 'figure') return test.is ? [test] : [];
  return test.test === 'any' || test.test === 'all' ? test.of.flatMap(figureTests) : [];
};

/** Returns the figures whose places are asked for; none for any other query. */
const placedIn = ({ of, asks: [ask] }: Query): readonly FigureTest[] => {
  const ofClauses = (set: SetOf): boolean => set.set === 'all' && set.type === 'clause';
  return of.set === 'where' && ofClauses(of.of) && ASKS.includes(ask.ask) ? figureTests(of.test) : [];
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

const placedOf = (test: FigureTest, { library, clause }: Ground): Placed => {
  const { is, years, part } = test;
  if (!is) return { asked: '', places: [] };
  const figures = library.allFigures.filter(
    (one) =>
      isSame(one, is) &&
      (part === undefined || one.part === part) &&
      (years.length === 0 || one.years.some((year) => years.includes(year))),
  );
  const order = new Map(library.plan.clauses.map(({ id }, at) => [id, at]));
  const at = (id: string): number => order.get(clause(id)?.id ?? '') ?? 0;
  const places = placesOf(inMeasure(figures, is)).toSorted((a, b) => at(a.clause) - at(b.clause));
  return { asked: asTyped(is), places };
};

/** Returns every place in which figures stand: 7000亿元说的是什么; undefined when no figure's place is asked for. */
export const executePlaces = (query: Query, ground: Ground): FigureResult | undefined => {
  const [first, ...rest] = placedIn(query).map((test) => placedOf(test, ground));
  return first && { shape: 'places', placed: [first, ...rest] };
};
