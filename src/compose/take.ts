import type { Part, Role, Token } from '../values.ts';
import { isTopic } from './as-words.ts';
import { closeAskedOf } from './asked-of.ts';
import { type Builder, flush, isEmpty, isWhole, takePart } from './builder.ts';
import { isOnlySoMany } from './claimed-count.ts';
import { closeInside, isSubject, takeRole, takeUnit } from './clauses.ts';
import { isDeniedWords } from './denied-words.ts';
import { isOperator } from './excepts.ts';
import { takeHead } from './heads.ts';
import { takeCopula, takeOperator } from './take-operator.ts';
import { ref, takePosition } from './take-position.ts';
import { SEVERAL, takeQuantity } from './take-quantity.ts';

/** Marks that end a clause; 、 joins. */
const ENDS = /[。；;！!？?:：]/;

const partOf = (part: Part): 'body' | 'annex' | undefined => (part === 'body' || part === 'annex' ? part : undefined);

/** In 灞桥生态区负责 the unit is meant; 印成灞桥生态区 asks for the form. */
const takeMisprint = ({ parts, clause }: Builder, misprint: string): void => {
  parts.misprints.push(misprint);
  clause.printed = misprint;
};

const isDenial = (token: Token | undefined): boolean => token?.kind === 'operator' && token.operator === 'not';

/** 有没有支持单位: what is had stands behind the question. */
const isWhether = (token: Token | undefined): boolean => token?.kind === 'wanted' && token.wanted === 'whether';

/** The role that a token says. */
export const roleOf = ({ role }: Extract<Token, { kind: 'role' }>): Role | 'any' =>
  role === 'lead' ? 'responsible' : role;

/** Where a token stands: in the tokens that say something, and beside which of them. */
interface Around {
  readonly meaningful: readonly Token[];
  readonly index: number;
  readonly before: Token | undefined;
  readonly earlier: Token | undefined;
  readonly next: Token | undefined;
  /** The one after the next. */
  readonly second: Token | undefined;
}

type Take<K extends Token['kind']> = (builder: Builder, token: Extract<Token, { kind: K }>, around: Around) => void;
type Takes = { readonly [K in Token['kind']]: Take<K> };

/** 跟其他单位共同, 和别家一起: there are others beside. */
const isWithOthers = (token: Token, [before, earlier]: readonly (Token | undefined)[]): boolean =>
  token.kind === 'type'
    ? token.type === 'unit' && isOperator(before, 'other') && isWith(earlier)
    : token.rule.endsWith('other/unit') && isWith(before);

/** 跟, 和; 还有别的单位 asks for more of them. */
const isWith = (token: Token | undefined): boolean => isOperator(token, 'and') && !token?.rule.endsWith('/else');

const takeType: Takes['type'] = (builder, token, { before, earlier, next, meaningful, index }) => {
  const { parts } = builder;
  if ((token.type === 'action' || token.type === 'unit') && isOperator(before, 'each'))
    parts.groupBy = { by: token.type, role: undefined };
  if (isOperator(next, 'in') && before?.kind !== 'wanted') closeInside(builder, token.from);
  else closeAskedOf(builder, meaningful, index);
  // 两个单位共同负责的: the number stands as a condition already.
  if (token.type === 'unit' && before?.kind === 'quantity' && builder.clause.is) return;
  if (isWithOthers(token, [before, earlier])) {
    builder.clause.is = SEVERAL;
    return;
  }
  takeHead(builder, token, [before, earlier]);
};

const takeOperators: Takes['operator'] = (builder, token, { before, earlier, next, second, meaningful, index }) => {
  const { parts } = builder;
  if (isWithOthers(token, [before, earlier])) {
    builder.clause.is = SEVERAL;
    return;
  }
  if (token.operator === 'in' && before?.kind === 'operator' && before.operator === 'in')
    parts.before = new Set([...parts.before, 'these']);
  if (token.rule.endsWith('/one')) builder.clause.one = true;
  if (token.rule.endsWith('/sole')) builder.clause.roles.push('responsible');
  if (
    (token.operator === 'but' && isSubject(builder.clause, [next, second])) ||
    (token.operator === 'only' && isOnlySoMany(builder.clause, meaningful.slice(index + 1)))
  ) {
    parts.operators = new Set([...parts.operators, token.operator]);
    return;
  }
  takeOperator(builder, token.operator, { next: isWhether(next) ? second : next, at: token.from });
};

const takeWanted: Takes['wanted'] = (builder, token, { before, next }) => {
  const { parts } = builder;
  if (token.wanted === 'whether') takeCopula(builder);
  if (before?.kind === 'role' && before.form === 'verb' && builder.clause.units.length === 0)
    builder.clause.asked = true;
  parts.wanted.push({ wanted: token.wanted, measure: token.type ? undefined : token.measure, at: token.from });
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
};

