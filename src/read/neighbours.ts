import type { Operator, Token } from '../values.ts';

/** Words of no other meaning that may be joined to their neighbours. */
export const isPlain = (token: Token | undefined): boolean => token?.kind === 'words' && !token.rule.endsWith('quoted');

/** True for any of these operators. */
export const isOperator = (token: Token | undefined, ...operators: readonly Operator[]): boolean =>
  token?.kind === 'operator' && operators.includes(token.operator);

/** A blank between Latin words. */
export const isBlank = ({ kind, text }: Token): boolean => kind === 'glue' && text.trim() === '';

/** Written in Latin letters. */
export const isLatin = ({ text }: Token): boolean => /^[a-z]/.test(text);

/** Returns the next token that says something. */
export const nextSaid = (tokens: readonly Token[], index: number): Token | undefined =>
  tokens.slice(index + 1).find(({ kind, text }) => kind !== 'glue' && text.trim() !== '');

/** Returns the token before that says something; 的 says nothing. */
export const previousSaid = (tokens: readonly Token[], index: number): Token | undefined =>
  tokens
    .slice(0, index)
    .findLast((token) => token.kind !== 'glue' && token.text.trim() !== '' && !isOperator(token, 'of'));

/** The same piece of the text as plain words. */
export const asWords = ({ from, to, text }: Token): Token => ({ from, to, text, rule: 'words', kind: 'words' });

/** The same piece of the text as glue. */
export const asEmpty = ({ from, to, text }: Token): Token => ({ from, to, text, rule: 'glue:empty', kind: 'glue' });

/** 还是 between two alternatives of which one is asked for; 或 only joins them. */
export const isChoice = (token: Token | undefined): boolean => isOperator(token, 'or') && token?.text === '还是';

/** Returns a word that points at nothing as glue; 绿色这块, 跨境那一摊: what stands before it is called a field. */
export const asPointless = (token: Token): Token =>
  token.kind !== 'before'
    ? asEmpty(token)
    : { ...asEmpty(token), rule: /[块摊]/u.test(token.text) ? 'glue:field' : `glue:${token.before}` };
