import { readQuantities } from '../quantity.ts';
import type { Quantity, Query, Token } from '../values.ts';
import type { Decision } from './decision.ts';
import type { Parts } from './parts.ts';
import type { State } from './state.ts';
import { singleOf } from './subject.ts';

/** The amounts by which a question said which case is meant: 10家以上的奖多少. */
const caseOf = (query: Query | undefined): readonly Quantity[] =>
  singleOf(query) === undefined || !query
    ? []
    : (query.given ?? readQuantities(query.words).map(({ quantity }) => quantity));

/** 那5家的呢, after 10家以上的奖多少: another case, and no five things that were shown. */
export const withOtherCase = (tokens: readonly Token[], { query }: State): readonly Token[] =>
  caseOf(query).length === 0
    ? tokens
    : tokens.map((token) => {
        const [amount, more] = token.kind === 'before' ? readQuantities(token.text) : [];
        if (!amount || more) return token;
        const { from, to, text } = token;
        return { from, to, text, rule: 'quantity', kind: 'quantity', quantity: amount.quantity };
      });

const ASKED: readonly string[] = ['value', 'reckon', 'targets', 'content'];

/** 营业收入有要求吗, after 10家以上的奖多少: asked of the same thing, it is asked of the same case. */
export const inCaseBefore = (decision: Decision, parts: Parts, { query: before }: State): Decision => {
  if (decision.decision !== 'answer' || parts.quantities.length > 0) return decision;
  const given = caseOf(before);
  const [query, more] = decision.queries;
  const [own, last] = [singleOf(query), singleOf(before)];
  const same = own !== undefined && own.type === last?.type && own.id === last.id;
  if (more || given.length === 0 || !same || query.given || !ASKED.includes(query.asks[0].ask)) return decision;
  return { ...decision, queries: [{ ...query, given }] };
};
