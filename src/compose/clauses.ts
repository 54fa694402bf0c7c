import type { UnitName } from '../types.ts';
import type { Leading, Operator, Token } from '../values.ts';
import { type Builder, flush, isConnector, isWhole } from './builder.ts';
import { BESIDE, LEADS } from './own-words.ts';

/** 而且是, 或者由: what joins stands before the copula. */
const joining = (before: Token | undefined, earlier: Token | undefined): Token | undefined =>
  before?.kind === 'operator' && (before.operator === 'is' || before.operator === 'by') ? earlier : before;

/** A comma begins another condition where one is whole; 、 goes on with the list. */
const isComma = (token: Token | undefined): boolean => token?.kind === 'mark' && /[,，]/.test(token.text);

export const takeUnit = (
  builder: Builder,
  { unit, at }: { readonly unit: UnitName; readonly at: number },
  around: readonly (Token | undefined)[],
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

/** Returns whether units stand before 却 as those of which the role behind it is denied: 科技局却不负责, 科技局却没份. */
export const isSubject = (
  { units, roles }: Builder['clause'],
  [next, after]: readonly (Token | undefined)[],
): boolean => {
  if (units.length === 0 || roles.length > 0 || next?.kind !== 'operator') return false;
  return next.operator === 'uninvolved' || (next.operator === 'not' && after?.kind === 'role');
};

/** 文旅局那三项里: units whose tasks are looked among stand in any role. */
export const closeInside = (builder: Builder, at: number): void => {
  const { clause } = builder;
  if (clause.units.length === 0 || clause.roles.length > 0) return;
  clause.roles.push('any');
  flush(builder, at);
};
