import { once } from '../../once.ts';
import type { ModelText } from '../../types.ts';
import type { Ref, Token } from '../../values.ts';
import type { ComposeContent } from '../content.ts';
import { stateAfter } from '../remember.ts';
import type { State } from '../state.ts';
import type { Step } from '../steps.ts';
import { type ByRules, byModel } from './by-model.ts';

/** One text after those before it, and what the rules make of it. */
export interface Turn {
  /** The last is the one that is asked. */
  readonly texts: readonly string[];
  readonly year: number | undefined;
  readonly tokens: readonly Token[];
  readonly state: State;
  readonly step: Step;
}

const nearOf = ({ decision }: Step): readonly Ref[] => {
  switch (decision.decision) {
    case 'refuse':
      return decision.near;
    case 'ask-back':
      return decision.why === 'topic' ? decision.offers.map(({ ref }) => ref) : [];
    case 'answer':
    case 'talk':
      return [];
  }
};

const wordsIn = (tokens: readonly Token[]): string =>
  tokens
    .filter(({ kind }) => kind === 'words')
    .map(({ text }) => text)
    .join(' ');

const rulesOf = ({ tokens, step }: Turn): ByRules => {
  const { decision } = step;
  const about = decision.decision === 'refuse' || decision.decision === 'ask-back' ? decision.about : '';
  return { about: about === '' ? wordsIn(tokens) : about, near: nearOf(step) };
};

/** Returns what is done with a text as a model read it; undefined where its reply cannot be had of this plan. */
export const readByModel = (text: ModelText, turn: Turn, content: ComposeContent): Step | undefined => {
  const { texts, year, state, tokens } = turn;
  if (text.plan !== content.plan || text.text !== texts.at(-1)) return undefined;
  const earlier = texts.slice(0, -1).flatMap((one) => content.read(one, year).tokens);
  const conversation = { texts, tokens: [...earlier, ...tokens], query: state.query };
  const meant = byModel({ reply: text.reply, conversation }, rulesOf(turn), content);
  if (!meant) return undefined;
  const { decision, next } = meant;
  const now = once(() => stateAfter(decision, { ...state, me: turn.step.state().me }, content));
  return { decision, assumed: [], unread: [], candidates: [], state: now, byModel: { next } };
};
