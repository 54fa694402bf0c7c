import type { Ask, Operator, Places, Query, Role, SetOf } from '../../values.ts';
import { type Assembled, type Build, type Field, made, query } from '../assembled.ts';
import { isOperator } from '../excepts.ts';
import type { Clause, Parts } from '../parts.ts';
import { actionsIn, has, hasWords, indicatorsNamed, isReversed, tasksNamed, wants } from '../said.ts';
import { ground, where, without } from '../sets.ts';
import { clauseTests } from '../tests.ts';

export const measured = (parts: Parts): Role | 'any' => {
  const there = parts.clauses.filter(isRoleThere).map(({ role }) => role);
  const roles = [...parts.roles.map(({ role }) => role), ...there];
  return roles.length === 1 ? (roles[0] ?? 'any') : 'any';
};

/** 挂责任单位的次数: the role by which units are counted, and no condition on tasks. */
const isRoleThere = ({ units, exists, is, not }: Clause): boolean => units.length === 0 && exists && !is && !not;

/** 次数, 任务数, 家数: what is counted, and no figure that a task prints. */
const COUNTED: readonly Parts['figures'][number]['figure'][] = ['figure', 'count', 'times'];
const countsOnly = ({ figures }: Parts): boolean =>
  figures.every(({ figure, not }) => !not && COUNTED.includes(figure));

type Extreme = Extract<Ask, { ask: 'extreme' }>;

/** Units that are ranked by their tasks: 负责任务数排第一位的单位, 谁支持得最多. */
const ranksUnits = (parts: Parts): boolean =>
  parts.heads.some(({ type }) => type === 'unit') &&
  (parts.figures.length > 0 || parts.heads.some(({ type, noun }) => type === 'task' && noun));

/** 任务数: tasks are counted, and something else is put in order by them. */
const byTasks = ({ tokens }: Parts): boolean =>
  tokens.some((token, at) => token.kind === 'type' && token.type === 'task' && tokens[at + 1]?.kind === 'figure');

/** From the first to so far behind that nothing is left. */
export const EVERY_PLACE: Places = [1, 999];

/** 从少到多. */
export const isFalling = ({ tokens }: Parts): boolean => tokens.some(({ rule }) => rule === 'operators:order/least');

/** 最多的三个单位: so many of those with the most. */
const atMost = ({ heads, tokens }: Parts): Places | undefined => {
  const from = tokens.findIndex((token) => isOperator(token, 'most', 'least'));
  const most = tokens[from]?.from ?? 0;
  const counted = heads.find(({ count = 0, at, noun }) => noun && count > 1 && at > most);
  return counted?.count === undefined ? undefined : [1, counted.count];
};

/** 最多, 最少, 第二多, 任务数排第一. */
const askOf = (parts: Parts): Extreme | undefined => {
  const role = measured(parts);
  const { rank } = parts;
  const asked = parts.roles.length === 1 && parts.clauses.length === 0 ? parts.roles[0]?.leading : undefined;
  const leading = asked ? { leading: asked } : {};
  const [most, least] = [has(parts, 'most'), has(parts, 'least')];
  const falling = isFalling(parts);
  if (rank && parts.heads.length + parts.roles.length + parts.figures.length === 0) return undefined;
  if (rank)
    return { ask: 'extreme', role, ...leading, least: rank.least || falling || (least && !most), rank: rank.places };
  if (most !== least) {
    const places = atMost(parts);
    return { ask: 'extreme', role, ...leading, least, ...(places && { rank: places }) };
  }
  if (most) return { ask: 'extreme', role, ...leading, least: false, both: true };
  if (has(parts, 'order') && !isReversed(parts) && !has(parts, 'first', 'last'))
    return { ask: 'extreme', role, ...leading, least: falling, rank: EVERY_PLACE };
  if (parts.clauses.length > 0 || !ranksUnits(parts) || has(parts, 'first') === has(parts, 'last')) return undefined;
  return { ask: 'extreme', role, ...leading, least: has(parts, 'last') };
};

