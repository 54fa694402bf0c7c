import type { Token } from '../values.ts';

const isCorrection = (token: Token): boolean => token.kind === 'act' && token.act === 'correct';

/** What may be said of the thing that was not meant: 不是这项, 不对, 我不是问它. */
const isDenied = (token: Token): boolean =>
  token.kind === 'mark' ||
  token.kind === 'glue' ||
  token.kind === 'before' ||
  (token.kind === 'operator' && (token.operator === 'not' || token.operator === 'is')) ||
  (token.kind === 'act' && token.act === 'no');

/** 不是这项，我要的是…: what was not meant is left out, and the correction stands. */
export const withoutDenied = (tokens: readonly Token[]): readonly Token[] => {
  const at = tokens.findIndex(isCorrection);
  const before = tokens.slice(0, Math.max(0, at));
  const denies = before.some((token) => token.kind === 'operator' && token.operator === 'not');
  return denies && before.every(isDenied) ? tokens.slice(at) : tokens;
};
