import { conflictNotices } from '../answer/conflicts.ts';
import { counted, type Desk, type Draft } from '../answer/draft.ts';
import { parentOf } from '../answer/task-sources.ts';
import { termsOf } from '../search/terms.ts';
import type { Computed, Indicator, IndicatorValue, Query } from '../types.ts';
import { bearing, difference, growth, meanGrowth } from './arithmetic.ts';
import { kind } from './kind.ts';
import { asks, nearestTask, textWithoutYears } from './subject.ts';

interface Facts {
  readonly indicators: readonly Indicator[];
  readonly years: readonly number[];
  /** A figure named in the question, to be borne out or corrected. */
  readonly claimed: string | undefined;
}

const CLAIM = /(\d+(?:\.\d+)?)\s*(万亿|亿|万)?(?:元|家)?/g;

export const valueIn = (indicator: Indicator, year: number): IndicatorValue | undefined =>
  indicator.values.find((value) => value.year === year);

/** An everyday name of an indicator (存款, 保费) is also a plain word: with more beside it, the question is of something else. */
const SHORT_NAME = 4;
const LEFT_OVER = 4;
/** Figures, measures and verbs of reaching say nothing of another subject. */
const NOT_A_SUBJECT = /\d+(?:\.\d+)?|万亿|亿|万|元|家|要|达到|达|到|底|末|为|是|有|\s+/g;

const isShort = (name: string): boolean =>
  /[a-z]/.test(name) ? name.split(' ').length <= 2 : name.length <= SHORT_NAME;

const isBeside = (query: Query): boolean => {
  const mentions = query.reading.mentions.filter(({ kind: what }) => what === 'indicator');
  if (mentions.some(({ text }) => !isShort(text))) return false;
  const rest = mentions.reduce((text, { text: name }) => text.replace(name, ''), query.subject);
  if (query.language === 'en') return termsOf(rest, () => []).some(({ text }) => !/\d/.test(text));
  return rest.replace(NOT_A_SUBJECT, '').length >= LEFT_OVER;
};

/** Indicators asked for: by name, or as the topic that search found. */
export const indicatorsOf = (query: Query, { plan }: Desk): readonly Indicator[] => {
  const numbers =
    query.indicators.length > 0 && !isBeside(query)
      ? query.indicators
      : plan.indicators.filter(({ clause }) => clause === query.topic?.clause).map(({ number }) => number);
  return plan.indicators.filter(({ number }) => numbers.includes(number));
};

const roleOf = ({ role }: IndicatorValue, desk: Desk): string => desk.say(role === 'past' ? 'pastMark' : 'targetMark');

const measureOf = (indicator: Indicator, desk: Desk): string =>
  desk.language === 'en'
    ? (desk.glosses.indicators.get(indicator.number)?.measure ?? indicator.measure)
    : indicator.measure;

/** 金融业增加值（单位：亿元） and its figures, a line a year. */
export const indicatorLines = (indicator: Indicator, years: readonly number[], desk: Desk): readonly string[] => {
  const measure = measureOf(indicator, desk);
  const values = indicator.values.filter(({ year }) => years.includes(year));
  const [only] = values;
  if (values.length === 1 && only)
    return [
      desk.say('indicatorValue', {
        name: desk.name.indicator(indicator),
        year: only.year,
        role: desk.say(only.role),
        value: only.printed,
        measure: `${measure}`,
      }),
    ];
  return [
    desk.say('unitOfMeasure', { name: desk.name.indicator(indicator), measure }),
    ...values.map((value) =>
      desk.say('indicatorRow', { year: value.year, value: value.printed, measure, role: roleOf(value, desk) }),
    ),
  ];
};

/** Years of the header count as sources of a row: the row alone prints none. */
export const indicatorCitations = (
  indicators: readonly Indicator[],
  { cite, clause }: Desk,
): NonNullable<Draft['citations']> => {
  const header = clause(parentOf(indicators[0]?.clause ?? ''));
  return [...indicators.map((row) => cite(row.clause)), ...(header ? [cite(header.id)] : [])];
};

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

const EACH_YEAR = /每年|逐年|各年|历年|分年|年度|year by year|each year|every year|annual/u;
const MEAN = /年均|平均每年|复合|on average|average/u;

interface Change {
  readonly lines: readonly string[];
  readonly computed: readonly Computed[];
}

/** The growth of each year over the one before it. */
const steps = (values: readonly IndicatorValue[], clauses: readonly string[]): readonly Computed[] =>
  values.slice(1).map((value, at) => growth(value.printed, values[at]?.printed ?? '', clauses));

/** Changes between the years asked for: each step computed, with its formula. */
const changes = (indicator: Indicator, years: readonly number[], query: Query, desk: Desk): Change => {
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
  const each = EACH_YEAR.test(query.reading.text) ? steps(values, clauses) : [];
  const eachLines = each.map(({ value, formula }, at) =>
    desk.say('growthStep', { from: values[at]?.year ?? '', to: values[at + 1]?.year ?? '', value, formula }),
  );
  return {
    lines: [
      ...mean.map(({ value, formula }) => desk.say('growthMean', { value, formula })),
      ...eachLines,
      ...(asks(query, 'growth') ? [riseLine, gapLine] : [gapLine, riseLine]),
    ],
    computed: [gap, rise, ...mean, ...each],
  };
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

/** An indicator in a year or over the years. */
export const indicator = kind<Facts>({
  name: 'indicator',
  examples: [
    '2021年金融业增加值目标是多少？',
    '本外币存款余额2022年要到多少',
    '年保费收入这几年的目标',
    '2018年末上市公司有几家',
    '储备拟上市公司三年目标分别是多少',
    '金融业增加值2022年比2020年增长百分之几？',
    '2020年贷款余额定的是2.8万亿对不对',
  ],
  find: (query, desk) => {
    const indicators = indicatorsOf(query, desk);
    if (indicators.length === 0 || query.tasks.length > 0 || asks(query, 'who', 'support')) return undefined;
    if (isAddition(query, desk)) return undefined;
    const known = indicators[0]?.values.map(({ year }) => year) ?? [];
    const asked = query.years.filter((year) => known.includes(year));
    if (query.years.length > 0 && asked.length === 0) return undefined;
    return { indicators, years: asked.length > 0 ? asked : known, claimed: claimOf(query) };
  },
  phrase: phraseIndicator,
});

/** The indicator table itself. */
export const indicatorTable = kind({
  name: 'indicator-table',
  examples: ['主要指标有哪几个', '指标表里一共几个指标'],
  find: (query, { plan }) =>
    asks(query, 'indicators') && query.indicators.length === 0 && !asks(query, 'most') ? plan.indicators : undefined,
  phrase: (indicators, desk) => {
    const table = desk.clause(parentOf(indicators[0]?.clause ?? ''))?.label ?? '';
    return {
      status: 'answered',
      brief: true,
      lines: [
        desk.say('indicatorList', { table, count: indicators.length }),
        ...indicators.map((row) => {
          const targets = row.values
            .filter(({ role }) => role === 'target')
            .map(({ year, printed }) => `${year}: ${printed}`);
          return desk.say('taskLine', {
            number: row.number,
            title: desk.name.indicator(row),
            mark: desk.say('indicatorMark', { measure: measureOf(row, desk), values: targets.join(', ') }),
          });
        }),
      ],
      citations: indicatorCitations(indicators, desk),
      computed: [
        counted(
          indicators.length,
          '指标表的行数',
          indicators.map(({ clause }) => clause),
        ),
      ],
    };
  },
});
