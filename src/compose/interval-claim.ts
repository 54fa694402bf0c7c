import type { Claim, Query } from '../values.ts';
import type { Parts } from './parts.ts';

/** 每年, where it says how often, and not in which years. */
const EVERY_YEAR = 'years:every/interval';
const YEAR = 12;

/** 一次, 一遍: each time, and no amount. */
const isOnce = (claim: Claim): boolean =>
  claim.claim === 'quantity' && claim.quantity.unit === 'times' && claim.quantity.value === 1;

/** Returns a query that confirms something with how often it was said to be done as the first of its claims. */
export const withInterval = (query: Query, { interval, tokens, wanted }: Parts): Query => {
  const months = interval ?? (tokens.some(({ rule }) => rule === EVERY_YEAR) ? YEAR : undefined);
  const asks = wanted.some((one) => one.wanted !== 'whether');
  if (!query.confirm || asks || months === undefined || query.claims.some(({ claim }) => claim === 'test'))
    return query;
  const others = query.claims.filter((claim) => !isOnce(claim));
  return { ...query, claims: [{ claim: 'interval', months }, ...others] };
};
