import { describe } from 'vitest';
import { claim } from './figures-ground.ts';
import { ALL, of, type Row, reckon, test } from './figures-rows.ts';

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

describe('what is computed shows its formula', () => RECKONED.forEach(test));
