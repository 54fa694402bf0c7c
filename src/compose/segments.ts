import type { Operator, Token } from '../values.ts';
import { whichMore } from './compares.ts';
import type { Parts } from './parts.ts';
import { countsWhole } from './productions/summary.ts';
import { countsInPart, has } from './said.ts';
import { scan } from './scan.ts';
import { hasSubject } from './subject.ts';

const SAYING: readonly Token['kind'][] = ['words', 'glue', 'mark', 'unsaid', 'act'];
const JOINING: readonly Operator[] = ['and', 'of', 'in', 'have', 'is', 'by', 'also', 'mention'];

/** 领导明天要讲话，…; 我在写材料，…: nothing of the plan is named or asked in it. */
const isPreamble = (segment: readonly Token[]): boolean =>
  segment.every(
    (token) =>
      SAYING.includes(token.kind) ||
      (token.kind === 'before' && token.before === 'we') ||
      (token.kind === 'operator' && JOINING.includes(token.operator)),
  );

/** It names what it asks of, and points at nothing before it. */
const standsAlone = (segment: readonly Token[]): boolean => {
  const parts = scan(segment);
  const { wanted, heads, roles, properties, refs, clauses } = parts;
  const ofPlan = parts.plan && (heads.some(({ noun }) => noun) || properties.length > 0);
  const stated =
    clauses.some(({ units }) => units.length > 0) || (clauses.length > 0 && heads.some(({ noun }) => noun));
  /** 加快企业上市，财政局负责吗: whether somebody does it, and it is named before. */
  const open = refs.length + heads.length + properties.length === 0 && wanted.every((one) => one.wanted === 'whether');
  const named = ofPlan || refs.length > 0 || (stated && !open);
  const asks = wanted.length + heads.length + roles.length + properties.length > 0;
  const belongs =
    heads.some(({ type, wanted: asked }) => type === 'unit' && asked !== undefined) &&
    (parts.operators.has('by') || (parts.operators.has('is') && parts.operators.has('of')));
  const chooses = parts.operators.has('or') && heads.every(({ type }) => type === 'unit');
  return named && !chooses && !(belongs && ofPlan) && parts.before.size === 0 && parts.words.length === 0 && asks;
};

const HEADING: readonly Token['kind'][] = ['wanted', 'type', 'glue', 'mark'];

/** 哪几项任务，…: what is asked for; of what, the next part says. */
const isHeading = (segment: readonly Token[]): boolean =>
  segment.some(({ kind }) => kind === 'type') && segment.every(({ kind }) => HEADING.includes(kind));

/** 几大行动, 几项: asks for things of a sort. */
const asksForSort = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token, at) =>
      token.kind === 'wanted' &&
      token.wanted !== 'whether' &&
      (token.type !== undefined || tokens[at + 1]?.kind === 'type'),
  );

/** 跟正文对得上不: a comparison with another part is asked for by itself. */
const compares = (segment: Parts): boolean => {
  const { parts, wanted } = segment;
  if (parts.length !== 1 || hasSubject(segment)) return false;
  return (has(segment, 'same', 'differ', 'lack') && wanted.length > 0) || countsInPart(segment);
};

/** 支持单位有几家 我看附件才两家: what somebody saw stands behind the question. */
const beginsAnew = (token: Token, segment: readonly Token[], rest: readonly Token[]): boolean =>
  token.rule === 'glue:self' &&
  segment.some(({ kind }) => kind === 'wanted') &&
  rest.some(({ kind }) => kind === 'part');
const isEnd = ({ kind, text }: Token): boolean => kind === 'mark' && /[、,，。;；?？!！]/.test(text);

/** 几大行动、几项任务: a mark that joins two questions, and no names. */
const isBetweenQuestions = (tokens: readonly Token[], at: number): boolean => {
  if (!/、/.test(tokens[at]?.text ?? '')) return false;
  const from = tokens.slice(0, at).findLastIndex(isEnd) + 1;
  const end = tokens.findIndex((token, index) => index > at && isEnd(token));
  return asksForSort(tokens.slice(from, at)) && asksForSort(tokens.slice(at + 1, end < 0 ? tokens.length : end));
};

/** 其中没有支持单位的有吗？…找谁: each with a mark of its own. */
const isPutApart = (last: readonly Token[], segment: readonly Token[]): boolean => {
  const [one, other] = [scan(last), scan(segment)];
  const end = last.at(-1);
  const closed = end?.kind === 'mark' && /[?？]/.test(end.text);
  return (
    closed &&
    one.wanted.length > 0 &&
    (hasSubject(one) || one.roles.length + one.clauses.length > 0) &&
    other.wanted.length > 0
  );
};

