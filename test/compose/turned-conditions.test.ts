import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

const FINANCE = '市财政局负责哪些任务';

describe('a condition that is left out is said the other way round', () => {
  it.each([
    [
      [FINANCE, '去掉没有支持单位的'],
      [3, 11, 34, 35, 38],
    ],
    [
      [FINANCE, '没有支持单位的不算'],
      [3, 11, 34, 35, 38],
    ],
    [
      [FINANCE, '去掉有支持单位的'],
      [4, 9, 12, 13],
    ],
    [
      [FINANCE, '去掉没写金额的'],
      [4, 9, 11, 38],
    ],
    [['除了没有支持单位的，市财政局还负责哪些任务'], [3, 11, 34, 35, 38]],
    [
      ['高新区有哪些任务', '负责的，不要支持的'],
      [9, 10, 11, 15, 21, 29, 30, 31, 44, 50],
    ],
  ])('%s', (conversation: readonly string[], tasks: readonly number[]) => {
    expect(ask(conversation.at(-1) ?? '', ...conversation.slice(0, -1)).tasks).toEqual(tasks);
  });
});

describe('so many tasks that are claimed are counted', () => {
  it.each([
    ['财政局负责几项，超过十项了吗', false],
    ['财政局负责几项任务，够不够十项', false],
    ['证监局支持多少项，有没有超过15项', true],
    ['高新区负责的任务不少于十项，对吗', true],
    ['高新区负责的任务不到十项吧', false],
  ])('%s', (question, verdict) => {
    expect(ask(question).verdict).toBe(verdict);
  });
});

describe('what was dropped in silence is acted upon', () => {
  it('counts the units of tasks: 单位数正好五家, 支持单位数超过3家', () => {
    expect(ask('单位数正好五家的任务').tasks).toEqual(ask('参与单位正好五家的任务').tasks);
    expect(ask('支持单位数超过3家的任务').tasks).toEqual([1, 2, 3, 46]);
  });

  it('keeps the first place among the first five', () => {
    expect(ask('前5项里它有几项排第一', '高新区负责哪些任务').tasks).toEqual([9, 10, 11]);
  });

  it('names the most, where which and how many are asked in one', () => {
    expect(ask('哪个行动任务最多有几项').text).toContain('任务最多的是科技金融催化行动，6项');
    expect(ask('谁支持最多有几项').text).toContain('陕西银保监局、陕西证监局，18项');
  });

  it('takes the years behind 以后, and the year itself after 及以后', () => {
    expect(ask('2021年以后保费收入目标').text).not.toContain('2021年');
    expect(ask('2021年及以后保费收入目标').text).toContain('2021年610亿元');
    expect(ask('2022年以后的任务').status).toBe('not_found');
  });
});
