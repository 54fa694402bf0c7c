import type { Token, UnitClass } from '../values.ts';
import { type Builder, flush } from './builder.ts';
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

/** What a quantity says: how many units, how many tasks, how many times, or a figure. */
export const takeQuantity = (
  builder: Builder,
  token: QuantityToken,
  [before, next]: readonly (Token | undefined)[],
): void => {
  const { parts, clause } = builder;
  const { quantity } = token;
  if (next?.kind === 'type' && isSoMany(token)) return;
  if (isAskedFor(before, token)) {
    clause.is = undefined;
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
