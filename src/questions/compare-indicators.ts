import type { Desk, Draft } from '../answer/draft.ts';
import type { Computed, Indicator, Query } from '../types.ts';
import { bearing, difference, growth } from './arithmetic.ts';
import { indicatorCitations, indicatorLines, indicatorsOf, valueIn } from './indicator-parts.ts';
import { kind } from './kind.ts';
import { asks } from './subject.ts';

interface Ranked {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly { readonly indicator: Indicator; readonly growth: Computed }[];
}

const OF_INDICATORS = /指标|indicator/u;
/** 哪个增长快: two indicators by their growth. */
const FASTER = /(?:哪个|谁|哪一个|哪项)(?:的)?(?:增长|增速|增|涨|升)?(?:得)?(?:更|最)?(?:快|慢)|faster|slower/u;
const LOW = /最低|最少|最小|慢|lowest|smallest|slowest/;

/** Which indicator grows most between two years. */
export const rankIndicators = kind<Ranked>({
  name: 'rank-indicators',
  whole: () => true,
  examples: [
    '七个主要指标里哪个指标增长最快',
    '哪个指标2020年到2022年增幅最低',
    '指标表里哪项增长最慢',
    '七个指标中增长率最高的是哪个',
    '2020到2022年哪个指标涨幅最大',
    '主要指标里谁的增速最快',
    '哪个指标2021年到2022年增长最多',
    '增长百分比最低的指标是哪个',
    '指标里面增幅最大的是什么',
    '从2018年到2022年，增长最少的指标',
    '主要指标哪个涨得最快，增长率多少最高',
    '哪些指标增速最低',
    '七个主要指标按增长率哪个最小',
    'which indicator has the highest growth rate from 2020 to 2022',
    '指标表中2019年到2020年增长最快的一项',
  ],
  others: [
    '任务最多的行动是哪个',
    '主要指标有哪几个',
    '保费收入哪年最高',
    '贷款余额2022年比2018年增长多少',
    '哪个单位负责的任务最多',
  ],
  find: (query, { plan }) => {
    const { text } = query.reading;
    const asked = asks(query, 'most') && (asks(query, 'indicators', 'growth', 'change') || OF_INDICATORS.test(text));
    const between = query.indicators.length > 1 && FASTER.test(text);
    if ((!asked && !between) || query.indicators.length === 1) return undefined;
    const known = plan.indicators[0]?.values.map(({ year }) => year) ?? [];
    const [from = known[0] ?? 0, to = known.at(-1) ?? 0] =
      query.years.length > 1 ? [query.years[0], query.years.at(-1)] : [];
    const meant = plan.indicators.filter(({ number }) => !between || query.indicators.includes(number));
    const rows = meant.flatMap((indicator) => {
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
  examples: [
    '2022年贷款余额比存款余额多多少',
    '2020年存款和贷款余额相差多少',
    '存款比贷款2021年少多少',
    '2022年贷款比存款高出多少',
    '2018年存款余额和贷款余额差多少',
    '保费收入和金融业增加值2021年差多少亿',
    '2019年贷款余额比存款余额低多少',
    '上市公司和拟上市公司2022年相差几家',
    '2020年储备拟上市公司比上市公司多多少家',
    '金融机构和上市公司2022年差几家',
    '贷款余额与存款余额各年相差多少',
    '存款余额跟贷款余额2020年比差多少',
    '2022年增加值比保费收入多多少',
    '麻烦算一下2021年存款和贷款的差额',
    '2021年贷款余额减存款余额，相差多少',
    '存贷款余额，存款比贷款2022年差多少',
  ],
  others: [
    '2022年贷款余额是多少',
    '主要指标里增长最快的是哪个',
    '存款余额2022年比2020年多多少',
    '科创板和新三板2022年目标差多少',
  ],
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
