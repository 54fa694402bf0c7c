import type { Plan, Task, YearTarget } from '../types.ts';

/** Returns the years of the plan's period, in order: those that it has targets for. A plan may state none. */
export const yearsOf = ({ document: { period } }: Pick<Plan, 'document'>): readonly number[] => {
  const [from, to] = period;
  return from > 0 ? Array.from({ length: Math.max(0, to - from) + 1 }, (_, at) => from + at) : [];
};

/** Returns the years that a plan speaks of: its period, else those of its table of indicators; [0, 0] where it has neither. */
export const periodOf = ({ document: { period }, indicators }: Plan): readonly [first: number, last: number] => {
  if (period[0] > 0) return period;
  const years = indicators.flatMap(({ values }) => values.map(({ year }) => year));
  return years.length > 0 ? [Math.min(...years), Math.max(...years)] : period;
};

/** Returns a task's targets of some years. */
export const targetsIn = ({ row }: Task, years: readonly number[]): readonly YearTarget[] =>
  row.targets.filter(({ year }) => years.includes(year));

/** 到 2022 年, 2020—2022年, 3月底, 30日. */
const DATE = /(?:\d{4}\s*[—–~～至-]\s*)?\d{4}\s*年|\d{1,2}\s*(?:月|日)/gu;

/** Returns a text without its years and days, whose digits are no figures. */
export const withoutDates = (text: string): string => text.replace(DATE, ' ');
