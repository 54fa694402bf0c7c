import type { Operator, Query } from '../values.ts';
import { ROLES, setAskOf } from './asks.ts';
import type { Parts } from './parts.ts';
import { hasSubject, isList } from './subject.ts';

const JOINING: readonly Operator[] = [
  'by',
  'is',
  'of',
  'have',
  'also',
  'and',
  'in',
  'all',
  'total',
  'mention',
  'other',
];

/** Nothing is said but the sort of thing that is asked for. */
const isBare = (parts: Parts): boolean =>
  parts.heads.length === 1 &&
  !hasSubject(parts) &&
  parts.clauses.length + parts.roles.length + parts.years.length + parts.figures.length === 0 &&
  parts.quantities.length + parts.properties.length + parts.positions.length === 0 &&
  [...parts.operators].every((operator) => JOINING.includes(operator));

const ofTasks = ({ of }: Query): boolean =>
  of.set === 'named' ? of.refs.length > 0 && of.refs.every(({ type }) => type === 'task') : of.set !== 'all';

/** 还有别的单位吗, of one task; 一共涉及几个单位, 归哪个行动, of one or of a list: what belongs to the tasks before. */
export const turned = (parts: Parts, before: Query): Query | undefined => {
  const [head] = parts.heads;
  if (!head || !isBare(parts) || !ofTasks(before)) return undefined;
  const rest = { ...before, confirm: false, claims: [], words: '' };
  const listed = isList(before) && (before.asks[0].ask === 'members' || before.asks[0].ask === 'count');
  const wanted = head.wanted !== undefined;
  if (head.type === 'unit' && before.of.set === 'named' && parts.operators.has('other'))
    return { ...rest, asks: [{ ask: 'units', roles: ROLES, lead: false }] };
  if (head.type === 'unit' && wanted && listed && (parts.operators.has('mention') || parts.before.has('these')))
    return { ...rest, of: { set: 'image', of: before.of, type: 'unit' }, asks: [setAskOf(parts)] };
  const belongs = parts.operators.has('by') || parts.operators.has('of') || parts.operators.has('in');
  if (head.type === 'action' && wanted && belongs && (listed || before.of.set === 'named'))
    return { ...rest, asks: [{ ask: 'group', by: 'action', show: 'members' }] };
  if (head.type === 'action' && wanted && parts.operators.has('is') && tellsActions(before))
    return { ...rest, of: { set: 'image', of: before.of, type: 'action' }, asks: [setAskOf(parts)] };
  return undefined;
};

/** Told by action: the actions of these tasks are meant by 是哪些行动. */
const tellsActions = ({ asks: [ask] }: Query): boolean => ask.ask === 'group' && ask.by === 'action';
