import { readQuantities } from '../quantity.ts';
import type { SaidPiece } from '../types.ts';
import type { Ask, Operator, Quantity, Query, Token } from '../values.ts';
import { query } from './assembled.ts';
import type { ComposeContent } from './content.ts';
import type { Decided } from './decided.ts';
import type { Decision } from './decision.ts';
import type { Heard } from './heard.ts';
import type { Parts } from './parts.ts';
import { confirms, has, wants, wordingOf } from './said.ts';
import type { Instead } from './steps.ts';

/** What is said of a thing, and not asked of it, must be printed. */
const SAID: readonly Token['kind'][] = ['words', 'unsaid', 'unit', 'term', 'stranger'];
/** Words of asking, which the plan may print too: 牵头抓总, 第一责任人. */
const MAY_PRINT: readonly Token['kind'][] = ['role', 'property', 'type', 'figure'];
const ASKS: readonly string[] = ['what', 'which', 'how'];

/** 啥处罚, 怎么处理: the sort of thing that is asked for. */
const isAskedFor = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1];
  return before?.kind === 'wanted' && ASKS.includes(before.wanted) && tokens[at]?.kind === 'words';
};

const dateForms = ({ month, day, year }: Extract<Token, { kind: 'date' }>): readonly string[] => {
  const own = `${month}月${day === undefined ? '' : `${day}日`}`;
  return [year === undefined ? own : `${year}年${own}`];
};

const isJoined = (token: Token | undefined): boolean =>
  token !== undefined && (SAID.includes(token.kind) || MAY_PRINT.includes(token.kind));

/** Tokens that stand side by side, as one text: 牵头抓总. */
const runsOf = (tokens: readonly Token[]): readonly SaidPiece[] =>
  tokens.flatMap((token, at) => {
    if (!isJoined(token) || isJoined(tokens[at - 1])) return [];
    const end = tokens.findIndex((one, place) => place > at && !isJoined(one));
    const run = tokens.slice(at, end < 0 ? tokens.length : end);
    return run.length > 1 ? [{ text: run.map(({ text }) => text).join(''), asked: true }] : [];
  });

/** 八个 is printed so, or as 8个. */
const formsOf = ({ printed, value, measure }: Quantity): readonly string[] => [printed, `${value}${measure}`];

const piecesOf = (parts: Parts): readonly SaidPiece[] =>
  parts.tokens.flatMap((token, at, tokens): readonly SaidPiece[] => {
    const { text } = token;
    if (token.kind === 'date') return [{ text, asked: false, exact: dateForms(token) }];
    if (token.kind === 'year' && token.years.length > 0)
      return token.years.map((year) => ({ text, asked: false, exact: [`${year}年`], common: true }));
    if (token.kind === 'quantity') return [{ text, asked: confirms(parts), exact: formsOf(token.quantity) }];
    if (SAID.includes(token.kind)) return [{ text, asked: isAskedFor(tokens, at) }];
    return MAY_PRINT.includes(token.kind) ? [{ text, asked: true }] : [];
  });

/** What no sentence of a plan answers though it holds the words: who somebody is. */
const NEVER: readonly Parts['unsaid'][number]['unsaid'][] = [
  'contact',
  'money',
  'person',
  'builder',
  'outside',
  'part-of-year',
  'rank',
  'share',
  'identity',
];
/** What must be reckoned, or told one by one, is not quoted. */
const RECKONED: readonly Operator[] = [
  ...(['each', 'total', 'mean', 'order', 'ratio'] as const),
  ...(['same', 'differ', 'only', 'misprint', 'lack'] as const),
];

/** 没完成的会怎么处理: said of what is asked about, and not itself asked. */
const ASKS_OF: readonly string[] = [...ASKS, 'who', 'where', 'when'];
const asksResult = ({ tokens, unsaid }: Parts): boolean =>
  unsaid.some(({ unsaid: one }) => one === 'result') &&
  !tokens.some(
    (token, at) =>
      token.kind === 'wanted' &&
      ASKS_OF.includes(token.wanted) &&
      (token.wanted !== 'how' || tokens[at + 1]?.kind === 'words'),
  );

/** A number that was asked for stands in the sentence, a time where a time was. */
const tellsIt = (sentence: string, { tokens, wanted }: Parts, { timed }: ComposeContent): boolean => {
  const said = tokens.reduce((left, { text }) => left.replaceAll(text, ''), sentence);
  if (tokens.some(isGrant) && !isPaid(said)) return false;
  return wanted.every(({ wanted: one }) => {
    if (one === 'when') return timed(said);
    return (one !== 'howMany' && one !== 'howMuch') || /\d/u.test(said);
  });
};

/** A unit that was named stands in the sentence: what is said of another is no answer. */
const namesUnits = (sentence: string, { tokens }: Parts): boolean =>
  tokens.every((token) => token.kind !== 'unit' || [token.text, token.unit].some((name) => sentence.includes(name)));

/** An amount that is paid out. */
const isPaid = (sentence: string): boolean =>
  readQuantities(sentence).some(({ quantity: { unit } }) => unit === 'money' || unit === 'percent');

