import { intervalsIn } from '../quantity-interval.ts';

/** A day, a month, or a part of a year: what a plan prints as a date; with the word that ends a term, where it has one. */
const DATE =
  /(?:(\d{4})\s*年\s*)?(?<!\d)(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日|底|末|初|上旬|中旬|下旬)?(?:之?前)?|年底前|年底|年末前|年末|上半年|下半年/gu;

/** Without one of these no text prints a date. */
const ANY = /[月底末]|半年/u;

/** A day or a month; the year, where one is named. */
export interface Day {
  readonly month: number;
  readonly day?: number | undefined;
  readonly year?: number | undefined;
}

/** A date as printed; `on` is the day or month that it names. */
export interface PrintedDate {
  readonly printed: string;
  readonly on: Day | undefined;
}

const numberIn = (digits: string | undefined): number | undefined =>
  digits === undefined ? undefined : Number(digits);

const LENGTH = '(?:\\d{1,3}|[一二三四五六七八九十两半]{1,3})\\s*(?:个)?';
const UNIT = '(?:工作日|小时|分钟|日|天|月|年|周|星期)';

/** How long something may take or goes on, and how often it is done, where no day is named: 30日内, 每季度. */
const TERM = new RegExp(
  [
    `(?:印发|发布|公布|下发|实施|收到|通过)?(?:之日)?起?${LENGTH}${UNIT}(?:之|以)?内`,
    `(?:不超过|不得超过|不少于|不低于|最长|最多|至少)${LENGTH}${UNIT}`,
    `用${LENGTH}${UNIT}(?:左右)?(?:的)?时间`,
    `(?:有效期|期限|时间|周期)(?:为|至|是|不超过)?${LENGTH}${UNIT}`,
    '(?:长期|持续|常年|常态化)(?:坚持|推进|实施|开展|进行|推动)|年内|即日起',
  ].join('|'),
  'gu',
);

/** Returns the dates that a text prints, in order. */
export const datesIn = (text: string): readonly PrintedDate[] =>
  !ANY.test(text)
    ? []
    : [...text.matchAll(DATE)].map(([printed, year, month, day]) => ({
        printed,
        on: month === undefined ? undefined : { month: Number(month), day: numberIn(day), year: numberIn(year) },
      }));

/** From one date to another: 2019年1月1日至2020年12月31日. */
const SPAN = new RegExp(`(?:${DATE.source})(?:至|到|—|–|-)(?:${DATE.source})`, 'gu');

/** Returns how a text prints when something is due, in order: dates, spans of them, and terms that are none. */
export const duesIn = (text: string): readonly string[] => {
  const spans = [...text.matchAll(SPAN)];
  const inSpan = (at: number): boolean =>
    spans.some(({ index, 0: printed }) => at >= index && at < index + printed.length);
  const often = intervalsIn(text).map(({ from, printed }) => ({ index: from, 0: printed }));
  const alone = [...text.matchAll(DATE), ...text.matchAll(TERM), ...often].filter(({ index }) => !inSpan(index));
  return [...spans, ...alone].sort((a, b) => a.index - b.index).map(({ 0: printed }) => printed);
};

/** True when a printed date agrees with all that is said of a day, as far as it says so much itself. */
export const isOn = ({ on }: PrintedDate, { month, day, year }: Day): boolean => {
  const agrees = (said: number | undefined, found: number | undefined) =>
    said === undefined || found === undefined || said === found;
  return on !== undefined && on.month === month && agrees(day, on.day) && agrees(year, on.year);
};

/** 满3年, 1年以上, 3—12个月: so long, and no date; 三年行动计划 is what something is called. */
const SO_LONG =
  /(?:满|不少于|不低于|不超过|至少|最长)?(?<!\d)(?:\d{1,3}(?:\s*[-—–~至到]\s*\d{1,3})?|[一二两三四五六七八九十半]{1,3})\s*(?:年|个月|个季度|周|天|个工作日|个?小时)(?:以上|以下|以内|左右|内)?(?!\p{Script=Han}{0,9}(?:计划|行动|规划|攻坚))/gu;

/** Returns the lengths of time that a text prints, in order: 1年以上. */
export const lengthsPrinted = (text: string): readonly string[] =>
  [...text.matchAll(SO_LONG)].map(([printed]) => printed);

const OFTEN =
  /每\s*(?:[一二两三四五六七八九十]|\d{1,2})?\s*(?:个|半)?(?:季度|月|周|半年|学期|年|天|日)|不?定期|年度|常态化|(?<=[，、。；：按]|^)[年季月周日](?:调度|通报|考核|评估|督查|研判|报告|总结)|[一1]\s*(?:年|个?季度|个?月|周)\s*(?:[一二两三四五六]|\d{1,2})\s*[次期场回]/gu;

/** Returns how a text prints how often something is done, in order: 每年, 定期, 年度. */
export const oftenIn = (text: string): readonly string[] => [...text.matchAll(OFTEN)].map(([printed]) => printed);

/** Returns a text without the years, months and days in it. */
export const withoutDates = (text: string): string => text.replace(/\d+\s*[年月日号]/gu, '');
