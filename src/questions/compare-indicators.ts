import type { Desk, Draft } from '../answer/draft.ts';
import type { Computed, Indicator, Query } from '../types.ts';
import { bearing, difference, growth } from './arithmetic.ts';
import { indicatorCitations, indicatorLines, indicatorsOf, valueIn } from './indicator.ts';
import { kind } from './kind.ts';
import { asks } from './subject.ts';

interface Ranked {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly { readonly indicator: Indicator; readonly growth: Computed }[];
}

const LOW = /最低|最少|最小|最慢|lowest|smallest|slowest/;

/** Which indicator grows most between two years. */
export const rankIndicators = kind<Ranked>({
  name: 'rank-indicators',
  examples: ['主要指标里2022年比2018年增长最快的是哪个指标？', '哪个指标2020年到2022年增幅最低'],
  find: (query, { plan }) => {
    if (!asks(query, 'most') || !asks(query, 'indicators', 'growth', 'change') || query.indicators.length === 1)
      return undefined;
    const known = plan.indicators[0]?.values.map(({ year }) => year) ?? [];
    const [from = known[0] ?? 0, to = known.at(-1) ?? 0] =
      query.years.length > 1 ? [query.years[0], query.years.at(-1)] : [];
    const rows = plan.indicators.flatMap((indicator) => {
      const [a, b] = [valueIn(indicator, from), valueIn(indicator, to)];
      return a && b ? [{ indicator, growth: growth(b.printed, a.printed, [indicator.clause]) }] : [];
    });
    const sign = LOW.test(query.reading.text) ? 1 : -1;
    return rows.length > 1
      ? { from, to, rows: rows.toSorted((a, b) => sign * (Number(a.growth.value) - Number(b.growth.value))) }
      : undefined;
  },
  phrase: ({ from, to, rows }, desk, query): Draft => {
    const best = rows[0];
    const word = desk.say(LOW.test(query.reading.text) ? 'lowest' : 'highest');
    return {
      status: 'answered',
      lines: [
        ...(best ? [desk.say('highestGrowth', { from, to, word, name: desk.name.indicator(best.indicator) })] : []),
        ...rows.map(
          ({ indicator, growth: rise }) =>
            `${desk.name.indicator(indicator)}：${desk.say('growth', { value: rise.value, formula: rise.formula })}`,
        ),
      ],
      citations: indicatorCitations(
        rows.map(({ indicator }) => indicator),
        desk,
      ),
      computed: bearing(rows.map((row) => row.growth)),
    };
  },
});

/** Two indicators of one measure in the same year: how far apart they are. */
export const compareIndicators = kind<{
  readonly pair: readonly [Indicator, Indicator];
  readonly years: readonly number[];
}>({
  name: 'compare-indicators',
  examples: ['2022年贷款余额比存款余额多多少', '2020年存款和贷款余额相差多少'],
  find: (query: Query, desk: Desk) => {
    const order = query.indicators;
    const [a, b] = indicatorsOf(query, desk).toSorted((x, y) => order.indexOf(x.number) - order.indexOf(y.number));
    if (!a || !b || a.measure !== b.measure || !asks(query, 'change', 'growth', 'most')) return undefined;
    const known = a.values.map(({ year }) => year);
    return { pair: [a, b], years: query.years.length > 0 ? query.years.filter((year) => known.includes(year)) : known };
  },
  phrase: ({ pair: [a, b], years }, desk): Draft => {
    const rows = years.flatMap((year) => {
      const [x, y] = [valueIn(a, year), valueIn(b, year)];
      return x && y ? [{ year, gap: difference(x.printed, y.printed, [a.clause, b.clause]) }] : [];
    });
    return {
      status: 'answered',
      lines: [
        ...rows.map(({ year, gap }) =>
          desk.say('larger', {
            year,
            a: desk.name.indicator(a),
            b: desk.name.indicator(b),
            word: desk.say(Number(gap.value) < 0 ? 'less' : 'more'),
            value: gap.value.replace('-', ''),
            measure: a.measure,
            formula: gap.formula,
          }),
        ),
        ...indicatorLines(a, years, desk),
        ...indicatorLines(b, years, desk),
      ],
      citations: indicatorCitations([a, b], desk),
      computed: bearing(rows.map(({ gap }) => gap)),
    };
  },
});
