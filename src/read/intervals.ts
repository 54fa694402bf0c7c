import { intervalsIn } from '../quantity-interval.ts';
import { type Candidate, thing } from './candidate.ts';

/** 每年 is said of all years too, and stays one of their words. */
const YEAR = 12;

/** Returns how often something is claimed to be done: 每季度, 每3年. Only where something is to be confirmed. */
export const claimedIntervals = (text: string, asking: readonly Candidate[]): readonly Candidate[] =>
  asking.some(({ meaning }) => meaning.kind === 'wanted' && meaning.wanted === 'whether')
    ? intervalsIn(text)
        .filter(({ months }) => months !== YEAR)
        .map(({ from, to, months }) => thing([from, to], 'interval', { kind: 'interval', months }))
    : [];
