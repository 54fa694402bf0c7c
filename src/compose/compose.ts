import type { Language, Question, UnitName } from '../types.ts';
import type { Act, Ask, Assumption, Query, Ref, Token, Tokens } from '../values.ts';
import { asksOf } from './asks.ts';
import { assemble } from './assemble.ts';
import type { Assembled } from './assembled.ts';
import { FORBIDS, scoreOf, unreadOf } from './cover.ts';
import type { Decision, Refusal } from './decision.ts';
import { asksSomething, type Edited, edit, hasSubject, isList } from './edit.ts';
import type { Parts } from './parts.ts';
import { wordsOf } from './said.ts';
import { scan } from './scan.ts';
import { segmentsOf } from './segments.ts';
import { type SettleContent, settle } from './settle.ts';
import { NOTHING_BEFORE, type Offer, type State } from './state.ts';

/** A question understood, with everything that led there. */
export interface Composed {
  readonly language: Language;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly decision: Decision;
  readonly assumed: readonly Assumption[];
  readonly unread: readonly Token[];
  /** Ways of putting it together, best first, with their scores. */
  readonly candidates: readonly { readonly name: string; readonly score: number }[];
}

/** What composing looks up; nothing of it is a fact that is told. */
export interface ComposeContent extends SettleContent {
  readonly read: (text: string, now?: number) => Tokens;
  /** Does one thing of the plan bear out all of these words? */
  readonly bears: (words: string, ref: Ref) => boolean;
  /** Has the plan a clause of this id? */
  readonly exists: (clause: string) => boolean;
  /** The plan's first year. */
  readonly firstYear: number;
  readonly actions: number;
  /** How many there are of each numbered thing. */
  readonly counts: Readonly<Partial<Record<Ref['type'], number>>>;
}

/** How many earlier questions can still be leant on. */
const MEMORY = 6;

interface Step {
  readonly decision: Decision;
  readonly assumed: readonly Assumption[];
  readonly unread: readonly Token[];
  readonly candidates: Composed['candidates'];
  readonly state: State;
}

/** Nothing but acts of talk, and what goes with them. */
const isTalk = (parts: Parts): boolean =>
  parts.acts.length > 0 &&
  !hasSubject(parts) &&
  !asksSomething(parts) &&
  parts.clauses.length === 0 &&
  parts.years.length === 0 &&
  parts.figures.length === 0 &&
  !parts.before.has('it') &&
  !parts.before.has('these');

/** 这家还管别的吗, after who was asked: the one unit that was named. */
const withThem = (tokens: readonly Token[], { query }: State, { members }: ComposeContent): readonly Token[] => {
  const [ask] = query?.asks ?? [];
  const points = tokens.some((token) => token.kind === 'before' && token.before === 'it');
  if (!query || ask?.ask !== 'units' || !points || tokens.some(({ kind }) => kind === 'unit')) return tokens;
  if (!tokens.some((token) => token.kind === 'role' || (token.kind === 'type' && token.type === 'task'))) return tokens;
  if (tokens.some((token) => token.kind === 'wanted' && token.wanted === 'who')) return tokens;
  const [unit, ...more] = members({ set: 'image', of: query.of, type: 'unit', role: ask.roles[0] ?? 'responsible' });
  if (!unit || more.length > 0) return tokens;
  return tokens.map((token) =>
    token.kind === 'before' && token.before === 'it' ? { ...token, kind: 'unit', unit: unit.id } : token,
  );
};

const talk = (act: Act, { query, shown }: State): Decision =>
  act === 'more' && query && isList(query) ? { decision: 'talk', act, count: shown.length } : { decision: 'talk', act };

/** 我们局 is the unit that the asker named as their own. */
const withMe = (tokens: readonly Token[], me: UnitName | undefined): readonly Token[] =>
  tokens.map((token, at) => {
    const stated = tokens.slice(at + 1, at + 4).some(({ kind }) => kind === 'unit');
    return token.kind === 'before' && token.before === 'we' && me && !stated
      ? { ...token, kind: 'unit', unit: me }
      : token;
  });

