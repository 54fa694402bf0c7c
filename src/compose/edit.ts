import type { Ask, Assumption, Query, SetOf } from '../values.ts';
import { alikeBefore } from './alike.ts';
import { asksOf, claimed, rolesOf, setAskOf } from './asks.ts';
import { against, differencesAsked } from './compared-before.ts';
import type { ComposeContent } from './content.ts';
import { isBelonging } from './leaning.ts';
import { ofList } from './listed.ts';
import { deniesActions, deniesRole, deniesUnits, narrowed, yearsOf } from './narrow.ts';
import type { Parts } from './parts.ts';
import { first, nextRanked, picked } from './picked.ts';
import { OF_UNITS } from './pointing.ts';
import { restOf } from './rest.ts';
import { namesActions, namesUnits, swapped, swappedAsks, withActions, withRole, withUnits } from './rewrite.ts';
import { has, onlyActions, saysWords, wants, wordsOf } from './said.ts';
import { ALL_TASKS } from './sets.ts';
import { besides, claimedOf } from './shown.ts';
import { siblings } from './siblings.ts';
import type { State } from './state.ts';
import { asksSomething, hasSubject, hasWords, isList, unitsIn } from './subject.ts';
import { testOf } from './tests.ts';
import { turned } from './turned.ts';

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

/** 农村金融振兴行动里呢: the section takes the place of the one before, or is one more condition; the rest stays. */
const inSections = (parts: Parts, { of }: Query): SetOf => {
  const actions = parts.refs.map(({ id }) => Number(id));
  if (namesActions(of)) return withActions(of, actions);
  const within = has(parts, 'in') && of.set !== 'image';
  return { set: 'where', of: within ? of : ALL_TASKS, test: { test: 'in', actions } };
};

