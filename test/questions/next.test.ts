import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

const FACT = '天然气交易中心由哪个单位负责？';

describe('what may be asked next', () => {
  it.each([
    [FACT, '推动设立天然气交易中心2021年的目标是什么？'],
    ['供应链金融2021年的目标是什么', '创新发展供应链金融2022年的目标是什么？'],
    ['供应链金融2022年的目标是什么', '创新发展供应链金融由谁负责？'],
    ['2021年保费收入目标多少', '年保费收入2022年的目标是什么？'],
    ['市财政局负责哪些任务', '市财政局2021年要做什么？'],
    ['供应链金融的预算是多少', '创新发展供应链金融由谁负责？'],
    ['2025年保费收入目标是多少', '年保费收入2021年的目标是什么？'],
  ])('%s: follows from the answer', (question, next) => {
    expect(ask(question).suggestions).toContain(next);
  });

  it.each([
    FACT,
    '市财政局负责哪些任务',
    '保费收入2022年比2020年增长多少',
    '地铁八号线什么时候开通',
    '元宇宙由谁负责',
    '第11项正文和附件有什么不一致',
  ])('%s: each of them is answered, and none is the question again', (question) => {
    const { suggestions, text } = ask(question);
    expect(suggestions.length).toBeGreaterThan(1);
    for (const next of suggestions) {
      expect(ask(next).status).toBe('answered');
      expect(ask(next).text).not.toBe(text);
    }
  });

  it('is not the same for one thing that the plan lacks and for another', () => {
    expect(ask('地铁八号线什么时候开通').suggestions).not.toEqual(ask('元宇宙由谁负责').suggestions);
  });
});
