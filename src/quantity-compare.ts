import { exact } from './number.ts';
import { MEASURES } from './quantity-words.ts';
import type { Comparison, Quantity } from './values.ts';

/** Measures that stand for any other of their class; 家次 and 人次 count something else and agree with themselves only. */
const LOOSE = ['个', '次'];
const STRICT = ['家次', '人次', '户次', '批次', '个百分点', '百分点', '个点'];
const NEARLY = 0.05;
const NOISE = 1e-9;

const SCALED = /^(万亿|千亿|百亿|亿|千万|百万|万|千|百|十)(.*)$/;
const SCALE_WORTH: Readonly<Record<string, number>> = {
  ...{ 万亿: 1e12, 千亿: 1e11, 百亿: 1e10, 亿: 1e8, 千万: 1e7, 百万: 1e6, 万: 1e4, 千: 1000, 百: 100, 十: 10 },
};
const ENGLISH = /^(thousand|million|billion|trillion)\b\s*(.*)$/;
const ENGLISH_WORTH: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };

const WORTH = new Map(MEASURES.map(({ say, worth }) => [say, worth]));

/** How much one of a measure is in the base unit of its class: 万亿元 → 1e12. */
export const worthOf = (measure: string): number => {
  if (measure === '') return 1;
  const whole = WORTH.get(measure);
  if (whole !== undefined) return whole;
  const [, scale = '', rest = measure] = SCALED.exec(measure) ?? ENGLISH.exec(measure) ?? [];
  return (SCALE_WORTH[scale] ?? ENGLISH_WORTH[scale] ?? 1) * (WORTH.get(rest) ?? 1);
};

/** A quantity's number in another measure of its class: 2.65万亿元 in 亿元 → 26500. */
export const inMeasure = ({ value }: Pick<Quantity, 'value'>, measure: string): number =>
  exact(value / worthOf(measure));

const bare = (measure: string): string => SCALED.exec(measure)?.[2] || measure;

const sameMeasure = (one: string, other: string): boolean => {
  const [a, b] = [bare(one), bare(other)];
  if (a === b || a === '' || b === '') return true;
  if (STRICT.includes(a) || STRICT.includes(b)) return false;
  return LOOSE.includes(a) || LOOSE.includes(b);
};

const NAMED_CLASSES = ['count', 'times', 'percent'];

/** True when two quantities are of one kind, so that asking which is more has a meaning. */
export const comparable = (fact: Comparison, claim: Comparison): boolean => {
  if (claim.unit === 'none') return true;
  if (claim.unit === 'count' && bare(claim.measure) === '个' && fact.unit === 'person') return true;
  if (fact.unit !== claim.unit || (fact.currency ?? '') !== (claim.currency ?? '')) return false;
  return !NAMED_CLASSES.includes(fact.unit) || sameMeasure(fact.measure, claim.measure);
};

/** What a quantity leaves open: every number from low to high. */
interface Span {
  readonly low: number;
  readonly high: number;
  readonly openLow: boolean;
  readonly openHigh: boolean;
}

const spanOf = ({ value, to, relation }: Comparison): Span => {
  const closed = { low: value, high: to ?? value, openLow: false, openHigh: false };
  switch (relation) {
    case '=':
      return closed;
    case '≈':
      return { ...closed, low: value * (1 - NEARLY), high: (to ?? value) * (1 + NEARLY) };
    case '≥':
      return { ...closed, high: Number.POSITIVE_INFINITY };
    case '>':
      return { ...closed, high: Number.POSITIVE_INFINITY, openLow: true };
    case '≤':
      return { ...closed, low: Number.NEGATIVE_INFINITY };
    case '<':
      return { ...closed, low: Number.NEGATIVE_INFINITY, openHigh: true };
  }
};

const near = (a: number, b: number): boolean => a === b || Math.abs(a - b) <= Math.abs(b) * NOISE;
const atLeast = (a: number, b: number): boolean => a > b || near(a, b);

const within = (fact: Span, claim: Span): boolean => {
  const low = near(fact.low, claim.low) ? fact.openLow || !claim.openLow : fact.low > claim.low;
  const high = near(fact.high, claim.high) ? fact.openHigh || !claim.openHigh : fact.high < claim.high;
  return low && high;
};

const touch = (fact: Span, claim: Span): boolean => {
  const below = near(fact.high, claim.low) ? !fact.openHigh && !claim.openLow : fact.high > claim.low;
  const above = near(fact.low, claim.high) ? !fact.openLow && !claim.openHigh : fact.low < claim.high;
  return below && above;
};

const sameValue = (fact: Comparison, claim: Comparison): boolean =>
  near(fact.value, claim.value) && near(fact.to ?? fact.value, claim.to ?? claim.value);

const nearValue = (fact: Comparison, claim: Comparison): boolean =>
  atLeast(fact.value, claim.value * (1 - NEARLY)) && atLeast(claim.value * (1 + NEARLY), fact.value);

const holds = (fact: Comparison, claim: Comparison): boolean => {
  switch (claim.relation) {
    case '=':
      return sameValue(fact, claim) || (claim.to !== undefined && within(spanOf(fact), spanOf(claim)));
    case '≈':
      return nearValue(fact, claim);
    case '≥':
    case '>':
    case '≤':
    case '<':
      return within(spanOf(fact), spanOf(claim));
  }
};

/** So large a number has its scale in it: 200万. */
const LARGE = 1e4;

/** A claim without a unit means the number as it is printed too: 2.65 of 2.65万亿元. */
const readings = (fact: Comparison, claim: Comparison): readonly Comparison[] => {
  if (claim.unit !== 'none' || claim.value >= LARGE) return [claim];
  const worth = worthOf(fact.measure);
  const asPrinted = { ...claim, value: exact(claim.value * worth) };
  const scaled = claim.to === undefined ? asPrinted : { ...asPrinted, to: exact(claim.to * worth) };
  return worth === 1 ? [claim] : [scaled];
};

/**
 * Returns whether what the plan prints bears the claim out. A bound of the plan (≥ 20 %) bears out what all the numbers
 * that it allows bear out; the bare number of a bound or an estimate counts as equal to it.
 */
export const compareQuantity = (fact: Comparison, claim: Comparison): 'yes' | 'no' | 'incomparable' => {
  if (!comparable(fact, claim)) return 'incomparable';
  return readings(fact, claim).some((one) => holds(fact, one)) ? 'yes' : 'no';
};

/** True when the plan's own bound neither bears the claim out nor rules it out: ≥ 100亿元, asked for > 100亿元. */
export const leavesOpen = (fact: Comparison, claim: Comparison): boolean =>
  compareQuantity(fact, claim) === 'no' &&
  fact.relation !== '=' &&
  claim.relation !== '=' &&
  readings(fact, claim).some((one) => touch(spanOf(fact), spanOf(one)));
