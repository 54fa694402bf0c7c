import { describe, expect, it } from 'vitest';
import type { Ask, Claim, Query, UnitClass } from '../../src/values.ts';
import { answerTo, claim, query } from './figures-ground.ts';

const value = (measure?: string, unit?: UnitClass): Ask => ({
  ask: 'value',
  ...(measure !== undefined && { measure }),
  ...(unit !== undefined && { unit }),
});
type Reckon = Extract<Ask, { ask: 'reckon' }>['reckon'];
const reckon = (what: Reckon): Ask => ({ ask: 'reckon', reckon: what });
const content: Ask = { ask: 'content' };
const targets: Ask = { ask: 'targets' };
const when: Ask = { ask: 'when' };
const words = (text: string): Claim => ({ claim: 'words', words: text });
const date = (month: number, day: number): Claim => ({ claim: 'date', month, day });
const inYears = (...years: readonly number[]): Claim => ({ claim: 'year', years });

interface Row {
  /** The question as people ask it. */
  readonly says: string;
  readonly asked: Query;
  /** Parts of the first line. */
  readonly first: readonly string[];
  readonly has?: readonly string[];
  readonly hasNot?: readonly string[];
  readonly tasks?: readonly number[];
  readonly clauses?: readonly string[];
  readonly verdict?: boolean;
  readonly told?: false;
  readonly status?: 'answered' | 'not_found';
}

const of = (
  thing: string | readonly string[],
  asks: Parameters<typeof query>[1],
  text = '',
  more: Partial<Query> = {},
) => query(thing, asks, { words: text, ...more });

const ALL = [1, 2, 3, 4, 5, 6, 7].map((number) => `indicator.${number}`);

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

const NOTHING: readonly Row[] = [
  {
    says: '科技支行几家',
    asked: of('task.11', value('家'), '科技支行'),
    first: ['计划没有写数额'],
    status: 'not_found',
  },
  {
    says: '普惠小微贷款增速目标',
    asked: of('task.33', value(), '普惠小微贷款增速'),
    first: ['没有写“增速”'],
    status: 'not_found',
  },
  {
    says: '普惠小微贷款增速目标（目标）',
    asked: of('task.33', targets, '普惠小微贷款增速'),
    first: ['没有写“增速”'],
    status: 'not_found',
  },
  {
    says: '普惠小微贷款增速（算）',
    asked: of('task.33', reckon('growth'), '普惠小微贷款'),
    first: ['没有写增长'],
    status: 'not_found',
  },
  {
    says: '人均保费收入',
    asked: of('indicator.4', value(), '人均保费收入'),
    first: ['没有写“人均”'],
    status: 'not_found',
  },
  {
    says: '人均保费收入目标',
    asked: of('indicator.4', targets, '人均保费收入'),
    first: ['没有写“人均”'],
    status: 'not_found',
  },
  {
    says: '上市公司市值',
    asked: of('indicator.5', value(), '上市公司市值'),
    first: ['没有写“市值”'],
    status: 'not_found',
  },
  { says: '社区支行名单', asked: of('task.33', content, '社区支行名单'), first: ['没有写“名单”'], status: 'not_found' },
  {
    says: '不良率百分之几',
    asked: of('task.13', value(undefined, 'percent'), '银行不良率'),
    first: ['没有写数额'],
    has: ['容忍度'],
    status: 'not_found',
  },
  {
    says: '西安银行增资到多少亿',
    asked: of('task.3', value(undefined, 'money'), '西安银行增资'),
    first: ['没有写数额'],
    status: 'not_found',
  },
  {
    says: '上科创板一家奖励多少万',
    asked: of('task.5', value(undefined, 'money'), '科创板一家奖励'),
    first: ['没有写'],
    status: 'not_found',
  },
  {
    says: '各区县新增几家上市公司',
    asked: of('task.6', value('家'), '各区县新增上市公司', { years: [2022] }),
    first: ['没有写“区县”'],
    status: 'not_found',
  },
  { says: '人才房多少套', asked: of('task.39', value('套'), '人才房'), first: ['没有写数额'], status: 'not_found' },
  {
    says: '天然气交易中心注册资本',
    asked: of('task.21', value(), '天然气交易中心注册资本'),
    first: ['没有写“注册资本”'],
    status: 'not_found',
  },
  {
    says: '2019年科创板新增几家',
    asked: of('task.5', value('家'), '科创板', { years: [2019] }),
    first: ['2019年不在计划期'],
    status: 'not_found',
  },
  {
    says: '2025年保费收入',
    asked: of('indicator.4', targets, '', { years: [2025] }),
    first: ['2025年不在计划期'],
    status: 'not_found',
  },
  {
    says: '西安指数什么时候编制',
    asked: of('task.6', when, '西安指数编制'),
    first: ['没有写时间'],
    status: 'not_found',
  },
];