const takeWords: Takes['words'] = (builder, token, { before, meaningful, index }) => {
  const { parts } = builder;
  if (isDeniedWords(meaningful, index)) {
    parts.denied.push(token.text);
    parts.notWords = true;
    if (isEmpty(builder.clause)) builder.clause.not = false;
  }
  if (isDenial(before) && builder.clause.units.length + builder.clause.roles.length === 0) {
    parts.notWords = true;
    builder.clause.not = false;
  }
  parts.words.push(token);
  if (isWhole(builder.clause) || (before?.kind === 'unit' && builder.clause.units.length > 0))
    flush(builder, token.from);
};

/** What each kind of token adds to what is said. */
const TAKES: Takes = {
  unit: (builder, token, { before, earlier }) => {
    if (token.misprint) takeMisprint(builder, token.misprint);
    takeUnit(builder, { unit: token.unit, at: token.from }, [before, earlier]);
  },
  units: ({ parts }, token) => {
    parts.unclear.push(token.units);
  },
  stranger: (builder, token, { before, earlier, meaningful }) => {
    const { parts } = builder;
    if (token.what === 'unit' && builder.claiming && meaningful.some(isTopic))
      takeUnit(builder, { unit: token.text, at: token.from }, [before, earlier]);
    else parts.strangers.push(token);
  },
  task: ({ parts }, token) => {
    parts.refs.push(ref('task', token.task));
  },
  action: ({ parts }, token) => {
    parts.refs.push(ref('action', token.action));
  },
  indicator: ({ parts }, token) => {
    parts.refs.push(ref('indicator', token.indicator));
  },
  clause: ({ parts }, token) => {
    if (token.exists) parts.refs.push(...[token.clause, ...(token.others ?? [])].map((id) => ref('clause', id)));
    else parts.missing.push(token);
  },
  term: ({ parts }, token) => {
    parts.terms.push(token.term);
  },
  plan: ({ parts }) => {
    parts.plan = true;
  },
  type: takeType,
  role: (builder, token, { before, next }) => {
    const { parts } = builder;
    if (token.form === 'noun' && isOperator(before, 'each')) parts.groupBy = { by: 'unit', role: roleOf(token) };
    else takeRole(builder, token, [before, next]);
  },
  property: ({ parts }, token) => {
    parts.properties.push(token.property);
    if (token.property === 'scope')
      Object.assign(parts, { scope: token.value, otherScope: token.rule.endsWith('/other') });
  },
  part: (builder, token, { before }) => {
    const { parts } = builder;
    takePart(builder, partOf(token.part), { only: isOperator(before, 'only'), at: token.from });
    parts.parts.push(token.part);
  },
  figure: (builder, token) => {
    const { parts } = builder;
    parts.figures.push({ figure: token.figure, measure: token.measure, not: builder.clause.not, at: token.from });
    builder.clause.not = false;
  },
  year: ({ parts }, token) => {
    parts.years.push(...token.years);
    parts.every ||= token.every;
  },
  interval: ({ parts }, token) => {
    parts.interval = token.months;
  },
  date: ({ parts }, token) => {
    parts.dates.push(token);
  },
  quantity: (builder, token, { before, meaningful, index }) => {
    const { parts } = builder;
    const rest = meaningful.slice(index + 1);
    if (!parts.sizes.some(({ at }) => at === token.from)) takeQuantity(builder, token, { before, rest });
  },
  position: (builder, token, { meaningful, index }) => {
    takePosition(builder, token, meaningful.slice(index + 1));
  },
  relative: ({ parts }, token) => {
    parts.relative.push(token);
  },
  operator: takeOperators,
  wanted: takeWanted,
  unsaid: ({ parts }, token) => {
    parts.unsaid.push({ unsaid: token.unsaid, text: token.text });
  },
  act: ({ parts }, token) => {
    parts.acts.push(token.act);
  },
  before: ({ parts }, token, { before }) => {
    if (isOperator(before, 'except')) parts.exceptBefore = true;
    parts.before = new Set([...parts.before, token.before]);
  },
  mark: (builder, token, { next }) => {
    if (ENDS.test(token.text) || (/[,，]/.test(token.text) && isWhole(builder.clause) && next?.kind !== 'unit'))
      flush(builder, token.from);
  },
  words: takeWords,
  glue: () => {},
};

/** Takes the token at a place of those that say something. */
export const takeAt = (builder: Builder, meaningful: readonly Token[], index: number): void => {
  const token = meaningful[index];
  if (!token) return;
  const at = (place: number): Token | undefined => meaningful[place];
  const around = { before: at(index - 1), earlier: at(index - 2), next: at(index + 1), second: at(index + 2) };
  const take = TAKES[token.kind] as (builder: Builder, token: Token, around: Around) => void;
  take(builder, token, { meaningful, index, ...around });
};
