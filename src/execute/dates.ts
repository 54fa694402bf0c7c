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

/** Returns the dates that a text prints, in order. */
export const datesIn = (text: string): readonly PrintedDate[] =>
  !ANY.test(text)
    ? []
    : [...text.matchAll(DATE)].map(([printed, year, month, day]) => ({
        printed,
        on: month === undefined ? undefined : { month: Number(month), day: numberIn(day), year: numberIn(year) },
      }));

/** A term that is no date: 30日内, 3个月内, 5个工作日内. */
const TERM = /\d{1,3}\s*个?(?:工作)?(?:日|天|月)(?:之内|以内|内)/gu;

/** From one date to another: 2019年1月1日至2020年12月31日. */
const SPAN = new RegExp(`(?:${DATE.source})(?:至|到|—|–|-)(?:${DATE.source})`, 'gu');

/** Returns how a text prints when something is due, in order: dates, spans of them, and terms that are none. */
export const duesIn = (text: string): readonly string[] => {
  const spans = [...text.matchAll(SPAN)];
  const inSpan = (at: number): boolean =>
    spans.some(({ index, 0: printed }) => at >= index && at < index + printed.length);
  const alone = [...text.matchAll(DATE), ...text.matchAll(TERM)].filter(({ index }) => !inSpan(index));
  return [...spans, ...alone].sort((a, b) => a.index - b.index).map(([printed]) => printed);
};

/** True when a printed date agrees with all that is said of a day, as far as it says so much itself. */
export const isOn = ({ on }: PrintedDate, { month, day, year }: Day): boolean => {
  const agrees = (said: number | undefined, found: number | undefined) =>
    said === undefined || found === undefined || said === found;
  return on !== undefined && on.month === month && agrees(day, on.day) && agrees(year, on.year);
};
