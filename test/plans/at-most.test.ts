import { describe, expect, it } from 'vitest';
import { plansFolder } from './put-plan.ts';

const { put, asking } = plansFolder('most');

put('ganzhou', [
  '甘州省人民政府办公厅',
  '2023年6月29日',
  '甘州省牧草企业支持措施',
  '一、总体要求',
  '到2025年，牧草产业明显提升。全省规模以上牧草产业增加值占农业增加值比重达到25%。到2030年，全省规模以上牧草产业增加值占农业增加值比重达到32%，牧草骨干企业数量占全省比例超过40%。',
  '二、主要措施',
  '（一）培育牧草中心。对新认定的省级牧草中心，给予100万元支持；对完成课题5项以上、新认定的省级牧草设计院，按不超过建设总投入的50%给予支持，最高不超过300万元；对升级认定为国家牧草设计院的，按不超过升级建设总投入的50%给予支持，最高不超过500万元。（责任单位：省农业厅）',
  '（二）支持挂牌融资。对挂牌企业给予一次性10万元补助，实现首次牧业融资的，再给予融资额1%且不超过50万元补助。（责任单位：省财政厅）',
  '（三）放宽年龄。在牧场工作的境外专家，申请工作许可的年龄可放宽至65岁。（责任单位：省科技厅）',
  '（四）改造棚圈。改造羊圈3.2万座，建设草棚2692座，恢复重建沼气站144座。（责任单位：省农业厅）',
  '（五）培育骨干企业。培育引进10家年销售收入超2亿元的牧草骨干企业。（责任单位：省工信厅）',
  '（六）推荐示范户。省农业厅每年推荐优质牧户60户以上。省畜牧局每年推荐优质牧户25户以上。（责任单位：省农业厅）',
  '（七）扩大见习补贴范围。将牧区见习补贴范围扩展至18—30岁失业青年。（责任单位：省人社厅）',
]);

const ask = asking('ganzhou');
const told = (text: string, ...history: readonly string[]): string =>
  ask(text, ...history).text.replace(/正文[^\n]*/gu, '');

describe('the most that somebody may get', () => {
  it.each([
    ['省级牧草设计院最高给多少钱', '不超过300万元'],
    ['国家牧草设计院最高给多少', '不超过500万元'],
    ['首次牧业融资最多补多少', '不超过50万元'],
    ['境外专家申请工作许可最大多少岁', '65岁'],
  ])('%s', (question, says) => {
    expect(told(question)).toContain(says);
    expect(told(question).match(/\d+(?:万元|岁|%)/gu)).toHaveLength(1);
  });
});

describe('what a figure counts', () => {
  it('of two names both are told', () => {
    const text = told('草棚和沼气站各建多少');
    expect(text).toContain('2692座');
    expect(text).toContain('144座');
  });

  it('an amount within a name only says which are counted', () => {
    expect(told('牧草骨干企业要培育几家')).toContain('牧草骨干企业：10家');
  });
});

describe('a share that the plan prints by its longer name', () => {
  it.each([
    ['牧草产业增加值占比25年和30年各是多少', '2025年25%、2030年32%'],
    ['牧草产业增加值占比30年要到多少', '2030年32%'],
  ])('%s', (question, says) => {
    expect(told(question)).toContain(says);
  });
});

describe('what another part of the plan says', () => {
  it('is told where the thing named does not say it', () => {
    expect(told('2030年牧草骨干企业占全省比例要超过多少')).toContain('超过40%');
  });
});

describe('figures of one noun in two sentences', () => {
  it('are told in the words of the plan', () => {
    const text = told('优质牧户每年推荐多少户');
    expect(text).toContain('省农业厅每年推荐优质牧户60户以上。');
    expect(text).toContain('省畜牧局每年推荐优质牧户25户以上。');
  });
});

it('an age is asked for as such', () => {
  expect(told('牧区见习补贴范围扩大到什么年龄')).toContain('18—30岁');
});
