import type { Draft } from '../answer/draft.ts';
import type { Indicator } from '../types.ts';
import { indicatorCitations, indicatorLines, indicatorsOf } from './indicator-parts.ts';
import { kind } from './kind.ts';
import { asks } from './subject.ts';

const FIGURE = /(\d+(?:\.\d+)?)\s*(万亿|亿|万)?/g;
const SCALE: Readonly<Record<string, number>> = { 万亿: 1e12, 亿: 1e8, 万: 1e4, '': 1 };

const scaleOf = (measure: string): number => SCALE[/万亿|亿|万/.exec(measure)?.[0] ?? ''] ?? 1;

/** A figure of such a size stands in the table of indicators alone. */
const LARGE = /\d\s*万亿/;
const NEAREST = 5;

interface Facts {
  readonly indicator: Indicator;
  readonly figure: string;
  readonly year: number | undefined;
}

/** In which year an indicator reaches a figure: figures in reverse. */
export const reach = kind<Facts>({
  name: 'reach',
  examples: [
    '金融业增加值哪一年超过1080亿元',
    '存款余额哪一年能上2.5万亿',
    '保费收入什么时候达到600亿元',
    '贷款余额哪年超过2.5万亿',
    '上市公司哪一年到100家',
    '金融机构什么时候满200家',
    '拟上市公司哪年达到350家',
    '存款哪年能破3万亿',
    '增加值几时上1100亿元',
    '保费收入哪一年过500亿',
    '哪一年上市公司达到80家',
    '贷款余额什么时候到2.95万亿元',
    '金融机构总数哪年超过190家',
    '年保费收入哪年达到660亿元',
    '金融业增加值何时突破1200亿元',
    'when do deposits reach 2.5 trillion',
  ],
  others: [
    '金融业增加值2021年是多少',
    '曲江文化产业指数哪年发布',
    '2022年存款余额达到2.65万亿对吗',
    '天然气交易中心什么时候设立',
  ],
  find: (query, desk) => {
    const [named] = indicatorsOf(query, desk);
    const near = query.hits
      .slice(0, NEAREST)
      .map(({ topic }) => desk.plan.indicators.find(({ clause }) => clause === topic.clause));
    const indicator = named ?? (LARGE.test(query.reading.text) ? near.find((one) => one !== undefined) : undefined);
    if (!indicator || !asks(query, 'when') || query.years.length > 0) return undefined;
    const [claim] = [...query.reading.text.matchAll(FIGURE)];
    if (!claim) return undefined;
    const wanted = Number(claim[1]) * (claim[2] ? (SCALE[claim[2]] ?? 1) : scaleOf(indicator.measure));
    const first = indicator.values.find(({ printed }) => Number(printed) * scaleOf(indicator.measure) >= wanted);
    return { indicator, figure: claim[0].trim(), year: first?.year };
  },
  phrase: ({ indicator, figure, year }, desk): Draft => {
    const name = desk.name.indicator(indicator);
    const value = indicator.values.find((one) => one.year === year) ?? indicator.values.at(-1);
    const words = {
      name,
      figure,
      year: value?.year ?? '',
      value: value?.printed ?? '',
      measure: indicator.measure,
      word: desk.say('reachesWord'),
      role: desk.say(value?.role === 'past' ? 'pastMark' : 'targetMark'),
    };
    return {
      status: 'answered',
      lines: [
        desk.say(year ? 'reaches' : 'neverReaches', words),
        ...indicatorLines(
          indicator,
          indicator.values.map((one) => one.year),
          desk,
        ),
      ],
      citations: indicatorCitations([indicator], desk),
    };
  },
});
