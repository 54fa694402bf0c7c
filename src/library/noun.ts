import { squeeze } from '../text.ts';
import { COUNTED_BY, LEADING, NO_NOUN, NOUN_END, TRAILING } from './figure-words.ts';

const OPENS = new RegExp(`^(?:${LEADING}|[\\s、，,：:；;（(）)“”]+)`);
const CLOSES = new RegExp(`(?:${TRAILING}|[\\s、，,：:；;]+)$`);
const VERB = new RegExp(COUNTED_BY, 'g');
const HAN_NEXT = /^\p{Script=Han}/u;
const NO_NOUN_NEXT = new RegExp(`^(?:${NO_NOUN})`);
/** Up to a mark, or to another amount: 12个管护点和6个管理站. */
const PHRASE = /^(?:(?![和及与并]\s*\d)[^，。；、,;：:（(])*/;
/** 10家主营收入超10亿元的骨干企业: another amount only says which are counted. */
const QUALIFIED = /^\p{Script=Han}+\d[^的]*的(?=\p{Script=Han}{2})/u;
const ENDS = new RegExp(`(?:${NOUN_END})`);

const strip = (phrase: string, pattern: RegExp): string => {
  let rest = phrase;
  for (let next = rest.replace(pattern, ''); next !== rest; next = rest.replace(pattern, '')) rest = next;
  return rest;
};

const stripBoth = (phrase: string): string => strip(strip(phrase, CLOSES), OPENS);

const ONLY_VERB = new RegExp(`^(?:${COUNTED_BY})$`);

/** The noun before a figure: 设立普惠金融事业部 → 普惠金融事业部; empty when only verbs stand there. */
export const nounBefore = (phrase: string): string => {
  const whole = stripBoth(phrase);
  const objects = [...whole.matchAll(VERB)].map((verb) => stripBoth(whole.slice(verb.index + verb[0].length)));
  const noun = objects.findLast((object) => object !== '' && !ONLY_VERB.test(object));
  return quoted(squeeze(noun ?? (ONLY_VERB.test(whole) ? '' : whole)));
};

/** A name of a list: what stands before it is cut off, and no verb that only begins it, as in 培育期企业. */
export const nounOfName = (name: string): string => quoted(squeeze(stripBoth(name)));

/** “专精特新”中小企业: a name that begins with a quotation keeps its first mark. */
const quoted = (noun: string): string => (/^[^“]*”/u.test(noun) ? `“${noun}` : noun);

/** The noun behind a figure: 期金融人才研修班，每年… → 金融人才研修班; empty when none begins there. */
export const nounAfter = (rest: string): string => {
  const phrase = squeeze(PHRASE.exec(rest)?.[0] ?? '')
    .replace(/^的/, '')
    .replace(QUALIFIED, '');
  if (!HAN_NEXT.test(phrase) || NO_NOUN_NEXT.test(phrase)) return '';
  const end = ENDS.exec(phrase.slice(1));
  return end ? phrase.slice(0, end.index + 1) : phrase;
};

/** True when a noun stands directly behind the figure, without 的: 2家金融后台服务机构. */
export const governsNext = (rest: string): boolean =>
  HAN_NEXT.test(rest.trimStart()) && !/^\s*的/.test(rest) && nounAfter(rest) !== '';

/** True when what stands behind a figure makes it one that only says which are meant: 超千亿的高新区. */
export const qualifies = (rest: string): boolean => rest.startsWith('的');

/** True of a piece between commas that only says which are meant: 经营10家以上的，奖励20万元. */
export const isCase = (piece: string): boolean => piece.endsWith('的');
