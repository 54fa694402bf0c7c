import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('在 and 不在 set a unit that takes part beside one that does not', () => {
  it('教育局在、人社局不在的是哪几项', () => {
    expect(ask('教育局在、人社局不在的是哪几项').tasks).toEqual([12, 57]);
  });

  it('宣传部不在但文旅局在的有没有: none', () => {
    expect(ask('宣传部不在但文旅局在的任务有几项').tasks).toEqual([]);
  });

  it('asked behind another list, its own conditions take the place of those before', () => {
    const { text } = ask('教育局人社局都参与的是哪几项？教育局参与、人社局不参与的呢');
    expect(text).toContain('市教育局、市人社局都参与的任务共2项');
    expect(text).toContain('市教育局参与、市人社局不参与的任务共2项');
  });
});

describe('questions that are numbered with digits are read one by one', () => {
  it.each([
    ['1、存款2021年多少 2、贷款呢', ['2.52', '2.7']],
    ['1. 保费2022年多少？2. 上市公司呢？', ['660', '110']],
    ['（1）第3项谁负责？（2）第21项谁负责？', ['市财政局', '高新区']],
  ] as const)('%s', (question, said) => {
    const { text } = ask(question);
    for (const one of said) expect(text).toContain(one);
  });
});

describe('不能少于 and 不得低于 ask for a lower bound and deny nothing', () => {
  it.each([
    ['产融对接活动一年不能少于几次', '2次'],
    ['农户信用评价户数2020年不能低于百分之多少', '80%'],
  ])('%s', (question, said) => {
    expect(ask(question).text).toContain(said);
  });

  it('研修班每年不能少于几期？哪几家的事: both parts are answered', () => {
    const { text } = ask('研修班每年不能少于几期？哪几家的事');
    expect(text).toContain('10');
    expect(text).toContain('市人社局');
  });
});

describe('the relation of a unit to a task is the role in which it stands there', () => {
  it('跟高新区什么关系: of the task before', () => {
    const { text, verdict, tasks } = ask('跟高新区有什么关系', '推动设立天然气交易中心是哪年的事');
    expect(tasks).toEqual([21]);
    expect(verdict).toBe(true);
    expect(text).toContain('高新区是责任单位之一');
  });

  it('whether a unit has its share in a task at all', () => {
    expect(ask('哪些任务压根没有金融工作局的份').tasks).toEqual([45]);
  });
});

it('一样的比法: two years are compared of another indicator as they were before', () => {
  expect(ask('存款呢，一样的比法', '贷款22年比20年多多少').text).toContain('2.65-2.42=0.23');
});
