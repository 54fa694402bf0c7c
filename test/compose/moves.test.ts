import { describe, expect, it } from 'vitest';
import { bot } from '../helper.ts';

const tasksOf = (text: string): readonly number[] => bot.explain({ text, history: [] }).answer.tasks;

/** Tasks by how their figures move over the years, as the annex prints them. */
describe('years set against each other', () => {
  it.each([
    ['附件里2021年家数比2020年多的任务', [5, 9, 11, 14, 52]],
    ['与2020年相比，2021年家数更多的任务有几项', [5, 9, 11, 14, 52]],
    ['2022年的家数比2021年少的任务', [2]],
    ['2022年目标低于2021年的任务有哪些', [2]],
    ['2022年金额比上一年多的任务', [9, 11]],
    ['高新区负责的任务里2022年金额比2020年多的', [9, 11]],
    ['哪些任务目标三年都在涨', [5, 9, 11, 14, 52]],
    ['科技金融催化行动里目标逐年提高的有哪些', [11, 14]],
    ['次数三年持平的任务', [17, 20, 33, 41]],
    ['目标翻番的任务', [6, 14, 52]],
    ['每年都写了金额的任务', [9, 11]],
    ['2022年写了金额、2020年没写金额的任务有哪些', [6, 10, 16, 29, 30, 31, 37, 38]],
    ['2021年有金额而2020年没有金额的任务', []],
    ['2020和2021年都写了金额的任务', [9, 11]],
  ])('%s', (sentence, tasks) => {
    expect(tasksOf(sentence)).toEqual(tasks);
  });

  it('目标没有逐年提高的任务: all but those whose figures rise', () => {
    const rising = tasksOf('目标逐年提高的任务');
    const others = bot.plan.tasks.map(({ number }) => number).filter((number) => !rising.includes(number));
    expect(tasksOf('目标没有逐年提高的任务')).toEqual(others);
  });

  it.each(['三年目标各不相同的任务', '三年目标都不一样的任务有哪些', '每年目标都不同的任务有几项'])(
    '%s',
    (sentence) => {
      const apart = bot.plan.tasks.filter(({ row }) => new Set(row.targets.map(({ text }) => text)).size === 3);
      expect(tasksOf(sentence)).toEqual(apart.map(({ number }) => number));
    },
  );

  it('正文和附件一致的任务有哪些: those without a difference', () => {
    const differ = tasksOf('正文和附件不一致的任务有哪些');
    expect(tasksOf('正文和附件一致的任务有哪些')).toHaveLength(bot.plan.tasks.length - differ.length);
  });

  it.each(['2021年比2020年多5家的任务'])('%s is asked back', (sentence) => {
    expect(bot.explain({ text: sentence, history: [] }).answer.status).toBe('clarify');
  });
});
