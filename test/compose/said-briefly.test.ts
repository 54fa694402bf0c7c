import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('tasks by their numbers, said briefly', () => {
  it.each([
    ['36、37、38三项分别由哪些单位支持', [36, 37, 38]],
    ['5、6、7这三项由谁负责', [5, 6, 7]],
    ['21和22两项谁负责', [21, 22]],
    ['45到48项都是啥 列个名', [45, 46, 47, 48]],
    ['任务分解表头一项和末一项分别是啥', [1, 57]],
    ['第一项和最后一项分别是什么', [1, 57]],
    ['8号任务二零二二年要办个啥会', [8]],
  ])('%s', (question, tasks) => expect(ask(question).tasks).toEqual(tasks));
});

describe('years set against each other, and what grows from the one to the other', () => {
  it.each([
    ['股权投资金额22比20多几个亿', '35-30=5'],
    ['保费22比20涨百分之几', '(660-560)/560=17.9%'],
    ['保费2018到2022平均一年添多少亿', '(660-479)/4=45.25'],
    ['金融业增加值从2019年做到2022年一共要添多少', '1150-999=151'],
    ['存款余额从19年到22年一共加多少', '2.65-2.33=0.32'],
  ])('%s', (question, formula) => expect(ask(question).text).toContain(formula));
});

describe('who does it alone, and who together', () => {
  it.each([
    ['金融工作局一家单干的有哪些项', [20, 47, 56]],
    ['财政局和农业农村局同管的几项', [35, 38]],
    ['绿色产业融资渠道这条，责任单位正文跟附件对不上吧，差谁', [23]],
  ])('%s', (question, tasks) => expect(ask(question).tasks).toEqual(tasks));

  it('跨境那三项有没有高新区不参与的', () => {
    const { text, tasks } = ask('跨境那三项有没有高新区不参与的');
    expect(tasks).toEqual([]);
    expect(text).toContain('跨境金融融通行动里高新区不参与的任务：一项也没有');
  });
});

describe('what grows is claimed, year by year or in all', () => {
  it.each([
    ['金融机构数2019年到2022年增加25家对吗', true],
    ['储备拟上市公司每年都增加30家以上吗', true],
    ['储备拟上市公司每年都增加35家以上吗', false],
    ['存款余额2020年到2022年增加0.3万亿吗', false],
  ])('%s', (question, verdict) => expect(ask(question).verdict).toBe(verdict));

  it('第11项2022年比2020年多服务多少家企业', () => {
    expect(ask('第11项2022年比2020年多服务多少家企业').text).toContain('1800-1600=200');
  });
});

describe('every task of an action, and a name that is short for an action', () => {
  it('哪个行动的任务全部都由金融局负责', () => {
    const { text } = ask('哪个行动的任务全部都由金融局负责');
    expect(text).toContain('共14个');
    expect(text).not.toContain('信用服务增进行动');
  });

  it.each([
    ['西咸新区和浐灞生态区都没份的空间建设任务是哪项', [50]],
    ['农村金融任务里财政局没份的有哪些', [36, 37]],
  ])('%s', (question, tasks) => expect(ask(question).tasks).toEqual(tasks));
});
