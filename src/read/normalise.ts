import { Converter } from 'opencc-js/t2cn';
import { oncePer } from '../once.ts';
import { foldWidth, stripInvisible } from '../text.ts';
import type { Language } from '../types.ts';
import { withCommas } from './gaps.ts';
import { languageOf } from './language.ts';

/** Wording of Hong Kong, Taiwan or the spoken language → standard wording, as rows of the corpus. */
export interface Variant {
  readonly say: string;
  readonly mean: string;
  readonly always?: boolean | undefined;
}

export interface Normalised {
  readonly text: string;
  readonly language: Language;
}

/** Characters that only written Cantonese uses: its wording is replaced in simplified characters too. */
const CANTONESE = /[嘅啲咩冇佢乜唔嚟哋喺咗]|边个|边间|点样|几多/u;
/** @somebody, as chat platforms print a mention: to whom, not what. */
const MENTION = /[@＠][^\s@＠]{1,30}(?=\s)/gu;
/** ①…②…: several questions, numbered. */
const ENUMERATORS = /(?<!第)[①-⑳](?!项|条|款|个)/gu;
/** 1、…？2、…: the same, numbered with digits; the first stands at the head. */
const NUMBERED = /^\s*[(（]?1(?:[、)）]|[.．](?!\d)).*?[\s，,；;。？?！!][(（]?2(?:[、)）]|[.．](?!\d))/su;
const NUMBERS = /(?<=^\s*|[\s，,；;。？?！!])[(（]?[1-9](?:[、)）]|[.．](?!\d))/gu;
const withoutNumbers = (text: string): string => (NUMBERED.test(text) ? text.replace(NUMBERS, '；') : text);
const CONTROL = /[\p{Cc}\p{Cs}\p{Co}]+/gu;
const SPACES_IN_CHINESE = /(?<=[\p{Script=Han}\d])[ \t]+(?=[\p{Script=Han}])|(?<=\p{Script=Han})[ \t]+(?=\d)/gu;
/** 9个亿, 两个亿: as 9亿 is said. */
const SAID_HUNDRED_MILLIONS = /(?<=[\d一二两三四五六七八九十百千])个(?=[百千]?亿)/gu;
const MARKS_IN_WORDS = /(?<=\p{Script=Han})[*_~`|^·•]+(?=\p{Script=Han})/gu;
const YEAR_NUMERALS = /[二2][〇零○0O][一二三四五六七八九〇零]{2}(?=年|到|至|、|和|与|末|底|[^\p{Script=Han}]|$)/gu;
/** 开元证券…不对，开源证券: what was said before the slip was put right, where nothing was asked yet. */
const SLIP =
  /^[^吗谁哪几多什啥怎]{2,10}[.…,。\s]+(?:不对|不是|错了|说错了|口误|哦不|噢不)[.…,。\s]*(?![应称外劲等])(?=\p{Script=Han}{6})/u;
/** 多少平, 2000平: square metres. */
const SHORT_AREA = /(?<=[\d千百万几少])平(?=$|[了的吗呢啊，。？,.?! ])/gu;
/** 设个研究院: the measure word says nothing. */
const IDLE_MEASURE = /(?<=[设建办立招弄修])个(?![人体税股别性月])(?=\p{Script=Han}{2})/gu;
const DIGITS = '〇一二三四五六七八九';

const digit = (char: string): string => {
  const at = DIGITS.indexOf(char.replace(/[零○O0]/, '〇'));
  return at < 0 ? char : String(at);
};

const convert = Converter({ from: 'tw', to: 'cn' });
/** 么 is simplified already, and only in traditional writing another character. */
const toSimplified = (text: string): string =>
  text.includes('么') ? text.split('么').map(convert).join('么') : convert(text);

/** Keeps the quotation marks that the plan prints: 「」『』 are the same marks in another place. */
const foldQuotes = (text: string): string =>
  text
    .replace(/[「『]/g, '“')
    .replace(/[」』]/g, '”')
    .replace(/[’‘]/g, "'");

/** Returns a text with each variant in its standard wording, the longest first. */
const createStandard = (variants: readonly Variant[]): ((text: string) => string) => {
  const rows = [...variants].sort((a, b) => b.say.length - a.say.length);
  if (rows.length === 0) return (text) => text;
  const pattern = new RegExp(rows.map(({ say }) => say.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
  const meaning = new Map(rows.map(({ say, mean }) => [say, mean]));
  return (text) => text.replace(pattern, (say) => meaning.get(say) ?? say);
};

/** In the wording of any text, and of one in traditional or Cantonese writing. */
const standardsOf = oncePer((variants: readonly Variant[]) => ({
  standardOf: createStandard(variants),
  plainOf: createStandard(variants.filter(({ always }) => always)),
}));

/**
 * A question as typed → one form for all that follows: marks that print nothing, control characters and emphasis inside
 * words gone, half width, simplified characters, standard wording, years in figures. Linear in the length.
 */
export const createNormalise = (variants: readonly Variant[]): ((text: string) => Normalised) => {
  const { standardOf, plainOf } = standardsOf(variants);
  return (typed) => {
    const visible = stripInvisible(typed).replace(CONTROL, ' ').replace(MENTION, ' ').replace(ENUMERATORS, '；');
    const folded = foldQuotes(foldWidth(withoutNumbers(visible))).toLowerCase();
    const simplified = toSimplified(folded);
    const language = languageOf(folded, simplified);
    const spoken = language === 'zh-Hant' || CANTONESE.test(simplified);
    const text = withCommas((spoken ? standardOf : plainOf)(simplified).replace(MARKS_IN_WORDS, ''))
      .replace(SPACES_IN_CHINESE, '')
      .replace(SAID_HUNDRED_MILLIONS, '')
      .replace(SLIP, '')
      .replace(IDLE_MEASURE, '')
      .replace(SHORT_AREA, '平米')
      .replace(YEAR_NUMERALS, (year: string) => [...year].map(digit).join(''))
      .replace(/\s+/g, ' ')
      .trim();
    return { text, language };
  };
};

/** The same without the variants of a corpus: for what is read before a question is put to a plan. */
export const normalisePlain = createNormalise([]);
