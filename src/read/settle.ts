import type { Operator, Token } from '../values.ts';
import type { Weak } from './candidate.ts';
import { asEmpty, asWords, isBlank, isOperator, isPlain, nextSaid } from './neighbours.ts';
import { refine } from './refine.ts';

/** What is known of the words between which neighbours decide. */
export interface Settling {
  /** Whether a token is an ordinary word too. */
  readonly weakness: (token: Token) => Weak | undefined;
  /** Whether the plan prints a run of characters. */
  readonly bears: (run: string) => boolean;
}

/** Single characters of these join plain words on both sides to one: 小微和初创企业, 曲江的文交所, 基金和保险. */
const JOINING: ReadonlySet<Operator> = new Set(['and', 'or', 'in', 'have', 'is', 'more', 'less', 'reach', 'of']);

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
  token?.kind === 'wanted' || isOperator(token, 'each', 'all', 'most', 'least');

const beforeGlue = (tokens: readonly Token[], index: number): Token | undefined =>
  tokens.slice(0, index).findLast(({ kind }) => kind !== 'glue');

/** 多, 少, 高, 大 before content belong to it: 小贷公司, 高标准. */
const DEGREES: ReadonlySet<Operator> = new Set(['more', 'less']);

const opensClause = (before: Token | undefined): boolean => before === undefined || before.kind === 'mark';

/** 2022年比2020年多服务多少家: by how much it is more, whatever is done. */
const isByHowMuch = (tokens: readonly Token[], index: number): boolean =>
  tokens.slice(0, index).some((token) => isOperator(token, 'than')) &&
  tokens.slice(index).some((token) => token.kind === 'wanted' && ['howMany', 'howMuch'].includes(token.wanted));

/** 能 in 氢能装备, which the plan prints: no word of asking between two others. */
const isPrintedAcross = (
  { before, next }: { readonly before: Token; readonly next: Token },
  token: Token,
  { bears }: Settling,
): boolean =>
  token.kind === 'glue' &&
  token.to - token.from === 1 &&
  bears(`${before.text.slice(-1)}${token.text}${next.text.slice(0, 1)}`);

/** 能 in 氢能呢, where the plan prints it: the end of a word of which one character was left over. */
const isWordEnd = (before: Token | undefined, token: Token, { bears }: Settling): boolean =>
  token.kind === 'glue' &&
  token.to - token.from === 1 &&
  before?.kind === 'words' &&
  before.text.length === 1 &&
  bears(`${before.text}${token.text}`);

/** 提到基金和保险的: two words that are mentioned, unless the plan prints them so. */
const isApart = (tokens: readonly Token[], index: number, { bears }: Settling): boolean => {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (!before || !token || !next || !isOperator(token, 'and')) return false;
  const mentioned = tokens.slice(0, index).some((one) => isOperator(one, 'mention'));
  return mentioned && !bears(`${before.text.slice(-1)}${token.text}${next.text.slice(0, 1)}`);
};

/** 又难又贵: between plain words it only joins what is said of one thing. */
const isOnTop = (token: Token): boolean => isOperator(token, 'but') && token.text === '又';

/** True for a word of asking that is none where it stands. */
const isPlainHere = (tokens: readonly Token[], index: number, how: Settling): boolean => {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (!token || token.kind === 'mark' || token.kind === 'words') return false;
  if (isWordEnd(before, token, how)) return true;
  const weak = how.weakness(token);
  if (weak && token.kind === 'role' && token.form === 'verb')
    return token.role === 'supporting'
      ? isPlain(next) && !isSubject(beforeGlue(tokens, index))
      : !isDoing(tokens, index);
  if (weak && token.kind === 'type') {
    if (isChoosing(before)) return false;
    const said = beforeGlue(tokens, index);
    if (opensClause(said) && !isSubject(next) && !isOperator(next, 'differ')) return true;
    if (isOperator(said, 'not') && next?.kind !== 'role') return true;
  }
  if (weak) return isPlain(before) || (weak === 'both' && isPlain(next));
  const single = token.kind === 'operator' && token.to - token.from === 1;
  if (single && DEGREES.has(token.operator) && isPlain(next) && !isByHowMuch(tokens, index)) return true;
  if (before === undefined || next === undefined || !isPlain(before) || !isPlain(next)) return false;
  if (isOnTop(token)) return true;
  return (
    (single && JOINING.has(token.operator) && !isApart(tokens, index, how)) ||
    isPrintedAcross({ before, next }, token, how)
  );
};

/** 做 in 要做什么, 办 in 一年办几期 say nothing by themselves. */
const settled = (token: Token, before: Token | undefined, next: Token | undefined): Token => {
  const idle = token.kind === 'role' && token.to - token.from === 1 && !isPlain(before) && !isPlain(next);
  return idle || isOnTop(token) ? asEmpty(token) : asWords(token);
};

/** 咱们西安的: the city says whose, and nobody is meant by it. */
const withoutCity = (tokens: readonly Token[]): readonly Token[] =>
  tokens.map((token, at) => {
    const ours = (one: number): boolean => {
      const own = tokens[one];
      return own?.kind === 'before' && own.before === 'we' && tokens[one + 1]?.rule === 'glue:city';
    };
    return ours(at) || (isOperator(token, 'of') && ours(at - 2)) ? asEmpty(token) : token;
  });

/**
 * Returns the tokens with words of asking that are part of a plain wording turned into plain words: 工作 in 人才工作,
 * 支持 in 支持企业上市由谁负责. `how` tells which tokens are ordinary words too.
 */
export const settle = (tokens: readonly Token[], how: Settling): readonly Token[] => {
  const said = withoutCity(tokens.filter((token) => !isBlank(token)));
  const read = [...said];
  for (let pass = 0; pass < 2; pass += 1)
    for (const [index, token] of read.entries())
      if (isPlainHere(read, index, how)) read[index] = settled(token, read[index - 1], read[index + 1]);
  const settledAt = new Map(read.map((token, index) => [token.from, refine(read, index) ?? token]));
  return tokens.map((token) => settledAt.get(token.from) ?? token);
};
