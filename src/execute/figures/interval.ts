import { type Interval, intervalsIn } from '../../quantity-interval.ts';
import type { Ground } from '../ground.ts';
import { sentencesFor } from './choose.ts';
import { matchOf, sentencesIn, termsIn } from './match.ts';
import type { FigureResult, Sentence } from './result.ts';
import { piecesOf } from './scopes.ts';
import type { Thing } from './things.ts';

/** So much of the words must a sentence bear out to speak of the same. */
const SURE = 0.5;
/** And so much, where no other sentence says how often anything is done. */
const SURE_ALONE = 0.34;
/** Sentences this close to the best may be meant as well. */
const NEAR_BEST = 0.6;

interface Often {
  readonly sentence: Sentence;
  readonly intervals: readonly Interval[];
  readonly share: number;
}

const isSame = ({ intervals }: Often, months: number): boolean => intervals.some((one) => one.months === months);

/** Returns whether something is done as often as was claimed; undefined where no sentence that speaks of it says how often. */
export const executeInterval = (
  thing: Thing,
  { words, months }: { readonly words: string; readonly months: number },
  ground: Ground,
): FigureResult | undefined => {
  const match = matchOf(words, thing, ground);
  const spoken = sentencesFor(words, thing, ground);
  const all = (spoken.length > 0 ? spoken : sentencesIn(thing, ground)).flatMap((sentence): readonly Often[] => {
    const intervals = piecesOf(sentence.text).flatMap(intervalsIn);
    return intervals.length > 0 ? [{ sentence, intervals, share: match.share(sentence.text) }] : [];
  });
  const [best] = all.toSorted((a, b) => b.share - a.share);
  const least = all.length === 1 ? SURE_ALONE : SURE;
  if (!best || best.share < least) return undefined;
  const terms = [...termsIn(words)];
  const lacking = terms.filter((term) => !termsIn(best.sentence.text).has(term));
  /** Another sentence speaks of what the best one does not: which of them is meant is not told. */
  const isRival = ({ sentence: { text }, share }: Often): boolean =>
    share >= best.share * NEAR_BEST || lacking.some((term) => termsIn(text).has(term));
  const told = [best, ...all.filter((one) => one !== best && isRival(one))];
  const [same, others] = [told.filter((one) => isSame(one, months)), told.filter((one) => !isSame(one, months))];
  const verdict = others.length === 0 ? true : same.length === 0 ? false : undefined;
  const [first, ...rest] = [...others, ...same];
  if (!first) return undefined;
  const dates = [...new Set([first, ...rest].flatMap(({ intervals }) => intervals.map(({ printed }) => printed)))];
  const sentences = [first.sentence, ...rest.map(({ sentence }) => sentence)] as const;
  return { shape: 'when', thing, confirm: true, years: [], dates, sentences, verdict };
};