/** 我是市教育局的. */
const statedUnit = (tokens: readonly Token[]): UnitName | undefined => {
  const at = tokens.findIndex((token) => token.kind === 'before' && token.before === 'we');
  const isWord = tokens[at + 1]?.kind === 'operator' ? at + 2 : at + 1;
  const unit = tokens.slice(0, isWord + 1)[isWord];
  return at >= 0 && unit?.kind === 'unit' ? unit.unit : undefined;
};

const refuse = (why: Refusal, about: string, near: readonly Ref[] = []): Decision => ({
  decision: 'refuse',
  why,
  about,
  near,
});

/** What no reading can answer, whatever else the question says. */
const closed = (parts: Parts): Decision | undefined => {
  const document = parts.strangers.find(({ what }) => what === 'document');
  if (document) return refuse('document', document.text);
  const place = parts.strangers.find(({ what }) => what === 'place');
  if (place) return refuse('place', place.text);
  if (parts.missing[0] && parts.refs.length === 0) return refuse('missing', parts.missing[0].text);
  const [unclear] = parts.unclear;
  if (unclear)
    return {
      decision: 'ask-back',
      why: 'unit',
      about: parts.tokens.find(({ kind }) => kind === 'units')?.text ?? '',
      offers: unclear.map((unit) => ({ ref: { type: 'unit', id: unit }, ask: { ask: 'members' } })),
    };
  const unit = parts.strangers.find(({ what }) => what === 'unit');
  if (unit) return refuse('stranger', unit.text);
  return undefined;
};

/** 电话, 预算, 排名: where the things that are asked about do not print it, the plan does not say it. */
const unsaidOf = (
  parts: Parts,
  { decision }: { readonly decision: Decision },
  content: ComposeContent,
): Decision | undefined => {
  if (parts.unsaid.length === 0) return undefined;
  const refs =
    decision.decision === 'answer' && decision.queries[0].of.set === 'named' ? decision.queries[0].of.refs : [];
  const pastOnly = parts.years.length > 0 && parts.years.every((year) => year < content.firstYear);
  const told = ({ unsaid, text }: Parts['unsaid'][number]) =>
    (unsaid === 'result' && pastOnly && refs.some(({ type }) => type === 'indicator')) ||
    refs.some((ref) => content.prints(text, ref));
  const missing = parts.unsaid.find((one) => !told(one));
  return missing && refuse('unsaid', missing.text, refs);
};

/** What documents do not say, and this plan prints all the same, is a word like others. */
const withPrinted = (parts: Parts, { prints }: ComposeContent): Parts => {
  const printed = parts.tokens.filter(({ kind, text }) => kind === 'unsaid' && prints(text));
  if (printed.length === 0) return parts;
  const tokens = parts.tokens.map((token): Token => (printed.includes(token) ? { ...token, kind: 'words' } : token));
  return { ...parts, tokens, words: tokens.filter((token): token is Parts['words'][number] => token.kind === 'words') };
};

/** 第六十项, 第二十个行动: numbers that the plan does not have. */
const withMissing = (parts: Parts, { counts }: ComposeContent): Parts => {
  const beyond = ({ type, id }: Ref) => Number(id) > (counts[type] ?? Number.POSITIVE_INFINITY);
  const wrong = parts.refs.filter(beyond);
  if (wrong.length === 0) return parts;
  const tokens = parts.tokens.filter(({ kind }) => kind === 'position' || kind === 'action' || kind === 'task');
  return { ...parts, refs: parts.refs.filter((ref) => !beyond(ref)), missing: [...parts.missing, ...tokens] };
};

