import type { Operator, Token } from '../values.ts';
import { isConnector } from './builder.ts';
import { asGlue, asOperator } from './said-as.ts';

const NAMES: readonly Token['kind'][] = ['unit', 'units', 'task', 'clause', 'action', 'indicator', 'position'];

type Family = 'units' | 'things' | 'words';

/** Units are left out with units, numbered things with numbered things. */
const familyOf = ({ kind, rule }: Token): Family | undefined => {
  if (rule.startsWith('position:rank')) return undefined;
  if (kind === 'unit' || kind === 'units') return 'units';
  return NAMES.includes(kind) ? 'things' : undefined;
};

/** 除了甲，跟乙一起, 除了甲，乙还跟谁: what stands behind the comma is left out no more. */
const opensPartner = (tokens: readonly Token[], at: number): boolean =>
  /[,，]/u.test(tokens[at]?.text ?? '') && (isOperator(tokens[at + 1], 'and') || isOperator(tokens[at + 2], 'also'));

/** Where the names of one family that begin at a place end; connectors stand between them. */
const runEnd = (tokens: readonly Token[], from: number, by: 1 | -1): number => {
  const family = familyAt(tokens, from);
  let end = from;
  for (let at = from; at >= 0 && at < tokens.length; at += by) {
    if (familyAt(tokens, at) === family) end = at;
    else if (!isConnector(tokens[at]) || (by === 1 && opensPartner(tokens, at))) break;
  }
  return end;
};

/** Words are left out of words: 提到交通的任务，交通大学不算. */
const familyAt = (tokens: readonly Token[], at: number): Family | undefined => {
  const token = tokens[at];
  if (token?.kind === 'words') return tokens.some(leavesWords) ? 'words' : undefined;
  return token && familyOf(token);
};

/** 提到交通的任务, 天然气那条不提: words are looked for, or set aside. */
const leavesWords = (token: Token): boolean => isOperator(token, 'mention') || token.rule === ASIDE;

const ASIDE = 'operators:except/aside';

export const isOperator = (token: Token | undefined, ...operators: readonly Operator[]): boolean =>
  token?.kind === 'operator' && operators.includes(token.operator);

/** The last token before a place that is neither glue nor a mark. */
export const saidBefore = (tokens: readonly Token[], at: number): Token | undefined =>
  tokens.slice(0, at).findLast(({ kind }) => kind !== 'glue' && kind !== 'mark');

/** 支持的 behind names that are left out: they are left out in that role. */
const roleEnd = (tokens: readonly Token[], from: number): number => {
  let end = from;
  while (isOperator(tokens[end], 'also', 'all', 'together', 'is')) end += 1;
  if (tokens[end]?.kind !== 'role') return from;
  while (tokens[end + 1]?.kind === 'role') end += 1;
  return isOperator(tokens[end + 1], 'of') ? end + 2 : end + 1;
};

/** 金融机构壮大行动那几条刨掉: the noun behind what is left out. */
const isTaskNoun = (token: Token | undefined): boolean => token?.kind === 'type' && token.type === 'task';

/** 把…负责的 before 去掉: where the names begin. */
const roleStart = (tokens: readonly Token[], to: number): number => {
  let at = to;
  if (isTaskNoun(tokens[at])) at -= 1;
  if (isOperator(tokens[at], 'of')) at -= 1;
  if (tokens[at]?.kind === 'role') at -= 1;
  while (isOperator(tokens[at], 'also', 'all', 'together', 'is')) at -= 1;
  return familyAt(tokens, at) === undefined ? to : at;
};

/** 去掉也由…负责的, 去掉责任单位有…的: where the names begin. */
const nameStart = (tokens: readonly Token[], from: number): number => {
  let at = from;
  while (isOperator(tokens[at], 'also', 'by', 'have', 'is', 'all', 'in') || isRole(tokens[at])) at += 1;
  return isRole(tokens[at - 1]) && isOperator(tokens[at], 'of') ? at + 1 : at;
};

const isRole = (token: Token | undefined): boolean => token?.kind === 'role';

