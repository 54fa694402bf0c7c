import { PAID } from '../../library/figure-words.ts';
import { isCase } from '../../library/noun.ts';
import { createRecent, type Recent } from '../../recent.ts';
import { canonical } from '../../text.ts';
import type { Quantity } from '../../values.ts';
import { attributesIn } from '../attribute-words.ts';
import type { Ground } from '../ground.ts';
import { asPrintedOf, bearsOut, missingWord } from './attributes.ts';
import { lettered, ofKind, ofLength } from './cases.ts';
import { allInSentence, isInSentence } from './in-sentence.ts';
import { isForeign, type Match, matchOf, piecesIn, sentencesIn, termsIn } from './match.ts';
import { CHUNK_SHARE, nameShare, namesIn } from './names.ts';
import { quantitiesOfItems } from './of-items.ts';
import type { Found, Sentence, Series } from './result.ts';
import { isNamedAlone, runOf } from './run.ts';
import { foundOf } from './scopes.ts';
import { type Asked, classOf, fitsOf, isOf, seriesOf } from './series.ts';
import { withoutStrange } from './strange.ts';
import { type Thing, titleOf } from './things.ts';

const PAYS = new RegExp(PAID, 'u');
/** How much the sentence counts beside the words right around the figure. */
const SENTENCE_SHARE = 0.5;
/** Words of the figure before it count so much. */
const BESIDE_SHARE = 0.8;
/** Figures this close to the best are asked for as much. */
const NEAR_BEST = 0.85;
/** Where another piece says the words and the figure's own hardly does, the figure is of something else. */
const [HARDLY, WELL] = [0.34, 0.6];

/** What is looked for in the figures of a thing. */
export interface Wish extends Asked {
  readonly words: string;
  readonly years: readonly number[];
  readonly part?: string | undefined;
  /** Only what is paid out. */
  readonly grant?: true;
  /** Amounts that say which case is meant, and are not asked for. */
  readonly given?: readonly Quantity[];
}

/** Figures that were asked for, or the word that the plan does not bear out. */
export type Chosen =
  | {
      readonly kind: 'series';
      readonly series: readonly [Series, ...Series[]];
      readonly best: Sentence | undefined;
      /** Each is that of another item of a list, which was named. */
      readonly items?: true;
    }
  | { readonly kind: 'attribute'; readonly asked: string; readonly near: Sentence | undefined }
  | { readonly kind: 'figure'; readonly near: Sentence | undefined };

/** Returns the sentences of a thing that bear some words out, best first, each sentence once. */
export const sentencesFor = (
  words: string,
  thing: Thing,
  ground: Ground,
): readonly (Sentence & { readonly score: number })[] => {
  const seen = new Set<string>();
  return ground.search.passages(words, thing.topic).flatMap(({ passage, score }) => {
    const key = `${passage.clause} ${passage.year} ${passage.text}`;
    if (passage.field === 'title' || seen.has(key)) return [];
    seen.add(key);
    return [{ text: passage.text, clause: passage.clause, year: passage.year, score }];
  });
};

interface Scored {
  readonly series: Series;
  readonly score: number;
  readonly share: number;
}

/** Where the figure stands, its sentence and the thing's name: what may bear an attribute out. */
const evidenceOf = ({ found }: Series): string =>
  canonical(
    found.map(({ scope, figure, thing }) => `${scope} ${figure.of} ${figure.under ?? ''} ${titleOf(thing)}`).join(' '),
  );

/** How figures are ranked. */
interface Ranked extends Match {
  /** The best share of any piece of the thing: where its figures hardly have any, they are of something else. */
  readonly best: number;
  /** Money was asked for: what is counted before it in the sentence is what it is of. */
  readonly narrow: boolean;
  /** What is paid out was asked for: the piece before says to whom. */
  readonly paid: boolean;
}

/** How well the words around a figure bear out the question; pieces before it may name their subject. */
const shareOf = ({ scope, figure, beside = '' }: Found, match: Ranked): number => {
  const headed = figure.under === undefined ? 0 : match.share(`${figure.under}，${scope}`);
  const own = Math.max(match.share(scope), match.share(figure.of), headed);
  const ofCase = isCase(beside);
  if ((own === 0 && !match.paid && !ofCase) || own >= HARDLY) return own;
  const joint = match.share(`${beside}，${scope}`);
  return match.narrow || ofCase || joint > match.share(beside) ? Math.max(own, BESIDE_SHARE * joint) : own;
};

