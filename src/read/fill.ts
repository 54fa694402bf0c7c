import type { Token } from '../values.ts';
import type { Candidate } from './candidate.ts';

const HAN = /\p{Script=Han}/u;
const MARK = /[\p{P}\p{S}\p{Z}\p{C}\p{M}]/u;
/** Signs inside a name or figure: 6+5, 4+n, b&d, 2.5. */
const INSIDE = /[+&.%\-'’/]/u;
const LATIN = /[a-z0-9]/;

type Piece = Pick<Token, 'from' | 'to'> & { readonly kind: 'words' | 'mark' | 'glue' };

/** What a character that no candidate covers is: words, a mark, or a blank between Latin words. */
const kindAt = (text: string, at: number, char: string): Piece['kind'] => {
  const [before = '', next = ''] = [text[at - 1], text[at + char.length]];
  if (!MARK.test(char)) return 'words';
  if (INSIDE.test(char) && LATIN.test(before) && LATIN.test(next)) return 'words';
  return /\s/.test(char) && !HAN.test(before) && !HAN.test(next) ? 'glue' : 'mark';
};

const rest = (text: string, from: number, to: number): readonly Token[] => {
  const found: Token[] = [];
  for (let at = from; at < to; ) {
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
    found.push({ from: at, to: at + char.length, text: char, rule: 'rest', kind: kindAt(text, at, char) });
    at += char.length;
  }
  return found;
};

const tokenOf = (text: string, { from, to, rule, meaning }: Candidate): Token => ({
  ...meaning,
  from,
  to,
  rule,
  text: text.slice(from, to),
});

/** Quoted or pasted from the plan: a wording of its own. */
const APART = /:(?:quoted|printed)$/;

const isLoose = (token: Token): boolean => token.kind === 'words' && !APART.test(token.rule);

/** Returns the tokens with neighbouring words joined to one run, blanks between Latin words with them. */
export const joinWords = (tokens: readonly Token[], text: string): readonly Token[] => {
  const joined: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    const before = joined.at(-1);
    const next = tokens[index + 1];
    const blank = token.kind === 'glue' && token.rule === 'rest' && next !== undefined && isLoose(next);
    if (before && isLoose(before) && (isLoose(token) || blank))
      joined[joined.length - 1] = {
        from: before.from,
        to: token.to,
        text: text.slice(before.from, token.to),
        rule: 'words',
        kind: 'words',
      };
    else joined.push(isLoose(token) ? { ...token, rule: 'words' } : token);
  }
  return joined;
};

/** Returns the tokens of a text: the chosen candidates, and between them words, marks and blanks. */
export const fill = (text: string, chosen: readonly Candidate[]): readonly Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  for (const candidate of chosen) {
    tokens.push(...rest(text, at, candidate.from), tokenOf(text, candidate));
    at = candidate.to;
  }
  return joinWords([...tokens, ...rest(text, at, text.length)], text);
};
