import { describe, expect, test } from 'vitest';
import { fold, isFound, rangesOf, termsOf } from '../../../../src/channels/web/pages/find.js';

const found = (text: string, query: string) => rangesOf(text, termsOf(query)).map(([from, to]) => text.slice(from, to));

describe('what a find box finds', () => {
  test('width, case and white space do not matter, and what is marked is what is printed', () => {
    expect(found('争取到 2022 年实现 ＰＯＳ 机', '到2022年')).toEqual(['到 2022 年']);
    expect(found('争取到 2022 年实现 ＰＯＳ 机', 'pos')).toEqual(['ＰＯＳ']);
    expect(found('ATM、网上银行', 'ａｔｍ')).toEqual(['ATM']);
  });

  test('every place is marked once, and places that overlap are one', () => {
    expect(found('创投创投创投', '创投')).toEqual(['创投创投创投']);
    expect(found('甲乙丙', '甲乙 乙丙')).toEqual(['甲乙丙']);
    expect(found('甲…甲', '甲')).toEqual(['甲', '甲']);
  });

  test('characters beyond the basic plane are not cut', () => {
    expect(found('前𠮷后', '𠮷')).toEqual(['𠮷']);
    expect(found('前𠮷后', '吉')).toEqual([]);
  });

  test('words are parted by blanks, each once, at most eight', () => {
    expect(termsOf('  天然气　交易  天然气 ')).toEqual(['天然气', '交易']);
    expect(termsOf('   ')).toEqual([]);
    expect(termsOf('一 二 三 四 五 六 七 八 九')).toHaveLength(8);
  });

  test('all words must stand in the clause, each in one piece', () => {
    const pieces = ['附件第21项', '推动设立'].map((text) => fold(text).folded);
    expect(isFound(pieces, termsOf('21 设立'))).toBe(true);
    expect(isFound(pieces, termsOf('21 撤销'))).toBe(false);
    expect(isFound(pieces, termsOf('项推动'))).toBe(false);
  });

  test('a word of which nothing is left is found nowhere', () => {
    expect(rangesOf('甲乙', [''])).toEqual([]);
    expect(found('甲乙', '\u3000 \u2003')).toEqual([]);
  });

  test('signs of patterns are letters', () => {
    expect(found('a.*b (1) [x]', '.*')).toEqual(['.*']);
    expect(found('a.*b (1) [x]', '(1)')).toEqual(['(1)']);
  });
});
