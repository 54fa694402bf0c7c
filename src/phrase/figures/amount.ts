import type { Desk } from '../../answer/draft.ts';
import { measureOf, numeralOf } from '../../execute/figures/arithmetic.ts';
import type { Found } from '../../execute/figures/result.ts';
import { planYears } from '../../execute/figures/things.ts';
import { isHanNumber } from '../../number.ts';
import { readQuantities } from '../../quantity.ts';
import { squeeze } from '../../text.ts';
import type { Computed, Indicator } from '../../types.ts';
import type { Figure, Relation } from '../../values.ts';
import { headOf } from '../texts/things.ts';

/** Words of an amount of money in English, largest first. */
const ENGLISH_SCALES: readonly (readonly [string, number])[] = [
  ['trillion', 1e12],
  ['billion', 1e9],
  ['million', 1e6],
];
const MOST_DECIMALS = 6;

/** Returns an amount of money as people say it in English: 47.9 billion yuan. */
export const inEnglish = (value: number): { readonly numeral: string; readonly text: string } => {
  const [word, scale] = ENGLISH_SCALES.find(([, size]) => value >= size) ?? ['', 1];
  const numeral = String(Number((value / scale).toFixed(MOST_DECIMALS)));
  return { numeral, text: `${numeral}${word === '' ? '' : ` ${word}`} yuan` };
};

/** Puts the relation of a quantity in words around a value: 不少于10期. */
export const related = (relation: Relation, value: string, { say }: Pick<Desk, 'say'>): string => {
  switch (relation) {
    case '=':
      return value;
    case '≥':
      return say('atLeast', { value });
    case '>':
      return say('moreThan', { value });
    case '≤':
      return say('atMost', { value });
    case '<':
      return say('lessThan', { value });
    case '≈':
      return say('about', { value });
  }
};

const printedOf = (found: Found): string =>
  found.thing.kind === 'indicator'
    ? `${numeralOf(found)}${measureOf(found)}`
    : squeeze(found.figure.printed).replace(/\*/g, '');

/** 不低于400家、200家: its bound is printed with another figure of its list. */
const isBoundElsewhere = ({ figure, respective }: Found): boolean =>
  respective !== undefined && figure.relation !== '=' && readQuantities(figure.printed)[0]?.quantity.relation === '=';

/** A figure in English: money as people say it, other numbers without the Chinese measure. */
const englishOf = ({ figure }: Found): { readonly numeral: string; readonly text: string } => {
  if (figure.unit === 'money' && figure.currency === undefined) return inEnglish(figure.value);
  const numeral = String(figure.value);
  return { numeral, text: figure.unit === 'percent' ? `${numeral}%` : numeral };
};

const isGlossed = ({ figure }: Found, { language }: Desk): boolean => language === 'en' && figure.to === undefined;

/** Returns a figure as printed, in English with the amount as people say it in front. */
export const amountOf = (found: Found, desk: Desk): string => {
  const printed = printedOf(found);
  if (!isGlossed(found, desk)) return isBoundElsewhere(found) ? related(found.figure.relation, printed, desk) : printed;
  const amount = related(found.figure.relation, englishOf(found).text, desk);
  return desk.say('yuanGloss', { amount, printed });
};

/** Returns what bears out the English amounts: they follow from the printed ones. */
export const convertedOf = (all: readonly Found[], desk: Desk): readonly Computed[] =>
  all
    .filter((found) => isGlossed(found, desk))
    .map((found) => {
      const { numeral, text } = englishOf(found);
      return { value: numeral, formula: `${printedOf(found)} = ${text}`, from: [found.figure.clause] };
    });

/** A value of the table of indicators as it is said, and what bears it out where that is another number. */
interface RowAmount {
  readonly text: string;
  readonly computed?: Computed;
}

/** Returns a value of the table of indicators: 610亿元; 61 billion yuan (610亿元); 110 companies. */
export const rowAmount = (row: Indicator, printed: string, { language, glosses, say }: Desk): RowAmount => {
  const whole = `${printed}${row.measure}`;
  if (language !== 'en') return { text: whole };
  const [read] = readQuantities(whole);
  if (read?.quantity.unit !== 'money')
    return { text: `${printed} ${glosses.indicators.get(row.number)?.measure ?? ''}`.trim() };
  const { numeral, text } = inEnglish(read.quantity.value);
  return {
    text: say('yuanGloss', { amount: text, printed: whole }),
    computed: { value: numeral, formula: `${whole} = ${text}`, from: [row.clause] },
  };
};

