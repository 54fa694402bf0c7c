import type { Ask, Query, Ref } from '../values.ts';
import { asksOf, setAskOf } from './asks.ts';
import { yearsOf } from './narrow.ts';
import type { Parts } from './parts.ts';
import { ALL_TASKS } from './sets.ts';
import type { State } from './state.ts';
import { asksSomething, hasSubject, singleOf } from './subject.ts';

export const first = (asks: readonly Ask[], fallback: Ask): readonly [Ask, ...Ask[]] => [
  asks[0] ?? fallback,
  ...asks.slice(1),
];

/** 第二名呢: the tasks of the unit in that place of a list of units, in the role in which they were listed. */
const unitsPicked = (refs: readonly Ref[], parts: Parts, before: Query): Query => {
  const [ask] = before.asks;
  const listed = ask.ask === 'extreme' || ask.ask === 'group' ? ask.role : undefined;
  const role = parts.roles[0]?.role ?? listed ?? 'any';
  const units = refs.map(({ id }) => id);
  return {
    ...before,
    of: { set: 'where', of: ALL_TASKS, test: { test: 'has', role, units, every: false } },
    asks: [setAskOf(parts)],
    confirm: false,
    claims: [],
    words: '',
  };
};

/** 后一个, 前者; 另一项, 其他的, after one or some of them: in its place of what was shown. */
const placeSaid = (parts: Parts, { shown, query }: State): readonly number[] => {
  const choice = parts.tokens.find(({ kind, rule }) => kind === 'before' && CHOICES.some((one) => one.rule === rule));
  const place = CHOICES.find(({ rule }) => rule === choice?.rule)?.place;
  if (place === MIDDLE) return shown.length % 2 === 1 ? [(shown.length + 1) / 2] : [];
  if (place !== undefined) return [place];
  const refs = query?.of.set === 'named' ? query.of.refs : [];
  const isAsked = (one: Ref): boolean => refs.some(({ type, id }) => type === one.type && id === one.id);
  const asked = shown.filter(isAsked);
  const bare = !hasSubject(parts) && parts.heads.every(({ type }) => type === 'task');
  const some = asked.length > 0 && asked.length === refs.length && asked.length < shown.length;
  const other = some && bare && (parts.operators.has('other') || asksOthers(parts, shown.length - asked.length));
  return other ? shown.flatMap((one, index) => (isAsked(one) ? [] : [index + 1])) : [];
};

/** 另外两项, of three. */
const asksOthers = ({ operators, heads, quantities }: Parts, left: number): boolean => {
  const said = heads.flatMap(({ count }) => count ?? [])[0] ?? quantities[0]?.value;
  return operators.has('also') && said === left;
};

const MIDDLE = 0;

const CHOICES = [
  { rule: 'before:choice/middle', place: MIDDLE },
  { rule: 'before:choice/former', place: 1 },
  { rule: 'before:choice/latter', place: -1 },
] as const;

/** 第四条讲什么, after the pieces of one clause were listed. */
export const piecePicked = (
  { positions }: Parts,
  before: Query,
  exists: (clause: string) => boolean,
): Query | undefined => {
  const ref = singleOf(before);
  const [said, ...others] = positions;
  const [place = 0, ...rest] = said?.of === undefined ? (said?.positions ?? []) : [];
  if (ref?.type !== 'clause' || others.length + rest.length > 0) return undefined;
  const id = `${ref.id}.${place}`;
  const refs: readonly Ref[] = place > 0 && exists(id) ? [{ type: 'clause', id }] : [];
  return refs.length > 0
    ? { ...before, of: { set: 'named', refs }, asks: [{ ask: 'content' }], confirm: false, claims: [], words: '' }
    : undefined;
};

/** 第二个, 最后一个: of what was shown. */
export const picked = (parts: Parts, state: State): Query | undefined => {
  const positions = [
    ...placeSaid(parts, state),
    ...parts.positions
      .filter(({ of, positions: [place = 0] }) => of === undefined || (of === state.shown[0]?.type && place < 0))
      .flatMap((one) => one.positions),
  ];
  const before = state.query;
  if (positions.length === 0 || state.shown.length === 0 || !before) return undefined;
  const refs = positions.flatMap((place) => state.shown.at(place > 0 ? place - 1 : place) ?? []);
  if (refs.length === 0) return undefined;
  if (refs.every(({ type }) => type === 'unit')) return unitsPicked(refs, parts, before);
  const differing: Ask = { ask: 'differences', what: 'any' };
  const kept = before.of.set === 'named' ? before.asks : [{ ask: 'content' } as const];
  const asked = asksSomething(parts) ? asksOf(parts) : kept;
  const asks = parts.operators.has('differ') ? [differing] : asked;
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

/** 第二名呢, after who has the most: the next in the same ranking. */
export const nextRanked = ({ rank, heads, roles }: Parts, before: Query): Query | undefined => {
  const [ask] = before.asks;
  if (!rank || ask.ask !== 'extreme' || heads.length + roles.length > 0) return undefined;
  const { both: _, ...rest } = ask;
  return {
    ...before,
    asks: [{ ...rest, rank: rank.places, least: rank.least || ask.least }],
    confirm: false,
    claims: [],
  };
};
