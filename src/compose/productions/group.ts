import type { Ask, Operator, SetOf } from '../../values.ts';
import { type Assembled, type Build, type Field, made, query } from '../assembled.ts';
import { conditions } from '../conditions.ts';
import type { Parts } from '../parts.ts';
import { has, hasWords, onlyActions, unitsOf, wants } from '../said.ts';
import { ground, where, without } from '../sets.ts';
import { clauseTests } from '../tests.ts';

const USES: readonly Field[] = [
  ...(['heads', 'wanted', 'roles', 'clauses', 'refs', 'years', 'excepted', 'figures', 'quantities', 'plan'] as const),
  ...(['properties', 'positions'] as const),
];
const OPERATORS: readonly Operator[] = [
  'each',
  'all',
  'not',
  'total',
  'except',
  'only',
  'together',
  'uninvolved',
  'reach',
  'mention',
];

const isCounted = (parts: Parts): boolean => parts.heads.some(({ wanted }) => wanted === 'howMany');

const grouped = (
  parts: Parts,
  { of, more = [] }: { readonly of: SetOf; readonly more?: readonly Operator[] },
  ask: Extract<Ask, { ask: 'group' }>,
): Assembled =>
  made('group', query({ ...parts, quantities: [] }, of, { asks: [ask] }), {
    uses: USES,
    operators: [...OPERATORS, ...more],
  });

/** 财政、科技、高新各负责几项: one list of units, each by itself. */
const byNamed = (parts: Parts): Assembled | undefined => {
  const named = parts.clauses.filter(({ units }) => units.length > 0);
  const [only, ...more] = named;
  const each = has(parts, 'each') || isCounted(parts);
  if (!only || more.length > 0 || only.units.length < 2 || only.every || only.not || only.only || !each)
    return undefined;
  if (parts.heads.length + parts.wanted.length === 0) return undefined;
  return grouped(
    parts,
    { of: where(ground(parts), clauseTests(parts.clauses)) },
    {
      ask: 'group',
      by: 'unit',
      role: only.role ?? 'any',
      show: isCounted(parts) ? 'count' : 'members',
      units: only.units,
    },
  );
};

/** 15个行动分别是什么: which they are, and nothing of their tasks. */
const isNaming = (parts: Parts): boolean =>
  ((has(parts, 'is') && wants(parts, 'what', 'which')) || parts.properties.includes('title')) &&
  parts.heads.length === 1 &&
  parts.roles.length + parts.clauses.length + parts.positions.length === 0;

/** 15个行动分别有几项任务, 高新区负责的任务按责任单位分一下: by every action or unit. */
const bySort = (parts: Parts): Assembled | undefined => {
  const head = parts.heads.find(
    ({ each, count, inside, type, wanted }) =>
      wanted === undefined && (type === 'action' || type === 'unit') && (each || count !== undefined || inside),
  );
  const by = parts.groupBy?.by ?? (head?.type === 'action' || head?.type === 'unit' ? head.type : undefined);
  if (!by || !has(parts, 'each') || isNaming(parts)) return undefined;
  const asksUnits = wants(parts, 'who') || parts.roles.length > 0;
  const role = parts.groupBy?.role ?? parts.roles[0]?.role;
  return grouped(
    parts,
    { of: without(where(ground(parts), conditions(parts)), parts) },
    {
      ask: 'group',
      by,
      ...(role && { role }),
      ...(parts.roles.some(({ lead }) => lead) && { lead: true }),
      ...(by === 'action' && parts.positions.length > 0 && { places: parts.positions.flatMap((one) => one.positions) }),
      show: isCounted(parts) ? 'count' : by === 'action' && asksUnits ? 'units' : 'members',
    },
  );
};

/** 57项任务分别是谁负责: task by task. */
const byTask = (parts: Parts): Assembled | undefined => {
  const asksUnits = wants(parts, 'who') || parts.roles.length > 0;
  const tasks = parts.heads.some(
    ({ type, wanted, count }) => type === 'task' && wanted === undefined && count !== undefined,
  );
  if (
    !asksUnits ||
    !(tasks || parts.heads.some(({ type, each }) => type === 'task' && each)) ||
    unitsOf(parts).length > 0
  )
    return undefined;
  if (!has(parts, 'each') && !has(parts, 'all')) return undefined;
  const role = parts.roles[0]?.role ?? 'responsible';
  return grouped(parts, { of: ground(parts) }, { ask: 'group', by: 'task', role, show: 'units' });
};

/** 市工信局的任务大部分在哪个行动: how many of them stand in each. */
const bySpread = (parts: Parts): Assembled | undefined => {
  const spread = parts.tokens.some(({ rule }) => rule === 'operators:each/portion');
  if (!spread || unitsOf(parts).length === 0) return undefined;
  return grouped(
    parts,
    { of: without(where(ground(parts), conditions(parts)), parts), more: SPREAD },
    {
      ask: 'group',
      by: 'action',
      show: 'count',
    },
  );
};

const SPREAD: readonly Operator[] = ['ratio', 'most'];

/** 文旅和能源两个行动各几项: each of the actions that are named by itself. */
const byAction = (parts: Parts): Assembled | undefined => {
  const several = onlyActions(parts) && parts.refs.length > 1 && has(parts, 'each');
  if (!several || parts.roles.length > 0 || wants(parts, 'who')) return undefined;
  return grouped(
    parts,
    { of: without(where(ground(parts), conditions(parts)), parts) },
    {
      ask: 'group',
      by: 'action',
      show: isCounted(parts) ? 'count' : 'members',
    },
  );
};

/** Members by action, unit or task. */
export const group: Build = (parts) =>
  byNamed(parts) ??
  (hasWords(parts) ? undefined : (bySpread(parts) ?? bySort(parts) ?? byAction(parts) ?? byTask(parts)));
