import type { Comparison, Operator, Token, UnitClass } from '../values.ts';
import { type Builder, flush } from './builder.ts';
import { isOperator } from './excepts.ts';
import { BARE_HEAD, countsTasks } from './heads.ts';

type QuantityToken = Extract<Token, { kind: 'quantity' }>;

/** 哪两家: so many are asked for, and it is no condition that there are so many. */
const isAskedFor = (before: Token | undefined, { quantity }: QuantityToken): boolean =>
  before?.kind === 'wanted' && before.wanted === 'which' && quantity.unit === 'count';

/** 三家, three: so many of what stands behind. */
const COUNTING: readonly UnitClass[] = ['count', 'none', 'times'];

/** 高新区、经开区两家, 两个名字都: so many as were named, and of all of them something is said. */
const countsNamed = ({ clause, clauses }: Builder, { quantity }: QuantityToken): boolean => {
  const units = clause.units.length > 0 ? clause.units : clause.roles.length === 0 ? (clauses.at(-1)?.units ?? []) : [];
  return quantity.unit === 'count' && quantity.relation === '=' && units.length > 1 && units.length === quantity.value;
};

/** 三项任务 are so many, 起码一项任务 any; 5项以上任务 compares. */
const isSoMany = ({ quantity: { value, to, relation } }: QuantityToken): boolean =>
  (relation === '=' && to === undefined) || (relation === '≥' && value === 1);

/** More than one. */
export const SEVERAL: Comparison = { value: 2, unit: 'count', measure: '', relation: '≥' };

/** Units are counted so. */
const OF_UNITS = '家';

/** 两家一起, 两个部门都: what may stand between so many and what they do. */
const BETWEEN_BEARERS: readonly Operator[] = ['together', 'all', 'by'];

const isUnitType = (token: Token | undefined): boolean => token?.kind === 'type' && token.type === 'unit';

/** 两家一起管的, 由两个部门共同牵头: so many units stand in the role, whichever they are; 这两家 are some that were told. */
const countsBearers = (
  { clause }: Builder,
  { quantity }: QuantityToken,
  { before, rest }: { readonly before: Token | undefined; readonly rest: readonly Token[] },
): boolean => {
  const pointing = before?.kind === 'before' || before?.kind === 'relative';
  if (!COUNTING.includes(quantity.unit) || clause.units.length > 0 || pointing) return false;
  const does = rest.find((token) => !isOperator(token, ...BETWEEN_BEARERS) && !isUnitType(token));
  return (quantity.measure === OF_UNITS || isUnitType(rest[0])) && does?.kind === 'role' && does.form === 'verb';
};

/** What a quantity says: how many units, how many tasks, how many times, or a figure. */
export const takeQuantity = (
  builder: Builder,
  token: QuantityToken,
  around: { readonly before: Token | undefined; readonly rest: readonly Token[] },
): void => {
  const { parts, clause } = builder;
  const { quantity } = token;
  const { before } = around;
  const [next] = around.rest;
  if (!isAskedFor(before, token) && countsBearers(builder, token, around)) {
    clause.is = quantity;
    return;
  }
  if (next?.kind === 'type' && isSoMany(token)) return;
  if (isAskedFor(before, token)) {
    clause.is = undefined;
    if (quantity.measure === OF_UNITS && next?.kind !== 'type')
      parts.heads.push({ ...BARE_HEAD, type: 'unit', wanted: 'which', count: undefined, at: token.from });
    return;
  }
  if (countsNamed(builder, token)) return;
  if (clause.only && clause.units.length > 1 && quantity.unit === 'count' && quantity.value === 1) {
    clause.one = true;
    return;
  }
  if (token.counts === 'times') {
    parts.times = quantity.value;
    parts.operators = new Set([...parts.operators, 'multiple']);
    return;
  }
  if (countsTasks(token) && clause.form !== 'noun') {
    parts.heads.push({ ...BARE_HEAD, count: quantity.value, at: token.from });
    return;
  }
  if (next?.kind === 'role' && next.form === 'noun' && COUNTING.includes(quantity.unit)) {
    clause.is = quantity;
    return;
  }
  if (clause.roles.length > 0 && clause.form === 'noun' && quantity.unit !== 'money') {
    clause.is = quantity;
    flush(builder, token.from);
  } else parts.quantities.push(quantity);
};
