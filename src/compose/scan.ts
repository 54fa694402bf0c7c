import type { UnitName } from '../types.ts';
import type { EntityType, Operator, Part, Quantity, Ref, Role, Token, Wanted } from '../values.ts';
import type { Clause, Head, Parts } from './parts.ts';

type Open = {
  -readonly [K in keyof Clause]: K extends 'units' ? UnitName[] : Clause[K];
} & { roles: (Role | 'any')[] };

const openClause = (at: number): Open => ({
  units: [],
  role: undefined,
  roles: [],
  lead: false,
  not: false,
  only: false,
  first: false,
  every: false,
  each: false,
  lack: false,
  exists: false,
  is: undefined,
  part: undefined,
  form: undefined,
  at,
});

const isEmpty = ({ units, roles, is }: Open): boolean => units.length === 0 && roles.length === 0 && !is;
const isWhole = ({ units, roles, is }: Open): boolean => roles.length > 0 && (units.length > 0 || is !== undefined);

/** 责任单位和支持单位: both roles are either of them. */
const joined = (roles: readonly (Role | 'any')[]): Role | 'any' | undefined =>
  new Set(roles).size > 1 ? 'any' : roles[0];

const CONNECTORS: readonly Operator[] = ['and', 'or', 'also'];

/** What stands in one place of the list of tokens, glue left out. */
const isConnector = (token: Token | undefined): boolean =>
  token?.kind === 'mark'
    ? /[、,，\s/]/.test(token.text)
    : token?.kind === 'operator' && CONNECTORS.includes(token.operator);

const ref = (type: EntityType, id: string | number): Ref => ({ type, id: String(id) });

/** What is collected while the tokens are gone through once. */
interface Builder {
  readonly clauses: Clause[];
  readonly parts: { -readonly [K in keyof Parts]: Parts[K] extends readonly (infer T)[] ? T[] : Parts[K] };
  clause: Open;
  /** 吗, 是不是: a unit that the plan does not name may be claimed all the same. */
  readonly claiming: boolean;
}

