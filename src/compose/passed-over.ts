import type { Operator, Query, Token } from '../values.ts';
import { isList } from './subject.ts';

/** They say that something is to change: what they change must be seen in the query. */
const CHANGING: readonly Operator[] = ['lack', 'less', 'more', 'than', 'multiple'];

const PLAIN: readonly Query['asks'][number]['ask'][] = ['members', 'count', 'content'];

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Returns the tokens that an edit passed over: the query is the one before, though they ask for another. */
export const passedOver = (tokens: readonly Token[], edited: Query, before: Query): readonly Token[] => {
  if (!isList(before) || edited.claims.length > 0 || !isSame(edited.of, before.of)) return [];
  const plain = edited.asks.every(({ ask }) => PLAIN.includes(ask)) && isSame(edited.years, before.years);
  return tokens.filter((token) => {
    if (token.kind === 'operator') return token.operator === 'other' || (plain && CHANGING.includes(token.operator));
    if (token.kind === 'position') return plain;
    return plain && token.kind === 'quantity' && token.quantity.value !== 1;
  });
};
