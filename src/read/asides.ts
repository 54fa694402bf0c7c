import type { Token } from '../values.ts';
import type { Candidate } from './candidate.ts';
import { asWords, isOperator } from './neighbours.ts';

const OPENS = /[(（【[]/u;
const CLOSES = /[)）】\]]/u;
/** What describes in an aside, and would be asked or claimed outside. */
const DESCRIBES: ReadonlySet<Token['kind']> = new Set(['property', 'figure', 'quantity', 'operator', 'unsaid', 'type']);
const ASKS: ReadonlySet<Token['kind']> = new Set(['wanted', 'role']);

/** The asides, as [from, to) without their brackets; the innermost where they are nested. */
const asidesOf = (tokens: readonly Token[]): readonly (readonly [number, number])[] => {
  const found: (readonly [number, number])[] = [];
  let from = -1;
  tokens.forEach(({ kind, text }, at) => {
    if (kind !== 'mark') return;
    if (OPENS.test(text)) from = at + 1;
    else if (CLOSES.test(text) && from >= 0) {
      found.push([from, at]);
      from = -1;
    }
  });
  return found;
};

/**
 * Returns the tokens with asides read as plain words that describe what stands before them: a platform (registered
 * capital of at least 30 billion yuan); what they leave out is left out. An aside that asks, or that is all there is, stays as it is.
 */
export const settleAsides = (tokens: readonly Token[]): readonly Token[] => {
  const asks = (from: number, to: number): boolean => tokens.slice(from, to).some(({ kind }) => ASKS.has(kind));
  const asides = asidesOf(tokens).filter(
    ([from, to]) => !asks(from, to) && (asks(0, from) || asks(to, tokens.length)) && tokens[from - 2] !== undefined,
  );
  if (asides.length === 0) return tokens;
  return tokens.map((token, at) => {
    const inside = asides.some(([from, to]) => at >= from && at < to);
    const leavesOut = isOperator(token, 'except') || (isOperator(token, 'of') && isOperator(tokens[at + 1], 'except'));
    return inside && DESCRIBES.has(token.kind) && !leavesOut ? asWords(token) : token;
  });
};

const SET_ASIDE = 'operators:except/aside';
const SAYS = /[\p{L}\p{N}]/u;

/** Returns the candidates without 不管 that ends the text: it sets nothing aside for what follows. */
export const withoutLastAside = (text: string, candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.filter(({ rule, to }) => rule !== SET_ASIDE || SAYS.test(text.slice(to)));
