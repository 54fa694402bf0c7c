import type { Operator, Token } from '../values.ts';
import { isOperator, saidBefore } from './excepts.ts';
import type { Head, Parts } from './parts.ts';

/** One character by itself names nothing. */
const isNaming = ({ text }: { readonly text: string }): boolean => text.length > 1 || /[^\p{Script=Han}]/u.test(text);

const joinsWords = (token: Parts['tokens'][number]): boolean =>
  token.kind === 'mark'
    ? /[、/]/.test(token.text)
    : token.kind === 'operator' && (token.operator === 'and' || token.operator === 'ratio');

/** 附件才两家, 附件只写了一家: how many units one other part of the plan has, and no question of its own. */
export const countsInPart = ({ parts, wanted, quantities, operators }: Parts): boolean =>
  parts.length === 1 && wanted.length === 0 && (quantities.length > 0 || operators.has('only'));

/** The words of the topic, terms of the plan among them, in the order in which they were said; 、 where they are joined. */
export const wordsOf = ({ tokens, words, terms }: Parts): string => {
  let joined = false;
  let said = '';
  for (const token of tokens) {
    if (joinsWords(token)) joined = true;
    const named = (token.kind === 'words' && words.includes(token)) || (token.kind === 'term' && terms.length > 0);
    if (!named || !isNaming(token)) continue;
    said += said === '' ? token.text : `${joined ? '、' : ' '}${token.text}`;
    joined = false;
  }
  return said;
};

/** The words of the topic, with names of indicators that are only words in it. */
export const wordingOf = ({ tokens }: Parts): string =>
  tokens
    .filter(({ kind }) => kind === 'words' || kind === 'indicator' || kind === 'term')
    .map(({ text }) => text)
    .join(' ');

/** 房地产贷款余额: the words right before the name of an indicator. */
export const joinedOf = ({ tokens }: Parts): string | undefined => {
  const at = tokens.findIndex(({ kind }) => kind === 'indicator');
  const [before, name] = [tokens[at - 1], tokens[at]];
  return before?.kind === 'words' && before.to === name?.from ? before.text : undefined;
};

export const has = (parts: Parts, ...operators: readonly Operator[]): boolean =>
  operators.some((operator) => parts.operators.has(operator));

/** 倒着排: the last first. */
export const isReversed = ({ tokens }: Parts): boolean => tokens.some(({ rule }) => rule === 'operators:order/reverse');

export const wants = (parts: Parts, ...wanted: readonly string[]): boolean =>
  parts.wanted.some((one) => wanted.includes(one.wanted));

export const hasWords = (parts: Parts): boolean => wordsOf(parts).replace(/\s/g, '').length > 0;

const isQuoted = ({ rule }: Token): boolean => rule.endsWith('quoted');

/** 含“不少于”的, 名称里有金融的: words that something is said to have as they are printed. */
const hasPrinted = ({ tokens, words, properties }: Parts): boolean =>
  words.some((word) => {
    const held = isOperator(saidBefore(tokens, tokens.indexOf(word)), 'have');
    return held && (isQuoted(word) || properties.includes('title'));
  });

/** True when things are told apart by words that they print. */
export const saysWords = (parts: Parts): boolean =>
  (has(parts, 'mention') && hasWords(parts) && !asksMentioned(parts)) || hasPrinted(parts);

/** 总部那条里提到哪些项目: what is mentioned in it is asked. */
const asksMentioned = ({ tokens }: Parts): boolean => {
  const said = tokens.filter(({ kind }) => kind !== 'glue');
  return said.some(
    (token, at) =>
      isOperator(token, 'mention') &&
      isOperator(said[at - 1], 'in') &&
      said[at - 2]?.kind === 'words' &&
      said[at + 1]?.kind === 'wanted',
  );
};

/** The words that things must print: the quoted ones where some are. */
export const wordsSaid = ({ words }: Parts): readonly Token[] => {
  const quoted = words.filter(isQuoted);
  return quoted.length > 0 ? quoted : words;
};

