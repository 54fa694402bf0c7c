import { once } from '../once.ts';
import type { Token } from '../values.ts';
import { atOnce } from './at-once.ts';
import { chosenOffer } from './choosing.ts';
import type { ComposeContent } from './content.ts';
import { withoutDenied } from './correction.ts';
import { decideAlone, decideUnread } from './decided.ts';
import type { Decision } from './decision.ts';
import { type Heard, heardAfter } from './heard.ts';
import { decideLeant, leantOn } from './leant.ts';
import type { Pointed } from './pointing.ts';
import { rankedReadings } from './readings.ts';
import { refuse } from './refusals.ts';
import { alternativesOf, pendingAfter, stateAfter } from './remember.ts';
import { segmentsOf } from './segments.ts';
import { insteadOf, saidInWords } from './sentence-said.ts';
import { NOTHING_BEFORE, type Offer, type State } from './state.ts';
import { joined, type Step } from './steps.ts';
import { withoutTelling } from './telling.ts';

/** 它: several units were named before. */
const whichOf = ({ said, units, role }: NonNullable<Pointed['several']>): Decision => ({
  decision: 'ask-back',
  why: 'unit',
  about: said,
  offers: units.map((unit): Offer => ({ ref: { type: 'unit', id: unit }, ask: { ask: 'members' }, role })),
});

/** What was offered can be chosen again, until something else is asked. */
const chosenStep = (step: Step, { offers, examples }: State): Step =>
  step.decision.decision === 'answer' ? { ...step, state: () => ({ ...step.state(), offers, examples }) } : step;

const isNew = (token: Token): boolean => token.kind === 'before' && token.before === 'new';

/** How a text is asked. `within`: it stands behind another question of the same text. */
interface Asking {
  readonly content: ComposeContent;
  readonly within: boolean;
}

/** 换个事，…: what comes behind takes nothing from before. */
const stepped = (typed: readonly Token[], state: State, how: Asking): Step => {
  const tokens = withoutDenied(typed);
  if (!tokens.some(isNew)) return asked(tokens, state, how);
  const rest = tokens.filter((token) => !isNew(token));
  const fresh: State = { ...NOTHING_BEFORE, me: state.me };
  if (rest.some(({ kind }) => kind !== 'glue' && kind !== 'mark')) return asked(rest, fresh, { ...how, within: false });
  return { decision: { decision: 'talk', act: 'no' }, assumed: [], unread: [], candidates: [], state: () => fresh };
};

/** The step that a decision is, and what is before the next one. */
const stepAfter = ({ parts, now }: Heard, content: ComposeContent) => {
  return (decision: Decision, more: Partial<Step> = {}): Step => {
    const state = once(() => ({
      ...stateAfter(decision, now, content),
      pending: pendingAfter(decision, parts),
      alternatives: alternativesOf(more.assumed ?? []),
    }));
    return { decision, assumed: [], unread: [], candidates: [], ...more, state };
  };
};

/** What keeps a text from being read: it is empty, or it points at several units. */
const unreadable = ({ tokens, several }: Heard): Decision | undefined => {
  if (tokens.every(({ kind, text }) => kind === 'mark' || text.trim() === '')) return refuse('unread', '');
  return several && whichOf(several);
};

const asked = (given: readonly Token[], last: State, { content, within }: Asking): Step => {
  const heard = heardAfter(given, last, content);
  const done = stepAfter(heard, content);
  const stopped = unreadable(heard);
  if (stopped) return done(stopped);
  const chosen = chosenOffer(heard.parts, heard.now, content);
  if (chosen) return chosenStep(done(chosen), heard.now);
  const sure = atOnce(heard, content);
  if (sure) return done(sure);
  const alone = rankedReadings(heard.parts);
  const [best] = alone;
  const leant = leantOn(heard, content, within);
  const candidates = [
    ...(leant ? [{ name: 'edit', score: 0 }] : []),
    ...alone.map(({ assembled, score }) => ({ name: assembled.name, score })),
  ];
  const { decision, ...more } = leant
    ? decideLeant(leant, heard, content)
    : insteadOf(best ? decideAlone(best, heard, content) : { decision: decideUnread(heard, content) }, heard, content);
  return done(decision, {
    candidates,
    ...more,
    ...(!leant && !within && { instead: () => saidInWords({ decision }, heard, content) }),
  });
};

/** One text after what was before: its questions in their order, each after the one before. */
export const turn = (tokens: readonly Token[], state: State, content: ComposeContent): Step => {
  const read = (said: readonly Token[]): Step => {
    const steps: Step[] = [];
    for (const segment of segmentsOf(withoutDenied(said)))
      steps.push(stepped(segment, steps.at(-1)?.state() ?? state, { content, within: steps.length > 0 }));
    return joined(steps) ?? stepped(said, state, { content, within: false });
  };
  return withoutTelling(read(tokens), tokens, read);
};
