import { compareQuantity } from '../../quantity.ts';
import { scaleOf } from './arithmetic.ts';
import type { FigureResult, Found, Reckoned } from './result.ts';
import type { QuantityClaim } from './verdict.ts';

const yearOf = ({ years }: Found): number => years[0] ?? 0;

/**
 * Returns a computed result with the verdict on a claim about its first figure; `yearly`: about each step from year to
 * year, where these are told first.
 */
export const claimOnReckoned = (result: FigureResult, { quantity }: QuantityClaim, yearly = false): FigureResult => {
  if (result.shape !== 'reckoned') return result;
  const stepped = yearly && isStep(result.reckoned[0]) ? result.reckoned.filter(isStep) : [];
  if (stepped.length > 1) {
    const verdicts = stepped.map((step) => verdictOf(step, quantity));
    return { ...result, claim: { verdict: verdicts.includes(undefined) ? undefined : !verdicts.includes(false) } };
  }
  const [first] = result.reckoned;
  if (first.what === 'running' || first.what === 'largest' || first.what === 'smallest') return result;
  return { ...result, claim: { verdict: verdictOf(first, quantity) } };
};

/** From one year to the next. */
const isStep = ({ what, of }: Reckoned): boolean => {
  const years = of.map(yearOf);
  return what === 'change' && years.length === 2 && Math.abs((years[0] ?? 0) - (years[1] ?? 0)) === 1;
};

/** Whether what was computed is so much. */
const verdictOf = ({ value, measure, of }: Reckoned, quantity: QuantityClaim['quantity']): boolean | undefined => {
  const unit = measure === '%' ? 'percent' : of[0].figure.unit;
  const scaled = unit === 'money' || !of.some(({ figure }) => figure.measure === measure);
  const number = Number(value) * (scaled ? scaleOf(measure) : 1);
  const fact = { value: number, unit, measure, relation: '=' as const };
  const told = compareQuantity(fact, quantity);
  return told === 'incomparable' ? undefined : told === 'yes';
};
