import type { Query } from '../../values.ts';
import type { Ground } from '../ground.ts';
import type { Series } from './result.ts';
import { planYears } from './things.ts';

/** For how many years together an amount was asked for: 1 of 每年几期, 3 of 三年一共几期 in a plan of three years. */
export const spanAsked = (query: Query, ground: Ground): number | undefined => {
  const whole = planYears(ground.library.plan);
  if (query.every && query.years.length === 0) return 1;
  const total = query.years.length === 0 && query.asks.some((ask) => ask.ask === 'reckon' && ask.reckon === 'sum');
  const all = whole.length > 1 && (total || whole.every((year) => query.years.includes(year)));
  return all ? whole.length : undefined;
};

const isFor = ({ found }: Series, span: number): boolean => found.some(({ figure }) => figure.span === span);

/**
 * Returns, of figures that are said for spans of different lengths, 每年3期 and 3年10期, those of the length that was asked
 * for; all of them where none is, or where they do not differ in that.
 */
export const ofSpan = (all: readonly Series[], span: number | undefined): readonly Series[] => {
  const own = span === undefined ? [] : all.filter((series) => isFor(series, span));
  return own.length > 0 ? own : all;
};

/** The amount that the plan itself prints for so many years together; what it prints for each year is none. */
export const printedOver = (all: readonly Series[], span: number | undefined): readonly Series[] =>
  span === undefined || span === 1 ? [] : all.filter((series) => isFor(series, span));
