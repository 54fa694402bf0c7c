import type { Assumption, Query, Ref } from '../values.ts';
import { asksOf } from './asks.ts';
import type { ComposeContent } from './content.ts';
import type { AskBack, Decision } from './decision.ts';
import { earlierThan, namedTogether } from './going-back.ts';
import { amountsAfter, turnsAfter } from './in-turn.ts';
import type { Parts } from './parts.ts';
import { namesUnits, withUnits } from './rewrite.ts';
import type { Offer, State } from './state.ts';
import { asksSomething, hasSubject, isList } from './subject.ts';
import { yearsInTurn } from './two-years.ts';

/** Asked back so, what is offered shows what can be asked; it is not what the question may mean. */
const SHOWING: readonly AskBack['why'][] = ['unread', 'dangling'];

const shownBy = (query: Query, { members, ranked }: ComposeContent): readonly Ref[] => {
  if (query.asks[0].ask === 'extreme') return ranked(query);
  return isList(query) ? members(query.of) : namedTogether(query);
};

/** 第七个叫啥行动: the one that was picked is what 它 means. */
const single = (query: Query, shown: readonly Ref[]): Query =>
  query.of.set === 'pick' && shown.length === 1 && shown[0]?.type === 'action'
    ? { ...query, of: { set: 'named', refs: shown }, asks: [{ ask: 'content' }], claims: [] }
    : query;

/** A list stays before the eyes while its members are asked about one by one, or where nothing of it is left. */
const shownAfter = (query: Query, { shown }: State, content: ComposeContent): readonly Ref[] => {
  const refs = query.of.set === 'named' ? query.of.refs : [];
  const isShown = ({ type, id }: Ref) => shown.some((one) => one.type === type && one.id === id);
  if (refs.length > 0 && shown.length > refs.length && refs.every(isShown)) return shown;
  const now = shownBy(query, content);
  return now.length === 0 && isList(query) ? shown : now;
};

/** What was answered of a group, for a unit that the plan does not name, is asked of the group from then on. */
const standing = (query: Query, { standIns }: ComposeContent): Query => {
  const groups = isList(query) && query.claims.length === 0 && namesUnits(query.of) ? standIns(query) : [];
  return groups.length > 0 ? { ...query, of: withUnits(query.of, groups, undefined) } : query;
};

export const stateAfter = (decision: Decision, state: State, content: ComposeContent): State => {
  switch (decision.decision) {
    case 'answer': {
      const query = standing(decision.queries.at(-1) ?? decision.queries[0], content);
      const shown = shownAfter(query, state, content);
      const list = isList(query) ? query : state.list;
      const earlier = earlierThan(query, state);
      const yearsBefore = yearsInTurn(query, state);
      const now = { query: single(query, shown), earlier, list, shown, yearsBefore, turns: turnsAfter(query, state) };
      const amounts = amountsAfter(query, state);
      return { ...state, ...now, amounts, first: state.first ?? query, offers: [], examples: false };
    }
    case 'ask-back':
      return { ...state, offers: decision.offers, examples: SHOWING.includes(decision.why) };
    case 'refuse':
    case 'talk':
      return state;
  }
};

/** 这一项是哪几家建的？: asked back for the thing, what was asked of it stands. */
export const pendingAfter = (decision: Decision, parts: Parts): State['pending'] => {
  const [ask, ...more] = asksOf(parts);
  const open = decision.decision === 'ask-back' && decision.why === 'dangling' && ask && ask.ask !== 'content';
  return open ? [ask, ...more] : undefined;
};

/** What may have been meant instead of what was taken. */
export const alternativesOf = (assumed: readonly Assumption[]): readonly Offer[] =>
  assumed.flatMap(({ meant }) => meant?.others.map((ref): Offer => ({ ref, ask: meant.ask })) ?? []);

/** What is only named is asked about as the question before asked. */
export const completed = (query: Query, parts: Parts, { pending }: State): Query =>
  pending && !asksSomething(parts) && (query.of.set === 'about' || query.of.set === 'named')
    ? { ...query, asks: pending }
    : query;

/** 回到刚才那几项: the list before, though one of its members was asked about since. */
export const withList = (parts: Parts, state: State): State => {
  const ofTasks =
    parts.heads.some(({ type }) => type === 'task') || parts.wanted.some(({ wanted }) => wanted === 'where');
  const one = state.query && !isList(state.query);
  const told = parts.groupBy !== undefined && !hasSubject(parts);
  return one && state.list && (told || (ofTasks && parts.before.has('these')))
    ? { ...state, query: state.list }
    : state;
};
