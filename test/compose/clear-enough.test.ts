import { describe, expect, it } from 'vitest';
import { bot } from '../helper.ts';

const answerOf = (text: string) => bot.explain({ text, history: [] }).answer;

describe('what is clear is neither asked back nor refused', () => {
  it.each([
    ['各项指标2022年是多少', ['1150亿元', '2.65万亿元', '2.95万亿元', '660亿元', '110家', '380家', '200家']],
    ['各指标2021年分别是多少', ['1100亿元', '195家']],
    ['七个指标分别是什么', ['共7个', '金融业增加值', '金融机构年末累计数']],
    ['主要指标分别是哪些', ['共7个']],
    ['几个指标，都叫什么', ['共7个']],
    ['指标表里有什么', ['共7个']],
    ['重大行动有几个', ['共15个']],
    ['重大行动一共几个', ['共15个']],
    ['十五个重大行动分别叫什么', ['共15个', '金融中心辐射行动']],
    ['57项任务涉及多少个责任单位', ['责任单位共29个']],
    ['57项任务的支持单位有哪些', ['支持单位共9个']],
    ['注册资本不低于多少', ['300亿元']],
    ['20个是什么东西的数，写在哪', ['特色金融产品']],
  ])('%s', (sentence, holds) => {
    const { status, text } = answerOf(sentence);
    expect(status).toBe('answered');
    for (const words of holds) expect(text).toContain(words);
  });
});
