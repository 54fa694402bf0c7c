import type { Claim, Query } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { executeInterval } from './interval.ts';
import type { FigureResult } from './result.ts';
import { executeSaid } from './said.ts';
import type { Thing } from './things.ts';
import { executeQuantity, type QuantityClaim } from './verdict.ts';
import { executeWhen, type TimeClaim } from './when.ts';

/** Several results as one. */
export const several = (results: readonly (FigureResult | undefined)[]): FigureResult | undefined => {
  const [first, ...rest] = results.flatMap((result) => result ?? []);
  return first && (rest.length > 0 ? { shape: 'several', results: [first, ...rest] } : first);
};

/** Returns a verdict on one thing of several: that of the first thing of which anything can be told. */
export const told = (results: readonly FigureResult[]): FigureResult | undefined =>
  results.find((result) => result.shape !== 'nothing') ?? results[0];

/** Returns the amount that is claimed first. */
export const quantityIn = (claims: readonly Claim[]): QuantityClaim | undefined =>
  claims.flatMap((claim) => (claim.claim === 'quantity' ? [claim] : []))[0];

/** Returns the time that is claimed. */
export const timeIn = (claims: readonly Claim[]): TimeClaim | undefined =>
  claims.flatMap((claim) => (claim.claim === 'year' || claim.claim === 'date' ? [claim] : []))[0];

/** How often things are done as was claimed; beside an amount only where it is another. */
const oftenIn = (
  things: readonly Thing[],
  { query, months }: { readonly query: Query; readonly months: number },
  ground: Ground,
): FigureResult | undefined => {
  const found = things.flatMap((thing) => executeInterval(thing, { words: query.words, months }, ground) ?? []);
  const beside = query.claims.some(({ claim }) => claim === 'quantity');
  return found.find((one) => !beside || (one.shape === 'when' && one.verdict === false));
};

/** Returns what the plan says of what is claimed: how often, how much, when, or in words. */
export const claimed = (things: readonly Thing[], query: Query, ground: Ground): FigureResult | undefined => {
  const often = query.claims.find((claim) => claim.claim === 'interval');
  const done = often && oftenIn(things, { query, months: often.months }, ground);
  if (done) return done;
  const quantities = query.claims.flatMap((claim) => (claim.claim === 'quantity' ? [claim] : []));
  if (quantities.length > 0)
    return several(
      quantities.map((claim) => told(things.map((thing) => executeQuantity(thing, { query, said: claim }, ground)))),
    );
  const time = timeIn(query.claims);
  const when = time && told(things.map((thing) => executeWhen(thing, { query, claim: time }, ground)));
  /** A year that is not told: what that year demands is said instead. */
  const untold = time?.claim === 'year' && !(when?.shape === 'when' && when.verdict !== undefined);
  if (when) return untold ? undefined : when;
  const words = query.claims.flatMap((claim) => (claim.claim === 'words' ? [claim.words] : []))[0];
  return words === undefined ? undefined : told(things.map((thing) => executeSaid(thing, words, ground)));
};