/** 去哪上市，财政局管不管: whether somebody does it is asked too, behind what is asked of the thing. */
const asksAlso = (last: readonly Token[], segment: readonly Token[]): boolean => {
  const [one, other] = [scan(last), scan(segment)];
  return (
    one.wanted.some(({ wanted }) => wanted !== 'whether') &&
    (hasSubject(one) || one.roles.length > 0) &&
    other.wanted.some(({ wanted }) => wanted === 'whether') &&
    other.clauses.some(({ units }) => units.length > 0)
  );
};

/** 能源行动的几项任务里，…: what something is looked for in. */
const endsInside = (segment: readonly Token[]): boolean => {
  const last = segment.findLast(({ kind }) => kind !== 'mark' && kind !== 'glue');
  return last?.kind === 'operator' && last.operator === 'in';
};

/** 有没有支持单位: whether anybody stands in a role. */
const asksRoleThere = (parts: Parts): boolean =>
  parts.wanted.some(({ wanted }) => wanted === 'whether') &&
  !hasSubject(parts) &&
  parts.clauses.length + parts.roles.length > 0 &&
  parts.clauses.every(({ units, role }) => units.length === 0 && role !== undefined);

/** 谁签发的: nothing but what no plan says. */
const isUnsaid = (segment: readonly Token[]): boolean =>
  segment.some(({ kind }) => kind === 'unsaid') && segment.every(({ kind }) => UNSAYING.includes(kind));
const UNSAYING: readonly Token['kind'][] = ['unsaid', 'operator', 'glue', 'mark'];

const HOW_MUCH = /^unsaid:money\/(?:grant|limit)$/;

/** 挂新三板给多少钱: how much is asked of what is named there. */
const asksMoney = ({ tokens, words }: Parts): boolean =>
  words.length > 0 && tokens.some(({ rule }) => HOW_MUCH.test(rule));

/** 秦农银行是责任还是支持: in which role somebody stands. */
const choosesRole = (parts: Parts): boolean =>
  has(parts, 'or') &&
  [...parts.roles, ...parts.clauses].some(({ role, rolesAt }) => role === 'any' || rolesAt.length > 0);

/** 高多少, 差几家: how far apart the things lie that were compared before. */
const asksGap = (segment: readonly Token[]): boolean => {
  const said = segment.filter(({ kind }) => kind !== 'glue' && kind !== 'mark');
  const moves = said.some((token) => token.kind === 'operator' && GAPS.includes(token.operator));
  return moves && said.every((token) => token.kind === 'operator' || (token.kind === 'wanted' && isHow(token)));
};
const GAPS: readonly Operator[] = ['more', 'less', 'change'];
const isHow = ({ wanted }: Extract<Token, { kind: 'wanted' }>): boolean => wanted === 'howMuch' || wanted === 'howMany';

/** Questions in one: parts between commas that each ask something. */
export const segmentsOf = (tokens: readonly Token[]): readonly (readonly Token[])[] => {
  if (countsWhole(scan(tokens))) return [tokens];
  const segments: Token[][] = [[]];
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'mark' && (/[,，。;；?？!！]/.test(token.text) || isBetweenQuestions(tokens, at))) {
      segments.at(-1)?.push(token);
      segments.push([]);
    } else if (beginsAnew(token, segments.at(-1) ?? [], tokens.slice(at))) segments.push([token]);
    else segments.at(-1)?.push(token);
  }
  const asks = (segment: readonly Token[]) => {
    if (endsInside(segment)) return false;
    const parts = scan(segment);
    const confirmed = parts.wanted.some(({ wanted }) => wanted === 'whether');
    return (
      compares(parts) ||
      isUnsaid(segment) ||
      asksMoney(parts) ||
      choosesRole(parts) ||
      asksRoleThere(parts) ||
      (parts.before.has('then') && (hasSubject(parts) || parts.clauses.length + parts.quantities.length > 0)) ||
      parts.wanted.some(({ wanted }) => wanted !== 'whether') ||
      (parts.roles.length > 0 && !confirmed && !has(parts, 'order'))
    );
  };
  const saying = segments.filter((one) => one.some(({ kind }) => kind !== 'glue' && kind !== 'mark'));
  const joined: (readonly Token[])[] = [];
  for (const segment of saying.length === 1 && saying[0]?.length === tokens.length ? [tokens] : saying) {
    const last = joined.at(-1);
    if (!last) joined.push(segment);
    else if (isHeading(last) || (asksGap(segment) && whichMore(scan(last))))
      joined.splice(-1, 1, [...last, ...segment]);
    else if (isPreamble(last) && standsAlone(segment)) joined.splice(-1, 1, segment);
    else if (!(asks(last) && asks(segment)) && !isPutApart(last, segment) && !asksAlso(last, segment))
      joined.splice(-1, 1, [...last, ...segment]);
    else joined.push(segment);
  }
  return joined;
};
