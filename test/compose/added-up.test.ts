import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('two lists added up: what stands in both counts once', () => {
  it.each([
    ['高新区负责的任务和经开区负责的任务，这俩加起来几项', 10, '10+3-3=10'],
    ['财政局负责的和科技局负责的加一起一共几项', 13, '9+7-3=13'],
    ['银保监局支持的加上证监局支持的，去掉重复的有几项', 28, '18+18-8=28'],
    ['西咸新区负责的任务加曲江新区负责的任务共几项', 5, '3+2=5'],
    ['没有支持单位的任务和只有一个责任单位的任务加起来几项', 22, '19+4-1=22'],
    ['市投资局、市商务局两家的任务加起来几项', 4, '4+2-2=4'],
  ])('%s', (question, count, formula) => {
    const { tasks, text } = ask(question);
    expect(tasks).toHaveLength(count);
    expect(text).toContain(formula);
  });

  it.each([
    ['没有支持单位的、财政局负责的任务一共几项', [4, 9, 12, 13]],
    ['高新区负责、经开区也负责的任务一共几项', [29, 30, 31]],
  ])('%s is one list under two conditions', (question, tasks) => expect(ask(question).tasks).toEqual(tasks));
});
