import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('actions set against each other by their tasks', () => {
  it.each([
    ['文旅和能源哪个任务多', /^任务最多的是能源金融集聚行动，4项/],
    ['普惠金融和农村金融哪边措施多', /^任务最多的是农村金融振兴行动，4项/],
    ['文旅金融行动和能源金融行动哪个任务少', /^任务最少的是文旅金融融合行动，3项/],
  ])('%s', (question, said) => {
    expect(ask(question).text).toMatch(said);
  });
});

describe('two tasks set beside each other', () => {
  it('第5项和第9项有共同的责任单位吗: whether they share one, and which', () => {
    const { text, verdict } = ask('第5项和第9项有共同的责任单位吗');
    expect(verdict).toBe(true);
    expect(text).toContain('责任单位都有：市金融工作局');
  });

  it('第5项和第9项有相同的支持单位吗: none, and which of them names nobody', () => {
    const { text, verdict } = ask('第5项和第9项有相同的支持单位吗');
    expect(verdict).toBe(false);
    expect(text).toContain('没有相同的支持单位');
    expect(text).toContain('第9项没有写支持单位');
  });

  it('第5项跟第9项差在哪: the units of each, and what is to be done', () => {
    const { text, tasks } = ask('第5项跟第9项差在哪');
    expect(tasks).toEqual([5, 9]);
    expect(text).toContain('责任单位不同');
    expect(text).toContain('科创板上市企业新增5家');
    expect(text).toContain('创投十条');
  });
});

describe('whether two things are one and the same is not said by the plan: what it says of both is told', () => {
  it.each([
    ['研修班10期和培训10次是不是一回事', '金融人才研修班'],
    ['金融机构数和上市公司数是一回事吗', '境内外上市公司年末累计数'],
  ])('%s', (question, told) => {
    const { text, verdict } = ask(question);
    expect(text).toMatch(/^计划没有写它们是不是一回事/);
    expect(text).toContain(told);
    expect(verdict).toBeUndefined();
  });

  it('新城区和西咸新区是一回事吗: of units nothing is told', () => {
    expect(ask('新城区和西咸新区是一回事吗').status).toBe('not_found');
  });
});

it('第36项谁支持，秦农银行是责任还是支持: both are answered', () => {
  const { text } = ask('第36项谁支持，秦农银行是责任还是支持');
  expect(text).toContain('陕西银保监局');
  expect(text).toContain('秦农银行');
});
