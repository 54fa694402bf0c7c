import type { Ask, Assumption, Query, SetOf, Test, Token } from '../values.ts';
import { alikeBefore } from './alike.ts';
import { asksOf } from './asks.ts';
import { ofBothLists, shared } from './both-lists.ts';
import { claimed } from './claims.ts';
import { against, differsEach } from './compared-before.ts';
import type { ComposeContent } from './content.ts';
import { withGiven } from './given.ts';
import { asksElse, isAmongListed, isOpenList } from './leaning.ts';
import { ofList } from './listed.ts';
import { deniesActions, deniesRole, deniesUnits, lacksListed, narrowed, yearsOf } from './narrow.ts';
import { alsoTheirs, besideBefore, oftenBefore } from './one-before.ts';
import type { Parts } from './parts.ts';
import { nextRanked, picked, piecePicked } from './picked.ts';
import { OF_UNITS } from './pointing.ts';
import { reasked } from './reasked.ts';
import { isLeftOver, restOf } from './rest.ts';
import {
  beyondAllUnits,
  inAnyPlace,
  namesActions,
  namesUnits,
  swapped,
  swappedAsks,
  withActions,
  withUnits,
} from './rewrite.ts';
import { has, onlyActions, saysWords, wants, wordsOf } from './said.ts';
import { ALL_TASKS, where } from './sets.ts';
import { besides, claimedOf, roleOfEach } from './shown.ts';
import { siblings } from './siblings.ts';
import type { State } from './state.ts';
import { asksSomething, hasSubject, hasWords, isList, unitsIn } from './subject.ts';
import { clauseTests, testOf } from './tests.ts';
import { turned } from './turned.ts';
import { whatIsDone } from './what-is-done.ts';

export interface Edited {
  readonly query: Query;
  readonly assumed: readonly Assumption[];
}

const subjectOf = (parts: Parts): SetOf =>
  parts.refs.length > 0 ? { set: 'named', refs: parts.refs } : { set: 'about', words: wordsOf(parts) };

const ELLIPTIC_ASKS: readonly Ask['ask'][] = [
  'units',
  'content',
  'original',
  'sources',
  'targets',
  'goal',
  'value',
  'when',
  'reckon',
  'definition',
];

/** 证监局呢, after what was claimed of each: the same of another unit. */
const claimedAnew = (parts: Parts, before: Query): Query | undefined => {
  const [claim, ...more] = before.claims;
  if (!isList(before) || claim?.claim !== 'test' || claim.test.test !== 'has' || more.length > 0) return undefined;
  const { role = claim.test.role } = parts.clauses[0] ?? {};
  const test: Test = { ...claim.test, role, units: unitsIn(parts) };
  return { ...before, ...yearsOf(parts, before), claims: [{ claim: 'test', test }] };
};

/** 支持单位也列一下, 你漏了支持单位: of each of the list, who stands in a role is told beside it. */
const supplements = (parts: Parts): boolean =>
  parts.roles.length === 1 &&
  parts.roles[0]?.form === 'noun' &&
  has(parts, 'add', 'also') &&
  !has(parts, 'is', 'not') &&
  parts.clauses.length + parts.wanted.length === 0;

const isNarrowing = ({ rule }: Token): boolean => rule === 'glue:narrow';

/** 农村金融振兴行动里呢: the section takes the place of the one before, or is one more condition; the rest stays. */
const inSections = (parts: Parts, { of }: Query): SetOf => {
  const actions = parts.refs.map(({ id }) => Number(id));
  if (namesActions(of)) return withActions(of, actions);
  const within = (has(parts, 'in', 'only', 'of') || parts.tokens.some(isNarrowing)) && of.set !== 'image';
  return { set: 'where', of: within ? of : ALL_TASKS, test: { test: 'in', actions } };
};

/** 里面新城区参与哪几项, after an action: its tasks in which the units stand. */
const amongActions = (parts: Parts, before: Query): Query | undefined => {
  const refs = before.of.set === 'named' ? before.of.refs : [];
  const listed = parts.heads.some(({ type, wanted }) => type === 'task' && wanted !== undefined);
  if (!listed || refs.length === 0 || !refs.every(({ type }) => type === 'action')) return undefined;
  const of: SetOf = { set: 'where', of: ALL_TASKS, test: { test: 'in', actions: refs.map(({ id }) => Number(id)) } };
  return narrowed(parts, { ...before, of, asks: [{ ask: 'members' }] });
};

/** Another subject, asked as before: 那新城区呢, 贷款余额呢, 第22项呢. */
const resubjected = (parts: Parts, before: Query): Query | undefined => {
  const units = unitsIn(parts);
  if (units.length > 0 && !hasWords(parts) && parts.refs.length === 0) {
    const within = amongActions(parts, before);
    if (within) return within;
    const reclaimed = claimedAnew(parts, before);
    if (reclaimed) return reclaimed;
    if (isOpenList(before)) return narrowed(parts, before);
    if (isList(before) && namesUnits(before.of))
      return {
        ...before,
        ...yearsOf(parts, before),
        of:
          parts.clauses.length > 1
            ? where(beyondAllUnits(before.of), clauseTests(parts.clauses))
            : withUnits(before.of, units, parts.clauses[0]?.role),
        confirm: false,
        claims: [],
        words: '',
      };
    const [clause] = parts.clauses;
    if (!isList(before) && clause)
      return {
        ...before,
        confirm: true,
        asks: [{ ask: 'units', roles: ['responsible', 'supporting'], lead: false }],
        claims: [{ claim: 'test', test: testOf(claimed(clause, parts)) }],
      };
    return undefined;
  }
  if (parts.refs.length === 0 && !hasWords(parts)) return undefined;
  const asks = before.asks.every(({ ask }) => ELLIPTIC_ASKS.includes(ask)) ? before.asks : undefined;
  if (!asks && !(parts.refs.some(({ type }) => type === 'action') && isList(before))) return undefined;
  const section = parts.refs.length > 0 && parts.refs.every(({ type }) => type === 'action') && isList(before);
  const of = section ? inSections(parts, before) : subjectOf(parts);
  return {
    ...before,
    ...yearsOf(parts, before),
    of,
    asks: asks ?? before.asks,
    confirm: false,
    claims: [],
    words: wordsOf(parts),
  };
};

