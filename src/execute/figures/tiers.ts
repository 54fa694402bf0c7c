import { isCase, qualifies } from '../../library/noun.ts';
import { compareQuantity, readQuantities } from '../../quantity.ts';
import { squeeze } from '../../text.ts';
import type { Quantity, Query } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { matchOf } from './match.ts';
import type { FigureResult, Found, Sentence } from './result.ts';
import { foundOf, piecesOf } from './scopes.ts';
import { isOf } from './series.ts';
import type { Thing } from './things.ts';
import { asMoney, judged, type QuantityClaim } from './verdict.ts';

/** One case of several, and what is said of it: 低10%以内的，返还50%; 10家以上、收入300万元以上的，奖励20万元. */
interface Tier {
  readonly sentence: Sentence;
  readonly conditions: readonly Found[];
  readonly said: readonly Found[];
}

/** 10%以内的, 10家以上、收入300万元以上的，: the amounts only say which case is meant. */
const isCondition = ({ figure, scope }: Found): boolean => {
  const printed = squeeze(figure.printed);
  const at = scope.indexOf(printed);
  const inClause = piecesOf(figure.sentence).some((piece) => isCase(piece) && piece.includes(printed));
  return inClause || (at >= 0 && qualifies(scope.slice(at + printed.length)));
};

const tiersIn = (thing: Thing, years: Query['years'], ground: Ground): readonly Tier[] => {
  const all = foundOf(thing, ground).filter((one) => isOf(one, years));
  const sentences = new Map(all.filter(isCondition).map(({ figure }) => [figure.sentence, figure.clause]));
  return [...sentences].map(([text, clause]): Tier => {
    const own = all.filter(({ figure }) => figure.sentence === text);
    return {
      sentence: { text, clause, year: undefined },
      conditions: own.filter(isCondition),
      said: own.filter((one) => !isCondition(one)),
    };
  });
};

type Fits = (condition: Found, given: Quantity) => boolean;

const isJust: Fits = ({ figure }, { value, to, unit }) =>
  figure.value === value && figure.to === to && figure.unit === unit;
const isIn: Fits = ({ figure }, given) => compareQuantity({ ...given, relation: '=' }, figure) === 'yes';

/** A case, and the condition by which it was named. */
interface Named {
  readonly tier: Tier;
  readonly by: Found;
}

/** The cases that differ in an amount of such a unit. */
const casesOf = (tiers: readonly Tier[], { unit }: Quantity): readonly Tier[] => {
  const own = tiers.filter(({ conditions }) => conditions.some(({ figure }) => figure.unit === unit));
  return own.length > 1 ? own : [];
};

/** The case that an amount names, or else the one that it falls in: the highest of those that only have a least. */
const namedBy = (tiers: readonly Tier[], given: readonly Quantity[]): Named | undefined => {
  for (const fits of [isJust, isIn])
    for (const one of given) {
      const found = casesOf(tiers, one).flatMap((tier) => {
        const by = tier.conditions.find((condition) => fits(condition, one));
        return by ? [{ tier, by }] : [];
      });
      const least = found.every(({ by }) => by.figure.relation === '≥' || by.figure.relation === '>');
      const [first] = least ? found.toSorted((a, b) => b.by.figure.value - a.by.figure.value) : found;
      if (first && (least || found.length === 1)) return first;
    }
  return undefined;
};

const withoutAmounts = (words: string): string =>
  readQuantities(words).reduceRight((rest, { from, to }) => `${rest.slice(0, from)} ${rest.slice(to)}`, words);

/** What is asked of a case: what is said of it, or another of its conditions, where the words speak of that. */
const askedOf = (
  { tier: { conditions, said }, by }: Named,
  words: string,
  { thing, ground }: Where,
): readonly Found[] => {
  const match = matchOf(withoutAmounts(words), thing, ground);
  const share = ({ scope, figure }: Found): number => Math.max(match.share(scope), match.share(figure.of));
  const most = Math.max(0, ...said.map(share));
  const others = conditions.filter((one) => one !== by && share(one) > most);
  return others.length > 0 ? others : said;
};

interface Where {
  readonly thing: Thing;
  readonly ground: Ground;
}

/** Another sentence of the thing, without cases, speaks more of the words. */
const speaksElsewhere = (tiers: readonly Tier[], words: string, { thing, ground }: Where): boolean => {
  const match = matchOf(withoutAmounts(words), thing, ground);
  const own = Math.max(0, ...tiers.map(({ sentence: { text } }) => match.share(text)));
  const isTier = ({ figure }: Found): boolean => tiers.some(({ sentence: { text } }) => text === figure.sentence);
  return foundOf(thing, ground).some((one) => !isTier(one) && match.share(one.figure.sentence) > own);
};

const isQuantity = (claim: Query['claims'][number]): claim is QuantityClaim => claim.claim === 'quantity';

/** What was claimed of a case: 10家以上的奖10万对吗. */
const judgedOf = (
  named: Named,
  { claims, query }: { readonly claims: readonly QuantityClaim[]; readonly query: Query },
  where: Where,
): FigureResult | undefined => {
  const [claim] = claims;
  if (!claim) return undefined;
  const { conditions, said, sentence } = named.tier;
  const same = [...askedOf(named, query.words, where), ...said, ...conditions].filter(
    (one) => one !== named.by && compareQuantity(one.figure, claim.quantity) !== 'incomparable',
  );
  const [first] = same;
  return first && judged([first], { claim, best: sentence, years: [] });
};

const ASKED: readonly string[] = ['value', 'reckon', 'targets', 'content'];

/** Returns what the plan says of the case that was given; undefined where it knows no such cases. */
export const executeTier = (thing: Thing, query: Query, ground: Ground): FigureResult | undefined => {
  const [{ ask }] = query.asks;
  const claims = query.claims.filter(isQuantity).map(asMoney);
  const worded = query.claims.every((claim) => isQuantity(claim) || claim.claim === 'words');
  if (!ASKED.includes(ask) || !worded) return undefined;
  const own = (query.given ?? readQuantities(query.words).map(({ quantity }) => quantity)).map(
    (quantity) => asMoney({ claim: 'quantity', quantity }).quantity,
  );
  if (own.length + claims.length === 0) return undefined;
  const tiers = tiersIn(thing, query.years, ground);
  const where = { thing, ground };
  if (tiers.length < 2 || speaksElsewhere(tiers, query.words, where)) return undefined;
  const named = namedBy(tiers, [...own, ...claims.map(({ quantity }) => quantity)]);
  if (!named) return undefined;
  const rest = claims.filter(({ quantity }) => !isJust(named.by, quantity));
  if (query.confirm && claims.length > 0) return judgedOf(named, { claims: rest, query }, where);
  if (ask === 'content' && own.length === 0) return undefined;
  const { sentence } = named.tier;
  const [first, ...more] = askedOf(named, query.words, where).map((one) => ({ found: [one] as const, running: false }));
  return first
    ? { shape: 'values', series: [first, ...more], outside: [], unsaid: [], best: sentence }
    : { shape: 'texts', form: 'content', alone: true, years: [], texts: [{ thing, best: [sentence] }] };
};
