import type { Ask, Assumption, Query, SetOf } from '../values.ts';
import { asksOf, setAskOf } from './asks.ts';
import { conditions } from './conditions.ts';
import type { Parts } from './parts.ts';
import { OF_UNITS } from './pointing.ts';
import { inYears, namesUnits, withRole, withUnits } from './rewrite.ts';
import { wordsOf } from './said.ts';
import { without } from './sets.ts';
import { besides, claimedOf } from './shown.ts';
import type { State } from './state.ts';
import { asksSomething, hasSubject, hasWords, isList, unitsIn } from './subject.ts';
import { allOf, testOf } from './tests.ts';

export interface Edited {
  readonly query: Query;
  readonly assumed: readonly Assumption[];
}

const yearsOf = (parts: Parts, before: Query): Pick<Query, 'years' | 'every'> =>
  parts.years.length > 0 || parts.every
    ? { years: parts.years, every: parts.every }
    : { years: before.years, every: before.every };

export const first = (asks: readonly Ask[], fallback: Ask): readonly [Ask, ...Ask[]] => [
  asks[0] ?? fallback,
  ...asks.slice(1),
];

/** One more condition on the list as it was shown; units added to it or left out of it. */
const narrowed = (parts: Parts, before: Query): Query => {
  const tests = conditions(parts);
  const units = unitsIn(parts);
  const rest = { ...before, ...yearsOf(parts, before), confirm: false, claims: [], words: '' };
  if (parts.operators.has('add') && units.length > 0)
    return {
      ...rest,
      asks: [{ ask: 'members' }],
      of: { set: 'either', left: before.of, right: withUnits(before.of, units, parts.clauses[0]?.role) },
    };
  const test = allOf(tests);
  const kept = without(parts.years.length > 0 ? inYears(before.of, parts.years) : before.of, parts);
  const of: SetOf = test ? { set: 'where', of: kept, test } : kept;
  const asked = parts.roles.some(({ form }) => form === 'noun') || parts.wanted.some(({ wanted }) => wanted === 'who');
  if (before.asks[0].ask === 'extreme' && !test && parts.heads.some(({ wanted }) => wanted === 'howMany'))
    return before;
  if (parts.operators.has('most') || parts.operators.has('least'))
    return {
      ...rest,
      of,
      asks: [{ ask: 'extreme', role: parts.roles[0]?.role ?? 'any', least: parts.operators.has('least') }],
    };
  if (asked && !test)
    return {
      ...rest,
      of,
      asks: [{ ask: 'group', by: 'task', role: parts.roles[0]?.role ?? 'responsible', show: 'units' }],
    };
  return { ...rest, of, asks: [setAskOf(parts)] };
};

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
    if (!isList(before))
      return {
        ...before,
        confirm: true,
        asks: [{ ask: 'units', roles: ['responsible', 'supporting'], lead: false }],
        claims: [{ claim: 'test', test: testOf(parts.clauses[0] as never) }],
      };
    return undefined;
  }
  if (parts.refs.length === 0 && !hasWords(parts)) return undefined;
  const asks = before.asks.every(({ ask }) => ELLIPTIC_ASKS.includes(ask)) ? before.asks : undefined;
  if (!asks && !(parts.refs.some(({ type }) => type === 'action') && isList(before))) return undefined;
  const section = parts.refs.length > 0 && parts.refs.every(({ type }) => type === 'action') && isList(before);
  const of: SetOf = section
    ? {
        set: 'where',
        of: { set: 'all', type: 'task' },
        test: { test: 'in', actions: parts.refs.map(({ id }) => Number(id)) },
      }
    : subjectOf(parts);
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
    if (
      role &&
      parts.years.length === 0 &&
      namesUnits(before.of) &&
      !parts.wanted.some(({ wanted }) => wanted === 'who')
    )
      return { ...before, ...yearsOf(parts, before), of: withRole(before.of, role), confirm: false, claims: [] };
    return narrowed(parts, before);
  }
  const asks = asked || parts.years.length === 0 ? measured(asksOf(parts), before) : bareYear(before);
  const reckons = asks.some(({ ask }) => ask === 'reckon');
  const against0 = asks.some((ask) => ask.ask === 'reckon' && (ask.reckon === 'change' || ask.reckon === 'growth'));
  const span =
    against0 && parts.years.length === 1 && before.years.length === 1
      ? [...parts.years, ...before.years].toSorted((a, b) => a - b)
      : undefined;
  const claims =
    parts.quantities.length > 0 && !reckons && parts.wanted.every(({ wanted }) => wanted === 'whether')
      ? parts.quantities.map((quantity) => ({ claim: 'quantity' as const, quantity }))
      : [];
  return {
    ...before,
    ...yearsOf(parts, before),
    ...(span && { years: span }),
    asks: first(claims.length > 0 ? before.asks : asks, { ask: 'content' }),
    confirm: claims.length > 0,
    claims,
    words: [parts.operators.has('other') ? '' : before.words, wordsOf(parts)].filter((text) => text !== '').join(' '),
    ...(parts.part && { part: parts.part }),
  };
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

