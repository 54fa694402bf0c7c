import { once } from '../once.ts';
import type { Ref, Token } from '../values.ts';
import { inThePlan, withAsShown, withSibling } from './as-shown.ts';
import { assemble } from './assemble.ts';
import type { Assembled } from './assembled.ts';
import { chosenOffer } from './choosing.ts';
import type { ComposeContent } from './content.ts';
import { withCorrectedNumber } from './corrected-number.ts';
import { withoutDenied } from './correction.ts';
import { droppedBy, FORBIDS, scoreOf, unreadOf } from './cover.ts';
import type { Decision } from './decision.ts';
import { type Edited, edit } from './edit.ts';
import { printedAs } from './figured.ts';
import { wentBack } from './going-back.ts';
import { withoutIdentity } from './identity.ts';
import { inContext } from './in-context.ts';
import { withTurns } from './in-turn.ts';
import { asksItsUnits, isOfDocument, isOfEnd, leans } from './leaning.ts';
import { misprintAsked } from './misprint-asked.ts';
import { ofTopic } from './of-topic.ts';
import { ofYear } from './of-year.ts';
import { withOneListed } from './one-listed.ts';
import { withOwnWords } from './own-words.ts';
import type { Parts } from './parts.ts';
import { passedOver } from './passed-over.ts';
import { type Pointed, statedUnit, withMe, withoutIntroduction, withPlaced, withThem } from './pointing.ts';
import {
  withCounted,
  withItsAction,
  withMissing,
  withNumbered,
  withPlaces,
  withPrinted,
  withShortYear,
  withStanding,
  withUnnamed,
} from './refine.ts';
import { closed, refuse, unsaidOf } from './refusals.ts';
import { withRelative } from './relative.ts';
import { alternativesOf, completed, pendingAfter, stateAfter, withList } from './remember.ts';
import { joinedOf, wordingOf, wordsOf } from './said.ts';
import { sameTopic } from './same-topic.ts';
import { scan } from './scan.ts';
import { segmentsOf } from './segments.ts';
import { settle } from './settle.ts';
import { NOTHING_BEFORE, type Offer, type State } from './state.ts';
import { joined, type Step } from './steps.ts';
import { asksSomething, hasSubject } from './subject.ts';
import { actOf, isTalk, talk } from './talk.ts';
import { topicFigure, withTopicFigure } from './topic-figure.ts';
import { unitPlace } from './unit-place.ts';

/** Asks back about what was not read. */
const notRead = (tokens: readonly Token[], { examples }: ComposeContent): Decision => ({
  decision: 'ask-back',
  why: 'unread',
  about: tokens.map(({ text }) => text).join('、'),
  offers: examples,
});

/** 它: several units were named before. */
const whichOf = ({ said, units, role }: NonNullable<Pointed['several']>): Decision => ({
  decision: 'ask-back',
  why: 'unit',
  about: said,
  offers: units.map((unit): Offer => ({ ref: { type: 'unit', id: unit }, ask: { ask: 'members' }, role })),
});

interface Ranked {
  readonly assembled: Assembled;
  readonly unread: readonly Token[];
  readonly score: number;
}

const rankedReadings = (parts: Parts): readonly Ranked[] =>
  assemble(parts)
    .map((assembled) => {
      const unread = unreadOf(assembled, parts);
      return { assembled, unread, score: scoreOf(unread) };
    })
    .sort((a, b) => b.score - a.score);

/** What was offered can be chosen again, until something else is asked. */
const chosenStep = (step: Step, { offers, examples }: State): Step =>
  step.decision.decision === 'answer' ? { ...step, state: () => ({ ...step.state(), offers, examples }) } : step;

const isNew = (token: Token): boolean => token.kind === 'before' && token.before === 'new';

/** 换个事，…: what comes behind takes nothing from before. */
const stepped = (typed: readonly Token[], state: State, content: ComposeContent, within = false): Step => {
  const tokens = withoutDenied(typed);
  if (!tokens.some(isNew)) return asked(tokens, state, content, within);
  const rest = tokens.filter((token) => !isNew(token));
  const fresh: State = { ...NOTHING_BEFORE, me: state.me };
  if (rest.some(({ kind }) => kind !== 'glue' && kind !== 'mark')) return asked(rest, fresh, content);
  return { decision: { decision: 'talk', act: 'no' }, assumed: [], unread: [], candidates: [], state: () => fresh };
};