const RECKONED: readonly Row[] = [
  { says: '科创板三年一共新增几家', asked: of('task.5', reckon('sum'), '科创板'), first: ['合计18家', '5+6+7=18'] },
  { says: '三年内要新增多少家上市企业', asked: of('task.6', reckon('sum'), '上市企业新增'), first: ['合计40家'] },
  { says: '三年合计引进几家金融机构', asked: of('task.2', reckon('sum'), '引进各类金融机构'), first: ['合计25家'] },
  {
    says: '服务企业三年合计超过多少家',
    asked: of('task.11', reckon('sum'), '培训推介服务企业'),
    first: ['超过5100家'],
  },
  { says: '市级培训三年至少多少次', asked: of('task.41', reckon('sum'), '市级层面金融培训'), first: ['30次'] },
  {
    says: '三个加一起',
    asked: of('task.33', reckon('sum'), '社区支行、专业支行、事业部'),
    first: ['220家', '20+50+150=220'],
  },
  { says: '三个加一起（接上文）', asked: of('task.33', reckon('sum'), '社区支行'), first: ['220家'] },
  {
    says: '西咸累计引进三年合计',
    asked: of('task.52', reckon('sum'), '金融后台服务机构'),
    first: ['不能相加', '4家'],
    hasNot: ['9家'],
  },
  { says: '上市公司年末累计三年合计', asked: of('indicator.5', reckon('sum')), first: ['不能相加', '110家'] },
  { says: '保费收入三年合计', asked: of('indicator.4', reckon('sum')), first: ['1830亿元'] },
  {
    says: '科技型企业上市三年合计',
    asked: of('task.14', reckon('sum'), '科技型上市企业挂牌上市'),
    first: ['45家'],
    has: ['35家', '不一致'],
  },
  {
    says: '增加值同比增长百分之几',
    asked: of('indicator.1', reckon('growth'), '', { years: [2021] }),
    first: ['4.8%'],
  },
  {
    says: '增加值2021年比2019年增长',
    asked: of('indicator.1', reckon('growth'), '', { years: [2019, 2021] }),
    first: ['10.1%'],
  },
  {
    says: '增加值年均增长',
    asked: of(
      'indicator.1',
      [
        { ask: 'reckon', reckon: 'growth' },
        { ask: 'reckon', reckon: 'mean' },
      ],
      '',
      { years: [2018, 2022] },
    ),
    first: ['年均增长7.1%'],
  },
  {
    says: '20年到22年贷款余额净增多少',
    asked: of('indicator.3', reckon('change'), '', { years: [2020, 2022] }),
    first: ['多0.47'],
  },
  {
    says: '贷款比存款多多少',
    asked: of(['indicator.3', 'indicator.2'], reckon('change'), '', { years: [2022] }),
    first: ['多0.30万亿元', '2.95-2.65=0.30'],
  },
  {
    says: '2020年贷款余额是存款余额的百分之几',
    asked: of(['indicator.3', 'indicator.2'], reckon('ratio'), '', { years: [2020] }),
    first: ['102.48%'],
  },
  {
    says: '储备拟上市每年各增多少',
    asked: of('indicator.6', reckon('change'), '', { years: [2020, 2021, 2022], every: true }),
    first: ['多30家'],
    has: ['多40家'],
  },
  {
    says: '股权投资机构22年比20年多几家',
    asked: of('task.9', reckon('change'), '股权投资机构的家数', { years: [2020, 2022] }),
    first: ['多50家'],
  },
  {
    says: '股权投资金额2022年比2020年多多少',
    asked: of('task.9', reckon('change'), '股权投资金额', { years: [2020, 2022] }),
    first: ['多5亿元'],
  },
  {
    says: '哪个指标增长最快',
    asked: of(
      ALL,
      [
        { ask: 'reckon', reckon: 'growth' },
        { ask: 'reckon', reckon: 'largest' },
      ],
      '',
      { years: [2018, 2022] },
    ),
    first: ['境内外上市公司', '66.7%'],
  },
  {
    says: '新三板挂牌哪年最多',
    asked: of('task.14', reckon('largest'), '科技型上市企业挂牌上市'),
    first: ['2022', '20家'],
  },
  { says: '文旅贷款增速', asked: of('task.16', reckon('growth'), '文旅贷款'), first: ['20%以上'] },
  {
    says: '附件里金额最大的是哪项',
    asked: of('', reckon('largest'), '', { part: 'annex', of: { set: 'all', type: 'task' } }),
    first: ['8000亿元'],
    tasks: [29],
  },
  {
    says: '科创板三年合计18家对吗',
    asked: of('task.5', reckon('sum'), '科创板', { claims: [claim('18家')] }),
    first: ['是的', '18家'],
    verdict: true,
  },
  {
    says: '科创板三年合计20家对吗',
    asked: of('task.5', reckon('sum'), '科创板', { claims: [claim('20家')] }),
    first: ['不是', '18家'],
    verdict: false,
  },
];

