import { createRecent } from '../recent.ts';
import type { Language, ModelText, Question } from '../types.ts';
import type { Assumption, Query, Token, Tokens } from '../values.ts';
import type { ComposeContent } from './content.ts';
import type { Candidate, Decision } from './decision.ts';
import { withRoleDenied } from './left-out-conditions.ts';
import { readByModel } from './model/read-by-model.ts';
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
  /** A model chose what is meant: other readings of its, the next likeliest first. */
  readonly byModel?: { readonly next: readonly Query[] };
  /** What is quoted where nothing that was asked is found. */
  readonly instead?: Step['instead'];
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

/** Texts in their order, and what a model made of each, where it was asked. */
interface Asked {
  readonly texts: readonly string[];
  readonly replies: readonly (ModelText | null)[];
  readonly year: number | undefined;
}

const NO_REPLIES: Asked['replies'] = [];

const before = ({ texts, replies, year }: Asked): Asked => ({
  ...{ texts: texts.slice(0, -1), replies: replies.slice(0, -1), year },
});

const keyOf = ({ texts, replies, year }: Asked): string =>
  JSON.stringify(replies.some((reply) => reply !== null) ? [year, texts, replies] : [year, texts]);

const askedBy = ({ text, history, year, readings }: Question): Asked => {
  const texts = [...history.slice(-MEMORY), text];
  const replies = readings ? texts.map((_, at) => readings.at(at - texts.length) ?? null) : NO_REPLIES;
  return { texts, replies, year };
};

/** Question → what is done with it. Earlier questions are read in their order. */
export const createCompose = (content: ComposeContent): ((question: Question) => Composed) => {
  const turned = createRecent<Turned>(MOST_TURNED);
  const states = createRecent<State>(MOST_STATES);
  const stateOf = (asked: Asked): State =>
    asked.texts.length === 0 ? NOTHING_BEFORE : states(keyOf(asked), () => turnOf(asked).state());
  /** The last of some texts, after those before it. */
  const turnOf = (asked: Asked): Turned =>
    turned(keyOf(asked), () => {
      const { texts, replies, year } = asked;
      const read = content.read(texts.at(-1) ?? '', year);
      const state = stateOf(before(asked));
      const step = turn(withRoleDenied(read.tokens), state, content);
      const reply = replies.at(-1);
      const meant = reply && readByModel(reply, { texts, year, state, step, tokens: read.tokens }, content);
      return { ...(meant ?? step), read };
    });
  return (question) => {
    const { read, decision, assumed, unread, candidates, byModel, instead } = turnOf(askedBy(question));
    return {
      ...{ ...read, decision, assumed, unread, candidates },
      ...(byModel && { byModel }),
      ...(instead && { instead }),
    };
  };
};