const roleOf = (found: Found, value: string, { say }: Desk): string =>
  found.thing.kind === 'indicator'
    ? say('figureRole', { value, role: say(found.figure.past ? 'pastMark' : 'targetMark') })
    : value;

const isEveryYear = ({ years }: Found, desk: Desk): boolean => {
  const all = planYears(desk.plan);
  return all.length > 1 && all.every((year) => years.includes(year));
};

/** 年均增长15%: a rate a year is none of each year. */
const isRate = ({ figure }: Found): boolean => figure.unit === 'percent';

/** Returns a figure with its year: 2022年150家; 每年不少于10期. */
export const datedOf = (found: Found, desk: Desk): string => {
  const value = roleOf(found, amountOf(found, desk), desk);
  const { span } = found.figure;
  if (span !== undefined && span > 1) return desk.say('figureOver', { value, span });
  if (found.years.length === 0) return span === 1 && !isRate(found) ? desk.say('figureEvery', { value }) : value;
  if (isEveryYear(found, desk)) return desk.say('figureEvery', { value });
  return desk.say('figureYear', { year: found.years.join('、'), value });
};

/** Figures with their years; one that is the same in every year of the plan is said once. */
const datedTogether = (all: readonly [Found, ...Found[]], desk: Desk): readonly string[] => {
  const [first] = all;
  const years = all.flatMap((found) => found.years);
  const same = all.every((found) => amountOf(found, desk) === amountOf(first, desk));
  const joined = { ...first, years };
  return same && isEveryYear(joined, desk) && first.thing.kind !== 'indicator'
    ? [datedOf(joined, desk)]
    : all.map((found) => datedOf(found, desk));
};

/** What a figure counts, with a number that is part of its name: 千亿市值上市公司. */
const withNumeral = ({ of, sentence, printed }: Figure): string => {
  const text = squeeze(sentence);
  const before = text.slice(0, Math.max(0, text.lastIndexOf(of, text.indexOf(squeeze(printed)))));
  const last = readQuantities(before).at(-1);
  const leads = last !== undefined && last.to === before.length && isHanNumber(last.quantity.printed);
  return leads ? `${squeeze(last.quantity.printed)}${of}` : of;
};

/** Returns what a figure counts, as the plan calls it. */
export const nounOf = ({ thing, figure }: Found, { name }: Desk): string => {
  if (thing.kind === 'indicator') return name.indicator(thing.indicator);
  if (figure.of === '') return thing.kind === 'task' ? name.task(thing.task) : '';
  return name.counted(withNumeral(figure));
};

/** Returns what a figure counts, and the item that it stands in, where its task has several: 甲地示范基地的服务器规模. */
export const nounUnder = (found: Found, desk: Desk): string => {
  const [of, under = ''] = [nounOf(found, desk), found.figure.under];
  if (under === '' || of.includes(under)) return of;
  return of === '' ? under : desk.say('figureUnder', { under, of });
};

/** Returns what a figure counts, and the task that it belongs to: 第5项“…”的重点项目. */
export const nounOfTask = (found: Found, desk: Desk): string => {
  const of = nounOf(found, desk);
  return found.thing.kind === 'task' ? desk.say('figureUnder', { under: headOf(found.thing, desk), of }) : of;
};

/** Returns what two figures count, each apart from the other: by their tasks, or by the items in which they stand. */
export const nounsApart = (a: Found, b: Found, desk: Desk): { readonly a: string; readonly b: string } => {
  if (a.thing.topic !== b.thing.topic) return { a: nounOfTask(a, desk), b: nounOfTask(b, desk) };
  const [one, other] = [nounOf(a, desk), nounOf(b, desk)];
  return one === other ? { a: nounUnder(a, desk), b: nounUnder(b, desk) } : { a: one, b: other };
};

/** Returns figures of one quantity in one line: 社区支行：2022年150家。 */
export const valuesLine = (all: readonly [Found, ...Found[]], desk: Desk): string => {
  const stop = desk.language === 'en' ? '; ' : '、';
  const end = desk.language === 'en' ? '.' : '。';
  const values = datedTogether(all, desk).join(stop);
  const of = nounUnder(all[0], desk);
  return `${of === '' ? values : desk.say('figureOf', { of, values })}${end}`;
};
