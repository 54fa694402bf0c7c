import { NUMBER, readNumber } from '../number.ts';
import type { Operator, Token } from '../values.ts';
import type { ComposeContent } from './content.ts';
import { CALLED } from './figure-noun.ts';

/** 的, 最高的 */
const BEFORE_NOUN: readonly Operator[] = ['of', 'most', 'least'];
const GREAT = '大';
/** 七大, 十一个: a number of so many characters, and what it is counted by. */
const SIZES = [1, 2, 3] as const;

/** 七, 十一: nothing but a number. */
const ALONE = new RegExp(`^${NUMBER}$`, 'u');

type Noun = Extract<Token, { kind: 'type' }>;

const nounOf = (token: Token, content: ComposeContent, cut = 0): Noun | undefined => {
  const type = token.kind === 'words' ? content.called(token.text.slice(cut)) : undefined;
  const span = { from: token.from + cut, to: token.to, text: token.text.slice(cut) };
  return type && { ...span, rule: `types:${type}${CALLED}`, kind: 'type', type };
};

/** 七大工程, 一个工程: so many of what the plan's headings are called. */
const numbered = (token: Token, content: ComposeContent): readonly Token[] | undefined => {
  const size = token.kind === 'words' ? SIZES.find((one) => nounOf(token, content, one + 1)) : undefined;
  const count = token.text.slice(0, size ?? 0);
  const value = ALONE.test(count) ? readNumber(count) : undefined;
  const noun = size && nounOf(token, content, size + 1);
  if (!noun || value === undefined) return undefined;
  const printed = token.text.slice(0, size + 1);
  const quantity = { value, unit: 'count', measure: '个', relation: '=', printed } as const;
  if (printed.endsWith(GREAT))
    return [
      { from: token.from, to: noun.from, text: printed, rule: 'quantity:great', kind: 'quantity', quantity },
      noun,
    ];
  return noun.type === 'task'
    ? [{ ...token, rule: 'quantity:one', kind: 'quantity', quantity, counts: 'task' }]
    : undefined;
};

/** 第五个 工程, 几 大工程: a place, or a number that is asked for, with what it counts. */
const counted = (before: Token | undefined, token: Token, content: ComposeContent): Token | undefined => {
  if (before?.kind === 'position' && before.of === undefined) {
    const noun = nounOf(token, content);
    return noun && { ...before, to: token.to, text: `${before.text}${token.text}`, of: noun.type };
  }
  if (before?.kind !== 'wanted' || before.wanted !== 'howMany' || !token.text.startsWith(GREAT)) return undefined;
  const noun = nounOf(token, content, GREAT.length);
  return noun && { ...before, to: token.to, text: `${before.text}${token.text}`, type: noun.type };
};

/** 负责几个工程, 管的工程, 七大工程, 第五个工程: where the plan's tasks, or what they stand under, are called so. */
export const withCalled = (tokens: readonly Token[], content: ComposeContent): readonly Token[] => {
  const read: Token[] = [];
  for (const token of tokens) {
    const before = read.at(-1);
    const joined = counted(before, token, content);
    const asked =
      before?.kind === 'wanted' ||
      (before?.kind === 'role' && before.form === 'verb') ||
      (before?.kind === 'operator' && BEFORE_NOUN.includes(before.operator));
    if (joined) read.splice(-1, 1, joined);
    else read.push(...(numbered(token, content) ?? [(asked ? nounOf(token, content) : undefined) ?? token]));
  }
  return read;
};
