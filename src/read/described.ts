import type { Token } from '../values.ts';
import { asEmpty, asWords, isLatin, isOperator, nextSaid } from './neighbours.ts';

const asksForNumber = (token: Token): boolean =>
  token.kind === 'wanted' && (token.wanted === 'howMany' || token.wanted === 'howMuch');

/** tasks except those supported by …; the task with the most units: what is described behind it was not said before. */
const isDescribed = (tokens: readonly Token[], index: number): boolean => {
  const [token, next] = [tokens[index], nextSaid(tokens, index)];
  if (token?.kind !== 'before' || !isLatin(token)) return false;
  const described = next?.kind === 'role' || isOperator(next, 'have');
  return described && (isOperator(tokens[index - 1], 'except') || THE_THING.test(token.text));
};

/** the task, which is also said of what was named before. */
const THE_THING = /^the (?:task|action|unit)$/;

const theThing = ({ text }: Token) =>
  ({ kind: 'type', type: text.endsWith('action') ? 'action' : text.endsWith('unit') ? 'unit' : 'task' }) as const;

/** by how much do loans exceed deposits: more than what is no number. */
const isExceeding = (tokens: readonly Token[], index: number): boolean => {
  const [token, next] = [tokens[index], nextSaid(tokens, index)];
  return (
    token?.kind === 'operator' &&
    token.rule === 'operators:reach/exceed' &&
    (next?.kind === 'indicator' || next?.kind === 'unit') &&
    tokens.some(asksForNumber)
  );
};

/** talk to the bureau about opening a branch: only what things or the plan say is about something. */
const isPreposition = (tokens: readonly Token[], index: number): boolean => {
  if (tokens[index]?.rule !== 'operators:mention/about') return false;
  const before = tokens.slice(0, index).findLast(({ kind }) => kind !== 'glue');
  if (before === undefined || before.kind === 'type' || before.kind === 'plan') return false;
  return !isOperator(before, 'is', 'have', 'not', 'and', 'or', 'mention', 'but') && before.kind !== 'property';
};

/** is there an office in Singapore: a thing, and no sort of unit that is listed. */
const isOffice = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  const before = tokens.slice(0, index).findLast(({ text }) => text.trim() !== '');
  return token?.kind === 'type' && token.text === 'office' && /^an?$/.test(before?.text ?? '');
};

/** both A and B: of the units behind it, together. */
const isBoth = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.rule === 'operators:all/both' && nextSaid(tokens, index)?.kind === 'unit';

/** 园区里有多少企业: those of a sort, by an everyday name, only where it is asked who does something. */
const isLooseSort = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.kind === 'type' &&
  tokens[index]?.rule.endsWith('/loose') === true &&
  !tokens.some((token) => token.kind === 'role' || (token.kind === 'wanted' && token.wanted === 'who'));

/** 注册资本300亿那个平台是啥: what amounts to so much is said of the thing, and not asked. */
const isStatedAmount = (tokens: readonly Token[], index: number): boolean => {
  const [token, next] = [tokens[index], tokens[index + 1]];
  const stated = token?.kind === 'property' && token.property === 'amount' && next?.kind === 'quantity';
  const open = (one: Token): boolean => one.kind === 'wanted' && ['what', 'which', 'who'].includes(one.wanted);
  return stated && tokens.slice(index + 2).some(({ kind }) => kind === 'words') && tokens.some(open);
};

/** 高新区那摊子事: all that a unit has to do. */
const isHeapOf = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.kind === 'before' && tokens[index - 1]?.kind === 'unit' && HEAP.test(tokens[index]?.text ?? '');
const HEAP = /^[那这]一?[摊堆]/u;

/** 所有的硬指标: the indicators, where nothing else is asked for. */
const isAllFigures = (tokens: readonly Token[], index: number): boolean => {
  const [before, token] = [tokens[index - 1], tokens[index]];
  const all = isOperator(before, 'all') || (before?.kind === 'wanted' && before.wanted === 'which');
  const last = tokens.slice(index + 1).every(({ kind }) => kind === 'mark' || kind === 'glue');
  return all && last && token?.rule === 'figures:figure' && token.text.length > 1 && !tokens.some(isSubjectOf);
};

const SUBJECTS: readonly Token['kind'][] = [
  'words',
  'type',
  'task',
  'action',
  'clause',
  'property',
  'unit',
  'indicator',
  'before',
];
const isSubjectOf = ({ kind }: Token): boolean => SUBJECTS.includes(kind);

/** 超过一百亿的目标: tasks that aim at so much. */
const isAimOver = (tokens: readonly Token[], index: number): boolean => {
  const [amount, of, token] = [tokens[index - 2], tokens[index - 1], tokens[index]];
  const over = amount?.kind === 'quantity' && amount.quantity.relation !== '=' && isOperator(of, 'of');
  return (
    over && token?.kind === 'property' && token.property === 'target' && !tokens.some(({ kind }) => kind === 'words')
  );
};

/** 跟上市沾边的: what something has to do with, where a unit would stand in it. */
const isTouching = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.rule === 'roles:any/verb/touch' &&
  tokens[index - 1]?.kind === 'words' &&
  isOperator(tokens[index - 2], 'and');

/** Returns what a word means by what is described beside it; undefined when that says nothing of it. */
export const refineDescribed = (tokens: readonly Token[], index: number): Token | undefined => {
  const token = tokens[index];
  if (!token) return undefined;
  const { from, to, text } = token;
  if (isPreposition(tokens, index)) return asEmpty(token);
  if (isOffice(tokens, index) || isLooseSort(tokens, index) || isStatedAmount(tokens, index)) return asWords(token);
  if (isBoth(tokens, index)) return { from, to, text, rule: token.rule, kind: 'operator', operator: 'together' };
  if (isHeapOf(tokens, index)) return { from, to, text, rule: 'types:task', kind: 'type', type: 'task' };
  if (isAllFigures(tokens, index)) return { from, to, text, rule: 'types:indicator', kind: 'type', type: 'indicator' };
  if (isAimOver(tokens, index)) return { from, to, text, rule: 'types:task', kind: 'type', type: 'task' };
  if (isTouching(tokens, index))
    return { from, to, text, rule: 'operators:mention', kind: 'operator', operator: 'mention' };
  if (isExceeding(tokens, index)) return { from, to, text, rule: token.rule, kind: 'operator', operator: 'more' };
  if (!isDescribed(tokens, index)) return undefined;
  return THE_THING.test(text) ? { from, to, text, rule: 'type:described', ...theThing(token) } : asEmpty(token);
};
