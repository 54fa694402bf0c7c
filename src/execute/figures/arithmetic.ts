import { squeeze } from '../../text.ts';
import type { Found, Reckoned } from './result.ts';

const SCALES: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['千亿', 1e11],
  ['百亿', 1e10],
  ['亿', 1e8],
  ['万', 1e4],
];
const NUMERAL = /\d+(?:[,，]\d{3})*(?:\.\d+)?/;
/** More decimals than any plan prints are an artefact of floating point. */
const MOST_DECIMALS = 10;

/** Returns how many of the base unit one of a measure is: 亿元 → 1e8. */
export const scaleOf = (measure: string): number => SCALES.find(([scale]) => measure.startsWith(scale))?.[1] ?? 1;

const tidy = (value: number): string => String(Number(value.toFixed(MOST_DECIMALS)));

/** Returns the measure of a figure: an indicator's own, else as printed. */
export const measureOf = ({ thing, figure }: Found): string =>
  thing.kind === 'indicator' ? thing.indicator.measure : figure.measure;

/** Returns a figure's number as printed, in its own measure: 2.70, 1600; computed where it is printed in words. */
export const numeralOf = (found: Found, measure = measureOf(found)): string => {
  const { thing, figure, years } = found;
  if (measure === measureOf(found)) {
    const value = thing.kind === 'indicator' ? thing.indicator.values.find(({ year }) => year === years[0]) : undefined;
    if (value) return value.printed;
    const printed = NUMERAL.exec(squeeze(figure.printed))?.[0]?.replace(/[,，]/g, '');
    if (printed !== undefined && figure.value === Number(tidy(Number(printed) * scaleOf(measure)))) return printed;
  }
  return tidy(figure.value / scaleOf(measure));
};

const decimals = (printed: string): number => printed.split('.')[1]?.length ?? 0;
const most = (numerals: readonly string[]): number => Math.max(0, ...numerals.map(decimals));

type Rest = readonly [Found, ...Found[]];

const SCALE = new RegExp(`\\d(${SCALES.map(([scale]) => scale).join('|')})`);

/** The measure of several figures: 万台, where all are printed so. */
const sharedMeasure = (of: Rest): string => {
  const measure = measureOf(of[0]);
  const [scale, ...others] = new Set(of.map(({ figure }) => SCALE.exec(squeeze(figure.printed))?.[1] ?? ''));
  const alike = others.length === 0 && scaleOf(measure) === 1 && of.every((one) => measureOf(one) === measure);
  return alike ? `${scale}${measure}` : measure;
};

/** Returns the sum of figures with its formula: 10+10+5=25. */
export const sumOf = (of: Rest): Reckoned => {
  const measure = sharedMeasure(of);
  const numerals = of.map((found) => numeralOf(found, measure));
  const value = numerals.reduce((sum, one) => sum + Number(one), 0).toFixed(most(numerals));
  return { what: 'sum', value, measure, formula: `${numerals.join('+')}=${value}`, of };
};

/** Returns the mean of figures with its formula: (5+6+7)/3=6. */
export const meanOf = (of: Rest): Reckoned => {
  const measure = sharedMeasure(of);
  const numerals = of.map((found) => numeralOf(found, measure));
  const mean = numerals.reduce((sum, one) => sum + Number(one), 0) / numerals.length;
  const value = String(Number(mean.toFixed(most(numerals) + 2)));
  return { what: 'mean', value, measure, formula: `(${numerals.join('+')})/${numerals.length}=${value}`, of };
};

/** 53% lies 5个百分点 above 48%. */
const pointsOf = (measure: string): string => (measure === PERCENT ? POINTS : measure);
const [PERCENT, POINTS] = ['%', '个百分点'];

/** Returns how far one figure lies above another, with as many decimals as they have: 2.95-2.65=0.30. */
export const differenceOf = (to: Found, from: Found, what: 'change' | 'difference' = 'change'): Reckoned => {
  const measure = sharedMeasure([to, from]);
  const [a, b] = [numeralOf(to, measure), numeralOf(from, measure)];
  const value = (Number(a) - Number(b)).toFixed(most([a, b]));
  return { what, value, measure: pointsOf(measure), formula: `${a}-${b}=${value}`, of: [from, to] };
};

/** Returns by how much a figure rises a year on average: (2.95-1.99)/4=0.24. */
export const meanChangeOf = (to: Found, from: Found, years: number): Reckoned => {
  const measure = measureOf(to);
  const [a, b] = [numeralOf(to, measure), numeralOf(from, measure)];
  const value = String(Number(((Number(a) - Number(b)) / years).toFixed(most([a, b]) + 2)));
  return { what: 'mean-change', value, measure, formula: `(${a}-${b})/${years}=${value}`, of: [from, to] };
};

/** Returns growth in percent with one decimal: (1150-1050)/1050=9.5%. */
export const growthOf = (to: Found, from: Found): Reckoned => {
  const measure = measureOf(to);
  const [a, b] = [numeralOf(to, measure), numeralOf(from, measure)];
  const value = (((Number(a) - Number(b)) / Number(b)) * 100).toFixed(1);
  return { what: 'growth', value, measure: '%', formula: `(${a}-${b})/${b}=${value}%`, of: [from, to] };
};

/** Returns compound growth a year in percent with one decimal: (1150/875)^(1/4)-1=7.1%. */
export const meanGrowthOf = (to: Found, from: Found, years: number): Reckoned => {
  const measure = measureOf(to);
  const [a, b] = [numeralOf(to, measure), numeralOf(from, measure)];
  const value = (((Number(a) / Number(b)) ** (1 / years) - 1) * 100).toFixed(1);
  return { what: 'mean-growth', value, measure: '%', formula: `(${a}/${b})^(1/${years})-1=${value}%`, of: [from, to] };
};

/** Returns one figure as a percentage of all of them: 10÷(10+10+5)=0.40. */
export const shareOf = (part: Found, all: Rest): Reckoned => {
  const measure = measureOf(part);
  const numerals = all.map((found) => numeralOf(found, measure));
  const own = numeralOf(part, measure);
  const quotient = Number(own) / numerals.reduce((sum, one) => sum + Number(one), 0);
  const rounded = quotient.toFixed(2);
  const formula = `${own}÷(${numerals.join('+')})${Number(rounded) === quotient ? '=' : '≈'}${rounded}`;
  return {
    what: 'share',
    value: (quotient * 100).toFixed(2),
    measure: '%',
    formula,
    of: [part, ...all.filter((found) => found !== part)],
  };
};

/** Returns one figure as a percentage of another, and the quotient in its formula: 102.48%, 2.48÷2.42≈1.02. */
export const ratioOf = (part: Found, whole: Found): Reckoned => {
  const measure = sharedMeasure([part, whole]);
  const [a, b] = [numeralOf(part, measure), numeralOf(whole, measure)];
  const quotient = Number(a) / Number(b);
  const rounded = quotient.toFixed(2);
  const formula = `${a}÷${b}${Number(rounded) === quotient ? '=' : '≈'}${rounded}`;
  return { what: 'ratio', value: (quotient * 100).toFixed(2), measure: '%', formula, of: [part, whole] };
};