const scored = (
  all: readonly Series[],
  match: Ranked,
  sentences: readonly (Sentence & { score: number })[],
): readonly Scored[] => {
  const top = sentences[0]?.score ?? 0;
  const sentenceScore = ({ figure }: Found): number =>
    top === 0
      ? 0
      : (sentences.find(({ text, clause }) => text === figure.sentence && clause === figure.clause)?.score ?? 0) / top;
  return all
    .map((series): Scored => {
      const share = Math.max(...series.found.map((found) => shareOf(found, match)));
      const sentence = Math.max(...series.found.map(sentenceScore));
      return { series, share, score: share + SENTENCE_SHARE * sentence };
    })
    .sort((a, b) => b.score - a.score);
};

/** 家次和金额, 社区支行、事业部: for each of the names, the other figure that alone bears it out. */
const namedBeside = (words: string, best: Scored, rest: readonly Scored[]): readonly Scored[] => {
  const chunks = namesIn(words);
  if (chunks.length < 2) return [];
  const shareIn = (chunk: string, { series }: Scored): number =>
    Math.max(...series.found.map((found) => nameShare(chunk, found)));
  const title = canonical(best.series.found.map(({ thing }) => titleOf(thing)).join(' '));
  return chunks
    .filter((chunk) => !title.includes(chunk) && shareIn(chunk, best) < 1)
    .flatMap((chunk) => {
      const top = Math.max(0, ...rest.map((one) => shareIn(chunk, one)));
      const held = rest.filter((one) => shareIn(chunk, one) === top);
      return top >= CHUNK_SHARE && top > shareIn(chunk, best) && held.length === 1 ? held : [];
    });
};

/** The series that fit the unit as exactly as any. */
const inUnit = (all: readonly Series[], wish: Wish): readonly Series[] => {
  const fitOf = fitsOf(wish);
  const fits = all.map((series) => ({ series, fit: fitOf(series) })).filter(({ fit }) => fit > 0);
  const most = Math.max(0, ...fits.map(({ fit }) => fit));
  return fits.filter(({ fit }) => fit === most).map(({ series }) => series);
};

const rankedBy = (wish: Wish, thing: Thing, ground: Ground): Ranked => {
  const match = matchOf(wish.words, thing, ground);
  const narrow = classOf(wish) === 'money';
  const best = Math.max(0, ...piecesIn(thing, ground).map(match.share));
  return { ...match, best, narrow, paid: wish.grant ?? false };
};

/** Those of the years asked for, where others say no more of the words. */
const ofYears = (all: readonly Scored[], years: readonly number[]): readonly Scored[] => {
  const dated = all.filter(({ series }) => years.length > 0 && series.found.some((found) => isOf(found, years)));
  const most = Math.max(0, ...dated.map(({ share }) => share));
  return most > 0 && most >= Math.max(...all.map(({ share }) => share)) ? dated : all;
};

const pick = (scores: readonly Scored[], match: Ranked, wish: Wish): readonly Scored[] => {
  const all = ofYears(lettered(scores, wish.words), wish.years);
  const [best] = all;
  if (!best) return [];
  if (termsIn(wish.words).size === 0 || !match.apart) return all;
  if (best.score === 0 && isForeign(wish.words)) return all;
  if (best.series.found[0].thing.kind === 'indicator') return all;
  if (wish.unit === 'percent' && all.length === 1 && (best.share > 0 || isInSentence(best, wish.words))) return all;
  if (best.series.found[0].figure.unit === 'money' && all.length === 1 && isInSentence(best, wish.words)) return all;
  const paid = best.share < HARDLY && wish.grant ? allInSentence(all, wish.words) : [];
  if (paid.length > 0) return paid;
  if (best.share < HARDLY && match.best >= WELL) return [];
  if (best.score === 0) return [];
  const kin = ofLength(all, wish.words) ?? ofKind(all, wish.words);
  if (kin) return kin;
  const near = all.filter(({ score }) => score >= best.score * NEAR_BEST);
  const beside = namedBeside(
    wish.words,
    best,
    all.filter((one) => !near.includes(one)),
  );
  const every = all.map(({ series }) => series);
  const run = runOf(best.series, every);
  const named = all.filter(({ series }) => isNamedAlone(series, runOf(series, every), wish.words));
  const own = named.find(({ series }) => run.includes(series));
  if (own) return named.filter(({ share }) => share >= own.share);
  return all.filter((one) => near.includes(one) || beside.includes(one) || run.includes(one.series));
};

