import type { Token } from '../values.ts';

/** 是一回事吗: no plan says that two things are one and the same. */
const isIdentity = (token: Token): boolean => token.kind === 'unsaid' && token.unsaid === 'identity';

/** True when a question asks whether two things are one and the same. */
export const asksIdentity = (tokens: readonly Token[]): boolean => tokens.some(isIdentity);

/** 是不是, 是…吗 and the figures beside them: what is asked is told, and no verdict is given on it. */
const isVerdict = (token: Token): boolean =>
  token.kind === 'quantity' || (token.kind === 'wanted' && token.wanted === 'whether');

/** 研修班和培训是一回事吗: what the plan says of both. Of units it says nothing that would tell. */
export const withoutIdentity = (tokens: readonly Token[]): readonly Token[] => {
  if (!asksIdentity(tokens) || tokens.some(({ kind }) => kind === 'unit' || kind === 'units')) return tokens;
  return tokens.flatMap((token): readonly Token[] => {
    if (isVerdict(token)) return [];
    const { from, to, text } = token;
    return [
      isIdentity(token) ? { from, to, text, rule: 'properties:content', kind: 'property', property: 'content' } : token,
    ];
  });
};