/** 下一项, 再往后一年: places counted from the query before. */
const withRelative = (parts: Parts, state: State, { actions }: ComposeContent): Parts => {
  const before = state.query;
  if (parts.relative.length === 0 || !before) return parts;
  const [named] = before.of.set === 'named' ? before.of.refs : [];
  return parts.relative.reduce((now, { of, by }): Parts => {
    if (of === 'year') {
      const from = by > 0 ? before.years.at(-1) : before.years[0];
      return from === undefined ? now : { ...now, years: [...now.years, from + by] };
    }
    const action =
      of === 'action' && before.of.set === 'where' && before.of.test.test === 'in'
        ? before.of.test.actions[0]
        : undefined;
    const number = action ?? (named?.type === of ? Number(named.id) : undefined);
    const next = number === undefined ? undefined : number + by;
    return next === undefined || next < 1 || (of === 'action' && next > actions)
      ? now
      : { ...now, refs: [...now.refs, { type: of, id: String(next) }] };
  }, parts);
};

/** 实施保障第三条: a place within a part that was named. */
const withPlaces = (parts: Parts, content: ComposeContent): Parts => {
  const { exists, actions } = content;
  const ofActions = parts.positions.filter(({ of }) => of === 'action').flatMap(({ positions }) => positions);
  const named = parts.refs.filter(({ type }) => type === 'action').map(({ id }) => Number(id));
  const inActions = parts.positions.filter(({ of }) => of === 'task').flatMap(({ positions }) => positions);
  if (named.length > 0 && named.length === parts.refs.length && inActions.length > 0) {
    const tasks = content.members({
      set: 'where',
      of: { set: 'all', type: 'task' },
      test: { test: 'in', actions: named },
    });
    const refs = inActions.flatMap((place) => tasks.at(place > 0 ? place - 1 : place) ?? []);
    const missing = refs.length < inActions.length ? parts.tokens.filter(({ kind }) => kind === 'position') : [];
    return { ...parts, refs, missing, positions: [] };
  }
  if (ofActions.length > 0) {
    const refs = ofActions.map(
      (place): Ref => ({ type: 'action', id: String(place > 0 ? place : actions + 1 + place) }),
    );
    return { ...parts, refs: [...parts.refs, ...refs], positions: parts.positions.filter(({ of }) => of !== 'action') };
  }
  const [part, ...more] = parts.refs;
  const places = parts.positions.filter(({ of }) => of === undefined).flatMap(({ positions }) => positions);
  if (part?.type !== 'clause' || more.length > 0 || places.length === 0) return parts;
  const ids = places.map((place) => `${part.id}.${place}`);
  const found = ids.filter(exists);
  const missing = ids.length > found.length ? parts.tokens.filter(({ kind }) => kind === 'position') : [];
  return { ...parts, refs: found.map((id): Ref => ({ type: 'clause', id })), missing, positions: [] };
};

const chosenOffer = (parts: Parts, state: State): Query | undefined => {
  const bare =
    parts.quantities.length === 1 && parts.quantities[0]?.unit === 'none' ? parts.quantities[0].value : undefined;
  const place = parts.positions[0]?.positions[0] ?? bare;
  if (state.offers.length === 0 || place === undefined || hasSubject(parts)) return undefined;
  const offer = state.offers.at(place > 0 ? place - 1 : place);
  if (!offer) return undefined;
  return queryOf(offer);
};

/** The query that an offer stands for. */
export const queryOf = ({ ref, ask }: Offer): Query => ({
  of:
    ref.type === 'unit'
      ? {
          set: 'where',
          of: { set: 'all', type: 'task' },
          test: { test: 'has', role: 'any', units: [ref.id], every: false },
        }
      : { set: 'named', refs: [ref] },
  asks: [ref.type === 'unit' ? { ask: 'members' } : ask],
  years: [],
  every: false,
  confirm: false,
  claims: [],
  words: '',
});