/** Another subject, asked as before: 那新城区呢, 贷款余额呢, 第22项呢. */
const resubjected = (parts: Parts, before: Query): Query | undefined => {
  const units = unitsIn(parts);
  if (units.length > 0 && !hasWords(parts) && parts.refs.length === 0) {
    if (isList(before) && namesUnits(before.of))
      return {
        ...before,
        ...yearsOf(parts, before),
        of: withUnits(before.of, units, parts.clauses[0]?.role),
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

/** The old subject, asked otherwise or of another year: 支持单位呢, 那2021年呢, 原文, 一共几项. */
const reasked = (parts: Parts, before: Query): Query => {
  const actions =
    before.of.set === 'named' ? before.of.refs.filter(({ type }) => type === 'action').map(({ id }) => Number(id)) : [];
  if (actions.length > 0 && parts.heads.some(({ type }) => type === 'task'))
    return {
      ...before,
      ...yearsOf(parts, before),
      of: { set: 'where', of: { set: 'all', type: 'task' }, test: { test: 'in', actions } },
      asks: [setAskOf(parts)],
    };
  const asked = asksSomething(parts);
  if (isList(before)) {
    const role = parts.roles[0]?.role;
    if (role && before.of.set === 'image' && parts.heads.length === 0) return { ...before, of: { ...before.of, role } };
    if (
      role &&
      parts.years.length === 0 &&
      namesUnits(before.of) &&
      !parts.wanted.some(({ wanted }) => wanted === 'who')
    )
      return {
        ...before,
        ...yearsOf(parts, before),
        of: withRole(before.of, role),
        asks: parts.heads.some(({ wanted }) => wanted !== undefined) ? [setAskOf(parts)] : before.asks,
        confirm: false,
        claims: [],
      };
    return narrowed(parts, before);
  }
  const witness = asked ? undefined : askedOfPart(parts, before);
  let asks =
    witness ??
    (asked || parts.years.length === 0 ? measured(asksOf(ofBefore(parts, before)), before) : bareYear(before));
  const differing = differencesAsked(parts, before);
  if (differing) asks = [differing];
  if (isBelonging(parts, before)) asks = [{ ask: 'units', roles: rolesOf(parts), lead: false }];
  if (addsUp(parts, before)) asks = measured([{ ask: 'reckon', reckon: 'sum' }], before);
  const reckons = asks.some(({ ask }) => ask === 'reckon');
  const sums = asks.some((ask) => ask.ask === 'reckon' && ask.reckon === 'sum');
  const against0 = asks.some((ask) => ask.ask === 'reckon' && (ask.reckon === 'change' || ask.reckon === 'growth'));
  const span =
    against0 && parts.years.length === 1 && before.years.length === 1
      ? [...parts.years, ...before.years].toSorted((a, b) => a - b)
      : undefined;
  const claims =
    parts.quantities.length > 0 &&
    (!reckons || sums) &&
    !differing &&
    parts.wanted.every(({ wanted }) => wanted === 'whether')
      ? parts.quantities.map((quantity) => ({ claim: 'quantity' as const, quantity }))
      : [];
  return {
    ...before,
    ...yearsOf(parts, before),
    ...(span && { years: span }),
    asks: first(claims.length > 0 && !sums ? before.asks : asks, { ask: 'content' }),
    confirm: claims.length > 0,
    claims,
    words: [parts.operators.has('other') || (parts.part && !witness) ? '' : before.words, wordsOf(parts)]
      .filter((text) => text !== '')
      .join(' '),
    ...(parts.part && { part: parts.part }),
  };
};

/** 涨了多少: of an indicator that was named before, over the years that were. */
const ofBefore = (parts: Parts, before: Query): Parts => {
  const refs = before.of.set === 'named' ? before.of.refs : [];
  const moves = parts.operators.has('more') || parts.operators.has('less');
  if (!moves || parts.refs.length > 0 || !refs.some(({ type }) => type === 'indicator')) return parts;
  return { ...parts, refs, ...yearsOf(parts, before) };
};

/** 三年下来30次往上，对吗: so much of all the years, and not of each. */
const addsUp = (parts: Parts, { asks: [ask] }: Query): boolean =>
  parts.every &&
  parts.years.length > 1 &&
  (ask.ask === 'value' || (ask.ask === 'reckon' && ask.reckon === 'sum')) &&
  parts.quantities.length > 0 &&
  !has(parts, 'each', 'all') &&
  parts.wanted.every(({ wanted }) => wanted === 'whether');

/** 附件里呢, after who or how many: the same asked of what that part says. */
const askedOfPart = ({ part, operators, before: said }: Parts, before: Query): readonly Ask[] | undefined => {
  if (part !== 'body' && part !== 'annex') return undefined;
  const kept = before.asks.every(({ ask }) => ask === 'units' || ask === 'value');
  if (!kept || said.has('it') || operators.has('differ') || operators.has('lack')) return undefined;
  return before.asks.map((ask) => (ask.ask === 'units' ? { ...ask, part } : ask));
};

/** What is computed is computed of what was counted before. */
const measured = (asks: readonly Ask[], before: Query): readonly Ask[] => {
  const measure = before.asks.flatMap((ask) =>
    ask.ask === 'value' || ask.ask === 'reckon' ? (ask.measure ?? []) : [],
  )[0];
  return asks.map((ask) =>
    (ask.ask === 'reckon' || (ask.ask === 'value' && ask.unit === undefined)) && measure !== undefined
      ? { measure, ...ask }
      : ask,
  );
};

/** A bare year after who or what asks for that year's target. */
const YEARLESS: readonly Ask['ask'][] = ['units', 'content', 'original', 'sources', 'when', 'definition'];

const bareYear = ({ asks }: Query): readonly Ask[] =>
  asks.some(({ ask }) => YEARLESS.includes(ask)) ? [{ ask: 'targets' }] : asks;

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

/** A question read as an edit of the query before; undefined when it bends nothing. */
export const edit = (parts: Parts, state: State, content: ComposeContent): Edited | undefined => {
  const before = state.query;
  if (!before) return undefined;
  if (comparesLists(parts, before)) return undefined;
  const leansOnSet =
    parts.before.has('these') ||
    parts.operators.has('add') ||
    (parts.excepted.units.length + parts.excepted.refs.length > 0 && !asksSomething(parts));
  const narrows =
    isList(before) &&
    (!hasWords(parts) || (leansOnSet && saysWords(parts))) &&
    (parts.refs.length === 0 || (leansOnSet && onlyActions(parts)) || deniesActions(parts)) &&
    !otherRole(parts, before) &&
    (leansOnSet ||
      deniesRole(parts) ||
      deniesUnits(parts) ||
      deniesActions(parts) ||
      (parts.operators.has('together') &&
        unitsIn(parts).length > 0 &&
        parts.clauses.every(({ role }) => role === undefined)) ||
      (unitsIn(parts).length === 0 &&
        (parts.heads.some(({ wanted, noun }) => wanted !== undefined && !noun) ||
          parts.figures.length + parts.clauses.length > 0)));
  const query =
    nextRanked(parts, before) ??
    ofList(parts, state) ??
    picked(parts, state) ??
    reversed(parts, before) ??
    besides(parts, before) ??
    siblings(parts, before, content) ??
    turned(parts, before) ??
    alikeBefore(parts, before) ??
    restOf(parts, before, content) ??
    claimedOf(parts, before) ??
    against(parts, before) ??
    (narrows ? narrowed(parts, before) : undefined) ??
    (hasSubject(parts) ? resubjected(parts, before) : reasked(parts, before));
  return query && { query, assumed: [{ what: 'topic', value: '' }] };
};
