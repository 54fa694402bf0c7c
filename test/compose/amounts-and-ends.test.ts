import { describe, expect, it } from 'vitest';
import { bot } from '../helper.ts';

const answerOf = (text: string) => bot.explain({ text, history: [] }).answer;

describe('an amount of money that the plan does not print is not another one', () => {
  it.each([
    '新设机构奖励多少万',
    '科技支行补助多少万',
    '风险补偿基金规模多少亿',
    '第9项奖励多少万',
    '引进金融机构奖励多少亿',
  ])('%s', (sentence) => {
    expect(answerOf(sentence).status).toBe('not_found');
  });

  it.each([
    ['人民币跨境结算多少亿', '2400亿元'],
    ['创投资金多少亿', '35亿元'],
    ['上市公司总资产多少亿', '7000亿元'],
    ['科技企业贷款多少亿', '30亿元'],
  ])('%s', (sentence, amount) => {
    expect(answerOf(sentence).text).toContain(amount);
  });
});

describe('the end of a period is its last year', () => {
  it.each([
    ['规划期末上市公司多少家', '2022年110家', '2021年100家'],
    ['三年末贷款余额达到多少', '2022年2.95万亿元', '2021年2.70万亿元'],
    ['计划结束时金融机构有多少家', '2022年200家', '2021年195家'],
  ])('%s', (sentence, last, before) => {
    const { text } = answerOf(sentence);
    expect(text).toContain(last);
    expect(text).not.toContain(before);
  });

  it.each(['十四五末金融机构多少家', '十四五期末存款余额目标'])('%s: after the plan', (sentence) => {
    const { status, text } = answerOf(sentence);
    expect(status).toBe('not_found');
    expect(text).toContain('2025年不在计划期');
  });
});
