import type { Ask, Claim, Query } from '../values.ts';
import { asksOf, countsUnits, ROLES, rolesOf, setAskOf } from './asks.ts';
import { isOfWhole } from './claims.ts';
import { differencesAsked } from './compared-before.ts';
import { isBelonging } from './leaning.ts';
import { asksUnits, narrowed, yearsOf } from './narrow.ts';
import { asksApart } from './one-before.ts';
import type { Parts } from './parts.ts';
import { first } from './picked.ts';
import { beside } from './productions/beside.ts';
import { RUNNING } from './reckons.ts';
import { namesUnits, withRole } from './rewrite.ts';
import { has, isQuestion, wants, wordsOf } from './said.ts';
import { asksSomething, isList } from './subject.ts';
import { testOf } from './tests.ts';

/** A list that was asked for, in another role or narrowed: 支持单位呢. */
const listReasked = (parts: Parts, before: Query): Query => {
  const [said] = parts.roles;
  const role = said?.role;
  if (role && before.of.set === 'image' && parts.heads.length === 0) return { ...before, of: { ...before.of, role } };
  if (
    said &&
    parts.years.length === 0 &&
    namesUnits(before.of) &&
    !parts.wanted.some(({ wanted }) => wanted === 'who') &&
    !countsUnits(parts) &&
    !asksUnits(parts)
  )
    return {
      ...before,
      ...yearsOf(parts, before),
      of: withRole(before.of, said),
      asks: parts.heads.some(({ wanted }) => wanted !== undefined) ? [setAskOf(parts)] : before.asks,
      confirm: false,
      claims: [],
    };
  return narrowed(parts, before);
};

/** What another part of the plan says of what was asked: 附件里呢. */
const witnessOf = (parts: Parts, before: Query): readonly Ask[] | undefined => {
  const asked = asksSomething(parts);
  const open = asked && parts.wanted.some(({ wanted }) => wanted !== 'whether');
  return asked && (open || parts.roles.length + parts.properties.length > 0) ? undefined : askedOfPart(parts, before);
};

/** What is asked of the old subject now. */
const asksAfter = (parts: Parts, before: Query, witness: readonly Ask[] | undefined): readonly Ask[] => {
  const asked = asksSomething(parts);
  if (addsUp(parts, before)) return measured([{ ask: 'reckon', reckon: 'sum' }], before);
  if (moves(parts, before)) return measured([{ ask: 'reckon', reckon: 'change', ...inMoney(parts) }], before);
  if (isBelonging(parts, before)) return [{ ask: 'units', roles: rolesOf(parts), lead: false }];
  const differing = differencesAsked(parts, before);
  if (differing) return [differing];
  const asks =
    witness ??
    (asked || parts.years.length === 0 ? measured(asksOf(ofBefore(parts, before)), before) : bareYear(before));
  return inSameRole(asks, parts, before);
};

/** Amounts that are claimed, where none is to be computed. */
const claimsAfter = (
  parts: Parts,
  { reckons, differing }: { readonly reckons: boolean; readonly differing: boolean },
): readonly Claim[] => {
  const claimed = parts.quantities.length > 0 && parts.wanted.every(({ wanted }) => wanted === 'whether');
  if (!claimed || reckons || differing) return [];
  return parts.quantities.map((quantity) => ({
    claim: 'quantity',
    quantity,
    ...(isOfWhole(parts) && { whole: true as const }),
  }));
};

/** The old subject, asked otherwise or of another year: 支持单位呢, 那2021年呢, 原文, 一共几项. */
export const reasked = (parts: Parts, before: Query): Query => {
  const actions =
    before.of.set === 'named' ? before.of.refs.filter(({ type }) => type === 'action').map(({ id }) => Number(id)) : [];
  if (actions.length > 0 && parts.heads.some(({ type }) => type === 'task'))
    return {
      ...before,
      ...yearsOf(parts, before),
      of: { set: 'where', of: { set: 'all', type: 'task' }, test: { test: 'in', actions } },
      asks: [setAskOf(parts)],
    };
  if (isList(before)) return listReasked(parts, before);
  if (has(parts, 'or') && parts.parts.includes('body') && parts.parts.includes('annex'))
    return { ...before, asks: [{ ask: 'sources' }], confirm: false, claims: [] };
  const refs = before.of.set === 'named' && parts.refs.length === 0 ? before.of.refs : [];
  const set = refs.length > 1 && !asksApart(parts, before) ? beside({ ...parts, refs }) : undefined;
  if (set) return { ...set.query, years: [] };
  const there = roleThere(parts, before);
  if (there) return there;
  const witness = witnessOf(parts, before);
  const asks = asksAfter(parts, before, witness);
  const another = measuresOther(asks, before);
  const reckons = asks.some(({ ask }) => ask === 'reckon');
  const sums = asks.some((ask) => ask.ask === 'reckon' && ask.reckon === 'sum');
  const against0 = asks.some((ask) => ask.ask === 'reckon' && (ask.reckon === 'change' || ask.reckon === 'growth'));
  const span =
    against0 && parts.years.length === 1 && before.years.length === 1 && !namesSeveral(before)
      ? [...parts.years, ...before.years].toSorted((a, b) => a - b)
      : undefined;
  const claims = claimsAfter(parts, {
    reckons: reckons && !sums,
    differing: differencesAsked(parts, before) !== undefined,
  });
  return {
    ...before,
    ...yearsOf(parts, before),
    ...(span && { years: span }),
    ...(ofAllYears(parts, asks, before) && { years: [], every: false }),
    asks: first(claims.length > 0 && !sums ? before.asks : asks, { ask: 'content' }),
    confirm: claims.length > 0,
    claims,
    words: [
      parts.operators.has('other') || (parts.part && !witness) || another || runsOn(parts, before) ? '' : before.words,
      wordsOf(parts),
    ]
      .filter((text) => text !== '')
      .join(' '),
    ...(parts.part && { part: parts.part }),
  };
};

