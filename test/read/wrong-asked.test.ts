import { describe, expect, test } from 'vitest';
import { wrongAsked } from '../../src/read/wrong-asked.ts';

describe('an answer is said to be wrong', () => {
  test.each([
    ['有误', 'something'],
    ['“有误”。', 'something'],
    ['回答有误！', 'something'],
    ['答错了', 'something'],
    ['答得不对', 'something'],
    ['有誤', 'something'],
    ['Wrong', 'something'],
    ['单位有误', 'units'],
    ['單位錯了', 'units'],
    ['数字不对', 'figures'],
    ['我问的是另一项', 'topic'],
    ['问的不是这个', 'topic'],
    ['其他有误', 'other'],
  ])('%j: %s', (text, wrong) => expect(wrongAsked(text)).toBe(wrong));

  test.each(['', '有误差吗', '数字经济', '单位有哪些', '附件有误的任务有哪些', '不对', '答错了怎么办', '21'])(
    '%j is a question',
    (text) => expect(wrongAsked(text)).toBeUndefined(),
  );
});
