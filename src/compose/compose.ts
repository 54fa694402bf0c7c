import { createRecent } from '../recent.ts';
import type { Language, Question } from '../types.ts';
import type { Assumption, Token, Tokens } from '../values.ts';
import type { ComposeContent } from './content.ts';
import type { Candidate, Decision } from './decision.ts';
import { withRoleDenied } from './left-out-conditions.ts';
import { NOTHING_BEFORE, type State } from './state.ts';
import type { Step } from './steps.ts';
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

/** One text as it was read, and what is done with it. */
interface Turned extends Step {
  readonly read: Tokens;
}

/** Where conversations stand, so that a follow-up does not go through all that was asked before it again. */
const MOST_STATES = 500;
/** What was just asked is often asked after. */
const MOST_TURNED = 16;

/** Question → what is done with it. Earlier questions are read in their order. */
export const createCompose = (content: ComposeContent): ((question: Question) => Composed) => {
  const turned = createRecent<Turned>(MOST_TURNED);
  const states = createRecent<State>(MOST_STATES);
  const stateOf = (texts: readonly string[], year: number | undefined): State =>
    texts.length === 0 ? NOTHING_BEFORE : states(JSON.stringify([year, texts]), () => turnOf(texts, year).state());
  /** The last of some texts, after those before it. */
  const turnOf = (texts: readonly string[], year: number | undefined): Turned =>
    turned(JSON.stringify([year, texts]), () => {
      const read = content.read(texts.at(-1) ?? '', year);
      return { ...turn(withRoleDenied(read.tokens), stateOf(texts.slice(0, -1), year), content), read };
    });
  return ({ text, history, year }) => {
    const { read, decision, assumed, unread, candidates } = turnOf([...history.slice(-MEMORY), text], year);
    return { ...read, decision, assumed, unread, candidates };
  };
};