const flush = (builder: Builder, at: number): void => {
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

const takeUnit = (builder: Builder, unit: UnitName, around: readonly (Token | undefined)[], at: number): void => {
  const [before, earlier] = around;
  const { clause } = builder;
  const listed = isConnector(before) || before?.kind === 'unit';
  if (clause.units.length === 0 && clause.not && clause.form === 'noun' && isConnector(joining(before, earlier)))
    flush(builder, at);
  else if (clause.units.length > 0 && !listed) flush(builder, at);
  else if (isWhole(clause) && clause.units.length > 0 && !(clause.form === 'noun' && listed)) flush(builder, at);
  builder.clause.units.push(unit);
};

const takeRole = (builder: Builder, token: Extract<Token, { kind: 'role' }>, before: Token | undefined): void => {
  const role = token.role === 'lead' ? 'responsible' : token.role;
  if (builder.clause.roles.length > 0 && !(isConnector(before) || before?.kind === 'role')) flush(builder, token.from);
  if (builder.clause.roles.length > 0 && builder.clause.not) flush(builder, token.from);
  builder.clause.roles.push(role);
  builder.clause.form = token.form;
  if (token.role === 'lead') {
    builder.clause.lead = true;
    if (token.form === 'verb' || builder.clause.units.length > 0) builder.clause.first ||= false;
  }
};

/** Marks that end a clause; 、 joins. */
const ENDS = /[。；;！!？?:：]/;

const takeOperator = (builder: Builder, operator: Operator, next: Token | undefined, at: number): void => {
  const { clause } = builder;
  builder.parts.operators = new Set([...builder.parts.operators, operator]);
  switch (operator) {
    case 'not':
      if (isWhole(clause) || (clause.roles.length > 0 && clause.form === 'verb')) flush(builder, at);
      builder.clause.not = !builder.clause.not;
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
      return;
    case 'each':
      clause.each = true;
      return;
    case 'have':
      if (isWhole(clause) && clause.units.length > 0 && next?.kind === 'unit') flush(builder, at);
      builder.clause.exists = next?.kind === 'role' && next.form === 'noun';
      return;
    case 'but':
      if (!isEmpty(clause)) flush(builder, at);
      return;
    case 'of':
      if (clause.form === 'verb' || (isWhole(clause) && clause.units.length > 0)) flush(builder, at);
      return;
    default:
      return;
  }
};

const WANTS_TYPE: readonly Wanted[] = ['which', 'what', 'howMany', 'howMuch', 'who'];

/** 多少项 asks how many. */
const asTyped = (wanted: Wanted): Wanted => (wanted === 'howMuch' ? 'howMany' : wanted);

const takeHead = (
  builder: Builder,
  token: Extract<Token, { kind: 'type' }>,
  around: readonly (Token | undefined)[],
) => {
  const [before, earlier] = around;
  const asked = [before, earlier].find((one) => one?.kind === 'wanted' && WANTS_TYPE.includes(one.wanted));
  const count = before?.kind === 'quantity' ? before.quantity.value : undefined;
  const each = [before, earlier].some((one) => one?.kind === 'operator' && one.operator === 'each');
  builder.parts.heads.push({
    type: token.type,
    sort: token.sort,
    noun: true,
    wanted:
      asked?.kind === 'wanted' && (asked === before || before?.kind === 'operator') ? asTyped(asked.wanted) : undefined,
    each,
    inside: false,
    count,
    at: token.from,
  });
};

const NAMES: readonly Token['kind'][] = ['unit', 'units', 'task', 'clause', 'action', 'indicator', 'position'];

/** Units are left out with units, numbered things with numbered things. */
const familyOf = ({ kind }: Token): 'units' | 'things' | undefined => {
  if (kind === 'unit' || kind === 'units') return 'units';
  return NAMES.includes(kind) ? 'things' : undefined;
};

/** Where the names of one family that begin at a place end; connectors stand between them. */
const runEnd = (tokens: readonly Token[], from: number, by: 1 | -1): number => {
  const family = familyAt(tokens, from);
  let end = from;
  for (let at = from; at >= 0 && at < tokens.length; at += by) {
    if (familyAt(tokens, at) === family) end = at;
    else if (!isConnector(tokens[at])) break;
  }
  return end;
};

const familyAt = (tokens: readonly Token[], at: number): 'units' | 'things' | undefined => {
  const token = tokens[at];
  return token && familyOf(token);
};

const isOperator = (token: Token | undefined, ...operators: readonly Operator[]): boolean =>
  token?.kind === 'operator' && operators.includes(token.operator);

/** 支持的 behind names that are left out: they are left out in that role. */
const roleEnd = (tokens: readonly Token[], from: number): number => {
  let end = from;
  while (isOperator(tokens[end], 'also', 'all', 'together')) end += 1;
  if (tokens[end]?.kind !== 'role') return from;
  return isOperator(tokens[end + 1], 'of') ? end + 2 : end + 1;
};

/** 把…负责的 before 去掉: where the names begin. */
const roleStart = (tokens: readonly Token[], to: number): number => {
  let at = to;
  if (isOperator(tokens[at], 'of')) at -= 1;
  if (tokens[at]?.kind === 'role') at -= 1;
  while (isOperator(tokens[at], 'also', 'all', 'together')) at -= 1;
  return familyAt(tokens, at) === undefined ? to : at;
};

/** 除了…以外, …之外, 把…负责的去掉: what stands within is left out. */
const exceptSpans = (tokens: readonly Token[]): readonly (readonly [number, number])[] =>
  tokens.flatMap((token, at): readonly (readonly [number, number])[] => {
    if (!isOperator(token, 'except')) return [];
    const first = isOperator(tokens[at + 1], 'have') ? at + 2 : at + 1;
    if (familyAt(tokens, first)) return [[at, roleEnd(tokens, runEnd(tokens, first, 1) + 1)]];
    const last = roleStart(tokens, at - 1);
    return familyAt(tokens, last) ? [[runEnd(tokens, last, -1), at + 1]] : [];
  });

const emptyParts = (tokens: readonly Token[]): Builder['parts'] => ({
  refs: [],
  missing: [],
  clauses: [],
  excepted: { units: [], refs: [], role: undefined },
  heads: [],
  wanted: [],
  roles: [],
  properties: [],
  years: [],
  every: false,
  relative: [],
  quantities: [],
  dates: [],
  figures: [],
  positions: [],
  operators: new Set(),
  words: [],
  strangers: [],
  terms: [],
  unsaid: [],
  acts: [],
  before: new Set(),
  unclear: [],
  plan: false,
  part: undefined,
  parts: [],
  openNot: false,
  notWords: false,
  times: undefined,
  misprints: [],
  joins: false,
  tokens: [...tokens],
});

/** A role without units takes them from the clause before; units without a role take it from a neighbour. */
const inherit = (clauses: readonly Clause[], asksWho: boolean): readonly Clause[] => {
  const withRoles = clauses.map((clause, at): Clause => {
    if (clause.role !== undefined || clause.units.length === 0) return clause;
    const next = clauses[at + 1];
    const previous = clauses
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
    if (asksWho && !clause.not && !clause.only) return clause;
    const previous = withRoles
      .slice(0, at)
      .toReversed()
      .find(({ units }) => units.length > 0);
    return previous && clause.form === 'verb' ? { ...clause, units: previous.units } : clause;
  });
};

/** The plan's own numbers name things; other places are places in what is listed. */
const NUMBERED: readonly EntityType[] = ['task', 'action', 'indicator'];
const FROM_EDGE = 'position:edge';

const takePosition = ({ parts }: Builder, token: Extract<Token, { kind: 'position' }>): void => {
  const { of, positions, rule } = token;
  const inAction = of === 'task' && parts.refs.at(-1)?.type === 'action';
  if (of && !inAction && NUMBERED.includes(of) && rule !== FROM_EDGE && positions.every((place) => place > 0))
    parts.refs.push(...positions.map((place) => ref(of, place)));
  else parts.positions.push({ positions, ...(of && { of }) });
};

const partOf = (part: Part): 'body' | 'annex' | undefined => (part === 'body' || part === 'annex' ? part : undefined);

const TIMES = '倍';

const isDenial = (token: Token | undefined): boolean => token?.kind === 'operator' && token.operator === 'not';

const BARE_HEAD: Omit<Head, 'count' | 'at'> = {
  type: 'task',
  sort: undefined,
  noun: false,
  wanted: undefined,
  each: false,
  inside: false,
};

/** 57项, 三项: so many tasks, when nothing else is counted. */
const countsTasks = ({ unit, measure, relation }: Quantity): boolean =>
  unit === 'count' && /^[项条件]$/.test(measure) && relation === '=';

const take = (builder: Builder, meaningful: readonly Token[], index: number): void => {
  const token = meaningful[index];
  if (!token) return;
  const [before, earlier, next] = [meaningful[index - 1], meaningful[index - 2], meaningful[index + 1]];
  const { parts } = builder;
  switch (token.kind) {
    case 'unit':
      if (token.misprint) parts.misprints.push(token.misprint);
      takeUnit(builder, token.unit, [before, earlier], token.from);
      return;
    case 'units':
      parts.unclear.push(token.units);
      return;
    case 'stranger':
      if (token.what === 'unit' && builder.claiming) takeUnit(builder, token.text, [before, earlier], token.from);
      else parts.strangers.push(token);
      return;
    case 'task':
      parts.refs.push(ref('task', token.task));
      return;
    case 'action':
      parts.refs.push(ref('action', token.action));
      return;
    case 'indicator':
      parts.refs.push(ref('indicator', token.indicator));
      return;
    case 'clause':
      if (token.exists) parts.refs.push(ref('clause', token.clause));
      else parts.missing.push(token);
      return;
    case 'term':
      parts.terms.push(token.term);
      return;
    case 'plan':
      parts.plan = true;
      return;
    case 'type':
      takeHead(builder, token, [before, earlier]);
      return;
    case 'role':
      takeRole(builder, token, before);
      return;
    case 'property':
      parts.properties.push(token.property);
      return;
    case 'part': {
      if (!isEmpty(builder.clause) && isWhole(builder.clause)) flush(builder, token.from);
      builder.clause.part = partOf(token.part);
      parts.parts.push(token.part);
      return;
    }
    case 'figure':
      parts.figures.push({ figure: token.figure, measure: token.measure, not: builder.clause.not, at: token.from });
      builder.clause.not = false;
      return;
    case 'year':
      parts.years.push(...token.years);
      parts.every ||= token.every;
      return;
    case 'date':
      parts.dates.push(token);
      return;
    case 'quantity':
      if (next?.kind === 'type') return;
      if (token.quantity.measure === TIMES) {
        parts.times = token.quantity.value;
        parts.operators = new Set([...parts.operators, 'multiple']);
        return;
      }
      if (countsTasks(token.quantity) && builder.clause.form !== 'noun') {
        parts.heads.push({ ...BARE_HEAD, count: token.quantity.value, at: token.from });
        return;
      }
      if (next?.kind === 'role' && next.form === 'noun' && token.quantity.unit === 'count') {
        builder.clause.is = token.quantity;
        return;
      }
      if (builder.clause.roles.length > 0 && builder.clause.form === 'noun' && token.quantity.unit !== 'money') {
        builder.clause.is = token.quantity;
        flush(builder, token.from);
      } else parts.quantities.push(token.quantity);
      return;
    case 'position':
      takePosition(builder, token);
      return;
    case 'relative':
      parts.relative.push(token);
      return;
    case 'operator':
      if (token.operator === 'in' && before?.kind === 'operator' && before.operator === 'in')
        parts.before = new Set([...parts.before, 'these']);
      takeOperator(builder, token.operator, next, token.from);
      return;
    case 'wanted':
      parts.wanted.push({ wanted: token.wanted, measure: token.measure, at: token.from });
      if (token.type && next?.kind !== 'type')
        parts.heads.push({
          type: token.type,
          sort: undefined,
          noun: false,
          wanted: token.wanted,
          each: false,
          inside: false,
          count: undefined,
          at: token.from,
        });
      if (builder.clause.roles.length > 0 && builder.clause.units.length > 0 && builder.clause.form === 'verb')
        flush(builder, token.from);
      return;
    case 'unsaid':
      parts.unsaid.push({ unsaid: token.unsaid, text: token.text });
      return;
    case 'act':
      parts.acts.push(token.act);
      return;
    case 'before':
      parts.before = new Set([...parts.before, token.before]);
      return;
    case 'mark':
      if (ENDS.test(token.text) || (/[,，]/.test(token.text) && isWhole(builder.clause) && next?.kind !== 'unit'))
        flush(builder, token.from);
      return;
    case 'words':
      if (isDenial(before) && builder.clause.units.length + builder.clause.roles.length === 0) {
        parts.notWords = true;
        builder.clause.not = false;
      }
      parts.words.push(token);
      if (isWhole(builder.clause) || (before?.kind === 'unit' && builder.clause.units.length > 0))
        flush(builder, token.from);
      return;
    case 'glue':
      return;
  }
};

/** Roles without units: asked for (责任单位是谁), or there or not there (没有支持单位; 只支持不负责的单位). */
const isCondition =
  (ofUnits: boolean) =>
  ({ units, is, exists, not, only, form }: Clause): boolean =>
    units.length > 0 || is !== undefined || exists || ((not || only) && (form === 'noun' || ofUnits));

/** Words of asking that ask nothing by themselves. */
const ALONE: readonly Token['kind'][] = ['type', 'figure'];

/** 贷款 beside other words is a word; by itself, or beside another indicator, it means the indicator. */
const asWords = (tokens: readonly Token[]): readonly Token[] => {
  const named = tokens.some((token) => token.kind === 'indicator' && token.sure);
  const worded = tokens.some(({ kind }) => kind === 'words' || kind === 'task' || kind === 'term');
  const topical = tokens.some(isTopic);
  const [only, ...more] = tokens.filter(({ kind }) => kind !== 'glue' && kind !== 'mark');
  return tokens.map((token) => {
    const alone = token === only && more.length === 0 && ALONE.includes(token.kind);
    const unsure =
      token.kind === 'indicator' && !token.sure && !named && (worded || (token === only && more.length === 0));
    const shared = token.kind === 'units' && topical;
    return alone || unsure || shared ? { ...token, kind: 'words' } : token;
  });
};

const TOPICS: readonly Token['kind'][] = ['words', 'task', 'indicator', 'term', 'clause', 'action'];
const isTopic = (token: Token | undefined): boolean => token !== undefined && TOPICS.includes(token.kind);

/** Tokens → what they say, sorted. Glue says nothing. */
export const scan = (tokens: readonly Token[]): Parts => {
  const meaningful = asWords(tokens).filter(({ kind }) => kind !== 'glue');
  const excepts = exceptSpans(meaningful);
  const isExcepted = (index: number) => excepts.some(([from, to]) => index >= from && index < to);
  const topical = meaningful.some(isTopic);
  const claiming = topical && meaningful.some((token) => token.kind === 'wanted' && token.wanted === 'whether');
  const builder: Builder = { clauses: [], parts: emptyParts(tokens), clause: openClause(0), claiming };
  const left: { units: UnitName[]; refs: Ref[]; role: Role | 'any' | undefined } = {
    units: [],
    refs: [],
    role: undefined,
  };
  meaningful.forEach((token, index) => {
    if (!isExcepted(index)) take(builder, meaningful, index);
    else if (token.kind === 'unit') left.units.push(token.unit);
    else if (token.kind === 'role') left.role = token.role === 'lead' ? 'responsible' : token.role;
    else if (token.kind === 'task') left.refs.push(ref('task', token.task));
    else if (token.kind === 'clause') left.refs.push(ref('clause', token.clause));
    else if (token.kind === 'action') left.refs.push(ref('action', token.action));
    else if (token.kind === 'indicator') left.refs.push(ref('indicator', token.indicator));
    else if (token.kind === 'position')
      left.refs.push(...token.positions.map((place) => ref(token.of ?? 'task', place)));
    if (isExcepted(index)) builder.parts.operators = new Set([...builder.parts.operators, 'except']);
  });
  flush(builder, Number.POSITIVE_INFINITY);
  const asksWho = meaningful.some(
    (token) => token.kind === 'wanted' && (token.wanted === 'who' || token.wanted === 'which'),
  );
  const clauses = inherit(builder.clauses, asksWho);
  const ofUnits =
    builder.parts.heads.some(({ type }) => type === 'unit') ||
    meaningful.some((token) => token.kind === 'wanted' && token.wanted === 'who');
  const conditional = isCondition(ofUnits);
  const insideEnds = meaningful.flatMap((token, index) =>
    token.kind === 'operator' && token.operator === 'in' ? [meaningful[index - 1]?.from ?? -1] : [],
  );
  const heads: readonly Head[] = builder.parts.heads.map((head) => ({ ...head, inside: insideEnds.includes(head.at) }));
  return {
    ...builder.parts,
    heads,
    excepted: left,
    clauses: clauses.filter(conditional),
    joins: meaningful.some(
      (token, index) => isConnector(token) && isTopic(meaningful[index - 1]) && isTopic(meaningful[index + 1]),
    ),
    roles: clauses
      .filter((clause) => !conditional(clause))
      .map(({ role, lead, form, at }) => ({ role: role ?? 'any', lead, form: form ?? 'verb', at })),
    part: builder.parts.parts.length === 1 ? builder.parts.parts[0] : undefined,
  };
};
