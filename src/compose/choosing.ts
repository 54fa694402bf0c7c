import type { Query, Ref, SetOf } from '../values.ts';
import type { ComposeContent } from './content.ts';
import type { Decision } from './decision.ts';
import type { Parts } from './parts.ts';
import { refuse } from './refusals.ts';
import { wordsOf } from './said.ts';
import { ALL_TASKS } from './sets.ts';
import type { Offer, State } from './state.ts';
import { asksSomething, hasSubject } from './subject.ts';

/** The set that an offered thing stands for: the tasks of a unit, of an action, or the thing itself. */
const offered = ({ ref, ask, role = 'any' }: Offer): SetOf => {
  if (ref.type === 'unit')
    return { set: 'where', of: ALL_TASKS, test: { test: 'has', role, units: [ref.id], every: false } };
  if (ref.type === 'action' && ask.ask === 'members')
    return { set: 'where', of: ALL_TASKS, test: { test: 'in', actions: [Number(ref.id)] } };
  return { set: 'named', refs: [ref] };
};

/** The query that an offer stands for. */
const queryOf = (offer: Offer): Query => ({
  of: offered(offer),
  asks: [offer.ref.type === 'unit' ? { ask: 'members' } : offer.ask],
  years: [],
  every: false,
  confirm: false,
  claims: [],
  words: '',
});

const answered = (offer: Offer | undefined): Decision | undefined =>
  offer && { decision: 'answer', queries: [queryOf(offer)] };

/** Nothing else is said than what is chosen. */
const isBare = (parts: Parts): boolean =>
  parts.wanted.length + parts.roles.length + parts.properties.length + parts.figures.length + parts.years.length ===
    0 && parts.heads.every(({ noun }) => !noun);

/** 2: a number and nothing beside it. */
const numberIn = (parts: Parts): number | undefined => {
  const [only, ...more] = parts.quantities;
  const claimed = parts.tokens.some(({ kind, text }) => kind === 'mark' && /[?？]/.test(text));
  return only && more.length === 0 && only.unit === 'none' && Number.isInteger(only.value) && isBare(parts) && !claimed
    ? only.value
    : undefined;
};

/** 第二个, 2; of what only shows what can be asked, nothing but the place may be said. */
const byPlace = (parts: Parts, { offers, examples }: State): Decision | undefined => {
  const place = parts.positions[0]?.positions[0] ?? numberIn(parts);
  if (place === undefined || hasSubject(parts) || (examples && !isBare(parts))) return undefined;
  return answered(offers.at(place > 0 ? place - 1 : place));
};

/** 曲江的那个: the one of the offers that names these units. */
const byUnit = (units: readonly string[], offers: readonly Offer[], content: ComposeContent): Decision | undefined => {
  const unitsOf = (ref: Ref) => content.members({ set: 'image', of: { set: 'named', refs: [ref] }, type: 'unit' });
  const named = offers.filter(
    ({ ref }) => ref.type === 'task' && units.every((unit) => unitsOf(ref).some(({ id }) => id === unit)),
  );
  return named.length === 1 ? answered(named[0]) : undefined;
};

/** 农户那个: words that one of the offers bears out; those that several do leave these to choose from. */
const byName = (parts: Parts, { offers, examples }: State, content: ComposeContent): Decision | undefined => {
  const words = wordsOf(parts);
  const asks = asksSomething(parts) || parts.heads.length + parts.years.length + parts.unsaid.length > 0;
  const units = parts.clauses.flatMap((clause) => clause.units);
  const naming = parts.refs.length > 0 || units.length > 0;
  if (examples || asks || (parts.before.has('then') && !naming)) return undefined;
  const named = offers.filter(({ ref }) =>
    naming
      ? parts.refs.some(({ type, id }) => type === ref.type && id === ref.id) ||
        (ref.type === 'unit' && units.includes(ref.id))
      : words !== '' && content.bears(words, ref),
  );
  if (named.length === 0 && parts.before.has('it') && parts.refs.length === 0 && units.length > 0)
    return byUnit(units, offers, content);
  return named.length === 1 ? answered(named[0]) : undefined;
};

const isTask = (ref: Ref | undefined): ref is Ref => ref?.type === 'task';

/** A number after a list: the thing of this number, or the one in this place, when only one is meant. */
const byNumber = (parts: Parts, { shown, query }: State): Decision | undefined => {
  const number = hasSubject(parts) || parts.clauses.length > 0 ? undefined : numberIn(parts);
  if (number === undefined || !query) return undefined;
  const numbered = shown.find((ref) => isTask(ref) && Number(ref.id) === number);
  const placed = shown[number - 1];
  if (numbered) return answered({ ref: numbered, ask: { ask: 'content' } });
  if (!placed) return refuse('absent', String(number));
  if (!isTask(placed)) return answered({ ref: placed, ask: { ask: 'members' } });
  const offers = [placed, { ...placed, id: String(number) }].map((ref): Offer => ({ ref, ask: { ask: 'content' } }));
  return { decision: 'ask-back', why: 'topic', about: String(number), offers };
};

/** 1: of what may have been meant instead, where nothing but the number is said. */
const byAlternative = (parts: Parts, { alternatives = [] }: State): Decision | undefined => {
  const number = hasSubject(parts) || parts.clauses.length > 0 ? undefined : numberIn(parts);
  return number === undefined ? undefined : answered(alternatives[number - 1]);
};

/** What a question chooses of what was offered, or of the list that was shown; undefined when it chooses nothing. */
export const chosenOffer = (parts: Parts, state: State, content: ComposeContent): Decision | undefined =>
  (state.offers.length > 0 ? (byPlace(parts, state) ?? byName(parts, state, content)) : undefined) ??
  byAlternative(parts, state) ??
  byNumber(parts, state);
