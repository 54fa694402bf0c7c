import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('a unit is said to be in a role', () => {
  it.each([
    ['高新区是不是第21项的责任单位', true],
    ['高新区是第21项的支持单位吗', false],
    ['陕西证监局是不是天然气交易中心的责任单位', false],
    ['高新区属于第21项的支持单位吗', false],
    ['高新区不是第21项的支持单位吧', true],
    ['高新区和市发改委都是天然气交易中心的责任单位吗', true],
    ['高新区、陕西证监局都是天然气交易中心的责任单位吗', false],
    ['供应链金融的第一责任单位是市金融工作局吗', false],
    ['国际港务区是不是供应链金融的牵头单位', true],
  ])('%s', (question, verdict) => {
    expect(ask(question).verdict).toBe(verdict);
  });
});

describe('a role that is asked for', () => {
  it.each(['天然气交易中心谁配合办', '第21项的支持单位有哪两家', '第21项谁来配合做'])(
    '%s: supporting units first',
    (question) => {
      expect(ask(question).text.split('\n')[0]).toBe('支持单位：省地方金融监管局、陕西证监局 ①②');
    },
  );

  it.each(['市外办要做什么', '市外办干些啥', '市外办要做哪些事', '市外办在做什么'])('%s: any role', (question) => {
    const answer = ask(question);
    expect(answer.text).toContain('市外办支持的任务共1项');
    expect(answer.tasks).toEqual([56]);
  });

  it('责任单位清单, 支持单位名单: all units that stand in the role', () => {
    expect(ask('责任单位清单').text).toContain('责任单位共29个');
    expect(ask('支持单位名单').text).toContain('支持单位共9个');
  });

  it('总牵头单位是谁: that of the plan', () => {
    expect(ask('总牵头单位是谁').citations[0]?.clause).toBe('4.1');
  });

  it('第一责任单位不是高新区的任务: those that name another first', () => {
    const { tasks } = ask('第一责任单位不是高新区的任务');
    expect(tasks).toContain(21);
    expect(tasks).not.toContain(50);
  });

  it('第4项支持单位正文和附件一样吗: that role alone is compared', () => {
    expect(ask('第4项支持单位正文和附件一样吗').text).toContain('正文与附件一致（比对了支持单位）');
    expect(ask('第4项责任单位正文和附件一样吗').text).toContain('责任单位：各区县（仅正文列出）');
  });
});
