import { readNumeral } from '../../numerals.ts';
import type { Series } from './result.ts';

/** 满5年, 干了三年: how long, and no year. */
const LENGTH =
  /(?<![\d〇一二三四五六七八九十])(?:(\d{1,2})|(两|[一二三四五六七八九]?十?[一二三四五六七八九]|十))年(?![度份底初末])/gu;

/** Returns the lengths in years that a text says: 满五年 → 5. */
export const lengthsIn = (text: string): readonly number[] =>
  [...text.matchAll(LENGTH)].map(([, digits, words = '']) =>
    digits !== undefined ? Number(digits) : words === '两' ? 2 : readNumeral(words),
  );

/**
 * Returns, of figures that each hold for so many years, those of the length that was said: 满3年的6000元、满5年的15000元.
 * All of them where none is of that length, and undefined where no length tells them apart.
 */
export const ofLength = <T extends { readonly series: Series }>(
  all: readonly T[],
  words: string,
): readonly T[] | undefined => {
  const said = lengthsIn(words);
  const held = ({ series: { found } }: T): readonly number[] => found.flatMap(({ scope }) => lengthsIn(scope));
  const cases = said.length === 0 ? [] : all.filter((one) => held(one).length > 0);
  if (cases.length === 0) return undefined;
  const own = cases.filter((one) => held(one).some((length) => said.includes(length)));
  return own.length > 0 ? own : cases;
};
