import { readNumeral } from './numerals.ts';

/** How often something is done, in months between one time and the next: 每季度, 每两年, 三年一次. */
export interface Interval {
  readonly from: number;
  readonly to: number;
  readonly printed: string;
  readonly months: number;
}

const [DAYS_A_MONTH, DAYS_A_WEEK] = [30, 7];
const MONTHS: Readonly<Record<string, number>> = {
  ...{ 年: 12, 年度: 12, 半年: 6, 学期: 6, 季度: 3, 季: 3, 个月: 1, 月: 1 },
  ...{ 周: DAYS_A_WEEK / DAYS_A_MONTH, 星期: DAYS_A_WEEK / DAYS_A_MONTH, 礼拜: DAYS_A_WEEK / DAYS_A_MONTH },
  ...{ 日: 1 / DAYS_A_MONTH, 天: 1 / DAYS_A_MONTH },
};
const UNIT = '年度|半年|年|学期|季度|季|个月|月|星期|礼拜|周|日|天';
const MANY = '\\d{1,2}|[一二两三四五六七八九十]{1,2}';
const EACH = new RegExp(`每(?:隔|个)?\\s*(${MANY})?\\s*个?(${UNIT})(?!\\d)`, 'gu');
const ONCE = new RegExp(
  `(?<![\\d第])(${MANY})?\\s*个?(${UNIT})(?=(?:一|1)\\s*(?:次|遍|轮|回|期|评|届|考|报|调|测|审|检|查))`,
  'gu',
);

const countOf = (said: string | undefined): number =>
  said === undefined ? 1 : /^\d/.test(said) ? Number(said) : readNumeral(said.replace('两', '二'));

/** Returns how often a text says that something is done, in order. */
export const intervalsIn = (text: string): readonly Interval[] =>
  [...text.matchAll(EACH), ...text.matchAll(ONCE)]
    .map((match): Interval => {
      const from = match.index;
      const printed = match[0];
      return { from, to: from + printed.length, printed, months: countOf(match[1]) * (MONTHS[match[2] ?? ''] ?? 0) };
    })
    .filter(({ months }) => months > 0)
    .filter((one, at, all) => all.findIndex(({ from, to }) => from <= one.from && to >= one.to) === at);
