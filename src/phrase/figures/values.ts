import type { Desk, Draft } from '../../answer/draft.ts';
import { hasPeriod } from '../../answer/front.ts';
import { measureOf, numeralOf, scaleOf } from '../../execute/figures/arithmetic.ts';
import type { FigureResult, Found, Sentence, Series } from '../../execute/figures/result.ts';
import type { Thing } from '../../execute/figures/things.ts';
import type { Computed } from '../../types.ts';
import { answerOf, contradictionsOf, fitted, headLines, sentenceLine, sourcesOf, tasksOf } from '../texts/things.ts';
import { amountOf, convertedOf, datedOf, nounOf, valuesLine } from './amount.ts';

type Values = Extract<FigureResult, { shape: 'values' }>;

/** The things of some figures, each once. */
const thingsOf = (all: readonly Found[]): readonly Thing[] => [
  ...new Map(all.map(({ thing }) => [thing.topic, thing])).values(),
];

/** Sentences in which figures stand, each once; a table of indicators has none to quote. */
export const sentencesOf = (all: readonly Found[]): readonly Sentence[] => {
  const known = new Map<string, Sentence>();
  for (const { thing, figure } of all) {
    if (thing.kind === 'indicator') continue;
    const { clause, sentence: text, part, years } = figure;
    const key = `${clause} ${text}`;
    const before = known.get(key);
    const year = part === 'annex' ? years[0] : undefined;
    known.set(key, { text, clause, year: before && before.year !== year ? undefined : year });
  }
  return [...known.values()].sort((a, b) => (a.clause === b.clause ? (a.year ?? 0) - (b.year ?? 0) : 0));
};

const MOST_QUOTED = 3;

/** Years outside of the plan's period are said so first. */
export const outsideLines = (outside: readonly number[], { say, plan }: Desk): readonly string[] => {
  const [from, to] = plan.document.period;
  return outside.length > 0 && hasPeriod(plan)
    ? [say('notInYear', { year: [...new Set(outside)].join('、'), from, to })]
    : [];
};

/** Sentences that open with the years of some figures, each once: they bear those out. */
const openingsOf = (all: readonly Found[]): readonly Sentence[] => [
  ...new Map(
    all.flatMap(({ figure: { clause, opening } }) =>
      opening === undefined ? [] : [[opening, { text: opening, clause }]],
    ),
  ).values(),
];

/** Returns an answer whose first lines say some figures, with the sentences that bear them out. */
export const figuresDraft = (lines: readonly string[], all: readonly [Found, ...Found[]], desk: Desk): Draft => {
  const things = thingsOf(all);
  const sentences = sentencesOf(all);
  const years = all.flatMap((found) => found.years);
  const beside = contradictionsOf(things, { sentences, years, only: true }, desk);
  return answerOf({
    lines: fitted([
      ...lines,
      ...headLines(things, desk),
      ...sentences.slice(0, MOST_QUOTED).map((sentence) => sentenceLine(sentence, desk)),
    ]),
    citations: [
      ...things.flatMap((thing) =>
        sourcesOf(
          thing,
          sentences.filter((_, at) => sentenceThing(all, sentences[at]) === thing.topic),
          desk,
        ),
      ),
      ...openingsOf(all).map(({ clause, text }) => desk.cite(clause, text)),
      ...beside.citations,
    ],
    notices: beside.notices,
    computed: [...convertedOf(all, desk), ...beside.computed],
    tasks: tasksOf(things),
  });
};

const sentenceThing = (all: readonly Found[], sentence: Sentence | undefined): string | undefined =>
  all.find(({ figure }) => figure.clause === sentence?.clause && figure.sentence === sentence.text)?.thing.topic;

const stopOf = ({ language }: Desk): string => (language === 'en' ? '; ' : '、');

/** 2021年没有写的，写的是…: a year asked for in which none is printed. */
const unsaidLine = ({ found }: Series, unsaid: readonly number[], desk: Desk): string =>
  desk.say('unsaidYears', {
    of: nounOf(found[0], desk),
    years: unsaid.join('、'),
    values: found.map((one) => datedOf(one, desk)).join(stopOf(desk)),
  });

/** Amounts of money that are printed in another measure than was asked in. */
const inOther = (found: readonly Found[], scaled: string): readonly Found[] =>
  scaled === ''
    ? []
    : found.filter(
        ({ figure, ...one }) => figure.unit === 'money' && scaleOf(measureOf({ figure, ...one })) !== scaleOf(scaled),
      );

/** 即26500亿元: amounts in the measure that was asked in. */
const rescaled = (all: readonly Found[], scaled: string, desk: Desk): readonly Computed[] =>
  inOther(all, scaled).map((found) => ({
    value: `${numeralOf(found, scaled)}${scaled}`,
    formula: `${amountOf(found, desk)}=${numeralOf(found, scaled)}${scaled}`,
    from: [found.figure.clause],
  }));

/** Two figures of one noun in two sentences, 省商务厅推荐50家 and 省农业厅推荐20家: the plan's own words tell them apart. */
const isAmbiguous = ({ found: [own] }: Series, all: readonly Series[], desk: Desk): boolean =>
  desk.language !== 'en' &&
  own.figure.part === 'body' &&
  own.figure.of !== '' &&
  all.some(
    ({ found: [other] }) =>
      other.figure.sentence !== own.figure.sentence &&
      other.figure.of === own.figure.of &&
      other.figure.under === own.figure.under &&
      other.thing.topic === own.thing.topic &&
      other.years.join() === own.years.join(),
  );

/** Figures as the answer: 社区支行：2022年150家。 */
export const phraseValues = ({ series, outside, unsaid, scaled = '' }: Values, desk: Desk): Draft => {
  const [first, ...rest] = series.flatMap(({ found }) => found);
  const others = series.map(({ found }) => rescaled(found, scaled, desk));
  const lines = series.map((one, at) => {
    if (unsaid.length > 0) return unsaidLine(one, unsaid, desk);
    const line = isAmbiguous(one, series, desk) ? `${one.found[0].scope}。` : valuesLine(one.found, desk);
    const values = (others[at] ?? []).map(({ value }) => value).join('、');
    return values === '' ? line : desk.say('thatIs', { line: line.slice(0, -1), values });
  });
  const all: [Found, ...Found[]] = [first ?? series[0].found[0], ...rest];
  const draft = figuresDraft([...outsideLines(outside, desk), ...lines], all, desk);
  return { ...draft, computed: [...(draft.computed ?? []), ...others.flat()] };
};