const ranked = (parts: Parts): readonly { readonly assembled: Assembled; readonly score: number }[] =>
  assemble(parts)
    .map((assembled) => ({ assembled, score: scoreOf(assembled, parts) }))
    .sort((a, b) => b.score - a.score);

/** A question with its own subject and its own way of asking takes nothing from before. */
const leans = (parts: Parts, state: State): boolean => {
  if (!state.query) return false;
  if (isOpen(parts) || (isWithin(parts) && !isList(state.query))) return true;
  if (parts.operators.has('than') && parts.refs.length === 1 && namesIndicator(state.query)) return true;
  if (
    parts.before.has('it') ||
    parts.before.has('these') ||
    parts.acts.includes('correct') ||
    parts.operators.has('add')
  )
    return true;
  if (namesAction(state.query) && !hasSubject(parts) && parts.heads.some(({ type }) => type === 'task')) return true;
  if (!hasSubject(parts)) return !standsWhole(parts) || (isList(state.query) && bareHead(parts));
  return !asksSomething(parts) || (isList(state.query) && parts.operators.has('together') && bareHead(parts));
};

/** 高新区负责吗, 是高新区吗: said of something that was named before. */
const isOpen = (parts: Parts): boolean =>
  parts.wanted.some(({ wanted }) => wanted === 'whether') &&
  parts.clauses.length > 0 &&
  parts.refs.length + parts.heads.length === 0 &&
  wordsOf(parts) === '';

/** 市委组织部在里面算什么. */
const isWithin = (parts: Parts): boolean =>
  parts.clauses.length === 1 &&
  parts.clauses[0]?.role === undefined &&
  parts.operators.has('in') &&
  parts.operators.has('is') &&
  parts.heads.length + parts.refs.length === 0 &&
  wordsOf(parts) === '' &&
  parts.wanted.some(({ wanted }) => wanted === 'what');

const namesAction = ({ of }: Query): boolean =>
  of.set === 'named' && of.refs.length > 0 && of.refs.every(({ type }) => type === 'action');

const namesIndicator = ({ of }: Query): boolean =>
  of.set === 'named' && of.refs.some(({ type }) => type === 'indicator');

/** 我们的吗: nothing stands behind it that is ours. */
const isOfEnd = (tokens: readonly Token[], at: number): boolean => {
  const [of, next] = [tokens[at], tokens[at + 1]];
  return (
    of?.kind === 'operator' &&
    of.operator === 'of' &&
    (next === undefined || next.kind === 'wanted' || next.kind === 'mark')
  );
};

const bareHead = (parts: Parts): boolean => parts.heads.some(({ wanted, noun }) => wanted !== undefined && !noun);

/** Asked of the plan as a whole: 有哪些行动, 任务最多的单位, 正文和附件不一致的地方. */
const standsWhole = (parts: Parts): boolean =>
  parts.heads.some(({ noun, inside }) => noun && !inside) ||
  ['differ', 'misprint', 'mention', 'same'].some((one) => parts.operators.has(one as never)) ||
  parts.properties.some((one) =>
    ['number', 'dated', 'issuer', 'copies', 'period', 'attachment', 'summary'].includes(one),
  ) ||
  parts.clauses.some(({ units }) => units.length > 0);

const stateAfter = (decision: Decision, state: State, { members }: ComposeContent): State => {
  switch (decision.decision) {
    case 'answer': {
      const query = decision.queries.at(-1) ?? decision.queries[0];
      return { ...state, query, shown: isList(query) ? members(query.of) : [], offers: [] };
    }
    case 'ask-back':
      return { ...state, offers: decision.offers };
    case 'refuse':
    case 'talk':
      return state;
  }
};

