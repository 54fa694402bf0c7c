import type { Token } from '../values.ts';

const isCorrection = (token: Token): boolean => token.kind === 'act' && token.act === 'correct';

/** What may be said of the thing that was not meant: 不是这项, 不对, 我不是问它. */
const isDenied = (token: Token): boolean =>
  token.kind === 'mark' ||
  token.kind === 'glue' ||
  token.kind === 'before' ||
  (token.kind === 'operator' && (token.operator === 'not' || token.operator === 'is')) ||
  (token.kind === 'act' && token.act === 'no');

const isComma = ({ kind, text }: Token): boolean => kind === 'mark' && /[,，。;；]/.test(text);

/** …，不是保费: a clause that only names what is not meant, [from, to). */
const notMeant = (tokens: readonly Token[]): readonly [number, number] | undefined => {
  const corrects = tokens.some(
    ({ kind, ...token }) => kind === 'act' && 'act' in token && CORRECTING.includes(token.act),
  );
  const from = tokens.findIndex(
    (token, at) => token.kind === 'operator' && token.operator === 'not' && at > 1 && isComma(tokens[at - 1] as Token),
  );
  if (!corrects || from < 0) return undefined;
  const end = tokens.findIndex((token, at) => at > from && isComma(token));
  const to = end < 0 ? tokens.length : end;
  return tokens.slice(from + 1, to).every(({ kind }) => NAMES.includes(kind)) ? [from, to] : undefined;
};

const CORRECTING: readonly string[] = ['correct', 'no'];
const NAMES: readonly Token['kind'][] = [
  ...(['words', 'glue', 'unit', 'task', 'action', 'indicator', 'clause', 'year', 'position', 'role', 'type'] as const),
  ...(['term', 'before', 'act', 'mark', 'quantity'] as const),
];

const isNot = (token: Token | undefined): boolean => token?.kind === 'operator' && token.operator === 'not';

/** What may stand in the clause of what was not asked. */
const ASKING: readonly Token['kind'][] = [...NAMES, 'wanted', 'property', 'figure', 'operator', 'quantity', 'part'];

/** 不是问谁负责，: before what is asked stands a clause of what is not. */
const deniesFirst = (before: readonly Token[]): boolean => {
  const said = before.filter(({ kind }) => kind !== 'glue');
  const from = said.findIndex(({ kind }) => kind !== 'act' && kind !== 'mark');
  const end = said.at(-1);
  const claims = said.some((token) => token.kind === 'wanted' && token.wanted === 'whether');
  return (
    isNot(said[from]) && end !== undefined && isComma(end) && !claims && said.every(({ kind }) => ASKING.includes(kind))
  );
};

/** Where 第14项 begins in 不是第2项，是第14项; 0 where nothing is set against what is denied. */
const isAt = (tokens: readonly Token[]): number => {
  const is = tokens.findIndex(
    (token, at) => token.kind === 'operator' && token.operator === 'is' && at > 1 && isComma(tokens[at - 1] as Token),
  );
  return is > 0 && deniesFirst(tokens.slice(0, is)) && is + 1 < tokens.length ? is + 1 : 0;
};

/** 不是这项，我要的是…: what was not meant is left out, and the correction stands. */
export const withoutDenied = (typed: readonly Token[]): readonly Token[] => {
  const [from, to] = notMeant(typed) ?? [0, 0];
  const tokens = [...typed.slice(0, from), ...typed.slice(to)];
  const other = isAt(tokens);
  if (other > 0) return tokens.slice(other);
  const anew = tokens.findIndex((token, index) => isCorrection(token) && deniesFirst(tokens.slice(0, index)));
  if (anew >= 0) return tokens.slice(anew);
  const at = tokens.findIndex(isCorrection);
  const before = tokens.slice(0, Math.max(0, at));
  const denies = before.some((token) => token.kind === 'operator' && token.operator === 'not');
  return denies && before.every(isDenied) ? tokens.slice(at) : tokens;
};
