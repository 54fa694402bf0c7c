import type { Operator, Token } from '../values.ts';
import type { Weak } from './candidate.ts';

/** Single characters of these join plain words on both sides to one: 小微和初创企业, 曲江的文交所. */
const JOINING: ReadonlySet<Operator> = new Set(['and', 'or', 'in', 'have', 'is', 'more', 'less', 'reach', 'of']);

const isPlain = (token: Token | undefined): boolean => token?.kind === 'words' && !token.rule.endsWith('quoted');

/** Who may do something: a unit, a question for one, a pronoun; and adverbs before the verb. */
const isSubject = (token: Token | undefined): boolean => {
  switch (token?.kind) {
    case 'unit':
    case 'units':
    case 'before':
    case 'role':
    case 'stranger':
      return true;
    case 'type':
      return token.type === 'unit';
    case 'wanted':
      return asksForUnit(token);
    case 'operator':
      return ['not', 'also', 'only', 'all', 'each', 'together', 'by', 'but'].includes(token.operator);
    default:
      return false;
  }
};

/** 谁, 哪个, 哪家: not 哪几项. */
const asksForUnit = (token: Token | undefined): boolean =>
  token?.kind === 'wanted' &&
  (token.wanted === 'who' || (token.wanted === 'which' && (token.type ?? 'unit') === 'unit'));

/** What may stand between who does something and the verb: 高新区2021年一共要办什么. */
const isBetween = (token: Token): boolean =>
  token.kind === 'glue' ||
  token.kind === 'year' ||
  token.kind === 'plan' ||
  token.kind === 'part' ||
  (token.kind === 'operator' && ['total', 'in', 'is'].includes(token.operator));

/** A verb of many uses says who is responsible only where somebody does it: 谁来办, not 一年办几期. */
const isDoing = (tokens: readonly Token[], index: number): boolean => {
  const next = nextSaid(tokens, index);
  const before = tokens.slice(0, index).findLast((token) => !isBetween(token));
  if (isSubject(before)) return true;
  return before?.kind !== 'wanted' && !isPlain(next) && (next?.kind !== 'wanted' || asksForUnit(next));
};

/** 哪些银行, 各区: a type that is chosen from or gone through is one. */
const isChoosing = (token: Token | undefined): boolean =>
  token?.kind === 'wanted' || (token?.kind === 'operator' && (token.operator === 'each' || token.operator === 'all'));

const AT_LEAST: ReadonlySet<string> = new Set(['最少', '最多', '最低', '最高']);

const nextSaid = (tokens: readonly Token[], index: number): Token | undefined =>
  tokens.slice(index + 1).find(({ kind }) => kind !== 'glue');

/** How much at least: these say nothing where no number is meant. */
const LEAST: ReadonlySet<string> = new Set('至少 起码 超过 不低于 不少于 最少要 不得低于 不得少于 不小于'.split(' '));

const beforeGlue = (tokens: readonly Token[], index: number): Token | undefined =>
  tokens.slice(0, index).findLast(({ kind }) => kind !== 'glue');

/** 多, 少, 高, 大 before content belong to it: 小贷公司, 高标准. */
const DEGREES: ReadonlySet<Operator> = new Set(['more', 'less']);

const isNot = (token: Token | undefined): boolean => token?.kind === 'operator' && token.operator === 'not';
const opensClause = (before: Token | undefined): boolean => before === undefined || before.kind === 'mark';

/** True for a word of asking that is none where it stands. */
const isPlainHere = (tokens: readonly Token[], index: number, weak: Weak | undefined): boolean => {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (!token || token.kind === 'mark' || token.kind === 'words') return false;
  if (weak && token.kind === 'role' && token.form === 'verb')
    return token.role === 'supporting'
      ? isPlain(next) && !isSubject(beforeGlue(tokens, index))
      : !isDoing(tokens, index);
  if (weak && token.kind === 'type') {
    if (isChoosing(before)) return false;
    const said = beforeGlue(tokens, index);
    if ((opensClause(said) || (isNot(said) && next?.kind !== 'role')) && !isSubject(next)) return true;
  }
  if (weak) return isPlain(before) || (weak === 'both' && isPlain(next));
  const single = token.kind === 'operator' && token.to - token.from === 1;
  if (single && DEGREES.has(token.operator) && isPlain(next)) return true;
  const between = isPlain(before) && isPlain(next);
  return between && single && JOINING.has(token.operator);
};

const CONTENT: ReadonlySet<Token['kind']> = new Set(['words', 'task', 'indicator', 'action', 'term', 'clause']);

const THINGS: ReadonlySet<Token['kind']> = new Set([...CONTENT, 'type', 'unit', 'units', 'position', 'year']);
const isLatin = ({ text }: Token): boolean => /^[a-z]/.test(text);

/** tasks that it leads; how many does Xi'an have, and does it want more: said of what stands before it. */
const isRelative = (tokens: readonly Token[], index: number): boolean => {
  const [before, token] = [tokens[index - 1], tokens[index]];
  if (!token || !isLatin(token) || before === undefined) return false;
  if (token.rule === 'before:it' && THINGS.has(before.kind)) return true;
  const auxiliary = before.kind === 'glue' || (before.kind === 'wanted' && before.wanted === 'whether');
  return auxiliary && tokens.slice(0, index).some(({ kind }) => CONTENT.has(kind));
};

