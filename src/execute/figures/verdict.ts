import { OWN_PART } from '../../library/figure-words.ts';
import { compareQuantity } from '../../quantity.ts';
import type { Claim, Comparison, Query } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { scaleOf, sumOf } from './arithmetic.ts';
import { type Chosen, chooseFigures } from './choose.ts';
import type { FigureResult, Found, Series } from './result.ts';
import { withElsewhere } from './so-much-elsewhere.ts';
import { ofSpan, spanAsked } from './spans.ts';
import { planYears, type Thing } from './things.ts';
import { nothing, outsideYears, seriesIn, wishOf } from './value.ts';

export type QuantityClaim = Extract<Claim, { claim: 'quantity' }>;
type Outcome = ReturnType<typeof compareQuantity>;

/** Figures that a claim without a year is about: a past figure is none. */
const spokenOf = (series: Series, years: readonly number[], ground: Ground): readonly Found[] => {
  const own = seriesIn(series, years)?.found ?? [];
  if (years.length > 0) return own;
  const targets = own.filter(
    (found) => found.years.length === 0 || found.years.some((year) => planYears(ground.library.plan).includes(year)),
  );
  return targets.length > 0 ? targets : own;
};

const outcomes = (found: readonly Found[], claim: Comparison): readonly Outcome[] =>
  found.map(({ figure }) => compareQuantity(figure, claim));

const isEqual = ({ figure }: Found, { value, relation }: Comparison): boolean =>
  (relation === '>' || relation === '<') && figure.value === value;

/** It amounts to just so much, or the plan says so much of it: 9亿元, 2亿元以上. */
const isJust = ({ figure }: Found, { value }: Comparison): boolean => figure.value === value;

/** The series that bears the claim out; else the one that fits the words best. */
const bearing = (all: readonly (readonly Found[])[], claim: Comparison): readonly Found[] =>
  all.find((found) => outcomes(found, claim).includes('yes')) ?? all[0] ?? [];

/** 本辖区农户数80%: each place's own, and not the whole. */
const OWN = new RegExp(OWN_PART, 'u');

interface Judged {
  readonly claim: QuantityClaim;
  readonly best: Extract<Chosen, { kind: 'series' }>['best'];
  readonly years: Query['years'];
}

/** 2022年和2020年要聚集500家: told of each of the years that were said. */
const isOfEach = (found: readonly Found[], years: Query['years']): boolean =>
  years.length < 2 || years.every((year) => found.some((one) => one.years.length === 0 || one.years.includes(year)));

/** Returns the verdict on an amount by the figures that it is about. */
export const judged = (found: readonly [Found, ...Found[]], { claim, best, years }: Judged): FigureResult => {
  const { quantity } = claim;
  const frame = { shape: 'verdict' as const, claimed: quantity.printed, relation: quantity.relation, found, best };
  if (
    quantity.currency !== undefined &&
    found.every(({ figure }) => figure.unit === 'money' && figure.currency === undefined)
  )
    return { ...frame, verdict: false, why: 'currency' };
  const told = outcomes(found, quantity);
  if (claim.whole && found.every(({ scope }) => OWN.test(scope))) return { ...frame, verdict: false, why: 'other' };
  const ofEach = isOfEach(found, years);
  if (claim.reached && told.includes('yes') && !found.some((one) => isJust(one, quantity)))
    return { ...frame, verdict: undefined, why: 'more' };
  if (ofEach && told.every((one) => one === 'yes')) return { ...frame, verdict: true, why: 'same' };
  if (told.every((one) => one === 'no'))
    return { ...frame, verdict: false, why: found.length === 1 && isEqual(found[0], quantity) ? 'equal' : 'other' };
  if (told.every((one) => one === 'incomparable')) return { ...frame, verdict: false, why: 'unit' };
  const just = found.filter((one) => isJust(one, quantity));
  const holds = (just.length > 0 ? just : found.filter((_, at) => told[at] === 'yes')).flatMap((one) => one.years);
  if (told.includes('yes')) return { ...frame, verdict: undefined, why: 'some-years', holds };
  return { ...frame, verdict: undefined, why: 'other' };
};

/** 三年引进25家: what is added in each year, where no year but all of them together bear the claim out. */
const addedUp = (
  found: readonly [Found, ...Found[]],
  { years, every }: Query,
  { quantity }: QuantityClaim,
): FigureResult | undefined => {
  const added = found.every(({ figure, years: own }) => figure.added && own.length === 1);
  if (!added || every || years.length === 1 || outcomes(found, quantity).includes('yes')) return undefined;
  const sum = sumOf(found);
  const [{ figure }] = found;
  if (compareQuantity({ ...figure, value: Number(sum.value) * scaleOf(sum.measure) }, quantity) !== 'yes')
    return undefined;
  return { shape: 'reckoned', reckoned: [sum], outside: [], claim: { verdict: true } };
};

