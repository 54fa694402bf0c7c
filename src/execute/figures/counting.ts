import type { Ask, Figure, Ref } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { termsIn } from './match.ts';

/** So much of the words must stand in the noun that a figure counts. */
const HALF = 0.5;

/** The share of the words that a noun holds. */
const shareOf = ({ of }: Figure, words: string): number => {
  const [asked, held] = [termsIn(words), termsIn(of)];
  return [...asked].filter((term) => held.has(term)).length / Math.max(1, asked.size);
};

interface Counting {
  readonly ref: Ref;
  readonly share: number;
  /** A shorter noun says no more than the words do. */
  readonly length: number;
}

const FIGURED: readonly Ask['ask'][] = ['value', 'reckon', 'differences'];

/** What is reckoned over the years stands in several of them. */
const enough = (figures: readonly Figure[], ask: Ask): boolean =>
  ask.ask !== 'reckon' || new Set(figures.flatMap(({ years }) => years)).size > 1;

/** Returns, of several topics, the one whose figures count just what the words say, and no more particular thing. */
export const countingOf = (
  words: string,
  refs: readonly Ref[],
  { ask, ground }: { readonly ask: Ask; readonly ground: Ground },
): Ref | undefined => {
  if (!FIGURED.includes(ask.ask)) return undefined;
  const asked = 'measure' in ask ? ask.measure : undefined;
  const found = refs.flatMap((ref): readonly Counting[] => {
    const figures = ground.library
      .figures(ref)
      .filter((figure) => (asked === undefined || figure.measure === asked) && shareOf(figure, words) >= HALF);
    if (figures.length === 0 || !enough(figures, ask)) return [];
    const share = Math.max(...figures.map((figure) => shareOf(figure, words)));
    const best = figures.filter((figure) => shareOf(figure, words) === share);
    return [{ ref, share, length: Math.min(...best.map(({ of }) => of.length)) }];
  });
  const [first, second] = found.toSorted((a, b) => b.share - a.share || a.length - b.length);
  const tied = first && second && first.share === second.share && first.length === second.length;
  return tied ? undefined : first?.ref;
};