/** 任务最多的行动, 责任单位最多的是哪项, 哪个单位负责的任务第二多. */
export const extreme: Build = (parts) => {
  const ask = askOf(parts);
  if (
    !ask ||
    hasWords(parts) ||
    parts.superlative ||
    indicatorsNamed(parts) ||
    tasksNamedAlone(parts) ||
    !countsOnly(parts)
  )
    return undefined;
  const types = parts.heads.filter(({ inside, wanted }) => !inside || wanted !== undefined).map(({ type }) => type);
  const inner = where(ground(parts), clauseTests(parts.clauses.filter((clause) => !isRoleThere(clause))));
  const whose = types.includes('unit') || parts.roles.length > 0 || !parts.heads.some(({ type }) => type === 'action');
  const doing0 = wants(parts, 'who') && parts.roles.some(({ form }) => form === 'verb');
  const named = parts.heads.find(
    ({ wanted: one, noun }) => one !== undefined && one !== 'who' && (noun || !doing0),
  )?.type;
  const asked = named ?? (wants(parts, 'who') ? (whose ? 'unit' : 'action') : undefined);
  const units = parts.heads.every(({ type }) => type === 'task') && byTasks(parts) && parts.roles.length > 0;
  const doing = parts.roles.some(({ form }) => form === 'verb') && types.includes('task');
  const wanted = asked ?? (doing || units ? 'unit' : undefined);
  const sort = parts.heads.find(({ type }) => type === 'unit')?.sort;
  const within = actionsIn(parts).length > 0 || tasksNamed(parts);
  if ((types.includes('action') || wanted === 'action') && wanted !== 'unit' && wanted !== 'task')
    return using(parts, byUnits(parts) ? { ...ask, units: true } : ask, ofActions(parts, inner));
  const doers = types.includes('unit') && parts.roles.every(({ form }) => form === 'verb') && parts.roles.length > 0;
  if (wanted === 'unit' || doers || (types.includes('unit') && types.includes('task'))) {
    const units: SetOf = within
      ? { set: 'image', of: inner, type: 'unit' }
      : { set: 'all', type: 'unit', ...(sort && { sort }) };
    return using(parts, ask, without(units, parts, 'unit'));
  }
  if (types.includes('action')) return using(parts, ask, { set: 'all', type: 'action' });
  return parts.roles.length > 0 || types.includes('unit') ? using(parts, ask, without(inner, parts)) : undefined;
};

/** 责任单位最多的行动, 哪个行动涉及的单位最多: units are counted, and no tasks. */
const byUnits = ({ heads, roles }: Parts): boolean =>
  heads.every(({ type, noun }) => type !== 'task' || !noun) &&
  (roles.some(({ form }) => form === 'noun') || heads.some(({ type, wanted }) => type === 'unit' && !wanted));

const ofActions = (parts: Parts, inner: SetOf): SetOf =>
  parts.clauses.length > 0 ? { set: 'image', of: inner, type: 'action' } : { set: 'all', type: 'action' };

/** A single task is no set in which something could be the most. */
const tasksNamedAlone = ({ refs }: Parts): boolean =>
  refs.some(({ type }) => type === 'clause') || refs.filter(({ type }) => type === 'task').length === 1;

const USES: readonly Field[] = [
  ...(['heads', 'wanted', 'roles', 'clauses', 'excepted', 'refs', 'part', 'figures', 'positions'] as const),
];
const OPERATORS: readonly Operator[] = [
  ...(['most', 'least', 'except', 'each', 'not', 'all', 'only', 'total', 'first', 'last', 'order'] as const),
];

const using = (parts: Parts, ask: Extreme, of: SetOf): Assembled => {
  const made0: Query = query(parts, of, { asks: [ask] });
  return made('extreme', made0, { uses: USES, operators: ask.units ? [...OPERATORS, 'mention', 'of'] : OPERATORS });
};