/** 送出去学习的呢; 几次培训 after 第20项: more of the thing that was asked about, in other words. */
const sameTopic = (parts: Parts, { query }: State, { bears }: ComposeContent): Query | undefined => {
  const [ref, ...more] = query?.of.set === 'named' ? query.of.refs : [];
  const words = wordsOf(parts);
  if (!query || !ref || more.length > 0 || parts.refs.length > 0 || words === '' || !bears(words, ref))
    return undefined;
  const asked = asksSomething(parts);
  const asks = asked ? asksOf(parts) : query.asks.map((ask): Ask => (ask.ask === 'value' ? { ask: 'value' } : ask));
  return {
    ...query,
    asks: [asks[0] ?? query.asks[0], ...asks.slice(1)],
    years: parts.years.length > 0 ? parts.years : query.years,
    confirm: false,
    claims: [],
    words,
  };
};

const stepped = (tokens: readonly Token[], state: State, content: ComposeContent, within = false): Step => {
  const me = statedUnit(tokens) ?? state.me;
  const parts = withPrinted(
    withMissing(
      withPlaces(withRelative(scan(withMe(withThem(tokens, state, content), me)), state, content), content),
      content,
    ),
    content,
  );
  const now: State = { ...state, me };
  const done = (decision: Decision, more: Partial<Step> = {}): Step => ({
    decision,
    assumed: [],
    unread: [],
    candidates: [],
    ...more,
    state: stateAfter(decision, now, content),
  });
  if (tokens.every(({ kind, text }) => kind === 'mark' || text.trim() === '')) return done(refuse('unread', ''));
  const chosen = chosenOffer(parts, state);
  if (chosen) return done({ decision: 'answer', queries: [chosen] });
  if (isTalk(parts))
    return parts.acts.includes('again') && state.query
      ? done({ decision: 'answer', queries: [state.query] })
      : done(talk(parts.acts[0] ?? 'hello', state));
  const stopped = closed(parts);
  if (stopped) return done(stopped);
  const pointing = parts.before.has('it') || parts.before.has('these');
  if (pointing && !state.query && !hasSubject(parts))
    return done({ decision: 'ask-back', why: 'dangling', about: '', offers: [] });
  const premise = parts.clauses.some(({ units, role }) => units.length > 0 && role !== undefined);
  if (parts.wanted.some(({ wanted }) => wanted === 'why') && !premise && hasSubject(parts))
    return done(refuse('unsaid', tokens.map(({ text }) => text).join(''), parts.refs));
  const ours = tokens.some((token, at) => token.kind === 'before' && token.before === 'we' && isOfEnd(tokens, at + 1));
  if (ours && !me && parts.clauses.length === 0)
    return done({ decision: 'ask-back', why: 'we', about: '', offers: [] });
  if (parts.before.has('we') && !me && !hasSubject(parts) && parts.heads.length > 0)
    return done({ decision: 'ask-back', why: 'we', about: '', offers: [] });
  const alone = ranked(parts);
  const same =
    within || (parts.before.has('then') && !asksSomething(parts)) ? sameTopic(parts, now, content) : undefined;
  const edited: Edited | undefined = same
    ? { query: same, assumed: [{ what: 'topic', value: '' }] }
    : leans(parts, now)
      ? edit(parts, now)
      : undefined;
  const candidates = [
    ...(edited ? [{ name: 'edit', score: 0 }] : []),
    ...alone.map(({ assembled, score }) => ({ name: assembled.name, score })),
  ];
  if (edited) {
    const settled = settle(edited.query, content);
    return done(unsaidOf(parts, settled, content) ?? settled.decision, {
      candidates,
      assumed: [...edited.assumed, ...settled.assumed],
    });
  }
  const [best] = alone;
  if (!best && parts.unsaid[0]) return done(refuse('unsaid', parts.unsaid[0].text), { candidates });
  if (!best)
    return done(
      parts.before.has('we')
        ? { decision: 'ask-back', why: 'we', about: '', offers: [] }
        : asksSomething(parts) || parts.clauses.length > 0 || parts.years.length > 0 || parts.before.size > 0
          ? { decision: 'ask-back', why: 'dangling', about: '', offers: [] }
          : wordsOf(parts) === ''
            ? { decision: 'ask-back', why: 'dangling', about: '', offers: [] }
            : refuse('unread', wordsOf(parts)),
      { candidates },
    );
  const unread = unreadOf(best.assembled, parts);
  if (
    parts.unsaid[0] &&
    !parts.tokens.some(({ kind, text }) => kind === 'words' && text === parts.unsaid[0]?.text) &&
    best.assembled.query.of.set !== 'about' &&
    best.assembled.query.of.set !== 'named'
  )
    return done(refuse('unsaid', parts.unsaid[0].text), { candidates });
  if (unread.some(({ kind }) => FORBIDS.includes(kind)))
    return done(
      { decision: 'ask-back', why: 'unread', about: unread.map(({ text }) => text).join('、'), offers: [] },
      { candidates, unread },
    );
  const listing = parts.wanted.some(({ wanted }) => wanted === 'which') && parts.roles.length === 0;
  const part =
    parts.refs.length === 1 && parts.refs[0]?.type === 'clause' && wordsOf(parts) !== '' ? parts.refs[0].id : undefined;
  const { query } = best.assembled;
  const inPart = part !== undefined && query.of.set === 'named' && content.exists(`${part}.1`);
  const settled = settle(inPart ? { ...query, of: { set: 'about', words: wordsOf(parts) } } : query, content, {
    listing,
    defining: parts.properties.includes('definition'),
    bare: !asksSomething(parts) && parts.years.length === 0 && parts.clauses.length === 0,
    units:
      query.claims.length === 0 &&
      (query.of.set === 'about' || query.of.set === 'named') &&
      query.asks[0].ask !== 'units'
        ? parts.clauses.flatMap(({ units }) => units)
        : [],
    ...(inPart && { within: part }),
  });
  const unsaid = unsaidOf(parts, settled, content);
  if (unsaid) return done(unsaid, { candidates });
  const open =
    settled.decision.decision === 'refuse' && !state.query && (parts.before.has('it') || parts.before.has('these'));
  return done(open ? { decision: 'ask-back', why: 'dangling', about: '', offers: [] } : settled.decision, {
    candidates,
    unread,
    assumed: settled.assumed,
  });
};

