import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('what one task or clause says', () => {
  it.each<[question: string, task: number, says: string]>([
    ['第19项讲了哪些项目', 19, '：支持西咸新区能源金融贸易区'],
    ['引进总部那条里提到了哪些项目', 2, '中国银联运营中心'],
    ['能源金融那条里提到哪些项目', 19, '：支持西咸新区'],
    ['第21项是什么任务', 21, '：支持陕西能源化工交易所'],
    ['第50项里写了哪些项目', 50, '创新+金融'],
  ])('%s', (question, task, says) => {
    const { tasks, text } = ask(question);
    expect(tasks).toEqual([task]);
    expect(text).toContain(says);
  });

  it('正文里提到“总部”的任务有哪些', () => {
    expect(ask('正文里提到“总部”的任务有哪些').tasks).toEqual([2, 50]);
  });
});

describe('a part that has what the other lacks', () => {
  it.each<[question: string, task: number, says: string]>([
    ['跨境双向投融资正文有附件没有的责任单位是谁', 30, '国际港务区（仅正文列出）'],
    ['第23项正文写了附件没写的单位有哪些', 23, '浐灞生态区（仅正文列出）'],
    ['附件没有的责任单位是哪家，第4项', 4, '各区县（仅正文列出）'],
    ['环境权益交易市场附表写灞桥生态区 正文又不是这么写 到底哪个区', 26, '浐灞生态区印作“灞桥生态区”'],
  ])('%s', (question, task, says) => {
    const { tasks, text } = ask(question);
    expect(tasks).toEqual([task]);
    expect(text).toContain(says);
  });
});

describe('what is said beside a thing tells which is meant', () => {
  it.each<[question: string, tasks: readonly number[]]>([
    ['小区里的银行网点要设150个，谁负责', [33]],
    ['给全国城市科技金融排名的那个指数谁发布', [15]],
    ['做排名的指数谁来发布', [15]],
    ['第1项和最后第57项是啥', [1, 57]],
    ['第5项和最后第二项是什么', [5, 56]],
    ['附件责任单位怎么只剩金融局一家', [20, 23, 47, 56]],
  ])('%s', (question, tasks) => {
    expect(ask(question).tasks).toEqual(tasks);
  });

  it('西安各区县排名是多少', () => {
    expect(ask('西安各区县排名是多少').status).toBe('not_found');
  });
});

describe('words beside an indicator that only say which it is', () => {
  it.each<[question: string, says: string]>([
    ['2022年目标贷款余额，本外币的，多少', '2.95万亿元'],
    ['存款余额，本外币，2021年', '2.52万亿元'],
    ['2022 target for outstanding loans, RMB plus foreign currency?', '2.95 trillion yuan'],
    ['实施保障第四条讲钱的怎么写', '（四）资金支持。'],
  ])('%s', (question, says) => {
    expect(ask(question).text).toContain(says);
  });
});
