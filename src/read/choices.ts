import type { Token } from '../values.ts';
import { isChoice } from './neighbours.ts';

type Amount = Extract<Token, { kind: 'quantity' }>;

/** 10期还是20期 → 几期; 2.52还是2.65万亿 → 多少. */
const howMany = (first: Amount, last: Amount, text: string): Token => {
  const { measure, unit } = last.quantity;
  const counted = unit === 'count' || unit === 'times' || unit === 'person';
  const span = { from: first.from, to: last.to, text, kind: 'wanted' } as const;
  return {
    ...span,
    rule: 'wanted:choice',
    wanted: counted ? 'howMany' : 'howMuch',
    ...(counted && measure !== '' && { measure }),
    ...(last.counts === 'task' && { type: 'task' as const }),
  };
};

/** Returns the one word of asking that two alternatives come to; undefined for words, units and what else is chosen. */
const openOf = (before: Token, next: Token, text: string): Token | undefined => {
  if (before.kind === 'quantity' && next.kind === 'quantity') return howMany(before, next, text);
  if (before.kind === 'year' && next.kind === 'year')
    return { from: before.from, to: next.to, text, rule: 'wanted:choice', kind: 'wanted', wanted: 'when' };
  return undefined;
};

const asWhat = ({ from, to, text }: Token): Token => ({
  from,
  to,
  text,
  rule: 'wanted:choice',
  kind: 'wanted',
  wanted: 'what',
});

/** The tokens between the marks around a place. */
const clauseAround = (tokens: readonly Token[], at: number): readonly Token[] => {
  const from = tokens.slice(0, at).findLastIndex(({ kind }) => kind === 'mark') + 1;
  const end = tokens.findIndex(({ kind }, index) => index > at && kind === 'mark');
  return tokens.slice(from, end < 0 ? tokens.length : end);
};

const isSaid = ({ kind }: Token): boolean => kind !== 'glue' && kind !== 'mark';

/** 是牵头还是啥: whether it is the one that is said; else, the answer says what it is. */
const isOrWhat = (before: Token, next: Token): boolean =>
  before.kind === 'role' && next.kind === 'wanted' && next.wanted === 'what';

/**
 * Returns the tokens of a question that offers two alternatives as an open one: 10期还是20期 asks how many, 2020年还是2021年
 * when; of words, 上交所还是深交所, what the plan says of it. Which of them is right, its sentence tells.
 */
export const settleChoices = (tokens: readonly Token[], text: string): readonly Token[] => {
  const at = tokens.findIndex(isChoice);
  const [before, choice, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!before || !choice || !next || tokens.slice(at + 1).some(isChoice)) return tokens;
  const open = openOf(before, next, text.slice(before.from, next.to));
  if (open) return [...tokens.slice(0, at - 1), open, ...tokens.slice(at + 2)];
  if (isOrWhat(before, next)) {
    const span = { from: choice.from, to: next.to, text: text.slice(choice.from, next.to) };
    const whether: Token = { ...span, rule: 'wanted:choice', kind: 'wanted', wanted: 'whether' };
    return [...tokens.slice(0, at), whether, ...tokens.slice(at + 2)];
  }
  const asks = clauseAround(tokens, at).some(({ kind }) => kind === 'wanted' || kind === 'role' || kind === 'unit');
  if (before.kind !== 'words' || next.kind !== 'words' || asks) return tokens;
  const alone = tokens.slice(0, at - 1).some((token) => isSaid(token) && token.kind === 'words');
  return [...tokens.slice(0, alone ? at - 1 : at), asWhat(choice), ...tokens.slice(at + 1)];
};
