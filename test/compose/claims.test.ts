import { describe, expect, it } from 'vitest';
import { bot } from '../helper.ts';

const answerOf = (text: string) => bot.explain({ text, history: [] }).answer;

describe('what is claimed of a year in words', () => {
  it.each([
    ['2022年推广环境污染强制责任保险，对吗', 24, true],
    ['2021年推广环境污染强制责任保险对吗', 24, false],
    ['2021年修订金融业发展扶持办法吗', 1, false],
    ['2020年是不是要建立绿色项目库', 23, false],
    ['2021年加强与上交所合作，没错吧', 7, true],
    ['2020年推动西咸资本超市建设对吗', 19, true],
    ['2022年推动西咸资本超市建设对吗', 19, false],
    ['2021年扩大风险补偿基金池规模，对吧', 13, true],
  ])('%s', (sentence, task, verdict) => {
    const answer = answerOf(sentence);
    expect(answer.tasks).toEqual([task]);
    expect(answer.verdict).toBe(verdict);
  });
});

describe('an amount in another unit is not so, and the unit is said', () => {
  it.each([
    ['2020年上市公司目标是80亿吗', '80家，不是80亿'],
    ['2021年保费收入610家，对吗', '610亿元，不是610家'],
    ['2022年存款余额2.65%吗', '2.65万亿元，不是2.65%'],
    ['第11项2021年贷款科技企业610家吗', '610家次，不是610家'],
    ['社区支行150亿元对吗', '150家，不是150亿元'],
  ])('%s', (sentence, unit) => {
    const { verdict, text } = answerOf(sentence);
    expect(verdict).toBe(false);
    expect(text).toContain(unit);
  });
});

describe('a unit that is claimed of what is no task', () => {
  it.each([
    ['工作推进会由市发改委牵头召开，对吗', false, '市金融工作局'],
    ['工作推进会由市金融工作局牵头召开，对吗', true, '市金融工作局'],
    ['扶持办法由市财政局牵头修订，对吗', false, '市金融工作局'],
    ['工作推进会不是市财政局牵头吧', true, '市金融工作局'],
    ['年度实施计划由市金融工作局制定吗', false, '各区县、西咸新区、各开发区'],
    ['整个计划由市发改委负责吗', false, '市金融工作局'],
    ['年度实施计划由各区县制定对不对', undefined, '各区县'],
  ])('%s', (sentence, verdict, holds) => {
    const answer = answerOf(sentence);
    expect(answer.status).toBe('answered');
    expect(answer.verdict).toBe(verdict);
    expect(answer.text).toContain(holds);
  });
});
