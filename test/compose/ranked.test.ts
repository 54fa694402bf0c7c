import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

const firstLine = (question: string): string => ask(question).text.split('\n')[0] ?? '';

describe('places by count', () => {
  it.each([
    ['按任务数排，金融局之外第一第二是谁', '第1到第2是陕西银保监局、陕西证监局，18项（并列）'],
    ['负责任务数前三名的单位', '第1到第3是市金融工作局，56项；高新区，10项；市财政局，9项'],
    ['支持任务最多的前三家单位', '陕西银保监局、陕西证监局，18项（并列）；人行西安分行营管部，13项'],
    ['支持单位里任务数第二、第三的是谁', '第2到第3是陕西银保监局、陕西证监局'],
    ['刨掉金融局，谁任务最多', '除市金融工作局外，任务最多的是陕西银保监局、陕西证监局，18项'],
    ['谁任务最多', '任务最多的是市金融工作局，56项'],
    ['任务数倒数第一的行动', '任务最少的是物流金融拓展行动，2项'],
    ['按支持任务数排，第一是谁', '作为支持单位的任务最多的是陕西银保监局、陕西证监局'],
  ])('%s', (question, said) => expect(firstLine(question)).toContain(said));
});

describe('indicators in the order of their growth', () => {
  it.each([
    ['涨幅排第二的指标是谁', '第2是储备拟上市公司年末累计数：增长52.0%'],
    ['增速第二快的指标', '第2是储备拟上市公司年末累计数'],
    ['增长最慢的前两个指标', '第1到第2是金融机构年末累计数、本外币存款余额'],
    ['指标按2022年增幅排个序', '2021年到2022年按增幅从大到小排，第1到第7是境内外上市公司年末累计数'],
  ])('%s', (question, said) => expect(firstLine(question)).toContain(said));

  it('排第二的指标 is the second of the table', () => {
    expect(firstLine('排第二的指标')).toContain('本外币存款余额：2018年2.12万亿元');
  });

  it('第二名是谁 says not of what', () => expect(ask('第二名是谁').status).toBe('clarify'));
});
