import { conflictNotices } from '../answer/conflicts.ts';
import type { Desk, Draft } from '../answer/draft.ts';
import type { Indicator, Query } from '../types.ts';
import { bearing } from './arithmetic.ts';
import { changes } from './indicator-changes.ts';
import { indicatorCitations, indicatorLines, indicatorsOf, measureOf, valueIn } from './indicator-parts.ts';
import { kind } from './kind.ts';
import { asks, nearestTask, textWithoutYears } from './subject.ts';

interface Facts {
  readonly indicators: readonly Indicator[];
  readonly years: readonly number[];
  /** A figure named in the question, to be borne out or corrected. */
  readonly claimed: string | undefined;
}

const CLAIM = /(\d+(?:\.\d+)?)\s*(万亿|亿|万)?(?:元|家)?/g;

const claimOf = (query: Query): string | undefined => {
  if (!asks(query, 'confirm')) return undefined;
  return [...textWithoutYears(query).matchAll(CLAIM)][0]?.[0];
};

const verdict = ({ indicators, years, claimed }: Facts, desk: Desk): readonly string[] => {
  const [indicator] = indicators;
  const value = indicator && years.length === 1 ? valueIn(indicator, years[0] ?? 0) : undefined;
  if (!claimed || !indicator || !value) return [];
  const figure = /\d+(?:\.\d+)?/.exec(claimed)?.[0] ?? '';
  const scale = /万亿|亿|万/.exec(claimed)?.[0] ?? '';
  const printedScale = /万亿|亿|万/.exec(indicator.measure)?.[0] ?? '';
  const same = Number(figure) === Number(value.printed) && (scale === '' || scale === printedScale);
  return [
    same
      ? desk.say('figureRight')
      : desk.say('figureWrong', { value: value.printed, measure: measureOf(indicator, desk) }),
  ];
};

const phraseIndicator = (facts: Facts, desk: Desk, query: Query): Draft => {
  const { indicators, years } = facts;
  const compared = asks(query, 'change', 'growth')
    ? indicators.map((indicator) => changes(indicator, years, query, desk))
    : [];
  const conflicts = indicators.map(({ number }) => conflictNotices(desk, { indicator: number }, years));
  return {
    status: 'answered',
    lines: [
      ...verdict(facts, desk),
      ...compared.flatMap(({ lines }) => lines),
      ...indicators.flatMap((indicator) => indicatorLines(indicator, years, desk)),
    ],
    citations: [...indicatorCitations(indicators, desk), ...conflicts.flatMap(({ citations }) => citations)],
    computed: [...compared, ...conflicts].flatMap(({ computed }) => bearing(computed)),
    notices: [
      ...(asks(query, 'sum')
        ? [
            {
              code: 'several_sources' as const,
              text: desk.say('sumOfEnds'),
              clauses: indicators.map(({ clause }) => clause),
            },
          ]
        : []),
      ...conflicts.flatMap(({ notices }) => notices),
    ],
    suggestions: [
      desk.say('askGrowth', {
        name: indicators[0] ? desk.name.plain(indicators[0]) : '',
        from: desk.plan.document.period[0],
        to: desk.plan.document.period[1],
      }),
    ],
  };
};

/** 新增 asks for what a year adds; a table of year-end totals does not say it where a task does. */
const isAddition = (query: Query, desk: Desk): boolean =>
  /新增|引进|新设|新招/.test(query.reading.text) &&
  (asks(query, 'sum') || !asks(query, 'change', 'growth')) &&
  nearestTask(query, desk) !== undefined;

/** Right before, or with one more short noun between: 财政 in 财政收入. */
const isBefore = (word: string, text: string): boolean =>
  text.endsWith(word) || (text.length > word.length + 1 && text.slice(0, -2).endsWith(word));

/** 财政收入目标: the noun before what is asked for is none that the nearest indicator bears out. */
const isOfAnother = (query: Query, { search }: Desk): boolean => {
  const missing = search.missing(query.subject, query.topic?.id ?? '');
  return query.reading.mentions.some(
    ({ kind: what, text, span: [from] }) =>
      what === 'intent' && text !== '' && missing.some((word) => isBefore(word, query.reading.text.slice(0, from))),
  );
};

/** An indicator in a year or over the years. */
export const indicator = kind<Facts>({
  name: 'indicator',
  examples: [
    '2021年金融业增加值目标是多少？',
    '本外币存款余额2022年要到多少',
    '年保费收入这几年的目标',
    '2018年末上市公司有几家',
    '储备拟上市公司三年目标分别是多少',
    '金融业增加值2021年比2019年增长百分之几？',
    '2020年贷款余额定的是2.8万亿对不对',
    '二〇二二年贷款余额',
    '21年保费定了多少',
    '拟上市企业2020年底要储备几家',
    '金融机构总数2019年是多少',
    '存款余额2018年到2022年怎么变的',
    '保费收入年均增长多少',
    '贷款余额每年增速',
    '２０２２年末金融机构累计数',
    'baofei shouru 2021',
    '去年和今年不管，2020年上市公司目标几家',
    '金融业增加值2021年比2020年多多少',
    '2022年保费收入目标是700亿元，对吗',
    'What is the loan balance target for 2022?',
    '儲備擬上市公司2021年幾多間',
  ],
  others: [
    '保费收入和增加值哪个增长快',
    '金融业增加值哪一年过1000亿',
    '科创板2021年新增几家',
    '2025年保费收入目标是多少',
  ],
  find: (query, desk) => {
    const indicators = indicatorsOf(query, desk);
    if (indicators.length === 0 || query.tasks.length > 0 || asks(query, 'who', 'support')) return undefined;
    if (query.indicators.length === 0 && isOfAnother(query, desk)) return undefined;
    if (isAddition(query, desk)) return undefined;
    const known = indicators[0]?.values.map(({ year }) => year) ?? [];
    const asked = query.years.filter((year) => known.includes(year));
    if (query.years.length > 0 && asked.length === 0) return undefined;
    return { indicators, years: asked.length > 0 ? asked : known, claimed: claimOf(query) };
  },
  phrase: phraseIndicator,
});