/** What the claim names: the unit class, and the measure where things are counted. */
const unitOf = ({ quantity: { unit, measure } }: QuantityClaim) => ({
  ...(unit !== 'none' && { unit }),
  ...((unit === 'count' || unit === 'times') && measure !== '' && { measure }),
});

const TEN_THOUSAND = 1e4;

/** 奖500万: an amount of money, though nobody says of what. */
const isAmount = ({ quantity: { unit, value, printed } }: QuantityClaim): boolean =>
  unit === 'money' || (unit === 'none' && value >= TEN_THOUSAND && !/\d$/.test(printed));

/** An amount of money, said without its unit. */
export const asMoney = (claim: QuantityClaim): QuantityClaim =>
  isAmount(claim) ? { ...claim, quantity: { ...claim.quantity, unit: 'money' } } : claim;

/** What is paid out; the piece before the amount says to whom. */
const paidIn = (thing: Thing, query: Query, ground: Ground): Chosen =>
  chooseFigures({ ...wishOf(query, { unit: 'money' }, query.years), grant: true }, thing, ground);

/** Returns whether the plan bears out that something amounts to so much. */
export const executeQuantity = (
  thing: Thing,
  { query, said }: { readonly query: Query; readonly said: QuantityClaim },
  ground: Ground,
): FigureResult => {
  const outside = outsideYears(query.years, thing, ground);
  if (query.years.length > 0 && outside.length === query.years.length)
    return { shape: 'nothing', what: 'year', asked: outside.join('、'), thing, near: undefined };
  const inUnit = chooseFigures(wishOf(query, unitOf(said), query.years), thing, ground);
  const anyUnit = inUnit.kind === 'figure' ? chooseFigures(wishOf(query, {}, query.years), thing, ground) : inUnit;
  const paid = anyUnit.kind === 'series' || !isAmount(said) ? anyUnit : paidIn(thing, query, ground);
  const chosen = paid.kind === 'series' ? paid : anyUnit;
  const claim = paid === anyUnit ? said : { ...said, quantity: { ...said.quantity, unit: 'money' as const } };
  if (chosen.kind !== 'series') return nothing(chosen, thing);
  const spoken = (years: Query['years']): readonly (readonly Found[])[] =>
    ofSpan(chosen.series, spanAsked(query, ground))
      .map((series) => spokenOf(series, years, ground))
      .filter((found) => found.length > 0);
  const [first, ...rest] = bearing(spoken(query.years), claim.quantity);
  const summed = first && rest.length > 0 ? addedUp([first, ...rest], query, claim) : undefined;
  if (summed) return summed;
  if (first)
    return withElsewhere(
      judged([first, ...rest], { claim, best: chosen.best, years: query.years }),
      { query, claim, thing },
      ground,
    );
  const [other, ...others] = bearing(spoken([]), claim.quantity);
  if (!other) return { shape: 'nothing', what: 'figure', asked: '', thing, near: chosen.best };
  const { printed: claimed, relation } = claim.quantity;
  const frame = { shape: 'verdict' as const, claimed, relation, found: [other, ...others] as const, best: chosen.best };
  return withElsewhere({ ...frame, verdict: undefined, why: 'other-year' }, { query, claim, thing }, ground);
};

/** Returns the first year in which a quantity reaches what was asked: figures in reverse. */
export const executeReach = (
  thing: Thing,
  { query, claim }: { readonly query: Query; readonly claim: QuantityClaim },
  ground: Ground,
): FigureResult => {
  const chosen = chooseFigures(wishOf(query, unitOf(claim), []), thing, ground);
  if (chosen.kind !== 'series') return nothing(chosen, thing);
  const { quantity } = claim;
  const asked: Comparison = quantity.relation === '=' ? { ...quantity, relation: '≥' } : quantity;
  const exact = chosen.series.find(({ found }) =>
    found.some(({ figure }) => compareQuantity(figure, { ...quantity, relation: '=' }) === 'yes'),
  );
  const series = (thing.kind === 'task' ? exact : undefined) ?? chosen.series[0];
  const at = series.found.find(({ figure }) => compareQuantity(figure, asked) === 'yes');
  const told = series.found.some(({ figure }) => compareQuantity(figure, asked) !== 'incomparable');
  return told
    ? { shape: 'reach', series, asked: quantity.printed, at }
    : { shape: 'values', series: chosen.series, outside: [], unsaid: [], best: chosen.best };
};
