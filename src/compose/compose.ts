import type { Language, Question } from '../types.ts';
import type { Assumption, Token } from '../values.ts';
import type { ComposeContent } from './content.ts';
import type { Candidate, Decision } from './decision.ts';
import { NOTHING_BEFORE } from './state.ts';
import { turn } from './turn.ts';

/** A question understood, with everything that led there. */
export interface Composed {
  readonly language: Language;
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Of a very long text only the pieces that ask were read. */
  readonly condensed?: true;
  readonly decision: Decision;
  readonly assumed: readonly Assumption[];
  readonly unread: readonly Token[];
  /** Ways of putting it together, best first, with their scores. */
  readonly candidates: readonly Candidate[];
}

/** How many earlier questions can still be leant on. */
const MEMORY = 6;

/** Question → what is done with it. Earlier questions are read in their order. */
export const createCompose = (content: ComposeContent): ((question: Question) => Composed) => {
  return ({ text, history, year }) => {
    const state = history
      .slice(-MEMORY)
      .reduce((before, typed) => turn(content.read(typed, year).tokens, before, content).state, NOTHING_BEFORE);
    const now = content.read(text, year);
    const { decision, assumed, unread, candidates } = turn(now.tokens, state, content);
    return { ...now, decision, assumed, unread, candidates };
  };
};
