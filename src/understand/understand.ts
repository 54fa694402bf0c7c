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

/** Question → Query. Earlier questions are read in their order, each in the light of the one before. */
export const createUnderstand =
  ({ normalise, recognise, plan, search }: UnderstandContent) =>
  ({ text, history, year }: Question): Query => {
    const alone = (typed: string) => resolveAlone(recognise(normalise(typed), year), { plan, search });
    const before = history
      .slice(-MEMORY)
      .reduce<Query | undefined>((last, typed) => follow(alone(typed), last, plan), undefined);
    return follow(alone(text), before, plan);
  };
