import { describe } from 'vitest';
import { claim } from './figures-ground.ts';
import { content, date, inYears, of, type Row, test, value, when, words } from './figures-rows.ts';

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

describe('claims are judged as quantities and dates', () => VERDICTS.forEach(test));