/** 哪几家, after 支持单位有几家: the units that were counted, where no other role is said. */
const inSameRole = (asks: readonly Ask[], parts: Parts, { asks: [old] }: Query): readonly Ask[] => {
  const said = parts.roles.length + parts.clauses.length > 0 || has(parts, 'by', 'other', 'first');
  if (old.ask !== 'units' || old.roles.length !== 1 || said) return asks;
  return asks.map((ask) => (ask.ask === 'units' && !ask.besides ? { ...ask, roles: old.roles } : ask));
};

/** 涨了多少: of an indicator that was named before, over the years that were. */
const ofBefore = (parts: Parts, before: Query): Parts => {
  const refs = before.of.set === 'named' ? before.of.refs : [];
  const moves = parts.operators.has('more') || parts.operators.has('less');
  if (!moves || parts.refs.length > 0 || !refs.some(({ type }) => type === 'indicator')) return parts;
  return { ...parts, refs, ...yearsOf(parts, before) };
};

/** 涨了多少, after how much each year: what was counted before, set against itself. */
const moves = (parts: Parts, { asks: [ask], years }: Query): boolean =>
  (ask.ask === 'value' || ask.ask === 'reckon') &&
  years.length > 1 &&
  has(parts, 'more', 'less') &&
  wants(parts, 'howMuch', 'howMany') &&
  !has(parts, 'than', 'mean', 'total', 'most', 'least', 'growth') &&
  parts.years.length + parts.quantities.length + parts.roles.length === 0;

/** 金额多几个亿, after how many more: of the money. */
const inMoney = ({ figures }: Parts): { readonly unit?: 'money' } =>
  figures.some(({ figure }) => figure === 'money') ? { unit: 'money' } : {};

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
  const ofRow = said.has('it') && before.asks[0].ask === 'units';
  if (!kept || ofRow || operators.has('same') || operators.has('differ') || operators.has('lack')) return undefined;
  return before.asks.map((ask) => (ask.ask === 'units' ? { ...ask, part } : ask));
};

/** 就是说这项没有支持单位，对吗: a role of the thing before, said to be there or not. */
const roleThere = (parts: Parts, before: Query): Query | undefined => {
  const stated = parts.clauses.filter(({ units, role }) => units.length === 0 && role !== undefined);
  const bare = parts.refs.length + parts.quantities.length + parts.figures.length === 0;
  if (before.of.set !== 'named' || !isQuestion(parts) || stated.length === 0 || !bare) return undefined;
  if (stated.length < parts.clauses.length || wants(parts, 'who', 'which', 'howMany')) return undefined;
  return {
    ...before,
    asks: [{ ask: 'units', roles: ROLES, lead: false }],
    confirm: true,
    claims: stated.map((clause) => ({ claim: 'test', test: testOf(clause) })),
    words: '',
  };
};

/** 哪年涨得最多: of all years, whichever were spoken of; 平均每年增加几家: of a span that was, else of all. */
const ofAllYears = (parts: Parts, asks: readonly Ask[], before: Query): boolean => {
  const { years } = before;
  const reckons = asks.flatMap((ask) => (ask.ask === 'reckon' ? [ask.reckon] : []));
  /** 一共, after one year of one thing: no sum of that year. */
  const points = parts.before.has('these') || parts.before.has('it');
  const isBare = !points && parts.quantities.length === 0 && !namesSeveral(before);
  const which = wants(parts, 'when') && (reckons.includes('largest') || reckons.includes('smallest'));
  return (
    parts.years.length === 0 &&
    (which || (years.length < 2 && (reckons.includes('mean') || (reckons.includes('sum') && isBare))))
  );
};

/** 累计多少家, after how many are new: of an indicator, how many there are by then. */
const runsOn = ({ tokens }: Parts, { of }: Query): boolean =>
  tokens.some(({ rule }) => rule === RUNNING) &&
  of.set === 'named' &&
  of.refs.every(({ type }) => type === 'indicator');

const namesSeveral = ({ of }: Query): boolean => of.set === 'named' && of.refs.length > 1;

/** 金额呢, after how many: an amount in another measure is not told by the words of the one before. */
const measuresOther = (asks: readonly Ask[], before: Query): boolean => {
  const measureOf = (ask: Ask | undefined) =>
    ask?.ask === 'value' || ask?.ask === 'reckon' ? (ask.measure ?? ask.unit) : undefined;
  const [old, asked] = [measureOf(before.asks[0]), measureOf(asks[0])];
  return old !== undefined && asked !== undefined && old !== asked;
};

/** What is computed is computed of what was counted before. */
const measured = (asks: readonly Ask[], before: Query): readonly Ask[] => {
  const measure = before.asks.flatMap((ask) =>
    ask.ask === 'value' || ask.ask === 'reckon' ? (ask.measure ?? []) : [],
  )[0];
  return asks.map((ask) =>
    (ask.ask === 'reckon' || ask.ask === 'value') && ask.unit === undefined && measure !== undefined
      ? { measure, ...ask }
      : ask,
  );
};

/** A bare year after who or what asks for that year's target. */
const YEARLESS: readonly Ask['ask'][] = ['units', 'content', 'original', 'sources', 'when', 'definition'];

const bareYear = ({ asks }: Query): readonly Ask[] =>
  asks.some(({ ask }) => YEARLESS.includes(ask)) ? [{ ask: 'targets' }] : asks;