/** 那个 in 跨境电商那个, 那个系统 points at nothing said before: the words beside it say what is meant. */
const isDeterminer = (tokens: readonly Token[], index: number): boolean => {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (token?.kind !== 'before' || (token.before !== 'it' && !(token.before === 'these' && isLatin(token))))
    return false;
  return (before !== undefined && CONTENT.has(before.kind)) || isPlain(next) || isRelative(tokens, index);
};

/** 呢 and 那 bend the last question only where nothing is asked outright. */
const isIdle = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  return token?.kind === 'before' && token.before === 'then' && token.text === '呢' && tokens.some(isAsker);
};

const isAsker = ({ kind }: Token): boolean => kind === 'wanted';

const asksForNumber = (token: Token | undefined): boolean =>
  token?.kind === 'wanted' && (token.wanted === 'howMany' || token.wanted === 'howMuch');

/** 至少, 超过 compare with what follows: a number that is asked for. 最少 before it is 至少, and no superlative. */
const isLoose = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  if (token?.kind !== 'operator') return false;
  const next = nextSaid(tokens, index);
  if (token.operator === 'reach') return LEAST.has(token.text) && !asksForNumber(next);
  return AT_LEAST.has(token.text) && (asksForNumber(next) || asksForNumber(tokens[index + 2]));
};

/** qujiang in the qujiang cultural index: a unit's short name before words is a part of theirs. */
const isOfName = (tokens: readonly Token[], index: number): boolean => {
  const [token, next] = [tokens[index], tokens[index + 1]];
  return token?.kind === 'unit' && /^[a-z]+$/.test(token.text) && isPlain(next);
};

/** should in by which year should it join: a verb's auxiliary asks for a yes or no only where nothing else is asked. */
const isAuxiliary = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  if (token?.kind !== 'wanted' || token.wanted !== 'whether' || !isLatin(token)) return false;
  const from = tokens.slice(0, index).findLastIndex(({ kind, text }) => kind === 'mark' && /[.,;:?!]/.test(text)) + 1;
  return tokens.slice(from, index).some(isAsker);
};

/** 我是市教育局的: who asks says which unit is meant by 我们. */
const isSelf = (tokens: readonly Token[], index: number): boolean => {
  const [token, next, unit] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  const says = next?.kind === 'operator' && next.operator === 'is';
  return token?.text === '我' && says && (unit?.kind === 'unit' || unit?.kind === 'units');
};

const words = ({ from, to, text }: Token): Token => ({ from, to, text, rule: 'words', kind: 'words' });
const glue = ({ from, to, text }: Token): Token => ({ from, to, text, rule: 'glue:empty', kind: 'glue' });

/** 做 in 要做什么, 办 in 一年办几期 say nothing by themselves. */
const settled = (token: Token, before: Token | undefined, next: Token | undefined): Token => {
  const idle = token.kind === 'role' && token.to - token.from === 1 && !isPlain(before) && !isPlain(next);
  return idle ? glue(token) : words(token);
};

/** 除了21, other than 21: the number of a task. */
const isLeftOut = (tokens: readonly Token[], index: number): boolean => {
  const [before, token] = [tokens[index - 1], tokens[index]];
  const bare = token?.kind === 'quantity' && token.quantity.measure === '' && token.quantity.relation === '=';
  return bare && before?.kind === 'operator' && before.operator === 'except';
};
const leftOut = (token: Token) =>
  ({
    kind: 'position',
    positions: token.kind === 'quantity' ? [token.quantity.value] : [],
    of: 'task',
  }) as const;

/** office in the csrc office: said of the name before it. */
const isTail = (tokens: readonly Token[], index: number): boolean => {
  const [before, token] = [tokens[index - 1], tokens[index]];
  return token?.kind === 'type' && token.type === 'unit' && isLatin(token) && before?.kind === 'unit';
};

/** A blank between Latin words. */
const isBlank = ({ kind, text }: Token): boolean => kind === 'glue' && text.trim() === '';

/** What a token is that its neighbours make another, once all words are known. */
const lastly = (tokens: readonly Token[], index: number): Token | undefined => {
  const token = tokens[index];
  if (!token) return undefined;
  const { from, to, text } = token;
  if (isSelf(tokens, index)) return { from, to, text, rule: 'before:we', kind: 'before', before: 'we' };
  if (isOfName(tokens, index)) return words(token);
  if (isLeftOut(tokens, index)) return { from, to, text, rule: 'position:bare', ...leftOut(token) };
  const empty = [isDeterminer, isIdle, isLoose, isAuxiliary, isTail].some((test) => test(tokens, index));
  return empty ? glue(token) : undefined;
};

/**
 * Returns the tokens with words of asking that are part of a plain wording turned into plain words: 工作 in 人才工作,
 * 支持 in 支持企业上市由谁负责. `weakness` tells which tokens are ordinary words too.
 */
export const settle = (tokens: readonly Token[], weakness: (token: Token) => Weak | undefined): readonly Token[] => {
  const said = tokens.filter((token) => !isBlank(token));
  const read = [...said];
  for (let pass = 0; pass < 2; pass += 1)
    for (const [index, token] of read.entries())
      if (isPlainHere(read, index, weakness(token))) read[index] = settled(token, read[index - 1], read[index + 1]);
  const settledAt = new Map(read.map((token, index) => [token.from, lastly(read, index) ?? token]));
  return tokens.map((token) => settledAt.get(token.from) ?? token);
};
