import nodejieba from 'nodejieba';
import { remembering } from '../recent.ts';
import { dictionaryFiles } from './dictionary.ts';

/** Text → words, overlapping ones too, as for a search index (天然气交易中心 → 天然 天然气 交易 中心 交易中心). */
export type Cut = (text: string) => readonly string[];

/** jieba for one plan. */
export interface Cutter {
  readonly cut: Cut;
  /** The nouns of a text, in order. */
  readonly nouns: Cut;
  /** Its nouns, and what else may name a thing: fixed expressions, places, words that the dictionary does not know. */
  readonly things: Cut;
  /** Its nouns and verbs. */
  readonly contents: Cut;
  /** Nouns and verbs that make one name, and nothing else: 存款保险, not 发可转债. */
  readonly isCompound: (text: string) => boolean;
}

/** jieba tags of words that name things. */
const NAMING = /^n/;
const MAY_NAME = /^(?:n|x|l|j|s|z$)/;

const CONTENT = /^(?:n|v|j)/;

/** Tags of what a compound is made of; a verb of one character has an object. */
const COMPOUNDED = /^(?:n|v|a$|b|j|x|l|s|f)/;

const isCompound = (text: string): boolean =>
  nodejieba.tag(text).every(({ word, tag }) => COMPOUNDED.test(tag) && (!tag.startsWith('v') || word.length > 1));

const tagged =
  (tags: RegExp): Cut =>
  (text) =>
    nodejieba
      .tag(text)
      .filter(({ tag }) => tags.test(tag))
      .map(({ word }) => word);

/** One question has the same words cut several times. */
const MOST_RECENT = 16;

const remembered = (cut: Cut): Cut => remembering(cut, MOST_RECENT);

let loaded = false;

/** jieba with a plan's own names as words. The dictionary is one for the process; names are added to it. */
export const createCutter = (words: Iterable<string>): Cutter => {
  if (!loaded) nodejieba.load({ ...dictionaryFiles() });
  loaded = true;
  for (const word of new Set(words)) nodejieba.insertWord(word);
  return {
    cut: remembered((text) => nodejieba.cutForSearch(text, true)),
    nouns: remembered(tagged(NAMING)),
    things: remembered(tagged(MAY_NAME)),
    contents: remembered(tagged(CONTENT)),
    isCompound,
  };
};
