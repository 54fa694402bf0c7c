import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('one part of a whole', () => {
  it.each<[question: string, share: string, formula: string]>([
    ['2020年引进的机构占三年总数几成', '40.00%', '10÷(10+10+5)=0.40'],
    ['2022年新增上市企业占三年总量多少', '50.00%', '20÷(10+10+20)=0.50'],
    ['20年科创板新增占三年的几成', '27.78%', '5÷(5+6+7)≈0.28'],
    ['社区支行占那三类网点总数的多少', '68.18%', '150÷(20+50+150)≈0.68'],
    ['普惠金融事业部占三类机构总数的几成', '9.09%', '20÷(20+50+150)≈0.09'],
    ['2022年存款占存贷款总和的比例', '2022年本外币存款余额占', '2.65÷(2.65+2.95)≈0.47'],
    ['2022年贷款余额占存款和贷款合计的百分之几', '52.68%', '2.95÷(2.95+2.65)≈0.53'],
  ])('%s', (question, share, formula) => {
    const [first] = ask(question).text.split('\n');
    expect(first).toContain(share);
    expect(first).toContain(formula);
  });
});

describe('a table and the annex, in all and year by year', () => {
  it.each<[question: string, line: string]>([
    ['附件三年引进的金融机构加起来，跟指标表19到22年的增量对得上吗', '合计引进25家（10+10+5=25），一致'],
    ['附件三年新增上市企业加起来跟指标表2019到2022年增加的对得上吗', '合计新增40家（10+10+20=40），一致'],
  ])('%s', (question, line) => {
    const { text } = ask(question);
    expect(text.split('\n')[0]).toContain('合计一致，分年的数字不一致');
    expect(text).toContain(line);
  });
});

describe('what the tasks of an action do in a year', () => {
  it.each<[question: string, tasks: readonly number[]]>([
    ['物流金融那两项22年要做什么', [27, 28]],
    ['文旅金融那几项2022年要干什么', [16, 17, 18]],
    ['能源金融那几项21年都要做啥', [19, 20, 21, 22]],
  ])('%s', (question, tasks) => {
    expect(ask(question).tasks).toEqual(tasks);
  });
});
