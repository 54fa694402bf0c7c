import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('a thing near to what the plan speaks of', () => {
  it.each([
    '新能源汽车补贴谁负责',
    '大学生就业补贴谁负责',
    '网络贷款平台清退由谁负责',
    '保障性租赁住房贷款谁管',
    '灞柳基金小镇三期由谁负责',
    '高新区有多少人',
    '市财政局一共有多少人',
  ])('is not there: %s', (question) => expect(ask(question).status).toBe('not_found'));

  it.each([
    ['绿色企业发债支持单位', 23],
    ['金融人才公寓由谁建', 39],
    ['曲江文化产业旨数由谁负责', 18],
    ['天然气交易平台谁管', 21],
  ])('in other words is the thing itself: %s', (question, task) => expect(ask(question).tasks).toEqual([task]));
});

describe('an everyday expression with words of asking in it', () => {
  it.each([
    ['跟外国人做生意的用咱自己的钱结账归谁管', 31],
    ['网上卖货到国外的结算方便点，谁负责', 29],
    ['贷款利息太高怎么降，责任单位', 32],
  ])('is one wording: %s', (question, task) => expect(ask(question).tasks).toEqual([task]));
});

describe('two questions of which one is not in the plan', () => {
  it.each(['碳达峰的目标是什么？绿色保险谁负责？', '绿色保险谁负责？碳达峰的目标是什么？'])(
    '%s: both are told',
    (question) => {
      const answer = ask(question);
      expect(answer.status).toBe('answered');
      expect(answer.tasks).toEqual([24]);
      expect(answer.text).toContain('没有写“碳达峰”');
    },
  );

  it('one that leans on what is not there is not answered', () =>
    expect(ask('碳达峰由谁负责？支持单位呢？', '绿色保险谁负责').status).not.toBe('answered'));
});

describe('a greeting', () => {
  it.each([
    ['各位领导好，宝鸡市负责什么', 'not_found'],
    ['大家早上好！上海市的任务有哪些', 'not_found'],
    ['领导好，天然气交易中心由谁负责，祝工作顺利', 'answered'],
  ])('changes nothing: %s', (question, status) => expect(ask(question).status).toBe(status));

  it('帮我写一首诗，谢谢: is no thanks for an answer', () =>
    expect(ask('帮我写一首诗，谢谢').text).toContain('计划里没有写'));
});

describe('everyday words beside a unit', () => {
  it.each([
    ['西咸新区租飞机的业务归谁', 52],
    ['西咸那边2021年租飞机的业务要搞到什么程度', 52],
    ['曲江新区卖版权的任务是哪项', 18],
    ['国际港务区负责的快递公司贷款的任务有哪些', 28],
  ])('are not passed over: %s', (question, task) => expect(ask(question).tasks).toEqual([task]));
});