/** 不问牵头: who stands in that role is left out. */
const withUnasked = (tokens: readonly Token[]): readonly Token[] =>
  tokens.map((token, at): Token => {
    const isAsking = (one: Token | undefined): boolean => one?.kind === 'act' && one.act === 'correct';
    if (isOperator(token, 'not') && isAsking(tokens[at + 1]) && isRole(tokens[at + 2]))
      return asOperator(token, 'except', 'operator:except');
    const unasked = isAsking(token) && isOperator(tokens[at - 1], 'not') && isRole(tokens[at + 1]);
    return unasked ? asGlue(token, 'glue:unasked') : token;
  });

/** 不含高新区的, said of a list: what stands behind is left out of it. */
export const withLeftOut = (typed: readonly Token[]): readonly Token[] => {
  const tokens = withUnasked(typed);
  const at = tokens.findIndex(({ kind }) => kind !== 'glue' && kind !== 'mark' && kind !== 'before');
  const [not, have, name] = tokens.slice(at);
  if (!isOperator(not, 'not') || !isOperator(have, 'have') || !name || !familyOf(name) || tokens.some(isRole))
    return tokens;
  return tokens.map((token) => {
    if (token === not) return asOperator(token, 'except', 'operator:except');
    return token === have ? asGlue(token, 'glue:have') : token;
  });
};

type Span = readonly [number, number];

const spanAt = (tokens: readonly Token[], at: number): Span | undefined => {
  const first = nameStart(tokens, at + 1);
  if (familyAt(tokens, first)) return [at, roleEnd(tokens, runEnd(tokens, first, 1) + 1)];
  if (isNoun(tokens[at + 1])) return [at, at + 2];
  const next = tokens[at + 2];
  if (isRole(tokens[at + 1]) && isOperator(next, 'of')) return [at, at + 3];
  if (isRole(tokens[at + 1]) && (next === undefined || next.kind === 'mark')) return [at, at + 2];
  const last = roleStart(tokens, at - 1);
  const role = isOperator(tokens[at - 1], 'of') ? at - 2 : at - 1;
  const named = tokens[role - 1]?.kind === 'words' && !isNoun(tokens[role]);
  const bare = isRole(tokens[role]) && !named && familyAt(tokens, last) !== 'units';
  if (bare) return [role, at + 1];
  return familyAt(tokens, last) ? [runEnd(tokens, last, -1), at + 1] : undefined;
};

/** 除了牵头单位: all who stand in a role. */
const isNoun = (token: Token | undefined): boolean => token?.kind === 'role' && token.form === 'noun';

const asksUnits = (token: Token, at: number, tokens: readonly Token[]): boolean => {
  const next = tokens[at + 1];
  return (
    token.kind === 'wanted' &&
    (token.wanted === 'who' || (token.wanted === 'which' && next?.kind === 'type' && next.type === 'unit'))
  );
};

/** 还有, 另外: who else. */
const isElse = (token: Token): boolean =>
  isOperator(token, 'also', 'other') || (isOperator(token, 'and') && ELSE.test(token.rule));

const ELSE = /\/else$/;

/** 甲牵头，另外还有谁: what is said of some before others are asked for. */
const saidFirst = (tokens: readonly Token[]): readonly Span[] => {
  const mark = tokens.findIndex(
    (token, at) => token.kind === 'mark' && isRole(tokens[at - 1]) && tokens[at - 2]?.kind === 'unit',
  );
  const rest = tokens.slice(mark + 1);
  const others = rest.findIndex(isElse);
  const asked = rest.findIndex(asksUnits);
  if (mark < 0 || others < 0 || asked < others || rest.some(({ kind }) => kind === 'unit')) return [];
  const from = runEnd(tokens, mark - 2, -1);
  const named = tokens.slice(0, from).some(({ kind }) => kind === 'words' || NAMES.includes(kind));
  return named ? [[isOperator(tokens[from - 1], 'by') ? from - 1 : from, mark + 1]] : [];
};

/** 除了…以外, …之外, 把…负责的去掉: what stands within is left out; 外 at its end only closes it. */
export const exceptSpans = (tokens: readonly Token[]): readonly Span[] => {
  const spans: Span[] = [];
  tokens.forEach((token, at) => {
    if (!isOperator(token, 'except') || tokens[at + 1]?.kind === 'before') return;
    const [from, end] = spans.at(-1) ?? [];
    if (from !== undefined && end === at) spans.splice(-1, 1, [from, at + 1]);
    else spans.push(...[spanAt(tokens, at) ?? []].filter((one): one is Span => one.length > 0));
  });
  return spans.length > 0 ? spans : saidFirst(tokens);
};
