import type { Ask } from '../../values.ts';
import type { Ground } from '../ground.ts';
import type { Found, Series } from './result.ts';
import { foundOf } from './scopes.ts';
import type { Thing } from './things.ts';

const isBound = ({ figure }: Found): boolean => figure.relation === '≤';

const alone = (found: Found): Series => ({ found: [found], running: false });

/**
 * 最高能拿多少: of figures of no year, the most that the plan lets somebody have, 最高不超过1000万元; of those that were chosen,
 * else of their sentences. None where the plan sets no such bound.
 */
export const boundsOf = (
  chosen: readonly Series[],
  { reckon }: Extract<Ask, { ask: 'reckon' }>,
  { thing, ground }: { readonly thing: Thing; readonly ground: Ground },
): readonly Series[] => {
  if (reckon !== 'largest' || thing.kind === 'indicator') return [];
  const own = chosen.filter(({ found }) => found.every(isBound));
  if (own.length > 0) return own;
  const sentences = new Set(chosen.flatMap(({ found }) => found.map(({ figure }) => figure.sentence)));
  return foundOf(thing, ground)
    .filter((one) => isBound(one) && one.years.length === 0 && sentences.has(one.figure.sentence))
    .map(alone);
};
