import { describe, expect, it } from 'vitest';
import { answerTo } from './figures-ground.ts';
import { of, type Row, reckon, test, value } from './figures-rows.ts';

const VALUES: readonly Row[] = [
  {
    says: '2022年要设多少家社区支行',
    asked: of('task.33', value('家'), '社区支行', { years: [2022] }),
    first: ['社区支行', '150家'],
    tasks: [33],
    clauses: ['3.9.2.2'],
  },
  { says: '社区支行设多少家', asked: of('task.33', value('家'), '社区支行'), first: ['150家'], tasks: [33] },
  {
    says: '2021年社区支行几家',
    asked: of('task.33', value('家'), '社区支行', { years: [2021] }),
    first: ['没有写2021年', '2022年150家'],
    tasks: [33],
  },
  {
    says: '普惠金融事业部到2022年要设几家',
    asked: of('task.33', value('家'), '普惠金融事业部', { years: [2022] }),
    first: ['20家'],
    hasNot: ['社区支行：'],
  },
  {
    says: '科创板2021年新增几家',
    asked: of('task.5', value('家'), '科创板', { years: [2021] }),
    first: ['6家'],
    clauses: ['annex.5'],
  },
  {
    says: '科创板各年新增几家',
    asked: of('task.5', value('家'), '科创板', { every: true }),
    first: ['2020年5家', '2021年6家', '2022年7家'],
  },
  {
    says: '2022年要聚集多少家创投机构',
    asked: of('task.10', value('家'), '创投机构', { years: [2022] }),
    first: ['500家'],
    tasks: [10],
  },
  {
    says: '2022年合作银行保险公司担保公司要达到多少家',
    asked: of('task.10', value('家'), '合作银行保险公司担保公司', { years: [2022] }),
    first: ['100家'],
  },
  {
    says: '2021年科技企业贷款的家次和金额',
    asked: of('task.11', value(), '科技企业贷款 家次 金额', { years: [2021] }),
    first: ['610家次'],
    has: ['29亿元'],
  },
  {
    says: '2021年贷款科技企业多少家次',
    asked: of('task.11', value('家次'), '贷款科技企业', { years: [2021] }),
    first: ['610家次'],
    hasNot: ['1700家。'],
  },
  {
    says: '2021年服务企业多少家',
    asked: of('task.11', value('家'), '培训推介服务企业', { years: [2021] }),
    first: ['1700家'],
  },
  {
    says: '投贷联动规模做到多少亿',
    asked: of('task.11', value(undefined, 'money'), '投贷联动规模'),
    first: ['10亿元'],
    has: ['用词不一致'],
  },
  {
    says: '农户评级贷款累计要发多少',
    asked: of('task.37', value(), '农户评级贷款', { years: [2022] }),
    first: ['2亿元'],
    hasNot: ['80%。'],
  },
  {
    says: '农户评级要覆盖百分之多少',
    asked: of('task.37', value(undefined, 'percent'), '农户信用等级评价户数', { years: [2020] }),
    first: ['80%'],
  },
  {
    says: '平台注册资本不低于多少',
    asked: of('task.4', value(), '市级国有金融资本运营管理平台注册资本'),
    first: ['300亿元'],
    clauses: ['3.1.2.4'],
  },
  { says: '2022年平台注册资本', asked: of('task.4', value(), '注册资本', { years: [2022] }), first: ['300亿元'] },
  {
    says: '助农保2022年保障资金到多少',
    asked: of('task.38', value(), '助农保 保障资金', { years: [2022] }),
    first: ['100亿元'],
  },
  { says: '带动多少社会资金', asked: of('task.10', value(), '带动社会资金'), first: ['千亿元'] },
  { says: '文旅贷款增速目标', asked: of('task.16', value(), '中小微文旅企业信贷支持增速'), first: ['20%以上'] },
  { says: '推出多少特色金融产品', asked: of('task.16', value('个'), '特色金融产品'), first: ['20个'] },
  {
    says: '给中小微文旅企业多少资金支持',
    asked: of('task.16', value(undefined, 'money'), '中小微文旅企业资金支持'),
    first: ['20亿元'],
  },
  { says: '对接交流活动几次', asked: of('task.16', value('次'), '对接交流活动', { years: [2021] }), first: ['2次'] },
  {
    says: '金融人才研修班一年几期',
    asked: of('task.41', value('期'), '金融人才研修班', { every: true }),
    first: ['每年', '10期'],
  },
  { says: '送出去学习多少人', asked: of('task.41', value('人'), '送出去学习的'), first: ['100名'] },
  { says: '市级金融培训几次', asked: of('task.41', value('次'), '市级层面金融培训'), first: ['10次'] },
  {
    says: '引进几家金融后台服务机构',
    asked: of('task.52', value('家'), '金融后台服务机构', { years: [2022] }),
    first: ['4家'],
  },
  {
    says: '建成多少平方米',
    asked: of('task.52', value('平方米'), '金融服务载体', { years: [2021] }),
    first: ['2000平方米'],
  },
  { says: '联合检查几次', asked: of('task.46', value('次'), '联合检查', { years: [2021] }), first: ['一次'] },
  { says: '国际结算业务总量', asked: of('task.29', value(), '国际结算业务总量'), first: ['8000亿元'] },
  {
    says: '人民币跨境使用结算',
    asked: of('task.31', value(), '人民币跨境使用结算', { years: [2022] }),
    first: ['2400亿元'],
  },
  {
    says: '科技型中小企业融资额',
    asked: of('action.3', value(), '科技型中小企业融资额', { years: [2022] }),
    first: ['600亿元'],
    clauses: ['3.3.1'],
  },
  { says: '千亿市值上市公司几家', asked: of('task.6', value('家'), '千亿市值上市公司'), first: ['2—3家'] },
  {
    says: '上市公司总资产规模',
    asked: of('task.6', value(undefined, 'money'), '上市公司总资产规模', { years: [2022] }),
    first: ['7000亿元以上'],
  },
  {
    says: '全市新增几家上市企业',
    asked: of('task.6', value('家'), '境内外上市企业新增', { years: [2022] }),
    first: ['20家'],
    has: ['不一致'],
  },
  {
    says: '2022年保费收入',
    asked: of('indicator.4', value(), '', { years: [2022] }),
    first: ['年保费收入', '2022年660亿元'],
    clauses: ['2.table.4', '2.table'],
  },
  {
    says: '2018年末上市公司几家',
    asked: of('indicator.5', value('家'), '', { years: [2018] }),
    first: ['66家', '历史数'],
  },
  {
    says: '2018、2019年上市公司',
    asked: of('indicator.5', value('家'), '', { years: [2018, 2019] }),
    first: ['66家', '70家'],
  },
  { says: '贷款余额这几年', asked: of('indicator.3', value()), first: ['2.70万亿元', '2.95万亿元'] },
];

describe('figures are found by noun, unit and year', () => VALUES.forEach(test));

describe('other languages get the same facts', () => {
  it('money as people say it in English', () => {
    const found = answerTo(of('indicator.4', value(), '', { years: [2018] }), 'en');
    expect(found?.first).toContain('47.9 billion yuan (479亿元)');
    expect(found?.faults).toEqual([]);
  });
  it('traditional characters around the plan’s own words', () => {
    const found = answerTo(of('task.5', reckon('sum'), '科创板'), 'zh-Hant');
    expect(found?.first).toContain('合計18家');
    expect(found?.faults).toEqual([]);
  });
});
