import { remembering } from '../recent.ts';
import type { UnitName } from '../types.ts';
import type { Part, Ref, Role, Token } from '../values.ts';
import { addsSets } from './adding.ts';
import { asWords, isTopic } from './as-words.ts';
import { type Builder, flush, isConnector, isEmpty, isWhole, openClause, takePart } from './builder.ts';
import { isOnlySoMany } from './claimed-count.ts';
import { closeInside, isSubject, takeCopula, takeOperator, takeRole, takeUnit } from './clauses.ts';
import { isDeniedWords } from './denied-words.ts';
import { emptyParts } from './empty-parts.ts';
import { exceptSpans, isOperator, withLeftOut } from './excepts.ts';
import { sizesIn } from './group-size.ts';
import { takeHead } from './heads.ts';
import { asSole, inherit, isCondition } from './inherit.ts';
import { withConditionsTurned } from './left-out-conditions.ts';
import type { Head, Parts } from './parts.ts';
import { superlativeIn } from './superlatives.ts';
import { ref, takePosition } from './take-position.ts';
import { takeQuantity } from './take-quantity.ts';

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

const take = (builder: Builder, meaningful: readonly Token[], index: number): void => {
  const token = meaningful[index];
  if (!token) return;
  const [before, earlier, next] = [meaningful[index - 1], meaningful[index - 2], meaningful[index + 1]];
  const { parts } = builder;
  switch (token.kind) {
    case 'unit':
      if (token.misprint) takeMisprint(builder, token.misprint);
      takeUnit(builder, token.unit, [before, earlier], token.from);
      return;
    case 'units':
      parts.unclear.push(token.units);
      return;
    case 'stranger':
      if (token.what === 'unit' && builder.claiming && meaningful.some(isTopic))
        takeUnit(builder, token.text, [before, earlier], token.from);
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
      if (token.exists) parts.refs.push(...[token.clause, ...(token.others ?? [])].map((id) => ref('clause', id)));
      else parts.missing.push(token);
      return;
    case 'term':
      parts.terms.push(token.term);
      return;
    case 'plan':
      parts.plan = true;
      return;
    case 'type':
      if ((token.type === 'action' || token.type === 'unit') && isOperator(before, 'each'))
        parts.groupBy = { by: token.type, role: undefined };
      if (isOperator(next, 'in') && before?.kind !== 'wanted') closeInside(builder, token.from);
      takeHead(builder, token, [before, earlier]);
      return;
    case 'role':
      if (token.form === 'noun' && isOperator(before, 'each')) parts.groupBy = { by: 'unit', role: roleOf(token) };
      else takeRole(builder, token, [before, next]);
      return;
    case 'property':
      parts.properties.push(token.property);
      if (token.property === 'scope') parts.scope = token.value;
      return;
    case 'part': {
      takePart(builder, partOf(token.part), { only: isOperator(before, 'only'), at: token.from });
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
    case 'interval':
      parts.interval = token.months;
      return;
    case 'date':
      parts.dates.push(token);
      return;
    case 'quantity':
      if (!parts.sizes.some(({ at }) => at === token.from)) takeQuantity(builder, token, [before, next]);
      return;
    case 'position':
      takePosition(builder, token, meaningful.slice(index + 1));
      return;
    case 'relative':
      parts.relative.push(token);
      return;
    case 'operator':
      if (token.operator === 'in' && before?.kind === 'operator' && before.operator === 'in')
        parts.before = new Set([...parts.before, 'these']);
      if (token.rule.endsWith('/one')) builder.clause.one = true;
      if (token.rule.endsWith('/sole')) builder.clause.roles.push('responsible');
      if (
        (token.operator === 'but' && isSubject(builder.clause, [next, meaningful[index + 2]])) ||
        (token.operator === 'only' && isOnlySoMany(builder.clause, meaningful.slice(index + 1)))
      ) {
        parts.operators = new Set([...parts.operators, token.operator]);
        return;
      }
      takeOperator(builder, token.operator, isWhether(next) ? meaningful[index + 2] : next, token.from);
      return;
    case 'wanted':
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
      return;
    case 'unsaid':
      parts.unsaid.push({ unsaid: token.unsaid, text: token.text });
      return;
    case 'act':
      parts.acts.push(token.act);
      return;
    case 'before':
      if (isOperator(before, 'except')) parts.exceptBefore = true;
      parts.before = new Set([...parts.before, token.before]);
      return;
    case 'mark':
      if (ENDS.test(token.text) || (/[,，]/.test(token.text) && isWhole(builder.clause) && next?.kind !== 'unit'))
        flush(builder, token.from);
      return;
    case 'words':
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
      return;
    case 'glue':
      return;
  }
};

const roleOf = ({ role }: Extract<Token, { kind: 'role' }>): Role | 'any' => (role === 'lead' ? 'responsible' : role);

/** A question has fewer parts that are scanned. */
const MOST_SCANNED = 16;

/** Tokens → what they say, sorted. Glue says nothing. A question is cut into its parts by what they say: once each. */
export const scan = remembering((tokens: readonly Token[]): Parts => {
  const worded = withConditionsTurned(withLeftOut(asWords(tokens)));
  const meaningful = worded.filter(({ kind }) => kind !== 'glue');
  const excepts = exceptSpans(meaningful);
  const superlative = superlativeIn(meaningful);
  const isExcepted = (index: number) => excepts.some(([from, to]) => index >= from && index < to);
  const claiming = meaningful.some((token) => token.kind === 'wanted' && token.wanted === 'whether');
  const builder: Builder = {
    clauses: [],
    parts: { ...emptyParts(worded), sizes: [...sizesIn(meaningful)] },
    clause: openClause(0),
    claiming,
    adding: addsSets(meaningful),
  };
  const left: { units: UnitName[]; refs: Ref[]; words: string[]; role: Role | 'any' | undefined; lead: boolean } = {
    units: [],
    refs: [],
    words: [],
    role: undefined,
    lead: false,
  };
  meaningful.forEach((token, index) => {
    if (superlative && index >= superlative.from && index < superlative.to) return;
    if (!isExcepted(index)) take(builder, meaningful, index);
    else if (token.kind === 'unit') left.units.push(token.unit);
    else if (token.kind === 'words') left.words.push(token.text);
    else if (token.kind === 'role') Object.assign(left, { role: roleOf(token), lead: token.role === 'lead' });
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
  const who = meaningful.some((token) => token.kind === 'wanted' && token.wanted === 'who');
  const { heads: all } = builder.parts;
  const asked = all.find(({ wanted }) => wanted !== undefined) ?? all.at(-1);
  const ofUnits = who || asked?.type === 'unit';
  const inherited = inherit(builder.clauses, asksWho);
  const clauses = asked?.type === 'task' && !who ? inherited.map(asSole) : inherited;
  const conditional = isCondition(ofUnits);
  const insideEnds = meaningful.flatMap((token, index) =>
    token.kind === 'operator' && token.operator === 'in' ? [meaningful[index - 1]?.from ?? -1] : [],
  );
  const heads: readonly Head[] = builder.parts.heads.map((head) => ({ ...head, inside: insideEnds.includes(head.at) }));
  return {
    ...builder.parts,
    superlative,
    heads,
    excepted: left,
    clauses: clauses.filter(conditional),
    joins: meaningful.some(
      (token, index) => isConnector(token) && isTopic(meaningful[index - 1]) && isTopic(meaningful[index + 1]),
    ),
    roles: clauses
      .filter((clause) => !conditional(clause))
      .map(({ role, lead, leading, form, rolesAt, at }) => ({
        role: role ?? 'any',
        lead,
        leading,
        form: form ?? 'verb',
        rolesAt,
        at,
      })),
    part: builder.parts.parts.length === 1 ? builder.parts.parts[0] : undefined,
  };
}, MOST_SCANNED);