/** 三农贷款有没有提到农发行: what is looked at, and the words that are looked for in it. */
export const askedMention = (parts: Parts): { readonly of: string; readonly words: string } | undefined => {
  const { tokens, words, heads } = parts;
  const at = tokens.findIndex((token) => token.kind === 'operator' && token.operator === 'mention');
  if (at < 0 || heads.length > 0 || !wants(parts, 'whether')) return undefined;
  const said = (from: number, to: number) =>
    wordsOf({ ...parts, words: words.filter((word) => tokens.slice(from, to).includes(word)) });
  const [of, sought] = [said(0, at), said(at, tokens.length)];
  return of === '' || sought === '' ? undefined : { of, words: sought };
};

/** What is listed or counted: what was asked for, else the last that is named and not only looked in. */
export const headOf = (parts: Parts): Head | undefined =>
  parts.heads.find(({ wanted, inside }) => wanted !== undefined && !inside) ??
  parts.heads.findLast(({ inside }) => !inside);

export const actionsIn = (parts: Parts): readonly number[] =>
  parts.refs.flatMap(({ type, id }) => (type === 'action' ? [Number(id)] : []));

export const onlyActions = (parts: Parts): boolean =>
  parts.refs.length > 0 && parts.refs.every(({ type }) => type === 'action');

export const tasksNamed = (parts: Parts): boolean =>
  parts.refs.some(({ type }) => type === 'task' || type === 'clause');

export const indicatorsNamed = (parts: Parts): boolean => parts.refs.some(({ type }) => type === 'indicator');

/** Units' bare names say nothing of a role: 高新区有哪些任务. */
export const unitsOf = (parts: Parts): readonly string[] => [...new Set(parts.clauses.flatMap(({ units }) => units))];

/** 对吗, or a statement with a question mark and nothing asked. */
export const confirms = (parts: Parts): boolean =>
  wants(parts, 'whether') ||
  (parts.wanted.length === 0 &&
    parts.heads.every(({ noun }) => !noun) &&
    parts.roles.length === 0 &&
    parts.tokens.some(({ kind, text }) => kind === 'mark' && /[?？]/.test(text)) &&
    (parts.quantities.length > 0 || parts.clauses.length > 0 || parts.dates.length > 0));

/** 交付了没: whether it has been done, of which a plan says nothing; what it demands is no 是的. */
export const asksWhetherDone = ({ tokens, years }: Parts): boolean =>
  years.length === 0 && tokens.some(({ rule }) => rule === 'glue:done');

/** 对吗, or no question word but the mark of one. */
export const isQuestion = (parts: Parts): boolean =>
  confirms(parts) ||
  (parts.wanted.length === 0 && parts.tokens.some(({ kind, text }) => kind === 'mark' && /[?？]/.test(text)));

/** 比上年, 比上一年: the year before each. */
export const isAgainstLast = ({ relative }: Parts): boolean =>
  relative.some(({ of, by }) => of === 'year' && by === -1);

/** 每年, 各: each year by itself, whichever years were said; 2022年比2020年各多少 divides things, not years. */
export const isYearly = (parts: Parts): boolean =>
  parts.tokens.some((token) => token.kind === 'year' && token.every && token.years.length === 0) ||
  (has(parts, 'each') && !has(parts, 'than')) ||
  isAgainstLast(parts);

/** 多久更新一次. */
export const asksOften = ({ tokens }: Parts): boolean => tokens.some(({ rule }) => rule === 'wanted:when/often');

/** 参保几年, at the end behind what is done; 几年完成 asks for the year. 多久: for any time. */
export const spanAsked = ({ tokens }: Parts): { readonly span?: 'years' | 'any' } => {
  const at = tokens.findIndex(({ rule }) => rule === 'wanted:when/years' || rule === 'wanted:when/long');
  const rest = tokens.slice(at + 1).every(({ kind }) => kind === 'mark' || kind === 'glue');
  if (at < 0) return {};
  if (tokens[at]?.rule === 'wanted:when/long') return { span: 'any' };
  return rest && tokens[at - 1]?.kind === 'words' ? { span: 'years' } : {};
};

/** 哪年完成. */
export const asksFinished = ({ tokens }: Parts): boolean =>
  tokens.some(({ rule }) => rule === 'operators:reach/finish');