/** 反过来呢: who is responsible and who supports, exchanged. */
const reversed = (parts: Parts, before: Query): Query | undefined =>
  parts.before.has('swap') && !asksSomething(parts) && !hasSubject(parts)
    ? { ...before, of: swapped(before.of), asks: swappedAsks(before.asks), confirm: false, claims: [] }
    : undefined;

/** 他们支持的呢, 支持的有几项: the units of the list before, in another role. */
const otherRole = (parts: Parts, before: Query): boolean => {
  const [role, ...more] = parts.roles;
  const theirs = parts.tokens.some(({ kind, rule }) => kind === 'before' && OF_UNITS.test(rule));
  const does = role?.form === 'verb' && more.length + parts.clauses.length + parts.figures.length === 0;
  const asksUnits = wants(parts, 'who') || parts.heads.some(({ type }) => type === 'unit');
  return role !== undefined && namesUnits(before.of) && !asksUnits && (theirs || (does && !deniesRole(parts)));
};

/** 哪个更多, after two lists: the one before alone does not tell. */
const comparesLists = (parts: Parts, before: Query): boolean =>
  isList(before) &&
  has(parts, 'more', 'less') &&
  wants(parts, 'which', 'who') &&
  !wants(parts, 'howMany', 'howMuch') &&
  !hasSubject(parts) &&
  parts.clauses.length + parts.figures.length + parts.quantities.length + parts.roles.length + parts.years.length ===
    0 &&
  parts.heads.every(({ noun }) => !noun);

/** 跟科技局一起的呢, after nobody was alone responsible: what left nothing is no condition any more. */
const loosened = (before: Query, { members }: ComposeContent): Query => {
  const of = inAnyPlace(before.of);
  return isList(before) && members(of).length > 0 && members(before.of).length === 0 ? { ...before, of } : before;
};

/** 除了牵头的，还有哪几家, after who does one thing. */
const elseThan = (parts: Parts, before: Query): Query | undefined => {
  const [first, ...rest] = asksOf(parts);
  const asked = asksElse(parts, before) && first?.ask === 'units' && first.besides;
  return asked ? { ...before, asks: [first, ...rest], claims: [], confirm: false } : undefined;
};

/** 和高新区共同负责的: one unit, together with the one of the list before. */
const joinsListed = (parts: Parts): boolean => {
  const units = unitsIn(parts).length;
  return units === 1 || (units > 0 && parts.clauses.every(({ role }) => role === undefined));
};

/** A question read as an edit of the query before; undefined when it bends nothing. */
export const edit = (parts: Parts, state: State, content: ComposeContent): Edited | undefined => {
  const before = state.query;
  if (!before) return undefined;
  if (comparesLists(parts, before)) return undefined;
  const rest = restOf(parts, before, content);
  if (!rest && isLeftOver(parts)) return undefined;
  const leansOnSet =
    parts.before.has('these') ||
    parts.tokens.some(isNarrowing) ||
    supplements(parts) ||
    parts.operators.has('add') ||
    (parts.excepted.units.length + parts.excepted.refs.length > 0 && !asksSomething(parts));
  const narrows =
    isList(before) &&
    (!hasWords(parts) || (leansOnSet && saysWords(parts))) &&
    (parts.refs.length === 0 || (leansOnSet && onlyActions(parts)) || deniesActions(parts)) &&
    !otherRole(parts, before) &&
    (leansOnSet ||
      isAmongListed(parts, before) ||
      deniesRole(parts) ||
      deniesUnits(parts) ||
      lacksListed(parts, before) ||
      deniesActions(parts) ||
      (parts.operators.has('together') && joinsListed(parts)) ||
      (unitsIn(parts).length === 0 &&
        (parts.heads.some(({ wanted, noun }) => wanted !== undefined && !noun) ||
          parts.figures.length + parts.clauses.length > 0)));
  const query =
    ofBothLists(parts, state) ??
    alsoTheirs(parts, before) ??
    besideBefore(parts, before) ??
    oftenBefore(parts, before) ??
    elseThan(parts, before) ??
    nextRanked(parts, before) ??
    ofList(parts, state) ??
    shared(parts, state) ??
    differsEach(parts, before) ??
    piecePicked(parts, before, content.exists) ??
    picked(parts, state) ??
    reversed(parts, before) ??
    besides(parts, before, content) ??
    siblings(parts, before, content) ??
    turned(parts, before) ??
    whatIsDone(parts, before) ??
    alikeBefore(parts, before) ??
    rest ??
    claimedOf(parts, before) ??
    roleOfEach(parts, before) ??
    against(parts, before) ??
    (narrows ? narrowed(parts, loosened(before, content)) : undefined) ??
    (hasSubject(parts) ? resubjected(parts, before) : reasked(parts, before));
  return query && { query: withGiven(query, parts), assumed: [{ what: 'topic', value: '' }] };
};
