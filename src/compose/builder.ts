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
  leading: undefined,
  not: false,
  only: false,
  first: false,
  one: false,
  every: false,
  each: false,
  mutual: false,
  copula: false,
  alternative: false,
  but: false,
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
  /** 加起来: sets that are said one after the other are put together, not limited by each other. */
  readonly adding: boolean;
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
