import { describe, expect, it } from 'vitest';
import { compareQuantity, inMeasure, leavesOpen, readQuantities } from '../src/quantity.ts';
import type { Quantity } from '../src/values.ts';
import { processorTime } from './cpu.ts';

const only = (text: string): Quantity => {
  const found = readQuantities(text);
  const first = found[0]?.quantity;
  if (!first || found.length > 1)
    throw new Error(`${text}: ${found.map(({ quantity }) => quantity.printed).join('、')}`);
  return first;
};
const brief = (text: string): string => {
  const { relation, value, to, unit, measure, currency } = only(text);
  return [`${relation}${value}${to === undefined ? '' : `..${to}`}`, unit, measure, currency ?? ''].join(' ').trim();
};

describe('a quantity is read in any writing', () => {
  it.each([
    ['2022年存款余额是26500亿元吗', '=2650000000000 money 亿元'],
    ['二点六五万亿元', '=2650000000000 money 万亿元'],
    ['2.65万亿', '=2650000000000 money 万亿'],
    ['7,000亿元', '=700000000000 money 亿元'],
    ['7，000亿元', '=700000000000 money 亿元'],
    ['７０００亿元', '=700000000000 money 亿元'],
    ['三千亿', '=300000000000 money 亿'],
    ['贰拾家', '=20 count 家'],
    ['廿一项', '=21 count 项'],
    ['一百五十家', '=150 count 家'],
    ['一百零五家', '=105 count 家'],
    ['三万五千平方米', '=35000 area 平方米'],
    ['两千四百亿元', '=240000000000 money 亿元'],
    ['百分之二十', '=20 percent %'],
    ['20％', '=20 percent %'],
    ['两成', '=20 percent 成'],
    ['150**家**', '=150 count 家'],
    ['580家次', '=580 times 家次'],
    ['100名', '=100 person 名'],
    ['100米', '=100 length 米'],
    ['1150亿美元', '=115000000000 money 亿美元 USD'],
    ['30 billion yuan', '=30000000000 money billion yuan'],
    ['RMB 5 billion', '=5000000000 money billion'],
    ['$3 billion', '=3000000000 money billion USD'],
    ['3个月', '=90 time 个月'],
    ['800万千瓦', '=8000000 count 千瓦'],
    ['2.8万亿对不对', '=2800000000000 money 万亿'],
    ['5个百分点', '=5 percent 个百分点'],
  ])('%s', (text, quantity) => expect(brief(text)).toBe(quantity));
});

describe('relations before and after, and ranges', () => {
  it.each([
    ['不低于 300 亿元', '≥30000000000 money 亿元'],
    ['至少引进10家', '≥10 count 家'],
    ['每年至少组织一次', '≥1 times 次'],
    ['不得少于5次', '≥5 times 次'],
    ['上市公司2022年超过100家对吗', '>100 count 家'],
    ['超过了一百家', '>100 count 家'],
    ['超千亿元', '>100000000000 money 亿元'],
    ['上百亿元', '>10000000000 money 亿元'],
    ['能上2000亿', '>200000000000 money 亿'],
    ['网上2000亿', '=200000000000 money 亿'],
    ['100多家', '>100 count 家'],
    ['一百多亿', '>10000000000 money 亿'],
    ['十余家', '>10 count 家'],
    ['不超过20家', '≤20 count 家'],
    ['20家以内', '≤20 count 家'],
    ['不到200家', '<200 count 家'],
    ['近280家', '≈280 count 家'],
    ['100名左右', '≈100 person 名'],
    ['20%以上', '≥20 percent %'],
    ['10以上', '≥10 none'],
    ['正好200家', '=200 count 家'],
    ['at least 5', '≥5 none'],
    ['more than 100 companies', '>100 none'],
    ['不低于本辖区农户数80%', '≥80 percent %'],
    ['2—3家', '=2..3 count 家'],
    ['两三家', '=2..3 count 家'],
    ['500亿到1200亿之间', '=50000000000..120000000000 money 亿'],
    ['500到1200亿元之间', '=50000000000..120000000000 money 亿元'],
    ['一百五十到二百亿', '=15000000000..20000000000 money 亿'],
    ['在5和10之间', '=5..10 none'],
    ['10%-20%', '=10..20 percent %'],
  ])('%s', (text, quantity) => expect(brief(text)).toBe(quantity));

  it('says what was printed and where', () => {
    const [found] = readQuantities('金额超过一百亿的任务');
    expect(found).toMatchObject({ from: 2, to: 7, quantity: { printed: '超过一百亿' } });
  });
});

