import type { UnitName } from '../types.ts';
import type { Operator, Role, Token } from '../values.ts';
import type { Clause, Parts } from './parts.ts';

type Open = {
  -readonly [K in keyof Clause]: K extends 'units' ? UnitName[] : Clause[K];
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
  lack: false,
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
  } else if (clause.not || clause.lack || clause.only || clause.first) {
    const last = builder.clauses.at(-1);
    if ((clause.not || clause.lack) && clause.part && last && last.part !== clause.part && last.units.length > 0)
      builder.clauses.push({ ...last, part: clause.part, not: !last.not, at });
    else if (clause.not) builder.parts.openNot = true;
    builder.clause = openClause(at);
  }
};

/** 而且是: what joins stands before the copula. */
const joining = (before: Token | undefined, earlier: Token | undefined): Token | undefined =>
  before?.kind === 'operator' && before.operator === 'is' ? earlier : before;

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
  builder.clause.units.push(unit);
};

/** 第一责任单位: the one that is named first. */
const FIRST = /\/first$/;

/** 总牵头单位: that of the plan. */
const WHOLE = /\/whole$/;

export const takeRole = (
  builder: Builder,
  token: Extract<Token, { kind: 'role' }>,
  before: Token | undefined,
): void => {
  const role = token.role === 'lead' ? 'responsible' : token.role;
  if (before?.kind === 'role' && before.form === 'verb' && token.form === 'noun') builder.clause.roles.pop();
  if (builder.clause.roles.length > 0 && !(isConnector(before) || before?.kind === 'role')) flush(builder, token.from);
  const another =
    builder.clause.not || (builder.clause.form === 'verb' && token.form === 'noun' && isWhole(builder.clause));
  if (builder.clause.roles.length > 0 && another) flush(builder, token.from);
  builder.clause.roles.push(role);
  builder.clause.form = token.form;
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

/** The role that units are said to be: the noun behind them that has no units of its own. */
const predicated = (clauses: readonly Clause[]): readonly Clause[] => {
  const subject = clauses.find(({ copula, role }) => copula && role === undefined);
  const noun = clauses.find(
    ({ units, role, form, is, at }) =>
      units.length === 0 && role !== undefined && form === 'noun' && !is && at > (subject?.at ?? at),
  );
  if (!subject || !noun) return clauses;
  const { role, lead, form, first, only, not } = noun;
  const said = { role, lead, form, first: subject.first || first, only: subject.only || only, not: subject.not || not };
  return clauses.flatMap((clause) => (clause === noun ? [] : clause === subject ? [{ ...clause, ...said }] : [clause]));
};

/** A role without units takes them from the clause before; units without a role take it from a neighbour. */
export const inherit = (clauses: readonly Clause[], asksWho: boolean): readonly Clause[] => {
  const withRoles = predicated(clauses).map((clause, at, all): Clause => {
    if (clause.role !== undefined || clause.units.length === 0) return clause;
    const next = all[at + 1];
    const previous = all
      .slice(0, at)
      .toReversed()
      .find(({ role }) => role !== undefined);
    const from =
      previous?.form === 'noun' || !next
        ? previous
        : next.role !== undefined && next.units.length > 0
          ? next
          : previous;
    return from && clause.role === undefined && from.units.length > 0
      ? { ...clause, role: from.role, lead: from.lead, form: from.form, first: clause.first }
      : clause;
  });
  return withRoles.map((clause, at) => {
    if (clause.units.length > 0 || clause.role === undefined || clause.is) return clause;
    if ((asksWho || clause.asked) && !clause.not && !clause.only) return clause;
    const previous = withRoles
      .slice(0, at)
      .toReversed()
      .find(({ units }) => units.length > 0);
    return previous && clause.form === 'verb' ? { ...clause, units: previous.units } : clause;
  });
};

/** Roles without units: asked for (责任单位是谁), or there or not there (没有支持单位; 只支持不负责的单位). */
export const isCondition =
  (ofUnits: boolean) =>
  ({ units, is, exists, not, only, form }: Clause): boolean =>
    units.length > 0 || is !== undefined || exists || ((not || only) && (form === 'noun' || ofUnits));
