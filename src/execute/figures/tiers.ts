import { qualifies } from '../../library/noun.ts';
import { compareQuantity, readQuantities } from '../../quantity.ts';
import { squeeze } from '../../text.ts';
import type { Quantity, Query } from '../../values.ts';
import type { Ground } from '../ground.ts';
import type { FigureResult, Found, Sentence } from './result.ts';
import { foundOf } from './scopes.ts';
import type { Thing } from './things.ts';

/** One case of several, and what is said of it: 低10%以内的，返还50%; 低20%以上的，全部返还. */
interface Tier {
  readonly condition: Found;
  readonly sentence: Sentence;
  readonly said: readonly Found[];
}

/** 10%以内的: the amount only says which case is meant. */
const isCondition = ({ figure, scope }: Found): boolean => {
  const printed = squeeze(figure.printed);
  const at = scope.indexOf(printed);
  return at >= 0 && qualifies(scope.slice(at + printed.length));
};

const tiersIn = (thing: Thing, ground: Ground): readonly Tier[] => {
  const all = foundOf(thing, ground);
  const tiers = all.filter(isCondition).map((condition): Tier => {
    const { sentence: text, clause } = condition.figure;
    const said = all.filter((one) => one !== condition && one.figure.sentence === text && !isCondition(one));
    return { condition, sentence: { text, clause, year: undefined }, said };
  });
  const [first] = tiers;
  const cases = tiers.filter(({ condition: { figure } }) => figure.unit === first?.condition.figure.unit);
  return new Set(cases.map(({ sentence }) => sentence.text)).size > 1 ? cases : [];
};

const isJust = ({ condition: { figure } }: Tier, one: Quantity): boolean =>
  figure.value === one.value && figure.to === one.to && figure.unit === one.unit;

/** The case that an amount names, or else falls in. */
const tierOf = (tiers: readonly Tier[], given: readonly Quantity[]): Tier | undefined => {
  for (const fits of [isJust, isIn]) {
    const found = given.flatMap((one) => tiers.filter((tier) => fits(tier, one)));
    if (new Set(found.map(({ sentence }) => sentence.text)).size === 1) return found[0];
  }
  return undefined;
};

const isIn = ({ condition: { figure } }: Tier, one: Quantity): boolean =>
  compareQuantity({ ...one, relation: '=' }, figure) === 'yes';

/** Returns what the plan says of the case that was given; undefined where it knows no such cases. */
export const executeTier = (thing: Thing, query: Query, ground: Ground): FigureResult | undefined => {
  const [ask] = query.asks;
  if (query.claims.length > 0 || (ask.ask !== 'value' && ask.ask !== 'reckon' && ask.ask !== 'targets'))
    return undefined;
  const given = query.given ?? readQuantities(query.words).map(({ quantity }) => quantity);
  if (given.length === 0) return undefined;
  const tier = tierOf(tiersIn(thing, ground), given);
  if (!tier) return undefined;
  const { sentence, said } = tier;
  const [first, ...rest] = said.map((one) => ({ found: [one] as const, running: false }));
  return first
    ? { shape: 'values', series: [first, ...rest], outside: [], unsaid: [], best: sentence }
    : { shape: 'texts', form: 'content', alone: true, years: [], texts: [{ thing, best: [sentence] }] };
};
