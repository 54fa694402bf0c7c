const DIGITS = '〇一二三四五六七八九';

/** 十二 → 12. Numerals up to 99. */
export const readNumeral = (numeral: string): number => {
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['', numeral];
  const ten = numeral.includes('十') ? (tens ? DIGITS.indexOf(tens) : 1) : 0;
  return ten * 10 + (ones ? DIGITS.indexOf(ones) : 0);
};

/** 12 → 十二. Numbers from 1 to 99. */
export const writeNumeral = (number: number): string => {
  const ten = Math.floor(number / 10);
  const one = number % 10;
  return `${ten > 1 ? DIGITS[ten] : ''}${ten > 0 ? '十' : ''}${one > 0 ? DIGITS[one] : ''}`;
};
