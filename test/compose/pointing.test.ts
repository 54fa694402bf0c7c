import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('units of the question before', () => {
  it.each([
    [
      ['金融教育培训谁支持', '它还支持哪些'],
      [39, 40, 41, 42],
    ],
    [
      ['金融教育培训谁支持', '这家单位支持的任务有哪些'],
      [39, 40, 41, 42],
    ],
    [
      ['农户信用评级谁负责', '市农业农村局在里面吗', '它还管别的吗'],
      [35, 37, 38],
    ],
    [
      ['高新区负责金融核心区吗', '它还负责什么'],
      [9, 10, 11, 15, 21, 29, 30, 31, 44, 50],
    ],
    [['天然气交易中心谁负责', '他们一起负责哪些任务'], [21]],
    [
      ['哪些单位只支持不负责', '第二个支持哪些'],
      [39, 40, 41, 42],
    ],
  ])('%j: one that was named', (conversation, tasks) => {
    const [question = '', ...before] = conversation.toReversed();
    expect(ask(question, ...before.toReversed()).tasks).toEqual(tasks);
  });

  it('哪个单位任务最多 ⏎ 它支持的呢: the first of a ranking', () => {
    expect(ask('它支持的呢', '哪个单位任务最多').text).toContain('市金融工作局没有被列为支持单位');
  });

  it.each(['这家还管别的吗', '它还支持哪些'])('%s after two supporting units: which one is asked', (question) => {
    const { status, choices } = ask(question, '天然气交易中心谁支持');
    expect(status).toBe('clarify');
    expect(choices.map(({ label }) => label)).toEqual(['省地方金融监管局', '陕西证监局']);
  });

  it('it ⏎ 1: the one that was chosen, in the role that was asked', () => {
    expect(ask('1', '天然气交易中心谁支持', '它还支持哪些').text).toContain('省地方金融监管局支持的任务共6项');
  });

  it.each(['它由谁负责', '它管什么', '这项归谁'])('第21项 ⏎ %s: the task stays what it is', (question) => {
    expect(ask(question, '第21项').tasks).toEqual([21]);
  });
});
