import type { Mention } from '../types.ts';

const RANGE = /(20\d{2})年?(?:到|至|[-—–~])+(20\d{2})年?/g;
const FULL = /(?<!\d)(20\d{2})(?:年(?:度|末|底|内)?|末|底|(?!\d|年|家|亿|万|元|平|户|人|个|项))/g;
const SHORT = /(?<!\d)([12]\d)年(?:底|末|度)?(?!\d|代|前|后|来|期)/g;
const EVERY =
  /(?:这|前后|未来|近)?三年(?!行动|专项)|(?:历|各|每一?|逐|分)年度?|每一年|20\d{2}[、,](?:20)?\d{2}[、,和](?:20)?\d{2}年?|every year|each year|all (?:three )?years|over the (?:three )?years|three[- ]year/g;

/** Years that only a clock could tell. */
const RELATIVE = /今年|明年|去年|前年|后年|本年度?|下一?年度|this year|last year/g;
const AWAY: Readonly<Record<string, number>> = {
  ...{ 明年: 1, 后年: 2, 去年: -1, 前年: -2, 下年度: 1, 下一年度: 1 },
  'last year': -1,
};

/** The plan's years, by which 最后一年 is known, and the year of asking. */
export interface Ordered {
  readonly period: readonly [number, number];
  readonly now?: number | undefined;
}

/** 第一年, 第二年, 最后一年: the plan's own, counted from its first. */
const BY_ORDER: readonly { readonly pattern: RegExp; readonly of: (period: readonly [number, number]) => number }[] = [
  { pattern: /最后(?:那)?一?年|末年|收官(?:之)?年|第三年|final year|last year of the plan/g, of: ([, to]) => to },
  { pattern: /第一年|头一年|首年|起步(?:那)?年|first year/g, of: ([from]) => from },
  { pattern: /第二年|中间(?:那)?一?年|second year/g, of: ([from]) => from + 1 },
];

/** 2020年…比上年多几家: the year before the one that is named. */
const BEFORE = /(?:比|较|跟|与)(?:上一?年|前一年)(?:底|末)?|year before|previous year/g;

const from = (match: RegExpMatchArray): readonly [number, number] => [
  match.index ?? 0,
  (match.index ?? 0) + match[0].length,
];

/**
 * Years of a question: 2021年, 21年, 2020—2022年, 三年. 今年 and 明年 count from the given year; without one they stand for
 * every year: nothing here reads a clock, and a plan's year is never guessed.
 */
export const recogniseYears = (text: string, { period, now }: Ordered): readonly Mention[] => {
  const found: Mention[] = [];
  const add = (match: RegExpMatchArray, years: readonly number[], rule: string) => {
    for (const year of years) found.push({ kind: 'year', year, span: from(match), text: match[0], rule });
  };
  for (const match of text.matchAll(RANGE)) {
    const [first, last] = [Number(match[1]), Number(match[2])];
    if (last - first >= 0 && last - first < 10)
      add(
        match,
        Array.from({ length: last - first + 1 }, (_, at) => first + at),
        'year:range',
      );
  }
  const taken = (at: number) => found.some(({ span }) => at >= span[0] && at < span[1]);
  for (const match of text.matchAll(FULL)) if (!taken(match.index)) add(match, [Number(match[1])], 'year:digits');
  for (const match of text.matchAll(SHORT))
    if (!taken(match.index)) add(match, [2000 + Number(match[1])], 'year:short');
  for (const match of text.matchAll(RELATIVE))
    if (now === undefined) found.push({ kind: 'period', span: from(match), text: match[0], rule: 'year:relative' });
    else add(match, [now + (AWAY[match[0]] ?? 0)], 'year:clock');
  for (const { pattern, of } of BY_ORDER)
    for (const match of text.matchAll(pattern)) add(match, [of(period)], 'year:order');
  const named = new Set(found.flatMap((mention) => (mention.kind === 'year' ? mention.year : [])));
  const [only] = named;
  for (const match of text.matchAll(BEFORE))
    if (only !== undefined && named.size === 1) add(match, [only - 1], 'year:before');
  for (const match of text.matchAll(EVERY))
    found.push({ kind: 'period', span: from(match), text: match[0], rule: 'year:every' });
  return found;
};
