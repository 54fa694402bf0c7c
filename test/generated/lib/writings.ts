import { asSaid, fullWidth, inChinese, separated, wholeInChinese } from './chinese.ts';
import type { Fact } from './facts.ts';

/** One way to write an amount, and what it is called. */
export interface Writing {
  readonly name: string;
  readonly text: string;
}

const TRILLION = 10_000;
const HUNDRED = 100;

/** 26500 → 2.65万; 479 → 479. In 亿. */
const shortest = (value: number): string => (value >= TRILLION ? `${value / TRILLION}万` : String(value));
const shortestChinese = (value: number): string =>
  value >= TRILLION ? `${asSaid(inChinese(value / TRILLION))}万` : asSaid(wholeInChinese(value));

const moneyWritings = (value: number): readonly Writing[] => [
  { name: 'figures', text: `${value}亿元` },
  value >= TRILLION
    ? { name: 'scaled', text: `${shortest(value)}亿元` }
    : value < HUNDRED
      ? { name: 'scaled', text: `${value * TRILLION}万元` }
      : { name: 'yuan of people', text: `${value}亿元人民币` },
  { name: 'full width', text: `${fullWidth(shortest(value))}亿元` },
  { name: 'Chinese', text: `${shortestChinese(value)}亿元` },
  value >= 1_000 ? { name: 'separators', text: `${separated(value)}亿元` } : { name: 'spaced', text: `${value} 亿元` },
  { name: 'without 元', text: `${shortest(value)}亿` },
];

const percentWritings = (value: number): readonly Writing[] => [
  { name: 'figures', text: `${value}%` },
  { name: 'full width', text: fullWidth(`${value}%`) },
  { name: 'Chinese', text: `百分之${wholeInChinese(value)}` },
  { name: 'half Chinese', text: `百分之${value}` },
  { name: 'spaced', text: `${value} %` },
  { name: 'decimal', text: `${value}.0%` },
];

const countWritings = (value: number, measure: string): readonly Writing[] => [
  { name: 'figures', text: `${value}${measure}` },
  { name: 'full width', text: `${fullWidth(String(value))}${measure}` },
  { name: 'Chinese', text: `${asSaid(wholeInChinese(value))}${measure}` },
  { name: 'spaced', text: `${value} ${measure}` },
  value >= 1_000
    ? { name: 'separators', text: `${separated(value)}${measure}` }
    : { name: 'full width, spaced', text: ` ${fullWidth(String(value))} ${measure}` },
];

/** An indicator is asked without its unit too, where that goes without saying and the number is no year. */
const bareWriting = ({ own }: Fact, amount: number): readonly Writing[] => {
  if (!own || (amount > 1900 && amount < 2100)) return [];
  return own.measure.startsWith('万亿') ? [] : [{ name: 'without unit', text: String(amount) }];
};

/** Returns an amount, in the measure of the fact, in six writings or so. */
export const writingsOf = (fact: Fact, amount: number): readonly Writing[] => {
  if (fact.measure === '亿元') return [...moneyWritings(amount), ...bareWriting(fact, amount)];
  if (fact.measure === '%') return percentWritings(amount);
  return [...countWritings(amount, fact.measure), ...bareWriting(fact, amount)];
};
