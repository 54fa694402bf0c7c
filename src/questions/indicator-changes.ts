import type { Desk } from '../answer/draft.ts';
import type { Computed, Indicator, IndicatorValue, Query } from '../types.ts';
import { difference, growth, meanGrowth } from './arithmetic.ts';
import { measureOf } from './indicator-parts.ts';
import { asks } from './subject.ts';

const EACH_YEAR = /每年|逐年|各年|历年|分年|年度|year by year|each year|every year|annual/u;
const MEAN = /年均|平均每年|复合|on average|average/u;

export interface Change {
  readonly lines: readonly string[];
  readonly computed: readonly Computed[];
}

/** 比上一年: the year before the first one counts too. */
const OVER_BEFORE = /上一?年|前一年|year before|previous/u;

/** What each year adds to the one before it. */
const gapsIn = (values: readonly IndicatorValue[], measure: string, clauses: readonly string[], desk: Desk) =>
  values.slice(1).flatMap((to, at) => {
    const from = values[at];
    if (!from) return [];
    const gap = difference(to.printed, from.printed, clauses);
    const line = desk.say('difference', {
      from: from.year,
      to: to.year,
      sign: Number(gap.value) >= 0 ? '+' : '',
      value: gap.value,
      measure,
      formula: gap.formula,
    });
    return [{ gap, line }];
  });

/** The growth of each year over the one before it. */
const steps = (values: readonly IndicatorValue[], clauses: readonly string[]): readonly Computed[] =>
  values.slice(1).map((value, at) => growth(value.printed, values[at]?.printed ?? '', clauses));

/** Changes between the years asked for: each step computed, with its formula. */
export const changes = (indicator: Indicator, years: readonly number[], query: Query, desk: Desk): Change => {
  const values = indicator.values.filter(({ year }) => years.includes(year));
  const [first, last] = [values[0], values.at(-1)];
  if (!first || !last || first === last) return { lines: [], computed: [] };
  const clauses = [indicator.clause];
  const gap = difference(last.printed, first.printed, clauses);
  const rise = growth(last.printed, first.printed, clauses);
  const measure = measureOf(indicator, desk);
  const gapLine = desk.say('difference', {
    from: first.year,
    to: last.year,
    sign: Number(gap.value) >= 0 ? '+' : '',
    value: gap.value,
    measure,
    formula: gap.formula,
  });
  const riseLine = desk.say('growth', { value: rise.value, formula: rise.formula });
  const mean = MEAN.test(query.reading.text)
    ? [meanGrowth(last.printed, first.printed, last.year - first.year, clauses)]
    : [];
  const yearly = EACH_YEAR.test(query.reading.text);
  const each = yearly && asks(query, 'growth') ? steps(values, clauses) : [];
  const before = indicator.values.find(({ year }) => year === first.year - 1);
  const run = [...(before && OVER_BEFORE.test(query.reading.text) ? [before] : []), ...values];
  const gaps = yearly && !asks(query, 'growth') ? gapsIn(run, measure, clauses, desk) : [];
  const eachLines = each.map(({ value, formula }, at) =>
    desk.say('growthStep', { from: values[at]?.year ?? '', to: values[at + 1]?.year ?? '', value, formula }),
  );
  return {
    lines: [
      ...mean.map(({ value, formula }) => desk.say('growthMean', { value, formula })),
      ...eachLines,
      ...gaps.map(({ line }) => line),
      ...(asks(query, 'growth') ? [riseLine, gapLine] : [gapLine, riseLine]),
    ],
    computed: [gap, rise, ...mean, ...each, ...gaps.map((one) => one.gap)],
  };
};
