import { describe } from 'vitest';
import { claim } from './figures-ground.ts';
import { content, of, type Row, targets, test, when } from './figures-rows.ts';

const TEXTS: readonly Row[] = [
  {
    says: '第21项是什么',
    asked: of('task.21', content),
    first: ['第21项', '天然气交易中心'],
    has: ['第21项“推动设立天然气交易中心”：支持', '2021年'],
    tasks: [21],
    clauses: ['3.5.2.3', 'annex.21'],
  },
  {
    says: '绿卡通管什么',
    asked: of('task.39', content, '领军人才绿卡通待遇'),
    first: ['第39项', '医疗健康'],
    tasks: [39],
  },
  {
    says: '第21项原文',
    asked: of('task.21', { ask: 'original' }),
    first: ['第21项'],
    has: ['责任单位：市金融工作局'],
    clauses: ['3.5.2.3', 'annex.21'],
  },
  {
    says: '送出去学习的依据',
    asked: of('task.41', { ask: 'sources' }, '送出去学习'),
    first: ['第41项', '组织开展金融教育培训活动'],
    has: ['三、（十一）2.（3）'],
    clauses: ['3.11.2.3', 'annex.41'],
  },
  {
    says: '第21项2021年目标',
    asked: of('task.21', targets, '', { years: [2021] }),
    first: ['第21项', '2021年目标', '天然气交易平台'],
    tasks: [21],
    clauses: ['annex.21'],
  },
  {
    says: '第33项2022年目标',
    asked: of('task.33', targets, '', { years: [2022] }),
    first: ['5次以上'],
    has: ['社区支行 150 家'],
  },
  { says: '三年相同的目标', asked: of('task.45', targets), first: ['第45项'], has: ['2020、2021、2022年：'] },
  {
    says: '保费收入目标',
    asked: of('indicator.4', targets),
    first: ['2020年560亿元', '2022年660亿元'],
    hasNot: ['479亿元'],
  },
  {
    says: '增加值2021年目标',
    asked: of('indicator.1', targets, '', { years: [2021] }),
    first: ['2021年目标：1100亿元'],
  },
  {
    says: '能源行动的具体目标',
    asked: of('action.5', { ask: 'goal' }),
    first: ['能源金融集聚行动的具体目标'],
    clauses: ['3.5.1'],
  },
  { says: '第五个行动是什么', asked: of('action.5', content), first: ['能源金融集聚行动'], tasks: [19, 20, 21, 22] },
  {
    says: '普惠行动2022年目标',
    asked: of('action.8', targets, '', { years: [2022] }),
    first: ['跨境金融融通行动'],
    has: ['2400亿元'],
  },
  {
    says: '资金支持怎么写',
    asked: of('safeguard.4.4', content),
    first: ['正文四、（四）'],
    has: ['扶持办法'],
    clauses: ['4.4'],
  },
  { says: '实施保障有哪几条', asked: of('clause.4', content), first: ['实施保障共5条'] },
  { says: '西咸金融港何时交付', asked: of('task.19', when, '西咸金融港项目交付使用'), first: ['2020年3月30日前'] },
  {
    says: 'B地块何时正负零',
    asked: of('task.19', when, '绿地国际能源金融中心B地块达到正负零'),
    first: ['2020年12月30日前'],
  },
  { says: '丝路研究院哪年成立', asked: of('task.42', when, '成立丝绸之路金融中心研究院'), first: ['2021'] },
  {
    says: '市级培训哪年',
    asked: of('task.41', when, '市级层面金融培训10次'),
    first: ['2020、2021、2022年', '每年都有'],
  },
  {
    says: '存款余额哪年超过2.5万亿',
    asked: of('indicator.2', when, '', { claims: [claim('2.5万亿')] }),
    first: ['2021年'],
  },
  {
    says: '增加值何时突破1200亿',
    asked: of('indicator.1', when, '', { claims: [claim('突破1200亿元')] }),
    first: ['没有一年达到'],
  },
  {
    says: '超过1700家是哪一年',
    asked: of('task.11', when, '服务企业', { claims: [claim('1700家')] }),
    first: ['2021年'],
  },
  {
    says: '一行两局是什么',
    asked: of('', { ask: 'definition', term: '一行两局' }),
    first: ['一行两局', '没有说明'],
    has: ['金融监管部门支持'],
    status: 'not_found',
  },
  {
    says: '6+5+6+1是什么',
    asked: of('', { ask: 'definition', term: '6+5+6+1' }),
    first: ['没有说明'],
    status: 'not_found',
  },
  {
    says: '天然气交易中心是什么',
    asked: of('task.21', { ask: 'definition', term: '天然气交易中心' }),
    first: ['天然气交易中心'],
    has: ['覆盖西北地区'],
    tasks: [21],
  },
  {
    says: '投贷联动是什么意思',
    asked: of('task.10', { ask: 'definition', term: '投贷联动' }),
    first: ['没有专门解释', '投贷联动'],
  },
  {
    says: '讲了什么',
    asked: of('', { ask: 'summary' }),
    first: ['15个行动', '57项任务', '7个主要指标'],
    has: ['15. 金融中心辐射行动（4项）'],
  },
  { says: '文号', asked: of('', { ask: 'document', property: 'number' }), first: ['市政办发〔2020〕9号'] },
  {
    says: '哪天印发',
    asked: of('', { ask: 'document', property: 'dated' }),
    first: ['2020年3月25日', '2020年3月26日'],
    clauses: ['0'],
  },
  { says: '抄送', asked: of('', { ask: 'document', property: 'copies' }), first: ['西安警备区', '市法院'] },
  { says: '附件叫什么', asked: of('', { ask: 'document', property: 'attachment' }), first: ['任务分解表'] },
  { says: '计划期', asked: of('', { ask: 'document', property: 'period' }), first: ['2020', '2022'] },
  { says: '谁印发', asked: of('', { ask: 'document', property: 'issuer' }), first: ['西安市人民政府办公厅'] },
  { says: '全称', asked: of('', { ask: 'document', property: 'title' }), first: ['西安丝绸之路金融中心发展行动计划'] },
];

describe('texts answer first and print nothing twice', () => TEXTS.forEach(test));