/** 一张床补多少: what is paid out, plans do print. */
const isGrant = ({ rule }: Token): boolean => rule.endsWith('/grant');

/** 9: a number alone says nothing that a sentence could answer. */
const isNumber = ({ tokens }: Parts): boolean =>
  tokens.every(({ kind }) => kind === 'quantity' || kind === 'glue' || kind === 'mark');

const isQuotable = (parts: Parts): boolean =>
  !isNumber(parts) &&
  !parts.tokens.some((token) => token.kind === 'unsaid' && NEVER.includes(token.unsaid) && !isGrant(token)) &&
  !RECKONED.some((operator) => parts.operators.has(operator)) &&
  (wants(parts, 'howMany', 'howMuch') || !has(parts, 'most', 'least')) &&
  !asksResult(parts);

const SENTENCE: Ask = { ask: 'content', sentence: true };

/** What is denied, or asked back about because words of asking stand in it that the plan prints. */
const isOpen = (decision: Decision): boolean =>
  decision.decision === 'refuse'
    ? ['absent', 'unsaid', 'part', 'unread'].includes(decision.why)
    : decision.decision === 'ask-back' && ['dangling', 'unread'].includes(decision.why);

/**
 * Where one sentence of the plan holds what was said, and no other does, it is quoted, as what comes nearest; nothing is
 * claimed of it.
 */
const sentenceSaid = ({ parts, state }: Heard, content: ComposeContent): Instead | undefined => {
  if (state.query) return undefined;
  const report = content.reporting(parts.tokens.map(({ text }) => text).join(''));
  const told = isQuotable(parts) && content.designators(wordingOf(parts)).length === 0;
  if (!report && !told) return undefined;
  const found = report ?? content.saying([...piecesOf(parts), ...runsOf(parts.tokens)]);
  if (!found || !tellsIt(found.sentence, parts, content)) return undefined;
  if (!report && !namesUnits(found.sentence, parts)) return undefined;
  const { ref, sentence } = found;
  const { part: _, both: __, ...asked } = query(parts, { set: 'named', refs: [ref] }, { asks: [SENTENCE] });
  const value = parts.tokens
    .filter(({ kind }) => SAID.includes(kind))
    .map(({ text }) => text)
    .join(' ');
  const said: Query = { ...asked, years: [], every: false, confirm: false, words: sentence };
  return {
    decision: { decision: 'answer', queries: [said] },
    assumed: [{ what: 'nearest', value, meant: { best: ref, others: [], ask: SENTENCE } }],
  };
};

/** What may be said in words though it was not found as a figure, a date or a unit's task. */
const MAY_BE_SAID: readonly Ask['ask'][] = ['value', 'when', 'reckon', 'units', 'members', 'sources'];

/** 归哪个部门负责: who is in charge is said by a mark; 由谁申请, 要做哪些事 by a sentence. */
const asksInCharge = ({ tokens }: Parts): boolean =>
  tokens.some(({ kind, rule }) => kind === 'role' && !rule.endsWith('/do'));

/** Of a number that was asked for and not found, a sentence tells only one in the same measure. */
const countsSo = (sentence: string, { wanted }: Parts, { measures }: ComposeContent): boolean =>
  wanted.every(
    ({ wanted: one, measure }) =>
      (one !== 'howMany' && one !== 'howMuch') || (measure !== undefined && measures(sentence, measure)),
  );

/** What was asked is nowhere found: the sentence that says it in words. */
export const saidInWords = ({ decision }: Decided, heard: Heard, content: ComposeContent): Instead | undefined => {
  const queries = decision.decision === 'answer' ? decision.queries : [];
  if (!queries.every(({ asks }) => asks.every(({ ask }) => MAY_BE_SAID.includes(ask)))) return undefined;
  if (queries.some(({ asks }) => asks.some(({ ask }) => ask === 'units')) && asksInCharge(heard.parts))
    return undefined;
  const said = sentenceSaid(heard, content);
  const [query] = said?.decision.decision === 'answer' ? said.decision.queries : [];
  return query && countsSo(query.words, heard.parts, content) ? said : undefined;
};

/** 八个区域是哪几个: what was taken for it does not print the number that was said. */
const passesOver = ({ decision }: Decided, parts: Parts, { prints }: ComposeContent): boolean => {
  const [query, ...others] = decision.decision === 'answer' ? decision.queries : [];
  if (
    parts.refs.length > 0 ||
    query?.of.set !== 'named' ||
    query.asks[0].ask !== 'content' ||
    others.length + query.claims.length > 0
  )
    return false;
  const { refs } = query.of;
  return parts.quantities.some((one) => !refs.some((ref) => formsOf(one).some((form) => prints(form, ref))));
};

/** Before something is denied, or asked back about, the sentence that says it is quoted. */
export const insteadOf = (decided: Decided, heard: Heard, content: ComposeContent): Decided =>
  (isOpen(decided.decision) || passesOver(decided, heard.parts, content) ? sentenceSaid(heard, content) : undefined) ??
  decided;
