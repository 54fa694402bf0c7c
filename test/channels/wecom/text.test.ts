import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../../src/channels/wecom/text.ts';

describe('the words of a message', () => {
  test.each([
    ['@RobotA hello robot', 'hello robot'],
    ['@问计 天然气交易中心由谁负责', '天然气交易中心由谁负责'],
    ['@问计\u2005天然气交易中心由谁负责', '天然气交易中心由谁负责'],
    ['@问计\u00a0@张三  第21项由谁负责', '第21项由谁负责'],
    ['第21项由谁负责 @问计', '第21项由谁负责'],
    ['请问 @问计 第21项由谁负责', '请问 第21项由谁负责'],
    ['@问计\n第21项\r\n\n由谁负责', '第21项\n由谁负责'],
    ['@问计', ''],
    ['@问计 ', ''],
    ['@Robot A 第21项', 'A 第21项'],
    ['发到 a@b.cn 吗', '发到 a@b.cn 吗'],
    ['@ 第21项', '@ 第21项'],
    ['  第21项\t是什么  ', '第21项 是什么'],
  ])('%j are %j', (text, words) => {
    expect(wordsOf(text)).toBe(words);
  });
});
