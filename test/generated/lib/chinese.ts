const DIGITS = '零一二三四五六七八九';
const PLACES = ['', '十', '百', '千'] as const;

/** Returns a number under 10,000 in Chinese numerals; 零 stands once for a gap. */
const underTenThousand = (value: number): string => {
  const digits = [...String(value)].map(Number);
  const said = digits.map((digit, at) =>
    digit === 0 ? '零' : `${DIGITS[digit] ?? ''}${PLACES[digits.length - 1 - at] ?? ''}`,
  );
  return said.join('').replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十');
};

/** Returns a whole number under a hundred million in Chinese numerals: 26500 → 二万六千五百. */
export const wholeInChinese = (value: number): string => {
  if (value === 0) return '零';
  const [high, low] = [Math.floor(value / 10_000), value % 10_000];
  if (high === 0) return underTenThousand(low);
  const gap = low > 0 && low < 1_000 ? '零' : '';
  return `${underTenThousand(high)}万${gap}${low === 0 ? '' : underTenThousand(low).replace(/^十/, '一十')}`;
};

/** Returns a number in Chinese numerals: 2.65 → 二点六五. */
export const inChinese = (value: number): string => {
  const [whole = '', part] = String(value).split('.');
  const tail = part === undefined ? '' : `点${[...part].map((digit) => DIGITS[Number(digit)] ?? '').join('')}`;
  return wholeInChinese(Number(whole)) + tail;
};

/** Returns the numeral as it is said before a measure word: 二百 → 两百, 二万 → 两万. */
export const asSaid = (numeral: string): string => numeral.replace(/^二(?=[百千万]|$)/, '两');

/** Returns figures and points in full width. */
export const fullWidth = (text: string): string =>
  text.replace(/[0-9.,%]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

/** Returns a whole number with separators: 26,500. */
export const separated = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
