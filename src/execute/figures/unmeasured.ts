import { readQuantities } from '../../quantity.ts';
import { withoutDates } from '../dates.ts';
import type { Ground } from '../ground.ts';
import { matchOf } from './match.ts';
import type { FigureResult } from './result.ts';
import { piecesOf } from './scopes.ts';

/** So much of the words must stand with the number. */
const WELL = 0.6;

/** Returns whether a piece holds a number besides its dates and the amounts that can be read. */
export const holdsUnread = (piece: string): boolean => {
  const read = readQuantities(piece).filter(({ quantity }) => quantity.unit !== 'none');
  const rest = read.reduce((left, { quantity }) => left.replace(quantity.printed, ''), piece);
  return /\d/.test(withoutDates(rest));
};

/** Returns whether nothing was found where the words stand with a number in a measure that is not known: 每亩142斛. */
export const isUnmeasured = (found: FigureResult | undefined, words: string, ground: Ground): boolean => {
  if (found?.shape !== 'nothing' || found.what !== 'figure' || !found.near) return false;
  const match = matchOf(words, found.thing, ground);
  return piecesOf(found.near.text).some((piece) => match.share(piece) >= WELL && holdsUnread(piece));
};
