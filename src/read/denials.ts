import type { Operator, Token } from '../values.ts';
import { asEmpty, asWords, isChoice, isOperator, isPlain } from './neighbours.ts';

/** Marks that end a clause; 、 joins within one. */
const ENDS = /[^、\s]/u;
const endsClause = (token: Token | undefined): boolean =>
  token === undefined || (token.kind === 'mark' && ENDS.test(token.text));

/** What a statement may hold beside plain words and glue. */
const STATED: readonly Operator[] = ['not', 'also', 'all', 'and', 'or', 'of', 'in', 'is', 'but'];

/** 老太太不会用手机付钱: a clause in which nothing of the plan is named and nothing asked. */
const isStatement = (clause: readonly Token[]): boolean =>
  clause.some(({ kind }) => kind === 'words') &&
  !clause.some(isChoice) &&
  clause.every((token) => ['words', 'glue', 'mark'].includes(token.kind) || isOperator(token, ...STATED));

/** The clauses of the tokens, as [from, to). */
const clausesOf = (tokens: readonly Token[]): readonly (readonly [number, number])[] => {
  const found: (readonly [number, number])[] = [];
  let from = 0;
  for (let at = 0; at <= tokens.length; at += 1)
    if (endsClause(tokens[at])) {
      if (at > from) found.push([from, at]);
      from = at + 1;
    }
  return found;
};

/** Where a word of asking stands in none of the clause: 老太太不会用手机, 谁去教. */
const inStatements = (tokens: readonly Token[]): ReadonlySet<number> => {
  const clauses = clausesOf(tokens);
  const stated = clauses.filter(([from, to]) => isStatement(tokens.slice(from, to)));
  const found = new Set<number>();
  if (stated.length === clauses.length) return found;
  for (const [from, to] of stated)
    for (let at = from; at < to; at += 1) if (isOperator(tokens[at], 'not', 'or')) found.add(at);
  return found;
};

const nextSaid = (tokens: readonly Token[], index: number): number => {
  let at = index + 1;
  while (tokens[at]?.kind === 'glue') at += 1;
  return at;
};

/** 不讲信用的人: a denial within what describes a plain noun. */
const describes = (tokens: readonly Token[], index: number): boolean => {
  const verb = nextSaid(tokens, index);
  return isPlain(tokens[verb]) && isOperator(tokens[verb + 1], 'of') && isPlain(tokens[verb + 2]);
};

/** 讲信用的人: joined to one run before. */
const ATTRIBUTE = /^\p{Script=Han}{2,}的\p{Script=Han}+$/u;
const isAttribute = (token: Token | undefined): boolean =>
  token !== undefined && isPlain(token) && ATTRIBUTE.test(token.text);

/** 连个机器都没有: 都 and 没有 behind 连 say no more than 没有. */
const isEven = (tokens: readonly Token[], index: number): boolean => {
  const at = isOperator(tokens[index], 'not') ? index - 1 : index;
  if (!isOperator(tokens[at], 'all', 'also') || !isOperator(tokens[at + 1], 'not')) return false;
  const from = tokens.slice(0, at).findLastIndex(endsClause) + 1;
  return tokens.slice(from, at).some(({ rule }) => rule === 'glue:even');
};

/** …，不是培训: what is meant is set against it. */
const isContrast = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.text === '不是' && tokens[index - 1]?.kind === 'mark';

/**
 * Returns the tokens with denials that deny nothing asked for turned into plain words: within a statement, within a run
 * of words (村镇没网点), within what describes a noun, behind 连.
 */
export const settleDenials = (tokens: readonly Token[]): readonly Token[] => {
  const stated = inStatements(tokens);
  return tokens.map((token, index) => {
    if (isEven(tokens, index)) return asEmpty(token);
    if (isOperator(token, 'or') && stated.has(index)) return asWords(token);
    if (!isOperator(token, 'not')) return token;
    if (
      stated.has(index) &&
      !isContrast(tokens, index) &&
      (isPlain(tokens[nextSaid(tokens, index)]) || isPlain(tokens[index - 1]))
    )
      return asWords(token);
    if (token.to - token.from === 1 && isPlain(tokens[index - 1]) && isPlain(tokens[index + 1])) return asWords(token);
    return describes(tokens, index) || isAttribute(tokens[nextSaid(tokens, index)]) ? asWords(token) : token;
  });
};
