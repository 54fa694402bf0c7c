import { PAID_BY_RULE } from '../../library/figure-words.ts';
import type { Query } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { sentencesFor } from './choose.ts';
import { matchOf } from './match.ts';
import type { FigureResult } from './result.ts';
import { foundOf } from './scopes.ts';
import type { Thing } from './things.ts';

const BY_RULE = new RegExp(PAID_BY_RULE, 'u');
/** So much of the words must the sentence bear out. */
const WELL = 0.6;

/**
 * Returns the sentence that leaves to other rules how much is paid, where it speaks of the words more than any with an
 * amount: 对升级为国家级的，按照国家规定予以配套支持.
 */
export const executeByRule = (thing: Thing, query: Query, ground: Ground): FigureResult | undefined => {
  const [ask] = query.asks;
  if (ask.ask !== 'value' || query.claims.length > 0 || thing.kind === 'indicator' || query.words === '')
    return undefined;
  const match = matchOf(query.words, thing, ground);
  const figured = new Set(foundOf(thing, ground).map(({ figure }) => figure.sentence));
  const most = Math.max(0, ...[...figured].map(match.share));
  const sentence = sentencesFor(query.words, thing, ground).find(
    ({ text }) => BY_RULE.test(text) && !figured.has(text) && match.share(text) >= WELL && match.share(text) > most,
  );
  return sentence && { shape: 'texts', form: 'content', alone: true, years: [], texts: [{ thing, best: [sentence] }] };
};
