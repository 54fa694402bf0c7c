import type { Claim, Query } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { termsIn } from './match.ts';
import type { FigureResult, Found } from './result.ts';
import { foundOf } from './scopes.ts';
import { type Thing, thingOf, titleOf } from './things.ts';

interface Claimed {
  readonly query: Query;
  readonly claim: Extract<Claim, { claim: 'quantity' }>;
  readonly thing: Thing;
}

/** So many places of a number can be told; more of them say nothing. */
const MOST_PLACES = 3;

/** A number that stands beside words of the question: 800亿元 is said of 跨境融资, where 跨境结算 was asked about. */
const isNear = ({ figure }: Found, { query, thing }: Claimed): boolean => {
  const asked = termsIn(query.words === '' ? titleOf(thing) : query.words);
  const shared = [...termsIn(figure.of)].filter((term) => asked.has(term));
  return shared.length >= (figure.unit === 'money' ? 1 : 2);
};

/** 15%, 达到15%: just so much, and not 15%以上. */
const isExact = ({ quantity, reached }: Claimed['claim']): boolean => quantity.relation === '=' || reached === true;

/** At least, or at most, so much: the thing itself may say so of another year. */
const isBound = ({ quantity: { relation } }: Claimed['claim']): boolean => relation === '≥' || relation === '≤';

/** What is said to be just so much: of the thing itself, else of others by a like name. */
const elsewhereIn = (found: readonly Found[], claimed: Claimed, ground: Ground): readonly Found[] => {
  const { quantity } = claimed.claim;
  const isSame = ({ figure }: Pick<Found, 'figure'>): boolean =>
    figure.unit === quantity.unit &&
    figure.value === quantity.value &&
    (figure.to ?? figure.value) === (quantity.to ?? quantity.value) &&
    found.every((one) => one.figure !== figure);
  const own = foundOf(claimed.thing, ground).filter(isSame);
  if (own.length > 0 || !isExact(claimed.claim)) return own;
  const figures = ground.library.allFigures.filter(
    (figure) => isSame({ figure }) && figure.measure === quantity.measure,
  );
  const things = new Map(figures.flatMap(({ ref }) => thingOf(ref, ground) ?? []).map((one) => [one.topic, one]));
  if (things.size > MOST_PLACES) return [];
  return [...things.values()].flatMap((one) =>
    foundOf(one, ground).filter((other) => isSame(other) && isNear(other, claimed)),
  );
};

/** Returns a verdict with what is just so much, where the thing that was asked about is not: 9亿元 is of 信贷联动. */
export const withElsewhere = (result: FigureResult, claimed: Claimed, ground: Ground): FigureResult => {
  const { claim } = claimed;
  if (result.shape !== 'verdict' || result.verdict === true || result.why === 'some-years') return result;
  if (!isExact(claim) && !isBound(claim)) return result;
  const elsewhere = elsewhereIn(result.found, claimed, ground);
  return elsewhere.length > 0 ? { ...result, elsewhere } : result;
};
