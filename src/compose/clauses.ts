import type { UnitName } from '../types.ts';
import type { Operator, Role, Token } from '../values.ts';
import type { Clause, Parts } from './parts.ts';

type Open = {
  -readonly [K in keyof Clause]: Clause[K] extends readonly (infer T)[] ? T[] : Clause[K];
} & { roles: (Role | 'any')[] };

export const openClause = (at: number): Open => ({
  units: [],
  role: undefined,
  roles: [],
  lead: false,
  not: false,
  only: false,
  first: false,
  every: false,
  each: false,
  copula: false,
  alternative: false,
  object: false,
  rolesAt: [],
  lack: false,
  stated: false,
  printed: undefined,
  asked: false,
  closed: false,
  exists: false,
  is: undefined,
  part: undefined,
  form: undefined,
  at,
});

export const isEmpty = ({ units, roles, is }: Open): boolean => units.length === 0 && roles.length === 0 && !is;

export const isWhole = ({ units, roles, is }: Open): boolean =>
  roles.length > 0 && (units.length > 0 || is !== undefined);

/** 责任单位和支持单位: both roles are either of them. */
const joined = (roles: readonly (Role | 'any')[]): Role | 'any' | undefined =>
  new Set(roles).size > 1 ? 'any' : roles[0];

const CONNECTORS: readonly Operator[] = ['and', 'or', 'also'];

/** What stands in one place of the list of tokens, glue left out. */
export const isConnector = (token: Token | undefined): boolean =>
  token?.kind === 'mark'
    ? /[、,，\s/]/.test(token.text)
    : token?.kind === 'operator' && CONNECTORS.includes(token.operator);

/** What is collected while the tokens are gone through once. */
export interface Builder {
  readonly clauses: Clause[];
  readonly parts: { -readonly [K in keyof Parts]: Parts[K] extends readonly (infer T)[] ? T[] : Parts[K] };
  clause: Open;
  /** 吗, 是不是: a unit that the plan does not name may be claimed all the same. */
  readonly claiming: boolean;
}

export const flush = (builder: Builder, at: number): void => {
  const { clause } = builder;
  if (!isEmpty(clause)) {
    const { roles, ...rest } = clause;
    builder.clauses.push({ ...rest, role: joined(roles) });
    builder.clause = { ...openClause(at), part: clause.part };
  } else {
    takeOpen(builder, at);
    builder.clause = openClause(at);
  }
};

/** 附件比正文少了, 对不上: the two parts are compared as a whole. */
const COMPARING: readonly Operator[] = ['than', 'differ', 'same'];

/** What is said with nothing that it is said of: 附件没写 takes up the units before it, or is of the part itself. */
const takeOpen = ({ clause, clauses, parts }: Builder, at: number): void => {
  const denied = clause.not || clause.lack;
  const last = clauses.at(-1);
  const compared = COMPARING.some((one) => parts.operators.has(one));
  if (compared) parts.openNot ||= clause.not;
  else if ((denied || clause.stated) && clause.part && last?.part && last.part !== clause.part && !last.asked)
    clauses.push({ ...last, part: clause.part, not: denied, exists: true, at });
  else if (denied && clause.part) parts.lacking = clause.part;
  else if (clause.not) parts.openNot = true;
};

const otherOf = (part: 'body' | 'annex'): 'body' | 'annex' => (part === 'body' ? 'annex' : 'body');

/** A part begins another condition where one is of the other part; 只在正文: the other one lacks it. */
export const takePart = (
  builder: Builder,
  part: 'body' | 'annex' | undefined,
  { only, at }: { readonly only: boolean; readonly at: number },
): void => {
  const { clause } = builder;
  const other = part !== undefined && clause.part !== undefined && clause.part !== part;
  if (isEmpty(clause) ? other : isWhole(clause) || other) flush(builder, at);
  const alone = only && builder.clause.only && part !== undefined;
  if (alone) Object.assign(builder.clause, { only: false, lack: true });
  builder.clause.part = alone ? otherOf(part) : part;
};

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
const takeAlternative = ({ clauses, clause }: Builder, joins: Token | undefined): void => {
  clause.alternative ||= isOr(joins) && clause.units.length === 0 && clauses.length > 0;
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
  if (FIRST.test(token.rule)) builder.clause.first = true;
  if (WHOLE.test(token.rule)) builder.parts.plan = true;
};

/** 责任单位里甲和乙都没有: nothing of the clause comes behind it. */
const isClauseEnd = (next: Token | undefined): boolean =>
  next === undefined ||
  next.kind === 'mark' ||
  next.kind === 'wanted' ||
  (next.kind === 'operator' && next.operator === 'of');

/** 高新区是哪些任务的支持单位, 不是, 都是, 属于: units whose role comes behind. */
export const takeCopula = ({ clause }: Builder): void => {
  clause.copula ||= clause.units.length > 0 && clause.roles.length === 0;
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
        (clause.roles.length > 0 && clause.form === 'verb') ||
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
      if (isWhole(clause)) flush(builder, at);
      builder.clause.only = true;
      return;
    case 'first':
      clause.first = true;
      return;
    case 'all':
    case 'together':
      if (clause.units.length > 0 || operator === 'together') clause.every = true;
      takeCopula(builder);
      return;
    case 'each':
      clause.each = true;
      return;
    case 'have':
      if (isWhole(clause) && clause.units.length > 0 && next?.kind === 'unit') flush(builder, at);
      builder.clause.stated = true;
      builder.clause.exists = next?.kind === 'role' && next.form === 'noun';
      return;
    case 'is':
    case 'by':
      takeCopula(builder);
      return;
    case 'but':
      if (!isEmpty(clause)) flush(builder, at);
      return;
    case 'of':
      if (clause.form === 'verb' || clause.units.length > 0) flush(builder, at);
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
