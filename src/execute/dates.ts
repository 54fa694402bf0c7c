/** A day, a month, or a part of a year: what a plan prints as a date; with the word that ends a term, where it has one. */
const DATE =
  /(?:(\d{4})\s*年\s*)?(?<!\d)(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日|底|末|初|上旬|中旬|下旬)?(?:之?前)?|年底前|年底|年末前|年末|上半年|下半年/gu;

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
  [...text.matchAll(DATE)].map(([printed, year, month, day]) => ({
    printed,
    on: month === undefined ? undefined : { month: Number(month), day: numberIn(day), year: numberIn(year) },
  }));

/** True when a printed date agrees with all that is said of a day, as far as it says so much itself. */
export const isOn = ({ on }: PrintedDate, { month, day, year }: Day): boolean => {
  const agrees = (said: number | undefined, found: number | undefined) =>
    said === undefined || found === undefined || said === found;
  return on !== undefined && on.month === month && agrees(day, on.day) && agrees(year, on.year);
};