/** 为什么设立…: what the plan says of the thing, though not why. */
const nearWhy = (parts: Parts, { resolve }: ComposeContent): readonly Ref[] => {
  if (parts.refs.length > 0) return parts.refs;
  const found = resolve(wordsOf(parts), { ask: 'content' });
  return found.status === 'sure' ? found.refs : [];
};

const asked = (given: readonly Token[], last: State, content: ComposeContent, within = false): Step => {
  const back = wentBack(withoutIdentity(given), last);
  const { tokens: own, state } = withTurns(back.tokens, back.state, content);
  const typed = withTopicFigure(withOwnWords(own, content), state, content);
  const { tokens, several } = withThem(
    withPlaced(inContext(withoutIntroduction(typed), state, content), state, content),
    state,
    content,
  );
  const me = statedUnit(typed) ?? state.me;
  const said = withPrinted(
    withUnnamed(
      withMissing(
        withPlaces(
          withRelative(withCounted(withStanding(scan(withMe(tokens, me))), content), state, content),
          state,
          content,
        ),
        content,
      ),
      content,
    ),
    state,
    content,
  );
  const now: State = { ...state, me };
  const placed = withItsAction(withShortYear(said, now, content), now, content);
  const corrected = withNumbered(inThePlan(withCorrectedNumber(placed, now, content), now), now);
  const parts = withMissing(withAsShown(withSibling(corrected, now, content), now), content);
  const done = (decision: Decision, more: Partial<Step> = {}): Step => {
    const state = once(() => ({
      ...stateAfter(decision, now, content),
      pending: pendingAfter(decision, parts),
      alternatives: alternativesOf(more.assumed ?? []),
    }));
    return { decision, assumed: [], unread: [], candidates: [], ...more, state };
  };
  const dangling: Decision = { decision: 'ask-back', why: 'dangling', about: '', offers: content.examples };
  const whose: Decision = { decision: 'ask-back', why: 'we', about: '', offers: content.units };
  if (tokens.every(({ kind, text }) => kind === 'mark' || text.trim() === '')) return done(refuse('unread', ''));
  if (several) return done(whichOf(several));
  const chosen = chosenOffer(parts, now, content);
  if (chosen) return chosenStep(done(chosen), now);
  if (isTalk(parts))
    return parts.acts.includes('again') && state.query
      ? done({ decision: 'answer', queries: [state.query] })
      : done(talk(actOf(parts), state));
  const inOrder = unitPlace(parts, now) ?? misprintAsked(parts, content);
  if (inOrder) return done({ decision: 'answer', queries: [inOrder] });
  const stopped = closed(parts);
  if (stopped) return done(stopped);
  const pointing = parts.before.has('it') || parts.before.has('these');
  if (pointing && !state.query && !hasSubject(parts) && parts.quantities.length === 0 && !isOfDocument(parts))
    return done(parts.unsaid[0] ? refuse('unsaid', parts.unsaid[0].text) : dangling);
  const premise =
    parts.clauses.some(({ units, role }) => units.length > 0 && role !== undefined) ||
    (['differ', 'misprint', 'lack'] as const).some((one) => parts.operators.has(one));
  if (parts.wanted.some(({ wanted }) => wanted === 'why') && !premise && hasSubject(parts))
    return done(refuse('unsaid', tokens.map(({ text }) => text).join(''), nearWhy(parts, content)));
  const ours = tokens.some((token, at) => token.kind === 'before' && token.before === 'we' && isOfEnd(tokens, at + 1));
  if (ours && !me && parts.clauses.length === 0) return done(whose);
  if (parts.before.has('we') && !me && !hasSubject(parts) && parts.heads.length > 0) return done(whose);
  const alone = rankedReadings(parts);
  const same =
    topicFigure(parts, now, content) ??
    (within || (parts.before.has('then') && !asksSomething(parts)) ? sameTopic(parts, now, content) : undefined);
  const based = withOneListed(parts, withList(parts, now), content);
  const edited: Edited | undefined = same
    ? { query: same, assumed: [{ what: 'topic', value: '' }] }
    : leans(parts, based) || (within && based.query && asksItsUnits(parts, based.query))
      ? edit(parts, based, content)
      : undefined;
  const candidates = [
    ...(edited ? [{ name: 'edit', score: 0 }] : []),
    ...alone.map(({ assembled, score }) => ({ name: assembled.name, score })),
  ];
  if (edited) {
    const dropped = [
      ...droppedBy(edited.query, parts),
      ...(based.query ? passedOver(parts.tokens, edited.query, based.query) : []),
    ];
    if (dropped.length > 0) return done(notRead(dropped, content), { candidates, unread: dropped });
    const settled = settle(edited.query, content);
    const meant = ofTopic({ decision: settled.decision, query: edited.query }, now, content);
    if (meant) return done({ decision: 'answer', queries: [meant] }, { candidates });
    return done(unsaidOf(parts, settled, content) ?? settled.decision, {
      candidates,
      assumed: [...edited.assumed, ...settled.assumed],
    });
  }
  const [best] = alone;
  if (!best && parts.unsaid[0]) return done(refuse('unsaid', parts.unsaid[0].text), { candidates });
  const counts = parts.wanted.find(({ wanted }) => wanted === 'howMany' || wanted === 'howMuch');
  if (!best && counts && parts.clauses.length > 0 && !state.query)
    return done(refuse('absent', wordsOf(parts)), { candidates });
  const yearly = best ? undefined : ofYear(parts, content);
  if (yearly) return done(yearly, { candidates });
  if (!best) {
    if (parts.before.has('we')) return done(whose, { candidates });
    const bare = !asksSomething(parts) && parts.clauses.length + parts.years.length + parts.before.size === 0;
    const words = wordsOf(parts);
    return done(bare && words !== '' ? refuse('unread', words) : dangling, { candidates });
  }
  const { unread } = best;
  if (
    parts.unsaid[0] &&
    !parts.tokens.some(({ kind, text }) => kind === 'words' && text === parts.unsaid[0]?.text) &&
    best.assembled.query.of.set !== 'about' &&
    best.assembled.query.of.set !== 'named'
  )
    return done(refuse('unsaid', parts.unsaid[0].text), { candidates });
  if (unread.some(({ kind }) => FORBIDS.includes(kind) || kind === 'role'))
    return done(notRead(unread, content), { candidates, unread });
  const ofUnit =
    parts.operators.has('by') && parts.heads.some(({ type, wanted }) => type === 'unit' && wanted !== undefined);
  const listing = parts.wanted.some(({ wanted }) => wanted === 'which') && parts.roles.length === 0 && !ofUnit;
  const part =
    parts.refs.length === 1 && parts.refs[0]?.type === 'clause' && wordsOf(parts) !== '' ? parts.refs[0].id : undefined;
  const query = completed(best.assembled.query, parts, state);
  const inPart = part !== undefined && query.of.set === 'named' && content.exists(`${part}.1`);
  const settled = settle(inPart ? { ...query, of: { set: 'about', words: wordsOf(parts) } } : query, content, {
    listing,
    tasks: parts.heads.some(({ type, noun }) => type === 'task' && noun),
    printed:
      query.claims.length === 0 ? parts.quantities.filter(({ relation }) => relation === '=').map(printedAs) : [],
    defining: parts.properties.includes('definition'),
    wording: wordingOf(parts),
    joined: joinedOf(parts),
    count: parts.heads.find(({ type, count }) => type === 'task' && count !== undefined)?.count,
    bare: !asksSomething(parts) && parts.years.length === 0 && parts.clauses.length === 0,
    units:
      query.claims.length === 0 && !parts.operators.has('or') && (query.of.set === 'about' || query.of.set === 'named')
        ? parts.clauses.flatMap(({ units }) => units)
        : [],
    ...(inPart && { within: part }),
  });
  const unsaid = unsaidOf(parts, settled, content);
  if (unsaid) return done(unsaid, { candidates });
  const meant = ofTopic({ decision: settled.decision, query }, now, content);
  if (meant) return done({ decision: 'answer', queries: [meant] }, { candidates });
  const open = settled.decision.decision === 'refuse' && !state.query && pointing;
  return done(open ? dangling : settled.decision, { candidates, unread, assumed: settled.assumed });
};

/** One text after what was before: its questions in their order, each after the one before. */
export const turn = (tokens: readonly Token[], state: State, content: ComposeContent): Step => {
  const steps: Step[] = [];
  for (const segment of segmentsOf(withoutDenied(tokens)))
    steps.push(stepped(segment, steps.at(-1)?.state() ?? state, content, steps.length > 0));
  return joined(steps) ?? stepped(tokens, state, content);
};