const VERDICTS: readonly Row[] = [
  {
    says: '2022年存款余额是26500亿元吗',
    asked: of('indicator.2', value(), '', { years: [2022], claims: [claim('26500亿元')] }),
    first: ['是的', '2.65万亿元'],
    has: ['26500亿元＝2.65万亿元'],
    verdict: true,
  },
  {
    says: '上市公司2022年超过100家对吗',
    asked: of('indicator.5', value(), '', { years: [2022], claims: [claim('超过100家')] }),
    first: ['是的', '110家'],
    verdict: true,
  },
  {
    says: '2022年金融机构数超过200家吗',
    asked: of('indicator.7', value(), '', { years: [2022], claims: [claim('超过200家')] }),
    first: ['不是，正好200家'],
    verdict: false,
  },
  {
    says: '2022年增加值1150亿美元',
    asked: of('indicator.1', value(), '', { years: [2022], claims: [claim('1150亿美元')] }),
    first: ['不是', '人民币'],
    verdict: false,
  },
  {
    says: '贷款余额2020年是24800亿对吧',
    asked: of('indicator.3', value(), '', { years: [2020], claims: [claim('24800亿')] }),
    first: ['是的', '2.48万亿元'],
    verdict: true,
  },
  {
    says: '2020年末金融机构不低于190家',
    asked: of('indicator.7', value(), '', { years: [2020], claims: [claim('不低于190家')] }),
    first: ['是的', '190家'],
    verdict: true,
  },
  {
    says: '2022年保费收入目标是700亿元',
    asked: of('indicator.4', value(), '', { years: [2022], claims: [claim('700亿元')] }),
    first: ['不是', '660亿元'],
    verdict: false,
  },
  {
    says: '2022年科创板新增8家是吧',
    asked: of('task.5', value(), '科创板', { years: [2022], claims: [claim('8家')] }),
    first: ['不是', '7家'],
    verdict: false,
  },
  {
    says: '科创板新增6家对吗（没说年份）',
    asked: of('task.5', value(), '科创板', { claims: [claim('6家')] }),
    first: ['各年不一样', '2021年6家'],
    told: false,
  },
  {
    says: '普惠金融事业部要设30家对不对',
    asked: of('task.33', value(), '普惠金融事业部', { claims: [claim('30家')] }),
    first: ['不是', '20家'],
    verdict: false,
  },
  {
    says: '社区支行要设150家是吗',
    asked: of('task.33', value(), '社区支行', { claims: [claim('150家')] }),
    first: ['是的', '150家'],
    verdict: true,
  },
  {
    says: '注册资本不低于200亿元对吧',
    asked: of('task.4', value(), '注册资本', { claims: [claim('200亿元')] }),
    first: ['不是', '300亿元'],
    verdict: false,
  },
  {
    says: '保障资金是不是100亿元以上',
    asked: of('task.38', value(), '保险保障资金', { claims: [claim('100亿元以上')] }),
    first: ['是的', '100亿元以上'],
    verdict: true,
  },
  {
    says: '市级金融培训每年5次是不是',
    asked: of('task.41', value(), '市级层面金融培训', { claims: [claim('5次')] }),
    first: ['不是', '10次'],
    verdict: false,
  },
  {
    says: '交付是12月30日前吗',
    asked: of('task.19', when, '西咸金融港交付', { claims: [date(12, 30)] }),
    first: ['不是', '2020年3月30日前'],
    verdict: false,
  },
  {
    says: '交付是3月30日前吗',
    asked: of('task.19', when, '西咸金融港交付', { claims: [date(3, 30)] }),
    first: ['是的', '3月30日前'],
    verdict: true,
  },
  {
    says: '汉诺威2021年投入运营对吗',
    asked: of('task.51', content, '汉诺威国际学校投入运营', { claims: [inYears(2021)] }),
    first: ['不是', '2022年'],
    verdict: false,
  },
  {
    says: '曲江高级金融研究院2020年设立是吗',
    asked: of('task.57', when, '西安曲江高级金融研究院设立', { claims: [inYears(2020)] }),
    first: ['是的', '2020年'],
    verdict: true,
  },
  {
    says: '西安银行要去深交所上市，对吗',
    asked: of('task.3', content, '西安银行要去深交所上市', { claims: [words('西安银行要去深交所上市')] }),
    first: ['不是', '长安银行'],
    verdict: false,
  },
  {
    says: '长安银行赴深交所上市对吗',
    asked: of('task.3', content, '长安银行赴深交所上市', { claims: [words('长安银行赴深交所上市')] }),
    first: ['是的'],
    verdict: true,
  },
];

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

