import { describe, expect, it } from 'vitest';
import { bot } from '../helper.ts';

const answerOf = (text: string) => bot.explain({ text, history: [] }).answer;

describe('a measure or a date by which things are picked', () => {
  it.each([
    ['以“次”为单位的目标', [16, 17, 20, 33, 41, 46]],
    ['以家次为单位的任务', [11]],
    ['单位是平方米的任务有几项', [52]],
    ['以家为单位、高新区负责的任务', [9, 10, 11]],
    ['按期计算的任务有哪些', [41]],
    ['12月底前要完成的任务', [19]],
    ['西咸新区负责、12月30日前完成的任务', [19]],
    ['十二月三十日前的任务', [19]],
    ['6月30日前的任务有几项', []],
    ['写明几月几日的任务有几项', [19, 47]],
    ['有没有具体到几月几日的任务', [19, 47]],
  ])('%s', (sentence, tasks) => {
    const { status, tasks: found } = answerOf(sentence);
    expect(status).toBe('answered');
    expect(found).toEqual(tasks);
  });

  it('以万亿元为单位的指标: the two that the table gives so', () => {
    const { text } = answerOf('以万亿元为单位的指标');
    const trillions = ['本外币存款余额', '本外币贷款余额'];
    for (const { name } of bot.plan.indicators) expect(text.includes(name)).toBe(trillions.includes(name));
  });

  it.each([
    ['第17项2021年对接交流活动是不是一次', true],
    ['第16项2020年对接交流活动在一次以内吗', false],
    ['2022年金融机构数两百家左右吗', true],
  ])('%s', (sentence, verdict) => {
    expect(answerOf(sentence).verdict).toBe(verdict);
  });
});
