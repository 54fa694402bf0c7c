import { describe, expect, test } from 'vitest';
import { createMisheard } from '../../src/read/misheard.ts';
import { ask } from '../helper.ts';

const read = createMisheard(['责任单位', '支持单位', '谁负责', '哪个局', '负责'], (piece) =>
  '支持但未发'.includes(piece),
);

describe('phrases of asking that were typed by sound', () => {
  test.each([
    ['支吃但位是谁', '支持单位是谁'],
    ['这件事谁负则', '这件事谁负责'],
    ['责任但位和支吃单位', '责任单位和支持单位'],
  ])('%s is read as %s', (typed, meant) => {
    expect(read(typed)).toBe(meant);
  });

  test.each(['责任单位是谁', '那个局要干啥', '付责', '这人字吃单为', 'zhi chi dan wei', ''])(
    '%j stays as it is',
    (typed) => {
      expect(read(typed)).toBe(typed);
    },
  );

  test('what the plan itself prints stays as it is', () => {
    const own = createMisheard(['支持单位'], (piece) => piece === '支吃单位');
    expect(own('支吃单位')).toBe('支吃单位');
  });

  test('a text of thousands of characters is left alone', () => {
    const long = '谁负则，'.repeat(200);
    expect(read(long)).toBe(long);
  });
});

describe('asked of the bot', () => {
  test('绿色保险这条支吃但位是谁', () => {
    const answer = ask('绿色保险这条支吃但位是谁');
    expect(answer).toMatchObject({ kind: 'supporting', tasks: [24] });
  });

  test('保废收人2022年目标: one wrong by sound, one by eye', () => {
    expect(ask('保废收人2022年目标').text).toContain('660亿元');
  });

  test('货款余额2020年: 货 for 贷', () => {
    expect(ask('货款余额2020年').text).toContain('2.48万亿元');
  });

  test('曲江文化产业指数谁支持: a unit at the head of the topic is not checked as a unit', () => {
    const answer = ask('曲江文化产业指数谁支持');
    expect(answer).toMatchObject({ kind: 'supporting', tasks: [18] });
    expect(answer.text).not.toMatch(/^是。/);
  });
});