const MOST = 1600;

const test = ({ says, asked, first, has = [], hasNot = [], tasks, clauses, verdict, told, status = 'answered' }: Row) =>
  it(says, () => {
    const found = answerTo(asked);
    expect(found?.faults).toEqual([]);
    expect(found?.answer.status).toBe(status);
    for (const part of first) expect(found?.first).toContain(part);
    for (const part of has) expect(found?.answer.text).toContain(part);
    for (const part of hasNot) expect(found?.answer.text).not.toContain(part);
    if (tasks) expect(found?.answer.tasks).toEqual(tasks);
    if (clauses)
      expect(found?.answer.citations.map(({ clause }) => clause)).toEqual(expect.arrayContaining([...clauses]));
    if (verdict !== undefined || told === false) expect(found?.draft.verdict).toBe(verdict);
    expect(found?.answer.text.length).toBeLessThanOrEqual(MOST);
    const lines = found?.answer.text.split('\n') ?? [];
    expect(new Set(lines).size, 'no line twice').toBe(lines.length);
  });

describe('figures are found by noun, unit and year', () => VALUES.forEach(test));
describe('what the plan does not say is said so', () => NOTHING.forEach(test));
describe('what is computed shows its formula', () => RECKONED.forEach(test));
describe('claims are judged as quantities and dates', () => VERDICTS.forEach(test));
describe('texts answer first and print nothing twice', () => TEXTS.forEach(test));

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
