import { describe, expect, test } from 'vitest';
import { createWords } from '../../../src/channels/wecom/text.ts';

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
    ['@RobotA', ''],
    ['@Robot A 第21项', 'A 第21项'],
    ['发到 a@b.cn 吗', '发到 a@b.cn 吗'],
    ['@ 第21项', '@ 第21项'],
    ['@问计第21项是什么', '第21项是什么'],
    ['@问计第21项 是什么', '第21项 是什么'],
    ['@小助手第21项是什么', '小助手第21项是什么'],
    ['  第21项\t是什么  ', '第21项 是什么'],
  ])('%j are %j', (text, words) => {
    expect(createWords()(text)).toBe(words);
  });

  test('a name that was heard with a blank behind it is known without one', () => {
    const words = createWords();
    expect(words('@小助手 供应链金融归谁管')).toBe('供应链金融归谁管');
    expect(words('@小助手第21项是什么')).toBe('第21项是什么');
    expect(words('@小助手')).toBe('');
    expect(words('@小助手第21项 谁负责')).toBe('第21项 谁负责');
  });
});