describe('what is no quantity', () => {
  it.each([
    '2020年到2022年',
    '2020到2022',
    '22年呢',
    '三年一共',
    '二〇二二年',
    '2020年3月30日前',
    '市政办发〔2020〕9号什么时候印发',
    '第21项',
    '第3、5、7项',
    '正文三（八）2（2）',
    '3.5.2.3',
    '“6+5+6+1”现代产业体系',
    '“4+N”产业母基金体系',
    '“创新50条”',
    '“五个扎实”和“一行两局”',
    '一体化、统一、进一步、一带一路、唯一、同一',
    '四位一体',
    '培育一批机构，打造一支队伍',
    '起步区一期、小镇二期',
    '十四五期间',
    '五类机构',
    '倒数第二项',
    '2倍',
    'CF40',
    '5G',
    'task 21',
    '1. 具体目标。',
    '千万不要',
    '多少亿元、几万家',
    '创投十条',
    '省委十届三次全会和十九届二中全会',
    '零部件',
    '500强企业',
    '正文三、（五）2.（3）',
  ])('%s', (text) => expect(readQuantities(text).map(({ quantity }) => quantity.printed)).toEqual([]));

  it('a quoted quantity is one when it is all that is quoted', () => {
    expect(brief('“600亿元”指什么')).toBe('=60000000000 money 亿元');
  });
});

describe('claims are compared with facts', () => {
  const verdict = (fact: string, claim: string) => compareQuantity(only(fact), only(claim));
  it.each([
    // The same amount, however it is written.
    ['2.65万亿元', '26500亿元', 'yes'],
    ['2.65万亿元', '2.65', 'yes'],
    ['2.65万亿元', '26500', 'no'],
    ['2.95万亿元', '2.95亿元', 'no'],
    ['110家', '110', 'yes'],
    ['110家', '110个', 'yes'],
    // Each relation of the claim, at the edge and beside it.
    ['110家', '超过100家', 'yes'],
    ['200家', '超过200家', 'no'],
    ['200家', '不低于200家', 'yes'],
    ['200家', '不超过200家', 'yes'],
    ['200家', '不到200家', 'no'],
    ['200家', '约210家', 'yes'],
    ['200家', '约220家', 'no'],
    ['1100亿元', '500亿到1200亿之间', 'yes'],
    ['1300亿元', '500亿到1200亿之间', 'no'],
    // The plan's own bounds.
    ['不低于300亿元', '300亿元', 'yes'],
    ['不低于300亿元', '超过200亿元', 'yes'],
    ['不低于300亿元', '不低于300亿元', 'yes'],
    ['不低于300亿元', '超过300亿元', 'no'],
    ['不低于300亿元', '不超过500亿元', 'no'],
    ['20%以上', '20%以上', 'yes'],
    ['20%以上', '超过30%', 'no'],
    ['超百亿元', '超过一百亿', 'yes'],
    ['近280家', '280家', 'yes'],
    ['近280家', '超过250家', 'yes'],
    ['近280家', '超过280家', 'no'],
    ['2—3家', '2到3家', 'yes'],
    ['2—3家', '至少2家', 'yes'],
    ['2—3家', '3家', 'no'],
    // Not of one kind.
    ['1150亿元', '1150亿美元', 'incomparable'],
    ['1150亿元', '1150家', 'incomparable'],
    ['580家次', '580家', 'incomparable'],
    ['580家次', '580次', 'incomparable'],
    ['20%', '20个百分点', 'incomparable'],
    ['20家', '20项', 'incomparable'],
  ])('%s · %s → %s', (fact, claim, expected) => expect(verdict(fact, claim)).toBe(expected));

  it('a bound at the edge of the claim leaves it open', () => {
    expect(leavesOpen(only('100亿元以上'), only('超过100亿元'))).toBe(true);
    expect(leavesOpen(only('100亿元'), only('超过100亿元'))).toBe(false);
    expect(leavesOpen(only('不到100亿元'), only('超过200亿元'))).toBe(false);
  });

  it('prints an amount in another measure', () => {
    expect(inMeasure(only('2.65万亿元'), '亿元')).toBe(26500);
    expect(inMeasure(only('47.9 billion yuan'), '亿元')).toBe(479);
    expect(inMeasure(only('479亿元'), 'billion yuan')).toBe(47.9);
  });
});

describe('hostile text', () => {
  it.each(['一', '9', '9,', '不', '百分之', '第1、', '超', '1 ', '亿', '“', '１２', '5到'])(
    '%s, ten thousand characters',
    async (unit) => {
      const text = unit.repeat(10_000 / unit.length);
      expect(await processorTime(() => readQuantities(text))).toBeLessThan(2_000);
    },
  );
});
