import type { Query } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { heldShare, matchOf, sentencesIn, termsIn } from './match.ts';
import type { Sentence } from './result.ts';
import { piecesOf } from './scopes.ts';
import { type Thing, titleOf } from './things.ts';

/** So much of the words in its name: the thing as a whole is meant. */
const NAMED = 0.34;
/** A piece says the words; it hardly does. */
const [SAYS, HARDLY] = [0.9, 0.5];
/** So many of the words' pairs stand in a piece that says them. */
const HELD = 0.5;

/**
 * Returns the sentences of a task that speak of what the words name, where they stand under other years than those asked
 * for: 西咸金融港 is to be handed over in 2020, and nothing is said of it in 2021.
 */
export const underOtherYears = (
  thing: Thing,
  { query, years }: { readonly query: Query; readonly years: readonly number[] },
  ground: Ground,
): readonly Sentence[] => {
  if (thing.kind !== 'task' || years.length === 0 || query.words === '') return [];
  const all = sentencesIn(thing, ground);
  const words = ground.search.asPrinted(query.words, all.map(({ text }) => text).join('\n'));
  if (termsIn(words).size === 0 || heldShare(words, titleOf(thing)) > NAMED) return [];
  const { share } = matchOf(words, thing, ground);
  const scores = all.map((one) => {
    const pieces = piecesOf(one.text);
    return {
      one,
      share: Math.max(0, ...pieces.map(share)),
      held: Math.max(0, ...pieces.map((piece) => heldShare(words, piece))),
    };
  });
  const isAsked = ({ year }: Sentence): boolean => year === undefined || years.includes(year);
  if (scores.some(({ one, share: own }) => isAsked(one) && own > HARDLY)) return [];
  return scores
    .filter(({ one, share: own, held }) => !isAsked(one) && own >= SAYS && held >= HELD)
    .map(({ one }) => one);
};
