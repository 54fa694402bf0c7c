const DIGITS = '零一二三四五六七八九';
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const FOLDED: Readonly<Record<string, string>> = { 〇: '零', 两: '二', 俩: '二', 仨: '三', 廿: '二十', 卅: '三十' };

/** A whole number as it is written in an ordinal: 21, 二十一, 廿一, 两. */
export const NUMERAL = '(?:\\d{1,4}|[零〇一二两俩三仨四五六七八九十百廿卅]{1,6})';

/** Returns the number that a numeral of `NUMERAL` writes: 二十一 → 21, 廿 → 20, 两 → 2. */
export const numberOf = (numeral: string): number => {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  const folded = [...numeral].map((char) => FOLDED[char] ?? char).join('');
  let [total, ones] = [0, 0];
  for (const char of folded) {
    const place = PLACES[char];
    if (place === undefined) ones = Math.max(0, DIGITS.indexOf(char));
    else {
      total += (ones === 0 ? 1 : ones) * place;
      ones = 0;
    }
  }
  return total + ones;
};

/** Returns the whole numbers from the first to the last, both included; at most so many as a list can have. */
export const rangeOf = (first: number, last: number): readonly number[] =>
  last < first || last - first > 500 ? [first, last] : Array.from({ length: last - first + 1 }, (_, at) => first + at);