const choose = (asking: Wish, thing: Thing, ground: Ground): Chosen => {
  const wish = { ...asking, words: asPrintedOf(asking.words, thing, ground) };
  const sentences = sentencesFor(wish.words, thing, ground);
  const near = sentences[0] ?? sentencesIn(thing, ground)[0];
  const match = rankedBy(wish, thing, ground);
  const all = foundOf(thing, ground, classOf(wish) === 'time' ? 'times' : 'amounts');
  const found = all.filter(
    ({ figure }) =>
      (wish.part === undefined || figure.part === wish.part) &&
      (!wish.grant || PAYS.test(figure.sentence)) &&
      !wish.given?.some(({ value, unit }) => value === figure.value && unit === figure.unit),
  );
  const items = quantitiesOfItems(
    inUnit(seriesOf(found), wish).flatMap((one) => one.found),
    wish,
    { thing, ground },
  );
  if (items) return { kind: 'series', series: items, items: true, best: sentenceOf(items[0].found[0]) };
  const attributes = attributesIn(wish.words, ground);
  const asked = attributes.some(({ by }) => by === 'percent') ? { ...wish, unit: 'percent' as const } : wish;
  const { kept: picked, lost } = withoutStrange(
    pick(scored(inUnit(seriesOf(found), asked), match, sentences), match, asked),
    asked,
    ground,
  );
  /** Said of the thing, and not of the figure. */
  const printed = lost !== undefined && piecesIn(thing, ground).some((piece) => canonical(piece).includes(lost));
  if (lost !== undefined) return printed ? { kind: 'figure', near } : { kind: 'attribute', asked: lost, near };
  const figures = picked.flatMap(({ series }) => series.found.filter((found) => isOf(found, wish.years)));
  const evidence = { text: picked.map(({ series }) => evidenceOf(series)).join(' '), figures };
  const attribute = attributes.find((one) => !bearsOut(one, evidence, ground));
  const missing = attribute ? undefined : missingWord(wish.words, thing, ground);
  const said = attribute && sentences.some(({ text }) => bearsOut(attribute, { text: canonical(text) }, ground));
  if (attribute && (picked.length > 0 || !said)) return { kind: 'attribute', asked: attribute.said, near };
  if (missing) return { kind: 'attribute', asked: missing, near };
  const [first, ...rest] = picked.map(({ series }) => series);
  if (!first) return { kind: 'figure', near };
  const sentence = first.found.find(
    ({ years }) => wish.years.length === 0 || years.some((year) => wish.years.includes(year)),
  );
  return {
    kind: 'series',
    series: [first, ...rest],
    best: thing.kind === 'indicator' ? undefined : sentenceOf(sentence ?? first.found[0]),
  };
};

const sentenceOf = ({ figure: { sentence, clause, part, years } }: Found): Sentence => ({
  ...{ text: sentence, clause, year: part === 'annex' ? years[0] : undefined },
});

const kept = new WeakMap<Ground, Recent<Chosen>>();
/** A topic is looked at for its figures before it is taken, and again for the answer. */
const MOST_KEPT = 8;

/** Returns the figures of a thing that were asked for by words, unit and years, or why there is none. */
export const chooseFigures = (wish: Wish, thing: Thing, ground: Ground): Chosen => {
  const recent = kept.get(ground) ?? createRecent<Chosen>(MOST_KEPT);
  kept.set(ground, recent);
  return recent(JSON.stringify([thing.kind, thing.topic, wish]), () => choose(wish, thing, ground));
};
