import nodejieba from 'nodejieba';
import { dictionaryFiles } from './dictionary.ts';

/** Text → words, overlapping ones too, as for a search index (天然气交易中心 → 天然 天然气 交易 中心 交易中心). */
export type Cut = (text: string) => readonly string[];

/** jieba for one plan. */
export interface Cutter {
  readonly cut: Cut;
  /** The nouns of a text, in order. */
  readonly nouns: Cut;
}

/** jieba tags of words that name things. */
const NAMING = /^n/;

let loaded = false;

/** jieba with a plan's own names as words. The dictionary is one for the process; names are added to it. */
export const createCutter = (words: Iterable<string>): Cutter => {
  if (!loaded) nodejieba.load({ ...dictionaryFiles() });
  loaded = true;
  for (const word of new Set(words)) nodejieba.insertWord(word);
  return {
    cut: (text) => nodejieba.cutForSearch(text, true),
    nouns: (text) =>
      nodejieba
        .tag(text)
        .filter(({ tag }) => NAMING.test(tag))
        .map(({ word }) => word),
  };
};
