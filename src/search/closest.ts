import { Index } from 'flexsearch';
import { once } from '../once.ts';
import type { Clause, Closest } from '../types.ts';
import type { Cut } from './cut.ts';
import { termsOf } from './terms.ts';

/** jieba's words and what is written in letters and figures; pairs of characters would find anything. */
const wordsIn = (text: string, cut: Cut): string[] =>
  termsOf(text, cut)
    .filter(({ word }) => word)
    .map(({ text: word }) => word);

/** FlexSearch ranks the clauses, and suggests those that lack some of the words. Made when it is first asked. */
export const createClosest = (clauses: readonly Clause[], cut: Cut): ((words: string, most: number) => Closest) => {
  const index = once(() => {
    const made = new Index({ tokenize: 'strict', encode: (text: string) => wordsIn(text, cut) });
    for (const [at, { text }] of clauses.entries()) made.add(at, text);
    return made;
  });
  return (words, most) => {
    const found = index().search(words, { limit: most, suggest: true }) as number[];
    return { clauses: found.flatMap((at) => clauses[at] ?? []), words: wordsIn(words, cut) };
  };
};
