import type { Query, Question } from '../types.ts';
import { follow } from './follow.ts';
import type { Normalised } from './normalise.ts';
import type { Recogniser } from './recognise.ts';
import { type Ground, resolveAlone } from './resolve.ts';

/** How many earlier questions can still be leant on. */
const MEMORY = 6;

export interface UnderstandContent extends Ground {
  readonly normalise: (text: string) => Normalised;
  readonly recognise: Recogniser;
}

/** Every follow-up is read with the questions before it; those are read once. */
const MOST_KNOWN = 500;

/** Question → Query. Earlier questions are read in their order, each in the light of the one before. */
export const createUnderstand = ({ normalise, recognise, plan, search }: UnderstandContent) => {
  const known = new Map<string, Query>();
  const alone = (typed: string, year: number | undefined): Query =>
    resolveAlone(recognise(normalise(typed), year), { plan, search });
  const earlier = (typed: string, year: number | undefined): Query => {
    const key = `${year ?? ''} ${typed}`;
    const query = known.get(key) ?? alone(typed, year);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, query);
    return query;
  };
  return ({ text, history, year }: Question): Query => {
    const before = history
      .slice(-MEMORY)
      .reduce<Query | undefined>((last, typed) => follow(earlier(typed, year), last, plan), undefined);
    return follow(alone(text, year), before, plan);
  };
};