/** 第二个, 最后一个: of what was shown. */
const picked = (parts: Parts, state: State): Query | undefined => {
  const positions = parts.positions.filter(({ of }) => of === undefined).flatMap((one) => one.positions);
  const before = state.query;
  if (positions.length === 0 || state.shown.length === 0 || !before) return undefined;
  const refs = positions.flatMap((place) => state.shown.at(place > 0 ? place - 1 : place) ?? []);
  if (refs.length === 0) return undefined;
  const asks = asksSomething(parts) ? asksOf(parts) : [{ ask: 'content' } as const];
  return {
    ...before,
    ...yearsOf(parts, before),
    of: { set: 'named', refs },
    asks: first(asks, { ask: 'content' }),
    confirm: false,
    claims: [],
    words: '',
  };
};

const against = (parts: Parts, before: Query): Query | undefined => {
  const other = parts.refs.filter(({ type }) => type === 'indicator');
  const named = before.of.set === 'named' ? before.of.refs.filter(({ type }) => type === 'indicator') : [];
  if (!parts.operators.has('than') || other.length === 0 || named.length === 0) return undefined;
  return {
    ...before,
    ...yearsOf(parts, before),
    of: { set: 'named', refs: [...named, ...other] },
    asks: [{ ask: 'reckon', reckon: 'change' }],
    confirm: false,
    claims: [],
  };
};

/** 他们支持的呢: the units of the list before, in another role. */
const otherRole = (parts: Parts, before: Query): boolean =>
  parts.roles.length > 0 &&
  namesUnits(before.of) &&
  parts.tokens.some(({ kind, rule }) => kind === 'before' && OF_UNITS.test(rule)) &&
  !parts.wanted.some(({ wanted }) => wanted === 'who');

/** A question read as an edit of the query before; undefined when it bends nothing. */
export const edit = (parts: Parts, state: State): Edited | undefined => {
  const before = state.query;
  if (!before) return undefined;
  const leansOnSet =
    parts.before.has('these') ||
    parts.operators.has('add') ||
    (parts.excepted.units.length + parts.excepted.refs.length > 0 && !asksSomething(parts));
  const narrows =
    isList(before) &&
    !hasWords(parts) &&
    parts.refs.length === 0 &&
    !otherRole(parts, before) &&
    (leansOnSet ||
      (parts.operators.has('together') &&
        unitsIn(parts).length > 0 &&
        parts.clauses.every(({ role }) => role === undefined)) ||
      (unitsIn(parts).length === 0 &&
        (parts.heads.some(({ wanted, noun }) => wanted !== undefined && !noun) ||
          parts.figures.length + parts.clauses.length > 0)));
  const query =
    picked(parts, state) ??
    besides(parts, before) ??
    claimedOf(parts, before) ??
    against(parts, before) ??
    (narrows ? narrowed(parts, before) : undefined) ??
    (hasSubject(parts) ? resubjected(parts, before) : reasked(parts, before));
  return query && { query, assumed: [{ what: 'topic', value: '' }] };
};
