import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

const next = (history: readonly string[], question: string) => ask(question, ...history);

describe('what is left of a list', () => {
  const narrowed = ['普惠金融行动有哪几项任务', '其中财政局参加的是哪项'];

  it.each(['剩下的呢', '另外两项呢', '其余几项谁负责', '另外两项都由谁支持', '其他的是哪几项'])('%s', (question) => {
    expect(next(narrowed, question).tasks).toEqual([32, 33]);
  });
});

describe('units that were named before', () => {
  it('市财政局在里面是牵头吗 is set against the unit named first', () => {
    const { verdict, notices } = next(['第34项谁负责'], '市财政局在里面是牵头吗');
    expect(verdict).toBe(false);
    expect(notices.map(({ code }) => code)).toContain('no_lead_unit');
  });

  it('由它打头的还有哪些任务 is asked of the one named first', () => {
    const { tasks } = next(['第11项责任单位打头的是谁'], '由它打头的还有哪些任务');
    expect(tasks).toEqual([9, 10, 11, 50]);
  });

  it('算哪个区的 names the units of the task before', () => {
    expect(next(['第50项2020年要做什么'], '算哪个区的').text).toContain('高新区');
  });

  it('曲江的那个 chooses what names the unit', () => {
    expect(next(['研究院谁来建'], '曲江的那个').tasks).toEqual([57]);
  });
});

describe('conditions on the list before', () => {
  it.each([
    ['只留没写金融局的', [45]],
    ['没有金融局的呢', [45]],
  ])('%s', (question, tasks) => {
    expect(next(['工信局的任务有哪些'], question).tasks).toEqual(tasks);
  });

  it('其中配了支持单位的是哪几项', () => {
    expect(next(['市投资局有哪些任务'], '其中配了支持单位的是哪几项').tasks).toEqual([25, 40]);
  });
});

describe('corrections', () => {
  it.each(['不对，我问的是第5项谁支持', '不是这项，我要的是第5项的支持单位'])('%s', (question) => {
    const { tasks, text } = next(['第34项谁牵头'], question);
    expect(tasks).toEqual([5]);
    expect(text).toContain('陕西证监局');
  });
});

it('从头到尾涨了多少 is the change over all years of the indicator before', () => {
  expect(next(['年保费收入各年的目标是什么'], '从头到尾涨了多少').computed.map(({ value }) => value)).toContain(
    '181亿元',
  );
});

it('单位不一样的有哪几项 is asked of units, not of the word', () => {
  const { tasks } = ask('单位不一样的有哪几项');
  expect(tasks).toEqual(expect.arrayContaining([2, 4, 21, 23, 30, 31, 34, 35]));
  expect(tasks).not.toContain(10);
});
