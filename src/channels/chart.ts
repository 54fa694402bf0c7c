import { partsOf } from '../answer/parts.ts';
import type { Answer, Plan } from '../types.ts';

/** An indicator over the years as a picture. Every figure in it stands in a quote of the answer. */
export interface Chart {
  /** 金融业增加值 */
  readonly title: string;
  /** 亿元 */
  readonly measure: string;
  readonly points: readonly ChartPoint[];
}

export interface ChartPoint {
  readonly year: number;
  /** As printed: `2.70`. */
  readonly printed: string;
  readonly value: number;
  /** A figure of a past year, or a target. */
  readonly role: 'past' | 'target';
}

/** Fewer years are quicker read than drawn. */
const FEWEST_YEARS = 3;
/** More than so many are a table, not a picture. */
const MOST_CHARTS = 2;

/** The indicators that an answer tells year by year: those whose row it cites and whose figures stand in its text. */
export const chartsOf = (answer: Answer, { indicators }: Plan): readonly Chart[] => {
  const { head, lines } = partsOf(answer);
  const told = [head, ...lines].join('\n');
  const cited = new Set(answer.citations.map(({ clause }) => clause));
  const charts = indicators
    .filter(({ clause }) => cited.has(clause))
    .map(({ name, measure, values }) => ({
      title: name,
      measure,
      points: values
        .filter(({ year, printed }) => told.includes(String(year)) && told.includes(printed))
        .map(({ year, printed, role }) => ({ year, printed, value: Number(printed), role })),
    }))
    .filter(({ points }) => points.length >= FEWEST_YEARS && points.every(({ value }) => Number.isFinite(value)));
  return charts.length <= MOST_CHARTS ? charts : [];
};