/** One text after what was before: its questions in their order, each after the one before. */
const turn = (tokens: readonly Token[], state: State, content: ComposeContent): Step => {
  const steps: Step[] = [];
  for (const segment of segmentsOf(tokens))
    steps.push(stepped(segment, steps.at(-1)?.state ?? state, content, steps.length > 0));
  const [first, ...rest] = steps;
  if (!first) return stepped(tokens, state, content);
  const queries = steps.flatMap(({ decision }) => (decision.decision === 'answer' ? decision.queries : []));
  const [query, ...more] = queries;
  const open = steps.find(({ decision }) => decision.decision !== 'answer' && decision.decision !== 'talk');
  const last = rest.at(-1) ?? first;
  if (steps.length === 1 || !query || open) return { ...(open ?? last), state: last.state };
  return {
    ...last,
    decision: { decision: 'answer', queries: [query, ...more] },
    assumed: steps.flatMap(({ assumed }) => assumed),
    unread: steps.flatMap(({ unread }) => unread),
  };
};

/** Question → what is done with it. Earlier questions are read in their order. */
export const createCompose = (content: ComposeContent): ((question: Question) => Composed) => {
  const read = (text: string, year: number | undefined): Tokens => content.read(text, year);
  return ({ text, history, year }) => {
    const state = history
      .slice(-MEMORY)
      .reduce((before, typed) => turn(read(typed, year).tokens, before, content).state, NOTHING_BEFORE);
    const now = read(text, year);
    const { decision, assumed, unread, candidates } = turn(now.tokens, state, content);
    return { language: now.language, text: now.text, tokens: now.tokens, decision, assumed, unread, candidates };
  };
};
