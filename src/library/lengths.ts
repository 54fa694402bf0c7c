import { readNumeral } from '../numerals.ts';

/** 满5年, 干了三年: how long, and no year. */
const LENGTH =
  /(?<![\d〇一二三四五六七八九十])(?:(\d{1,2})|(两|[一二三四五六七八九]?十?[一二三四五六七八九]|十))年(?![度份底初末])/gu;

/** Returns the lengths in years that a text says: 满五年 → 5. */
export const lengthsIn = (text: string): readonly number[] =>
  [...text.matchAll(LENGTH)].map(([, digits, words = '']) =>
    digits !== undefined ? Number(digits) : words === '两' ? 2 : readNumeral(words),
  );
