import type { Ground } from '../ground.ts';
import { heldShare, termsIn } from './match.ts';
import type { FigureResult } from './result.ts';
import { type Thing, thingOf, titleOf } from './things.ts';

/** So much of the words must stand in the sentence that answers, and the best is taken of so many topics. */
const WELL = 0.66;
const MOST_TRIED = 8;

/** Other things of the plan that have every noun of the words, the likeliest first: what one of them says of it counts. */
const othersFor = (words: string, things: readonly Thing[], ground: Ground): readonly Thing[] => {
  if (ground.alone || words.trim() === '') return [];
  const known = new Set(things.map(({ topic }) => topic));
  return ground.search
    .topics(words)
    .filter(({ topic }) => !known.has(topic.id) && ground.search.missing(words, topic.id).length === 0)
    .slice(0, MOST_TRIED)
    .flatMap(({ topic }) => thingOf({ type: 'clause', id: topic.clause }, ground) ?? []);
};

/** The words with the names of things that they do not say themselves: 成立 of 天然气交易中心 is not that of another. */
const namedIn = (words: string, things: readonly Thing[]): string => {
  const said = termsIn(words);
  const unsaid = things.map(titleOf).filter((title) => ![...termsIn(title)].some((term) => said.has(term)));
  return [...unsaid, words].join(' ');
};

/** Returns whether a sentence speaks of just what was asked, so that it answers though its thing was not meant. */
const speaksOf = (sentence: string, words: string): boolean => heldShare(words, sentence) >= WELL;

/** The sentences by which a result answers; none where it has nothing. */
const answering = (result: FigureResult): readonly string[] => {
  switch (result.shape) {
    case 'when':
      return result.sentences.map(({ text }) => text);
    case 'reckoned':
      return result.reckoned.flatMap(({ of }) => of.map(({ figure }) => figure.sentence));
    case 'values':
      return result.series.flatMap(({ found }) => found.map(({ figure }) => figure.sentence));
    default:
      return [];
  }
};

/**
 * Returns what another thing of the plan says, where the things that the words were taken for say nothing: 总体目标 may
 * print what the tasks do not. Undefined where no sentence speaks of just that.
 */
export const acrossPlan = (
  { words, things }: { readonly words: string; readonly things: readonly Thing[] },
  execute: (thing: Thing) => FigureResult | undefined,
  ground: Ground,
): FigureResult | undefined => {
  const said = namedIn(words, things);
  for (const thing of othersFor(words, things, ground)) {
    const result = execute(thing);
    if (result && answering(result).some((sentence) => speaksOf(sentence, said))) return result;
  }
  return undefined;
};
