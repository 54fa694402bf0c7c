import type { Operator, Token } from '../values.ts';
import { type Builder, flush, isEmpty, isWhole } from './builder.ts';

/** 责任单位里甲和乙都没有: nothing of the clause comes behind it. */
const isClauseEnd = (next: Token | undefined): boolean =>
  next === undefined ||
  next.kind === 'mark' ||
  next.kind === 'wanted' ||
  (next.kind === 'operator' && next.operator === 'of');

/** 支持单位是甲，再没别人: the units before it stand there alone. */
const takeAlone = ({ clauses, clause }: Builder): boolean => {
  const own = isWhole(clause) ? clause : undefined;
  const last = isEmpty(clause) ? clauses.at(-1) : undefined;
  if (own) own.only = true;
  else if (last && last.units.length > 0) clauses.splice(-1, 1, { ...last, only: true });
  return own !== undefined || (last !== undefined && last.units.length > 0);
};

/** 高新区是哪些任务的支持单位, 不是, 都是, 属于: units whose role comes behind. */
export const takeCopula = ({ clause }: Builder): void => {
  clause.copula ||= clause.units.length > 0 && clause.roles.length === 0;
};

/** 责任单位又有高新区, 责任单位里既没有高新区: who stands in the role comes behind. */
const isRoleWith = ({ units, roles, form }: Builder['clause'], next: Token | undefined): boolean =>
  units.length === 0 &&
  roles.length > 0 &&
  form === 'noun' &&
  next?.kind === 'operator' &&
  ['have', 'not'].includes(next.operator);

/** 甲和乙责任任务的交集: said behind the units that share something. */
const takeShared = ({ clauses, clause }: Builder): void => {
  const last = clauses.at(-1);
  if (isEmpty(clause) && last && last.units.length > 1) clauses.splice(-1, 1, { ...last, every: true });
};

/** 正文有附件没有的责任单位: the part lacks what is said behind it. */
const isLackingPart = (clause: Builder['clause']): boolean =>
  isEmpty(clause) && clause.not && clause.part !== undefined;

/** 西咸新区的任务里排头一个的: said of the units before, where none stand in its own clause. */
const takeFirst = ({ clause, clauses }: Builder): void => {
  const last = clauses.at(-1);
  const open = isEmpty(clause) && last !== undefined && last.units.length === 1 && !last.not && !last.only;
  if (open) clauses[clauses.length - 1] = { ...last, first: true };
  else clause.first = true;
};

/** What an operator stands before, and where. */
interface Place {
  readonly next: Token | undefined;
  readonly at: number;
}

/** What operators make of the clause that they stand in; the others say something of the question as a whole. */
const OPERATORS: { readonly [O in Operator]?: (builder: Builder, place: Place) => void } = {
  not: (builder, { next, at }) => {
    const { clause } = builder;
    if (isWhole(clause) && clause.form === 'noun' && !clause.not && isClauseEnd(next)) {
      clause.not = true;
      return;
    }
    if (
      isWhole(clause) ||
      (clause.roles.length > 0 && (clause.form === 'verb' || clause.only)) ||
      (clause.units.length > 0 && clause.not)
    )
      flush(builder, at);
    builder.clause.not = !builder.clause.not;
    takeCopula(builder);
  },
  uninvolved: (builder, { at }) => {
    const { clause } = builder;
    if (isWhole(clause)) flush(builder, at);
    builder.clause.not = true;
    builder.clause.roles.push('any');
    builder.clause.form = 'verb';
  },
  lack: (builder, { at }) => {
    const { clause } = builder;
    if (isWhole(clause)) flush(builder, at);
    builder.clause.lack = true;
  },
  only: (builder, { next, at }) => {
    const { clause } = builder;
    if (isClauseEnd(next) && takeAlone(builder)) return;
    if (isWhole(clause)) flush(builder, at);
    builder.clause.only = true;
  },
  first: takeFirst,
  all: (builder) => {
    if (builder.clause.units.length > 0) builder.clause.every = true;
    takeCopula(builder);
  },
  together: (builder) => {
    builder.clause.every = true;
    takeShared(builder);
    takeCopula(builder);
  },
  mutual: (builder) => {
    const { clause } = builder;
    clause.mutual = clause.units.length > 0;
  },
  each: (builder) => {
    const { clause } = builder;
    clause.each = true;
  },
  have: (builder, { next, at }) => {
    const { clause } = builder;
    if (isWhole(clause) && clause.units.length > 0 && next?.kind === 'unit') flush(builder, at);
    if (clause.exists && clause.units.length === 0 && next?.kind === 'role') flush(builder, at);
    builder.clause.stated = true;
    builder.clause.exists =
      (next?.kind === 'role' && next.form === 'noun') || (builder.clause.exists && builder.clause.roles.length > 0);
  },
  is: takeCopula,
  by: takeCopula,
  but: (builder, { next, at }) => {
    const { clause } = builder;
    if (!isEmpty(clause) && !isRoleWith(clause, next)) flush(builder, at);
    builder.clause.but = isEmpty(builder.clause);
  },
  of: (builder, { at }) => {
    const { clause } = builder;
    if (clause.form === 'verb' || clause.units.length > 0 || clause.exists || isLackingPart(clause)) flush(builder, at);
    else if (builder.adding && !isEmpty(clause)) flush(builder, at);
  },
};

/** Takes an operator. */
export const takeOperator = (builder: Builder, operator: Operator, place: Place): void => {
  builder.parts.operators = new Set([...builder.parts.operators, operator]);
  OPERATORS[operator]?.(builder, place);
};
