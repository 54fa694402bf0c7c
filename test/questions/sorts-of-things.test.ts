import { describe, expect, test } from 'vitest';
import { bot } from '../helper.ts';

const tasksOf = (...turns: readonly string[]) => {
  const { tasks, kind } = bot.ask({ text: turns.at(-1) ?? '', history: turns.slice(0, -1) });
  return [kind, tasks];
};

describe('after actions were listed, 第几个 is one of them', () => {
  test.each([
    ['重点行动有哪几个', '第六个下面有哪些任务', ['list', [23, 24, 25, 26]]],
    ['有哪些行动', '第五个有多少项任务', ['count', [19, 20, 21, 22]]],
    ['有哪些行动', '倒数第一个包括哪几项任务', ['list', [54, 55, 56, 57]]],
  ])('%s → %s', (before, text, expected) => {
    expect(tasksOf(before, text)).toEqual(expected);
  });

  test('第几项任务 is a task of the plan, as it is called everywhere', () => {
    expect(tasksOf('有哪些行动', '第六项任务是什么')[1]).toEqual([6]);
  });
});

describe('a sort of things by itself is the list of them', () => {
  test.each([
    ['指标', '计划的指标共7个'],
    ['把行动列一列', '计划的行动共15个'],
    ['罗列一下任务', '计划的任务共57项'],
    ['主要指标列一下', '计划的指标共7个'],
  ])('%s: %s', (text, first) => {
    const answer = bot.ask({ text, history: [] });
    expect([answer.kind, answer.text.split('：')[0]]).toEqual(['list', first]);
  });
});
