import { describe, expect, it } from 'vitest';
import { bot } from '../helper.ts';

const answerOf = (text: string) => bot.explain({ text, history: [] }).answer;

describe('whether a part of the plan prints a figure', () => {
  it.each([
    ['行动目标里有110家吗', true, ['2.table.5']],
    ['行动目标不含110家', false, ['2.table.5']],
    ['指标表里有110家吗', true, ['2.table.5']],
    ['附件里有110家吗', false, ['2.table.5', '3.2.1']],
    ['附件没写110家吧', true, ['2.table.5', '3.2.1']],
    ['正文里提到110家了吗', true, ['3.2.1']],
    ['计划里有没有写7000亿元', true, ['3.2.2.2']],
    ['实施保障里写了金额吗', false, ['4']],
  ])('%s', (sentence, verdict, clauses) => {
    const answer = answerOf(sentence);
    expect(answer.verdict).toBe(verdict);
    expect(answer.citations.map(({ clause }) => clause)).toEqual(expect.arrayContaining(clauses));
  });

  it('计划里有9999亿元吗: nowhere', () => {
    expect(answerOf('计划里有9999亿元吗').status).toBe('not_found');
  });
});

describe('actions by what they aim at', () => {
  it.each([
    ['具体目标里有600亿元的行动', '共1个', '科技金融催化行动'],
    ['哪些行动的具体目标里有数字', '共4个', '跨境金融融通行动'],
    ['具体目标没有写数字的行动有几个', '共11个', '绿色金融引领行动'],
  ])('%s', (sentence, count, action) => {
    const { text } = answerOf(sentence);
    expect(text).toContain(count);
    expect(text).toContain(action);
  });
});

describe('the year that changes most, the task with the most, so many times as much', () => {
  it.each([
    ['存款余额哪年增得最多', '增加最多的是2019年'],
    ['哪年的保费收入增长最快', '增长最快的是2019年'],
    ['贷款余额增长最慢的是哪年', '增长最慢的是2021年'],
    ['2021年次数最多的是哪项任务', '2021年10次以上'],
    ['2022年贷款是存款的几倍', '2.95÷2.65≈1.11'],
    ['上市公司2022年比2019年翻了几倍', '110÷70≈1.57'],
  ])('%s', (sentence, line) => {
    expect(answerOf(sentence).text.split('\n')[0]).toContain(line);
  });
});
