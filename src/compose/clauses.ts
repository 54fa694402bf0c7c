import type { UnitName } from '../types.ts';
import type { Leading, Operator, Token } from '../values.ts';
import { type Builder, flush, isConnector, isEmpty, isWhole } from './builder.ts';
import { BESIDE, LEADS } from './own-words.ts';

/** 而且是, 或者由: what joins stands before the copula. */
const joining = (before: Token | undefined, earlier: Token | undefined): Token | undefined =>
  before?.kind === 'operator' && (before.operator === 'is' || before.operator === 'by') ? earlier : before;

/** A comma begins another condition where one is whole; 、 goes on with the list. */
const isComma = (token: Token | undefined): boolean => token?.kind === 'mark' && /[,，]/.test(token.text);

export const takeUnit = (
  builder: Builder,
  unit: UnitName,
  around: readonly (Token | undefined)[],
  at: number,
): void => {
  const [before, earlier] = around;
  const { clause } = builder;
  const listed = before?.kind === 'unit' || (isConnector(before) && !(isWhole(clause) && isComma(before)));
  if (clause.units.length === 0 && clause.not && clause.form === 'noun' && isConnector(joining(before, earlier)))
    flush(builder, at);
  else if (clause.closed || (clause.units.length > 0 && !listed)) flush(builder, at);
  else if (isWhole(clause) && clause.units.length > 0 && !(clause.form === 'noun' && listed)) flush(builder, at);
  const of = objectOf(before, earlier);
  if (of === 'asked' && builder.clause.units.length === 0) flush(builder, at);
  builder.clause.object ||= of !== undefined && builder.clause.units.length === 0;
  takeAlternative(builder, joining(before, earlier));
  builder.clause.units.push(unit);
};

const isOr = (token: Token | undefined): boolean => token?.kind === 'operator' && token.operator === 'or';

/** 或 before a condition that follows another. */
const takeAlternative = ({ clauses, clause, adding }: Builder, joins: Token | undefined): void => {
  clause.alternative ||= (isOr(joins) || adding) && clause.units.length === 0 && clauses.length > 0;
};

/** 支持高新区: whose tasks are supported; 谁支持高新区: and who does it is asked. */
const objectOf = (before: Token | undefined, earlier: Token | undefined): 'asked' | 'said' | undefined => {
  if (before?.kind !== 'role' || before.form !== 'verb' || before.role !== 'supporting') return undefined;
  const asked =
    (earlier?.kind === 'wanted' && earlier.wanted === 'who') || (earlier?.kind === 'type' && earlier.type === 'unit');
  return asked ? 'asked' : earlier?.kind === 'mark' || earlier === undefined ? undefined : 'said';
};

/** 第一责任单位: the one that is named first. */
const FIRST = /\/first$/;

/** 总牵头单位: that of the plan. */
const WHOLE = /\/whole$/;

/** 责任单位、支持单位里有: what follows a role that takes units of its own. */
const OF_OTHERS: readonly Operator[] = ['have', 'in', 'not', 'also', 'is'];

/** 牵头 where the plan calls some so, and 责任单位 beside it. */
const leadingOf = ({ rule }: Token): Leading | undefined =>
  rule.endsWith(LEADS) ? 'leads' : rule.endsWith(BESIDE) ? 'beside' : undefined;

export const takeRole = (
  builder: Builder,
  token: Extract<Token, { kind: 'role' }>,
  [before, next]: readonly (Token | undefined)[],
): void => {
  const role = token.role === 'lead' ? 'responsible' : token.role;
  if (before?.kind === 'role' && before.form === 'verb' && token.form === 'noun') {
    builder.clause.roles.pop();
    builder.clause.rolesAt.pop();
  }
  if (builder.clause.roles.length > 0 && !(isConnector(before) || before?.kind === 'role')) flush(builder, token.from);
  const another =
    builder.clause.not || (builder.clause.form === 'verb' && token.form === 'noun' && isWhole(builder.clause));
  if (builder.clause.roles.length > 0 && another) flush(builder, token.from);
  const own = isOr(before) || (next?.kind === 'operator' && OF_OTHERS.includes(next.operator));
  if (own && token.form === 'noun' && isWhole(builder.clause)) flush(builder, token.from);
  takeAlternative(builder, before);
  builder.clause.roles.push(role);
  builder.clause.rolesAt.push(token.from);
  builder.clause.form = token.form;
  builder.clause.asked ||= token.form === 'noun' && before?.kind === 'wanted' && before.wanted === 'which';
  builder.clause.closed ||= builder.clause.units.length > 0;
  if (token.role === 'lead') builder.clause.lead = true;
  builder.clause.leading = builder.clause.roles.length > 1 && isConnector(before) ? undefined : leadingOf(token);
  if (FIRST.test(token.rule)) builder.clause.first = true;
  if (WHOLE.test(token.rule)) builder.parts.plan = true;
};

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

/** Returns whether units stand before 却 as those of which the role behind it is denied: 科技局却不负责, 科技局却没份. */
export const isSubject = (
  { units, roles }: Builder['clause'],
  [next, after]: readonly (Token | undefined)[],
): boolean => {
  if (units.length === 0 || roles.length > 0 || next?.kind !== 'operator') return false;
  return next.operator === 'uninvolved' || (next.operator === 'not' && after?.kind === 'role');
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

export const takeOperator = (builder: Builder, operator: Operator, next: Token | undefined, at: number): void => {
  const { clause } = builder;
  builder.parts.operators = new Set([...builder.parts.operators, operator]);
  switch (operator) {
    case 'not':
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
      return;
    case 'uninvolved':
      if (isWhole(clause)) flush(builder, at);
      builder.clause.not = true;
      builder.clause.roles.push('any');
      builder.clause.form = 'verb';
      return;
    case 'lack':
      if (isWhole(clause)) flush(builder, at);
      builder.clause.lack = true;
      return;
    case 'only':
      if (isClauseEnd(next) && takeAlone(builder)) return;
      if (isWhole(clause)) flush(builder, at);
      builder.clause.only = true;
      return;
    case 'first':
      takeFirst(builder);
      return;
    case 'all':
    case 'together':
      if (clause.units.length > 0 || operator === 'together') clause.every = true;
      if (operator === 'together') takeShared(builder);
      takeCopula(builder);
      return;
    case 'mutual':
      clause.mutual = clause.units.length > 0;
      return;
    case 'each':
      clause.each = true;
      return;
    case 'have':
      if (isWhole(clause) && clause.units.length > 0 && next?.kind === 'unit') flush(builder, at);
      if (clause.exists && clause.units.length === 0 && next?.kind === 'role') flush(builder, at);
      builder.clause.stated = true;
      builder.clause.exists =
        (next?.kind === 'role' && next.form === 'noun') || (builder.clause.exists && builder.clause.roles.length > 0);
      return;
    case 'is':
    case 'by':
      takeCopula(builder);
      return;
    case 'but':
      if (!isEmpty(clause) && !isRoleWith(clause, next)) flush(builder, at);
      builder.clause.but = isEmpty(builder.clause);
      return;
    case 'of':
      if (clause.form === 'verb' || clause.units.length > 0 || clause.exists || isLackingPart(clause))
        flush(builder, at);
      else if (builder.adding && !isEmpty(clause)) flush(builder, at);
      return;
    default:
      return;
  }
};

/** 文旅局那三项里: units whose tasks are looked among stand in any role. */
export const closeInside = (builder: Builder, at: number): void => {
  const { clause } = builder;
  if (clause.units.length === 0 || clause.roles.length > 0) return;
  clause.roles.push('any');
  flush(builder, at);
};
