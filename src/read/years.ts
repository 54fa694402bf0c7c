import { type Candidate, spanOf, thing } from './candidate.ts';
import { NUMERAL, numberOf, rangeOf } from './ordinals.ts';

/** The plan's years, by which 最后一年 is known, and the year of asking. */
export interface Clock {
  readonly period: readonly [first: number, last: number];
  /** The plan speaks of years from 2030 on: 30年 may be one of them. */
  readonly late?: boolean;
  readonly now: number | undefined;
}

const TAIL = '(?:年(?:度|底前|末|底|内|间|初|前|后|全年)?(?!代|期))';
const FULL = new RegExp(
  `(?<![\\d.〔[(])(20\\d{2}|19\\d{2})(?:${TAIL}|末|底|(?!\\d|[,.]\\d|年|家|亿|万|元|平|户|人|个|项|次|期|名))`,
  'g',
);
/** The figures alone: 年 may begin a name, as in 2023年保费收入; behind them 几 asks for a number: 2022几个亿. */
const BARE = /(?<![\d.〔[(])(?:20|19)\d{2}(?=年|几)/g;
const SHORT = new RegExp(`(?<![\\d.])([012]\\d)${TAIL}(?!来|以)`, 'g');
const SHORT_LATE = new RegExp(`(?<![\\d.])([0-3]\\d)${TAIL}(?!来|以)`, 'g');
const RANGE =
  /(?<![\d.])(?:从)?(20\d{2}|[12]\d)年?(?:底|末)?\s?(?:到|至|[-—–~～]+|to|through)\s?(20\d{2}|[12]\d)(?:年(?:底|末|间|期间)?|(?=[每各逐]|一年)|(?<=20\d{2})(?=平均|年均|一共|总共|合计)|(?!\d|[.,]\d|[\p{Script=Han}%]))/gu;
/** 20到22引几家: two years of the plan's time, and 年 left out. */
const PAIR =
  /(?<![\d.第])([12]\d)(?:到|至)([12]\d)(?=(?![家亿万元平户人个项次期名号条款页点周岁天月日分级年])\p{Script=Han})/gu;
/** 22比20多几个: two years set against each other, and 年 left out. */
const COMPARED = /(?<![\d.])(20\d{2}|[12]\d)比(20\d{2}|[12]\d)(?=[多少高低增涨升降减添翻]|要[多少增])/gu;
/** 2020、2021和2022年, 20、21年, 2020/2021. */
const LIST =
  /(?<![\d.])(?:(?:20)?[12]\d年?\s?[、,，和与跟同及/]\s?){1,9}(?:20)?[12]\d(?:\s?[两二三四几]?年(?:年?[底末])?|(?=每年)|(?![\d\p{Script=Han}%.]))/gu;
/** 2021年以后: the years behind it; 2021年及以后, 从2021年起: and it. */
const OPEN =
  /(?<![\d.])(?:(?<from>从|自))?(?<year>20\d{2}|[12]\d)年(?:底|末)?(?:(?<with>及其?|和|包括)?(?:以后|之后|往后)(?:各年|每年|几年)?|(?<=(?:从|自)\d+年)(?:起算?|开始算?|往后|算起|算))/gu;
/** 二二年, 一八年: two numerals, one a digit each. */
const NUMERALS = /(?<![一二三四五六七八九十百第零〇])([一二])([零〇一二三四五六七八九])年(?:底|末|度)?/g;
/** by the end of 2021 */
const ENGLISH_END = /\b(?:(?:by|at|until) )?(?:the )?end of (20\d{2})\b/g;
const BY_CLOCK: Readonly<Record<string, number>> = {
  ...{ 今年: 0, 本年度: 0, 本年: 0, 当年: 0, 明年: 1, 后年: 2, 来年: 1, 去年: -1, 前年: -2, 上年度: -1, 下年度: 1 },
  ...{ 'this year': 0, 'last year': -1, 'next year': 1 },
};
/** 今年（2020年）: the year that is said beside it. */
const CLOCK = new RegExp(`(?:${Object.keys(BY_CLOCK).join('|')})(?:[(（](20\\d{2})年?[)）])?`, 'g');
/** 头两年, 前两年, 后两年, 最后两年, 第一年, 最后一年, 三年. */
const EDGE = new RegExp(
  `(头|前|开头|前头|前面|后|后头|后面|末|末尾|最后|余下|剩下|剩余)(?:的)?(${NUMERAL})年(?:里|内|间)?(?!级|期)`,
  'g',
);
/** 前一年, 后一年: counted from the year before. */
const RELATIVE = /^[前后]$/u;
const NTH = new RegExp(`第(${NUMERAL})(?:个)?年(?:度)?`, 'g');
const ALL = new RegExp(
  `(?:这|前后|未来|近|整|整个|全部)?(${NUMERAL})(?:个)?年(?:期|里|内|间|下来|期间|时间|来|全程)?(?:各自|全部)?(?!行动|专项|级|代|以上|以内)`,
  'g',
);
const ENGLISH_ALL = /\b(?:(?:over|in|during|across) )?(?:the )?(?:three|3|two|four|five) years\b|\bthree-year\b/g;
/** 规划期内, 计划期间: all years of the plan. */
const PERIOD = /(?:规划|计划|实施|方案)期(内|间|限内)?(?!限|末|满|结束)/g;
/** 规划期末, 三年末, 计划结束时, by the end of the plan: its last year. */
const PERIOD_END = new RegExp(
  [
    '(?:到|至)?(?:规划|计划|实施|方案|行动)?期(?:末|满)(?:时|前)?(?!考)',
    '(?:到|至)?(?:规划|计划|方案|行动)(?:期)?(?:结束|到期|收官|期满)(?:时|后|之时|之年|那年)',
    '(?:到|至)?(?:这)?(?:三|3)年(?:期)?(?:末|底|结束(?:时|后)?|期满)',
    '\\b(?:by|at) the end of the (?:plan|three years)(?: period)?\\b',
  ].join('|'),
  'g',
);
/** 十四五: five years, known by which of them it is; 末: the last of them. */
const FIVE_YEARS = /[“"]?(十[一二三四五六])五[”"]?(?:规划)?(?:期间|时期|期内|期末|末期|期|末)?/g;
const [FIFTEENTH, FIRST_OF_IT] = [15, 2026];

/** 20、21、22 are years of the plan's time, 10、15、20 are numbers. */
const NEAR = 5;

const yearOf = (digits: string): number => Number(digits.length === 2 ? `20${digits}` : digits);
const inside = (years: readonly number[], [first, last]: Clock['period']): readonly number[] =>
  years.filter((year) => year >= first && year <= last);

const edge = (where: string, count: number, [first, last]: Clock['period']): readonly number[] =>
  /^(?:头|前|开头)/u.test(where) ? rangeOf(first, first + count - 1) : rangeOf(last - count + 1, last);

/** Returns every period of a text that is said in figures or counted: 2021年, 20到22年, 头两年, 第二年, 十四五. */
export const yearsIn = (text: string, { period, now, late = false }: Clock): readonly Candidate[] => {
  const [first, last] = period;
  /** A plan without a period has no years of its own. */
  const whole = first === 0 ? [] : rangeOf(first, last);
  const found: Candidate[] = [];
  const add = (
    match: RegExpMatchArray,
    years: readonly number[],
    { rule, every = false }: { readonly rule: string; readonly every?: boolean },
  ) => found.push(thing(spanOf(match), `year:${rule}`, { kind: 'year', years, every }));
  for (const match of text.matchAll(RANGE)) {
    const [from, to] = [yearOf(match[1] ?? ''), yearOf(match[2] ?? '')];
    if (from <= to && to - from < 20) add(match, rangeOf(from, to), { rule: 'range', every: true });
  }
  for (const match of text.matchAll(PAIR)) {
    const [from, to] = [yearOf(match[1] ?? ''), yearOf(match[2] ?? '')];
    const near = [from, to].every((year) => Math.abs(year - first) <= NEAR);
    if (near && from < to) add(match, rangeOf(from, to), { rule: 'range', every: true });
  }
  for (const match of text.matchAll(OPEN)) {
    const { year = '', from, with: own } = match.groups ?? {};
    const start = yearOf(year) + ((own ?? from) ? 0 : 1);
    if (whole.length > 0)
      add(match, start < last ? rangeOf(start, last) : [start], { rule: 'open', every: start < last });
  }
  for (const match of text.matchAll(LIST)) {
    const years = (match[0].match(/\d+/g) ?? []).map(yearOf);
    const bare = years.length > 2 && years.every((year) => Math.abs(year - first) <= NEAR);
    if (bare || /20\d{2}|年/u.test(match[0])) add(match, years, { rule: 'list' });
  }
  for (const match of text.matchAll(COMPARED)) {
    const [later = '', earlier = ''] = match.slice(1);
    const near = [later, earlier].map(yearOf).every((year) => Math.abs(year - first) <= NEAR);
    const [from, to] = spanOf(match);
    const year = (span: readonly [number, number], said: string): Candidate =>
      thing(span, 'year:compared', { kind: 'year', years: [yearOf(said)], every: false });
    if (near) found.push(year([from, from + later.length], later), year([to - earlier.length, to], earlier));
  }
  for (const match of text.matchAll(FULL)) add(match, [Number(match[1])], { rule: 'digits' });
  for (const match of text.matchAll(BARE)) add(match, [Number(match[0])], { rule: 'digits' });
  for (const match of text.matchAll(late ? SHORT_LATE : SHORT)) add(match, [yearOf(match[1] ?? '')], { rule: 'short' });
  for (const match of text.matchAll(NUMERALS))
    add(match, [2000 + 10 * numberOf(match[1] ?? '') + numberOf(match[2] ?? '')], { rule: 'numerals' });
  for (const match of text.matchAll(ENGLISH_END)) add(match, [Number(match[1])], { rule: 'digits' });
  for (const match of text.matchAll(CLOCK))
    if (match[1] !== undefined) add(match, [Number(match[1])], { rule: 'digits' });
    else if (now === undefined) add(match, [], { rule: 'no-clock', every: true });
    else add(match, [now + (BY_CLOCK[match[0]] ?? 0)], { rule: 'clock' });
  for (const match of text.matchAll(EDGE)) {
    const count = numberOf(match[2] ?? '');
    if (count === 1 && !RELATIVE.test(match[1] ?? '')) add(match, edge(match[1] ?? '', 1, period), { rule: 'edge' });
    else if (count > 1 && count <= whole.length)
      add(match, edge(match[1] ?? '', count, period), { rule: 'edge', every: true });
  }
  for (const match of text.matchAll(NTH)) {
    const years = inside([first + numberOf(match[1] ?? '') - 1], period);
    if (years.length > 0) add(match, years, { rule: 'nth' });
  }
  for (const match of text.matchAll(ALL))
    if (whole.length > 1 && numberOf(match[1] ?? '') === whole.length) add(match, whole, { rule: 'all', every: true });
  for (const match of text.matchAll(PERIOD))
    add(match, whole, { rule: match[1] === undefined ? 'period' : 'all', every: true });
  for (const match of text.matchAll(PERIOD_END)) add(match, whole.slice(-1), { rule: 'end' });
  for (const match of text.matchAll(ENGLISH_ALL)) add(match, whole, { rule: 'all', every: true });
  for (const match of text.matchAll(FIVE_YEARS)) {
    const start = FIRST_OF_IT + 5 * (numberOf(match[1] ?? '') - FIFTEENTH);
    if (match[0].includes('末')) add(match, [start + 4], { rule: 'five' });
    else add(match, rangeOf(start, start + 4), { rule: 'five', every: true });
  }
  return found;
};
