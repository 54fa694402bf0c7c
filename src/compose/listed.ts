import type { Comparison, Query, SetOf } from '../values.ts';
import { setAskOf } from './asks.ts';
import { firstNamed, yearsOf } from './narrow.ts';
import type { Parts } from './parts.ts';
import { reordered } from './reordered.ts';
import { has, isQuestion, wants } from './said.ts';
import { where } from './sets.ts';
import type { State } from './state.ts';
import { hasSubject, isList } from './subject.ts';

/** Nothing is said that would be a condition. */
const isBare = (parts: Parts): boolean =>
  !hasSubject(parts) && parts.clauses.length + parts.figures.length + parts.dates.length === 0;

const ofUnits = ({ of }: Query): boolean => of.set === 'image' && of.type === 'unit';

const exactly = (value: number): Comparison => ({ value, unit: 'count', measure: '', relation: '=' });

/** 少了一项吧, 漏了两项, 多了一项: so many less or more than were shown. */
const countMissed = (parts: Parts, { shown }: State): Comparison | undefined => {
  const [missed, spare] = [has(parts, 'lack', 'less'), has(parts, 'more')];
  if (missed === spare || shown.length === 0 || parts.parts.length > 0 || has(parts, 'than', 'of')) return undefined;
  const [said = 1] = [
    ...parts.heads.flatMap(({ count }) => count ?? []),
    ...parts.quantities.map(({ value }) => value),
  ];
  return exactly(shown.length + (missed ? said : -said));
};

/** 不止10项: compared, where tasks are counted. */
const countCompared = ({ tokens, heads, quantities }: Parts, before: Query): Comparison | undefined => {
  const [only, ...more] = tokens.filter(({ kind }) => kind === 'quantity');
  if (only?.kind !== 'quantity' || more.length > 0 || only.counts !== 'task' || ofUnits(before)) return undefined;
  return heads.length === 0 && quantities.length === 1 ? only.quantity : undefined;
};

/** 5项, after tasks; 5家, after units: so many as there are said to be. */
const countSaid = ({ heads, quantities }: Parts, before: Query): Comparison | undefined => {
  const [count, ...more] = heads.flatMap(({ type, count: said }) => (type === 'task' ? (said ?? []) : []));
  const [quantity, ...others] = quantities;
  if (count !== undefined && more.length + quantities.length === 0 && !ofUnits(before)) return exactly(count);
  const counts = quantity?.unit === 'count' && others.length + heads.length === 0;
  return counts && ofUnits(before) ? { ...quantity, measure: '' } : undefined;
};

/** 所以一共是5项，对吗: of the list before. */
const counted = (parts: Parts, state: State, before: Query): Query | undefined => {
  const is = countMissed(parts, state) ?? countSaid(parts, before) ?? countCompared(parts, before);
  const plain = isBare(parts) && parts.roles.length + parts.years.length + parts.positions.length === 0;
  if (!is || !plain || !isQuestion(parts) || parts.wanted.length > wantsWhether(parts)) return undefined;
  return { ...before, asks: [{ ask: 'count' }], confirm: true, claims: [{ claim: 'count', is }], words: '' };
};

const wantsWhether = ({ wanted }: Parts): number => wanted.filter((one) => one.wanted === 'whether').length;

/** 按行动分一下, 按支持单位分: the list before, by what its members belong to. */
const grouped = (parts: Parts, before: Query): Query | undefined => {
  const { groupBy } = parts;
  if (!groupBy || !isBare(parts) || ofUnits(before) || parts.positions.length > 0) return undefined;
  const { by, role } = groupBy;
  const show = parts.heads.some(({ wanted }) => wanted === 'howMany') ? 'count' : 'members';
  return {
    ...before,
    ...yearsOf(parts, before),
    asks: [{ ask: 'group', by, ...(role && { role }), show }],
    confirm: false,
    claims: [],
    words: '',
  };
};

/** 多几项, after which of two units has more: how far they lie apart is told with it. */
const apartAgain = (parts: Parts, before: Query): Query | undefined => {
  const [ask] = before.asks;
  const asks = has(parts, 'more', 'less', 'change') && wants(parts, 'howMany', 'howMuch');
  return asks && ask.ask === 'group' && ask.apart !== undefined ? { ...before, confirm: false, claims: [] } : undefined;
};

const EDGE = 'position:edge';

/** The first or last so many of what is shown: 前三个, 前两项, 最后两条. */
const edgeIn = (parts: Parts, { shown }: State): readonly number[] => {
  const [token, ...more] = parts.tokens.filter(({ kind }) => kind === 'position');
  if (token?.kind !== 'position' || token.rule !== EDGE || more.length > 0) return [];
  return token.of === undefined || token.of === shown[0]?.type ? token.positions : [];
};

/** 只看前三个, 前两项2022年目标: a list that is a part of the one before. */
const cut = (parts: Parts, state: State, before: Query): Query | undefined => {
  const positions = edgeIn(parts, state);
  const most = Math.max(0, ...positions.map(Math.abs));
  const askedOf = parts.roles.length > 0 || wants(parts, 'who', 'when', 'howMuch');
  if (positions.length < 2 || most > state.shown.length || !isBare(parts)) return undefined;
  if (askedOf || state.shown.some(({ type }) => type !== 'task')) return undefined;
  const refs = positions.flatMap((place) => state.shown.at(place > 0 ? place - 1 : place) ?? []);
  const among: SetOf =
    before.asks[0].ask === 'extreme' ? { set: 'named', refs } : { set: 'pick', of: before.of, positions };
  const placed = firstNamed(parts, before);
  const of = where(among, placed);
  return {
    ...before,
    ...yearsOf(parts, before),
    of,
    asks: [placed.length > 0 ? setAskOf(parts) : { ask: 'members' }],
    confirm: false,
    claims: [],
    words: '',
  };
};

/** What is asked of a list as it was shown: how many there are, a part of it, its members told by what they belong to. */
export const ofList = (parts: Parts, state: State): Query | undefined => {
  const before = state.query;
  if (!before || !isList(before) || state.offers.length > 0) return undefined;
  return (
    counted(parts, state, before) ??
    grouped(parts, before) ??
    cut(parts, state, before) ??
    (isBare(parts) ? (apartAgain(parts, before) ?? reordered(parts, before)) : undefined)
  );
};
