import type { Quantity, Query } from '../values.ts';
import { isOperator } from './excepts.ts';
import type { Parts } from './parts.ts';
import { confirms } from './said.ts';

/** Returns the amounts that only say which case is meant: 低20%以上的返多少, 破千亿的集群是6个. */
export const givenIn = (parts: Parts): readonly Quantity[] => {
  const { tokens, quantities } = parts;
  const given = tokens.flatMap((token, at) =>
    token.kind === 'quantity' && quantities.includes(token.quantity) && isOperator(tokens[at + 1], 'of')
      ? [token.quantity]
      : [],
  );
  return confirms(parts) && given.length === quantities.length ? [] : given;
};

/** Returns a query with the amounts that say which case is meant: they are none of its claims. */
export const withGiven = (query: Query, parts: Parts): Query => {
  const said = givenIn(parts);
  const unclaimed = !query.confirm && query.claims.every(({ claim }) => claim !== 'quantity');
  const given = said.length === 0 && unclaimed ? parts.quantities : said;
  const asked = query.asks.every(({ ask }) => ask === 'value' || ask === 'reckon' || ask === 'targets');
  if (given.length === 0 || !asked) return query;
  const claims = query.claims.filter((one) => one.claim !== 'quantity' || !given.includes(one.quantity));
  return { ...query, given, claims, confirm: query.confirm && (claims.length > 0 || query.claims.length === 0) };
};
