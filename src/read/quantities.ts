import { readQuantities } from '../quantity.ts';
import type { Quantity } from '../values.ts';
import { type Candidate, spanOf, thing } from './candidate.ts';
import { NUMERAL, numberOf } from './ordinals.ts';

/** 两倍, 3倍: how many times as much. */
const TIMES = new RegExp(`(${NUMERAL})倍`, 'g');

const timesIn = (text: string): readonly Candidate[] =>
  [...text.matchAll(TIMES)].map((match) => {
    const [printed, numeral = ''] = match;
    const quantity: Quantity = { value: numberOf(numeral), unit: 'none', measure: '倍', relation: '=', printed };
    return thing(spanOf(match), 'quantity:times', { kind: 'quantity', quantity });
  });

/** Returns the amounts of a text as candidates: 超过一百亿元, 57项, 2—3家. */
export const quantitiesIn = (text: string): readonly Candidate[] => [
  ...readQuantities(text).map(({ quantity, from, to }) =>
    thing([from, to], 'quantity', { kind: 'quantity', quantity }),
  ),
  ...timesIn(text),
];
