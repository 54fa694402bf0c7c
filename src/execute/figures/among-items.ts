import type { Ask, Places } from '../../values.ts';
import { differenceOf, meanOf, ratioOf, sumOf } from './arithmetic.ts';
import type { FigureResult, Found, Reckoned, Series } from './result.ts';
import { isOf } from './series.ts';

type Reckon = Extract<Ask, { ask: 'reckon' }>['reckon'];
type Several = readonly [Found, Found, ...Found[]];

/** Returns a figure as a row that is ranked by its value. */
export const rowOf = (one: Found): Reckoned => ({
  ...{ what: 'largest', value: String(one.figure.value), measure: '', formula: '', of: [one] },
});

/** Returns rows in the order of their values, the best first; undefined where there are none. */
export const ranked = (rows: readonly Reckoned[], least: boolean, rank?: Places): FigureResult | undefined => {
  const [first, ...rest] = rows.toSorted((a, b) => (least ? 1 : -1) * (Number(a.value) - Number(b.value)));
  return (
    first && {
      shape: 'ranked',
      least,
      rows: [first, ...rest],
      ...(rank && { rank: [rank[0], Math.min(rank[1], rows.length)] }),
    }
  );
};

const reckonedOf = (all: Several, reckon: Reckon): Reckoned | undefined => {
  const [one, other, ...others] = all;
  const two = others.length === 0;
  switch (reckon) {
    case 'sum':
      return sumOf(all);
    case 'mean':
      return meanOf(all);
    case 'ratio':
      return two ? ratioOf(one, other) : undefined;
    case 'change':
      return two ? differenceOf(one, other, 'difference') : undefined;
    case 'growth':
    case 'largest':
    case 'smallest':
      return undefined;
  }
};

const isExtreme = (reckon: Reckon): boolean => reckon === 'largest' || reckon === 'smallest';

/** Returns which of several figures, each of its own name, is the largest or smallest, where that is asked. */
export const extremeOfNamed = (found: readonly Found[], reckon: Reckon): FigureResult | undefined => {
  return found.length > 1 && isExtreme(reckon) ? ranked(found.map(rowOf), reckon === 'smallest') : undefined;
};

/** Returns what is computed of one quantity of each of several items: their sum, how far two lie apart, which is the largest. */
export const reckonAmongItems = (
  series: readonly Series[],
  reckon: Reckon,
  years: readonly number[],
): FigureResult | undefined => {
  const [one, other, ...others] = series.flatMap(({ found }) => found.filter((own) => isOf(own, years)).slice(-1));
  if (!one || !other || others.length + 2 < series.length) return undefined;
  const all: Several = [one, other, ...others];
  if (all.some(({ figure }) => figure.measure !== one.figure.measure)) return undefined;
  if (isExtreme(reckon)) return ranked(all.map(rowOf), reckon === 'smallest');
  const reckoned = reckonedOf(all, reckon);
  return reckoned && { shape: 'reckoned', reckoned: [reckoned], outside: [] };
};
