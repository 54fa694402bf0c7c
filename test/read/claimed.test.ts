import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('a statement that somebody made', () => {
  it.each([
    ['有人说“第9项由高新区牵头”，属实吗', true],
    ['有人说“第9项由市财政局牵头”，属实吗', false],
    ['稿子里写“2022年金融业增加值1150亿元”，对吗', true],
    ['稿子里写“2022年金融业增加值1250亿元”，对吗', false],
    ['又说“第45项由金融局负责”，你判断一下', false],
  ])('%s', (question, verdict) => {
    expect(ask(question).verdict).toBe(verdict);
  });

  it('稿子里写“比2019年增长15%以上”，能站住吗 is said of the indicator before', () => {
    expect(ask('稿子里写“比2019年增长15%以上”，能站住吗', '2022年金融业增加值是1150亿对吧').text).toContain('15.1%');
  });

  it('a wording in quotation marks stays one', () => {
    expect(ask('哪些任务提到“不少于”').text).toContain('写到“不少于”');
  });
});

describe('several questions in one', () => {
  it('①第9项谁负责②第10项谁负责', () => {
    expect(ask('①第9项谁负责②第10项谁负责').tasks).toEqual([9, 10]);
  });

  it('其中没有支持单位的有吗？有的话找谁 answers both', () => {
    const { tasks, text } = ask('其中没有支持单位的有吗？责任单位是谁', '国际港务区负责哪些任务');
    expect(tasks).toEqual([28, 53]);
    expect(text).toContain('国际港务区、市金融工作局');
  });

  it('高新区负责第9项吗？哪年完成 answers the first and the second', () => {
    const { verdict, text } = ask('高新区负责第9项吗？哪年完成');
    expect(verdict).toBe(true);
    expect(text).toContain('2022年');
  });
});

describe('what the plan is', () => {
  it.each(['这个计划是干嘛的', '想问下这个计划到底是干嘛的，一两句话讲讲', '这个计划是什么'])('%s', (question) => {
    expect(ask(question).text).toContain('15个行动、57项任务');
  });

  it('“一行两局”指的是谁 tells where it stands, and lists no units', () => {
    expect(ask('文件里老说的“一行两局”指的是谁').tasks).toEqual([1, 42, 46]);
  });

  it('an office in Singapore is not what mentions Singapore', () => {
    const { status, tasks } = ask('Does the plan say anything about opening an office in Singapore?');
    expect({ status, tasks }).toEqual({ status: 'answered', tasks: [] });
  });
});
