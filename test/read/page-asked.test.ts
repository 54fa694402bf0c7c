import { describe, expect, test } from 'vitest';
import { pageAsked } from '../../src/read/page-asked.ts';

describe('a page is asked for', () => {
  test.each([
    '下一页',
    '下页',
    '下一頁',
    '继续',
    '繼續',
    '后面呢',
    '往后面',
    '后面',
    '下一页。',
    '“下一页”',
    ' next ',
    'Next page',
    'MORE!',
  ])('the next one: %j', (text) => expect(pageAsked(text)).toEqual({ kind: 'next' }));

  test.each(['上一页', '上页', '上一頁', '前一页', 'previous', 'Prev', 'back'])('the one before: %j', (text) =>
    expect(pageAsked(text)).toEqual({ kind: 'previous' }),
  );

  test.each([
    ['第2页', 2],
    ['第 12 页', 12],
    ['第二页', 2],
    ['第十页', 10],
    ['第十二頁', 12],
    ['第二十一页？', 21],
    ['２页', 2],
    ['首页', 1],
    ['page 3', 3],
    ['Page  3.', 3],
    ['第0页', 0],
  ])('%j is page %d', (text, page) => {
    expect(pageAsked(text)).toEqual({ kind: 'page', page });
  });

  test.each([
    ['2', 2],
    ['２', 2],
    ['2.', 2],
    ['（2）', 2],
    ['二', 2],
    ['十', 10],
    ['二十', 20],
    ['第二个', 2],
    ['选3', 3],
    ['21', 21],
  ])('%j is a bare number, and the caller knows what it numbers', (text, number) => {
    expect(pageAsked(text)).toEqual({ kind: 'bare', number });
  });

  test.each([
    '',
    '？',
    '第21项是什么',
    '2022年',
    '2021',
    '下一年呢',
    '继续推进哪些任务',
    '第二页写了什么',
    '二三',
    '十十',
    '一二页',
    'next year',
    'more tasks',
    '-1',
    '1.5',
    '3、5',
  ])('%j is a question', (text) => {
    expect(pageAsked(text)).toBeUndefined();
  });
});
