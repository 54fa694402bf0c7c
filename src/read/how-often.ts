import type { Token } from '../values.ts';

const ONCE = /^(\p{Script=Han}{1,})(?:一[次回])$/u;

/** 多久更新一次, 几年评一回: how often is asked, and the verb alone says what of. */
export const settleOften = (tokens: readonly Token[]): readonly Token[] =>
  tokens.flatMap((token, at): readonly Token[] => {
    const next = tokens[at + 1];
    const often = token.kind === 'wanted' && token.wanted === 'when' && next?.kind === 'words' && ONCE.test(next.text);
    if (often) return [{ ...token, rule: 'wanted:when/often' }];
    const before = tokens[at - 1];
    const verb = token.kind === 'words' ? ONCE.exec(token.text)?.[1] : undefined;
    if (verb === undefined || before?.kind !== 'wanted' || before.wanted !== 'when') return [token];
    const { from, to, text } = token;
    const end = from + verb.length;
    return [
      { ...token, to: end, text: verb },
      { from: end, to, text: text.slice(verb.length), rule: 'glue:empty', kind: 'glue' },
    ];
  });
