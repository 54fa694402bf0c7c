import type { SaidPiece } from '../types.ts';
import type { Ask, Operator, Query, Token } from '../values.ts';
import { query } from './assembled.ts';
import type { ComposeContent } from './content.ts';
import type { Decided } from './decided.ts';
import type { Decision } from './decision.ts';
import { printedAs } from './figured.ts';
import type { Heard } from './heard.ts';
import type { Parts } from './parts.ts';
import { wordingOf } from './said.ts';

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

const piecesOf = ({ tokens }: Parts): readonly SaidPiece[] =>
  tokens.flatMap((token, at): readonly SaidPiece[] => {
    const { text } = token;
    if (token.kind === 'date') return [{ text, asked: false, exact: dateForms(token) }];
    if (token.kind === 'year' && token.years.length > 0)
      return token.years.map((year) => ({ text, asked: false, exact: [`${year}年`], common: true }));
    if (token.kind === 'quantity') return [{ text, asked: false, exact: [printedAs(token.quantity)] }];
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
  ...(['each', 'total', 'mean', 'order', 'ratio', 'most', 'least'] as const),
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
  return wanted.every(({ wanted: one }) => {
    if (one === 'when') return timed(said);
    return (one !== 'howMany' && one !== 'howMuch') || /\d/u.test(said);
  });
};

const isQuotable = (parts: Parts): boolean =>
  !parts.unsaid.some(({ unsaid }) => NEVER.includes(unsaid)) &&
  !RECKONED.some((operator) => parts.operators.has(operator)) &&
  !asksResult(parts);

const SENTENCE: Ask = { ask: 'content', sentence: true };

/** What is denied, or asked back about because words of asking stand in it that the plan prints. */
const isOpen = (decision: Decision): boolean =>
  decision.decision === 'refuse'
    ? ['absent', 'unsaid', 'part', 'unread'].includes(decision.why)
    : decision.decision === 'ask-back' && ['dangling', 'unread'].includes(decision.why);

/**
 * Before something is denied, or asked back about: where one sentence of the plan holds what was said, and no other does,
 * it is quoted, as what comes nearest; nothing is claimed of it.
 */
export const insteadOf = (decided: Decided, { parts, state }: Heard, content: ComposeContent): Decided => {
  if (!isOpen(decided.decision) || state.query || !isQuotable(parts)) return decided;
  if (content.designators(wordingOf(parts)).length > 0) return decided;
  const found = content.saying([...piecesOf(parts), ...runsOf(parts.tokens)]);
  if (!found || !tellsIt(found.sentence, parts, content)) return decided;
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
