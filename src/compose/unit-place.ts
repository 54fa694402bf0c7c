import type { Query, Ref, Role } from '../values.ts';
import type { Parts } from './parts.ts';
import { has, wants } from './said.ts';
import type { State } from './state.ts';
import { asksSomething, hasWords, isList, unitsIn } from './subject.ts';

/** The one task that is named, or was named before. */
const taskOf = ({ refs }: Parts, { query }: State): Ref | undefined => {
  const before = query?.of.set === 'named' ? query.of.refs : [];
  const [ref, ...more] = refs.length > 0 ? refs : before;
  return ref?.type === 'task' && more.length === 0 ? ref : undefined;
};

const LAST = -1;

/** 排第二, 排最后, 第二个: a place among the units of one task. */
const placeOf = ({ rank, positions, ...parts }: Parts, { shown }: State): number | undefined => {
  if (rank && !rank.least && rank.places[0] === rank.places[1]) return rank.places[0];
  if (parts.operators.has('last')) return LAST;
  if (parts.operators.has('first')) return 1;
  const [one, ...more] = positions;
  const [place, ...others] = one?.of === undefined ? (one?.positions ?? []) : [];
  return shown.length === 0 && more.length + others.length === 0 ? place : undefined;
};

/** Only a unit, its role and its place are said. */
const isBare = (parts: Parts): boolean =>
  parts.years.length + parts.figures.length + parts.quantities.length + parts.dates.length + parts.relative.length ===
    0 &&
  parts.heads.every(({ type, noun }) => type === 'unit' || !noun) &&
  parts.clauses.length < 2 &&
  parts.clauses.every(({ units, not, is, part }) => units.length === 1 && !not && !is && !part) &&
  !parts.operators.has('not') &&
  !hasWords(parts);

const roleOf = ({ clauses, roles }: Parts, before: Query | undefined): Role | 'any' => {
  const [ask] = before?.asks ?? [];
  const asked = ask?.ask === 'units' && ask.roles.length === 1 ? ask.roles[0] : undefined;
  return clauses[0]?.role ?? roles[0]?.role ?? asked ?? 'any';
};

/** Returns the query for 金融局排第几, 农业农村局排第二，没错吧, 排最后的是谁: where a unit stands in the list of one task. */
export const unitPlace = (parts: Parts, state: State): Query | undefined => {
  const task = taskOf(parts, state);
  if (!task || !isBare(parts) || (state.query && isList(state.query) && parts.refs.length === 0)) return undefined;
  const [unit] = unitsIn(parts);
  const place = placeOf(parts, state);
  const asked = parts.unsaid.some(({ unsaid }) => unsaid === 'rank');
  const listed = state.query?.asks[0].ask === 'units' && parts.refs.length === 0 && !asksSomething(parts);
  const who = wants(parts, 'who', 'which') || parts.heads.some(({ wanted }) => wanted !== undefined) || listed;
  if (unit === undefined ? place === undefined || !who : place === undefined ? !asked : has(parts, 'first'))
    return undefined;
  const role = roleOf(parts, state.query);
  const roles: readonly Role[] = role === 'any' ? ['responsible', 'supporting'] : [role];
  return {
    of: { set: 'named', refs: [task] },
    asks: [{ ask: 'units', roles, lead: place === 1 }],
    years: [],
    every: false,
    confirm: unit !== undefined && place !== undefined,
    claims: [{ claim: 'place', role, ...(unit !== undefined && { unit }), ...(place !== undefined && { place }) }],
    words: '',
  };
};
