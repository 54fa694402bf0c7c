import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('conditions put together', () => {
  it.each([
    ['独家负责的任务', [20, 45, 47, 56]],
    ['只由一家单位负责的任务有哪些', [20, 45, 47, 56]],
    ['陕西证监局支持高新区的任务', [21]],
    ['人行西安分行在哪些任务上支持高新区', [29, 30, 31]],
    ['市委宣传部配合市金融工作局的任务', [16, 17, 18]],
  ])('%s', (question, tasks) => {
    expect(ask(question).tasks).toEqual(tasks);
  });

  it('曲江新区负责或陕西证监局支持的任务 are those of both', () => {
    const each = ['曲江新区负责的任务', '陕西证监局支持的任务'].flatMap((question) => ask(question).tasks);
    expect(ask('曲江新区负责或陕西证监局支持的任务').tasks).toEqual([...new Set(each)].sort((a, b) => a - b));
  });

  it('高新区负责的任务的支持单位: units of a set', () => {
    const { text, tasks } = ask('高新区负责的任务的支持单位');
    expect(text).toContain('高新区负责的任务的支持单位共4个');
    expect(tasks).toEqual([11, 21, 29, 30, 31]);
  });

  it('57项任务一共涉及多少个责任单位: counts the units', () => {
    expect(ask('57项任务一共涉及多少个责任单位').text).toContain('共29个');
  });

  it('高新区负责的或者提到期货的任务 is not read as both', () => {
    expect(ask('高新区负责的或者提到期货的任务').status).toBe('clarify');
  });
});

describe('a set of those with the most', () => {
  it.each([
    ['任务最多的行动里高新区负责的任务', [10, 11, 15]],
    ['任务最少的行动由哪些单位负责', [27, 28]],
    ['支持单位最多的任务的责任单位', [1, 2, 3, 46]],
  ])('%s', (question, tasks) => {
    expect(ask(question).tasks).toEqual(tasks);
  });

  it('负责任务最多的单位支持的任务: that unit is named, and supports none', () => {
    expect(ask('负责任务最多的单位支持的任务').text).toContain('市金融工作局没有被列为支持单位');
  });
});

describe('numbers of tasks of units set side by side', () => {
  it.each([
    ['高新区的任务比曲江新区多几项', '高新区比曲江新区多8项（计算：10-2=8）'],
    ['市科技局负责的任务比高新区少几项', '高新区比市科技局多3项（计算：10-7=3）'],
    ['谁的任务多，高新区还是经开区', '任务最多的是高新区，10项'],
    ['高新区和经开区负责的任务数量相差多少', '高新区比经开区多7项（计算：10-3=7）'],
  ])('%s', (question, line) => {
    expect(ask(question).text).toContain(line);
  });

  it.each([
    ['高新区负责的任务比曲江新区多吗', true],
    ['曲江新区负责的任务比高新区多吗', false],
    ['陕西银保监局和陕西证监局支持的任务一样多吗', true],
  ])('%s', (question, verdict) => {
    expect(ask(question).verdict).toBe(verdict);
  });

  it('13、31、49项各属于哪个行动: each with its action', () => {
    const { text, tasks } = ask('13、31、49项各属于哪个行动');
    expect(text).toMatch(/科技金融催化行动.*\n.*13\..*\n.*跨境金融融通行动.*\n.*31\..*\n.*金融风险防控行动.*\n.*49\./);
    expect(tasks).toEqual([13, 31, 49]);
  });
});
