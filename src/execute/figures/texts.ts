import { headYears, namedYears } from '../../library/figures.ts';
import { squeeze } from '../../text.ts';
import type { Query } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { unsaidOf } from './attributes.ts';
import { sentencesFor } from './choose.ts';
import { matchOf, sentencesIn } from './match.ts';
import type { Demand, FigureResult, Sentence, Series } from './result.ts';
import { planYears, type Thing } from './things.ts';
import { underOtherYears } from './under-other-years.ts';
import { executeValue, outsideYears } from './value.ts';

const NEAR_BEST = 0.8;
const LEAST_SCORE = 0.15;
const MOST_SENTENCES = 2;

/** Returns the sentences of a thing that answer the words, best first; none where the words only name the thing. */
const bestSentences = (thing: Thing, query: Query, ground: Ground): readonly Sentence[] => {
  if (!matchOf(query.words, thing, ground).apart) return [];
  const found = sentencesFor(query.words, thing, ground).filter(
    ({ year }) => year === undefined || query.years.length === 0 || query.years.includes(year),
  );
  const top = found[0]?.score ?? 0;
  const texts = new Set<string>();
  return found
    .filter(({ score, text }) => {
      const fresh = !texts.has(squeeze(text));
      texts.add(squeeze(text));
      return fresh && score > LEAST_SCORE && score >= top * NEAR_BEST;
    })
    .slice(0, MOST_SENTENCES);
};

type Form = Extract<FigureResult, { shape: 'texts' }>['form'];

/** What was asked of each thing, when none of them bears it out. */
const unsaid = (things: readonly Thing[], query: Query, ground: Ground): FigureResult | undefined => {
  const words = things.map((thing) => unsaidOf(query, thing, ground));
  const [thing, asked] = [things[0], words[0]];
  if (!thing || asked === undefined || words.some((word) => word === undefined)) return undefined;
  const near = sentencesFor(query.words, thing, ground)[0] ?? sentencesIn(thing, ground)[0];
  return { shape: 'nothing', what: 'attribute', asked, thing, near };
};

/** Returns what things say, with the sentences that answer the words in front. */
export const executeTexts = (
  things: readonly Thing[],
  { query, form }: { readonly query: Query; readonly form: Form },
  ground: Ground,
): FigureResult => {
  const missing = form === 'content' ? unsaid(things, query, ground) : undefined;
  if (missing) return missing;
  return {
    shape: 'texts',
    form,
    years: query.years,
    texts: things.map((thing) => ({ thing, best: bestSentences(thing, query, ground) })),
  };
};

/** Sentences that name one of some years, and those that go on behind one that begins with it: 到2025年，……。……。 */
const ofYears = (sentences: readonly Sentence[], years: readonly number[]): readonly Sentence[] => {
  let goesOn = false;
  return sentences.filter(({ text }) => {
    const named = namedYears(squeeze(text));
    const own = named.some((year) => years.includes(year));
    if (named.length > 0) goesOn = own && headYears(text).length > 0;
    return own || (named.length === 0 && goesOn);
  });
};

const demandOf = (
  thing: Thing,
  { query, years }: { readonly query: Query; readonly years: readonly number[] },
  ground: Ground,
): Demand => {
  const wanted = years.length > 0 ? years : planYears(ground.library.plan);
  const body = sentencesIn(thing, ground).filter(({ year }) => year === undefined);
  const values = thing.kind === 'indicator' ? thing.indicator.values : [];
  return {
    thing,
    cells: thing.kind === 'task' ? thing.task.row.targets.filter(({ year }) => wanted.includes(year)) : [],
    values: values.filter(({ year, role }) => (years.length > 0 ? years.includes(year) : role === 'target')),
    body: thing.kind === 'indicator' ? [] : ofYears(body, wanted),
    best: bestSentences(thing, query, ground)[0],
  };
};

const isOfChange = (claim: Query['claims'][number]): boolean => claim.claim === 'alike' && claim.not && !claim.each;

/** Whether what is claimed of the years of a task is so: that they demand the same word for word, or do not. */
const alikeIn = (thing: Thing, { claims }: Query): boolean | undefined => {
  const claim = claims.find((one) => one.claim === 'alike');
  if (claim?.claim !== 'alike' || thing.kind !== 'task') return undefined;
  const { years, not, each } = claim;
  const cells = thing.task.row.targets.filter(({ year }) => years.length === 0 || years.includes(year));
  const texts = new Set(cells.map(({ text }) => squeeze(text)));
  if (cells.length < 2) return undefined;
  return each ? texts.size === cells.length : (texts.size === 1) !== not;
};

/** So much of the words must stand around a figure for it to be what they name. */
const NAMED = 0.7;

/** 产值目标: of a thing without columns of years, the one figure that the words name. */
const namedFigure = (thing: Thing, query: Query, ground: Ground): FigureResult | undefined => {
  const cells = thing.kind === 'task' ? thing.task.row.targets.length : 0;
  const match = matchOf(query.words, thing, ground);
  if (thing.kind === 'indicator' || cells > 0 || !match.apart) return undefined;
  const found = executeValue([thing], { query, ask: { ask: 'value' } }, ground);
  const isNamed = ({ found: [{ figure, scope }] }: Series): boolean =>
    match.share([figure.under, figure.of, scope].join('，')) >= NAMED;
  return found?.shape === 'values' && found.unsaid.length === 0 && found.series.every(isNamed) ? found : undefined;
};

/** Returns what things are to reach in the years asked for, in all years of the plan when none was. */
export const executeTargets = (things: readonly Thing[], query: Query, ground: Ground): FigureResult | undefined => {
  const [first, ...rest] = things;
  if (!first) return undefined;
  const missing = unsaid(things, query, ground);
  if (missing) return missing;
  const outside = outsideYears(query.years, first, ground);
  const years = query.years.filter((year) => !outside.includes(year));
  if (query.years.length > 0 && years.length === 0)
    return { shape: 'nothing', what: 'year', asked: outside.join('、'), thing: first, near: undefined };
  const figure = rest.length === 0 ? namedFigure(first, { ...query, years }, ground) : undefined;
  if (figure) return figure;
  const alike = alikeIn(first, query);
  const [other, ...others] = rest.length === 0 ? underOtherYears(first, { query, years }, ground) : [];
  return {
    shape: 'targets',
    ...(other && { elsewhere: { words: query.words, sentences: [other, ...others] } }),
    ...(alike !== undefined && { alike, changing: query.claims.some(isOfChange) }),
    years,
    outside,
    demands: [
      demandOf(first, { query, years }, ground),
      ...rest.map((thing) => demandOf(thing, { query, years }, ground)),
    ],
  };
};
