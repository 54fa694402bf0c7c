import { describe, expect, it } from 'vitest';
import { plansFolder } from './put-plan.ts';

const { put, asking } = plansFolder('side');

put('linzhou', [
  '林州省人民政府办公厅',
  '2023年4月7日',
  '林州省支持山货企业行动方案（2023-2030年）',
  '一、主要目标',
  '到2025年，山货加工业产值达到1000亿元以上，单位面积采收量由2021年的135公斤/亩增加到142公斤/亩。',
  '到2030年，山货加工业产值达到1500亿元以上，单位面积采收量达到150公斤/亩，古法酿造每窖出酒由20斛增加到25斛。',
  '二、重点任务',
  '（一）支持上市。对申请在境内A股上市的企业，进入辅导期并完成备案后，给予100万元补助；在“新三板”挂牌的企业，给予一次性10万元补助。（责任单位：省财政厅）',
  '（二）放宽贷款。符合条件的人员自主创业的，可申请最高不超过15万元的创业担保贷款。小微企业当年新招用人员达到规定比例的，可申请最高不超过300万元的创业担保贷款。（责任单位：人行林州分行）',
]);

const ask = asking('linzhou');

describe('an amount is found by what stands in front of it, and two are told side by side', () => {
  it.each([
    ['A股辅导备案完了给多少', ['100万元'], ['10万元']],
    ['挂新三板给多少钱', ['10万元'], ['100万元']],
    ['挂新三板给多少钱 A股辅导备案完了给多少', ['10万元', '100万元'], []],
    ['小微企业最多多少', ['300万元'], ['15万元']],
    ['自主创业最多贷多少 小微企业最多多少', ['15万元', '300万元'], []],
  ])('%s', (question, told, others) => {
    const { status, text } = ask(question);
    expect(status).toBe('answered');
    const [first = ''] = text.split('详细');
    for (const amount of told) expect(first).toMatch(new RegExp(`(?<!\\d)${amount}`));
    for (const amount of others) expect(first).not.toMatch(new RegExp(`(?:补助|最高)：不?超?过?${amount}`));
  });
});

describe('how far an amount rises between two years is reckoned', () => {
  it.each([
    ['山货加工产值25年到30年涨多少', '1500-1000=500'],
    ['山货加工业产值25年到30年要再涨多少个亿', '1500-1000=500'],
    ['山货加工业产值2025到2030年提高多少', '1500-1000=500'],
    ['单位面积采收量30年比25年要多多少', '150-142=8'],
  ])('%s', (question, formula) => {
    const { status, text } = ask(question);
    expect([status, text]).toEqual(['answered', expect.stringContaining(formula)]);
  });
});

describe('an amount in a measure that nobody knows is told by its sentence, never denied, and no other is told for it', () => {
  it.each(['古法酿造每窖出酒30年是多少', '古法酿造每窖出酒30年比25年多多少'])('%s', (question) => {
    const { status, text } = ask(question);
    expect([status, text]).toEqual(['answered', expect.stringContaining('由20斛增加到25斛')]);
    expect(text).not.toMatch(/没有写|计算/);
  });
});
