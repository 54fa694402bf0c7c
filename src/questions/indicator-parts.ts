import type { Desk, Draft } from '../answer/draft.ts';
import { parentOf } from '../answer/task-sources.ts';
import { termsOf } from '../search/terms.ts';
import type { Indicator, IndicatorValue, Query } from '../types.ts';

export const valueIn = (indicator: Indicator, year: number): IndicatorValue | undefined =>
  indicator.values.find((value) => value.year === year);

/** An everyday name of an indicator (存款, 保费) is also a plain word: with more beside it, the question is of something else. */
const SHORT_NAME = 4;
const LEFT_OVER = 3;
/** Two of them in one question are no coincidence, unless much else is said. */
const LEFT_OVER_SEVERAL = 8;
/** Figures, measures and verbs of reaching say nothing of another subject. */
const NOT_A_SUBJECT =
  /全市|我市|本市|上一?年|去年|前一年|\d+(?:\.\d+)?|万亿|亿|万|元|家|要|达到|达|到|底|末|为|是|有|\s+/g;

const ENGLISH_ASIDE =
  /\b(?:reach(?:es|ed)?|exceeds?|hits?|trillion|billion|planned|vs|versus|compared?|differences?|between|million|yuan|rmb|grow(?:s|th)?|increases?|targets?|totals?|end|figures?)\b/g;

const isShort = (name: string): boolean =>
  /[a-z]/.test(name) ? name.split(' ').length <= 2 : name.length <= SHORT_NAME;

const isBeside = (query: Query): boolean => {
  const mentions = query.reading.mentions.filter(({ kind: what }) => what === 'indicator' || what === 'beside');
  if (mentions.length === 0 && query.assumed.length > 0) return false;
  const most = query.indicators.length > 1 ? LEFT_OVER_SEVERAL : LEFT_OVER;
  if (mentions.some(({ text, kind: what }) => what === 'indicator' && !isShort(text))) return false;
  const rest = mentions.reduce((text, { text: name }) => text.replace(name, ''), query.subject);
  if (query.language === 'en')
    return termsOf(rest.replace(ENGLISH_ASIDE, ' '), () => []).some(({ text }) => !/\d/.test(text));
  return rest.replace(NOT_A_SUBJECT, '').length >= most;
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

export const measureOf = (indicator: Indicator, desk: Desk): string =>
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
