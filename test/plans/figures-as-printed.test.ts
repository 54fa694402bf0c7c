import { describe, expect, it } from 'vitest';
import { openPlans } from '../../src/plans/plans.ts';
import { plansFolder } from './put-plan.ts';

const { dir, put } = plansFolder('printed');

put('yunzhou', [
  '云州省人民政府办公厅',
  '2023年4月5日',
  '云州省牧区企业培育方案',
  '一、工作目标',
  '2023年，新增过审牧业企业数量较2022年同比增长25%以上，新增申报期、培育期企业数量分别同比增长10%、20%以上。2024至2025年，年均新增申报期、培育期企业数量分别同比增长15%、30%以上。',
  '二、重点任务',
  '（一）推荐后备企业。省农业和畜牧业厅每年推荐养殖大户、“草原精品”合作社、草原精品“小能手”企业分别不低于400家、200家、50家。（责任单位：省农业和畜牧业厅）',
  '（二）组织服务联盟。牧业服务联盟每年组织开展活动20场以上，入会费不超过3000元。（责任单位：省工商联）',
  '（三）建设保护站。升级12个管护点和6个管理站。（责任单位：省林草局）',
  '（四）曝光违规用药。对违规用药至少每季度公开曝光一次。（责任单位：省教育厅）',
  '（五）建设回乡人员创业园。加强创业园建设，每3年开展1次效果评估。（责任单位：省人力资源社会保障厅）',
  '（六）选派服务团。服务团团长和成员每人每年给予2万元、1万元补助。（责任单位：省财政厅）',
  '（七）督察市县。每年对市级政府贯彻落实牧业监管政策情况开展督察。每两年对各市督察一遍。（责任单位：省政府办公厅）',
]);

const plans = openPlans({ corpusDir: dir });
const ask = (text: string, ...history: readonly string[]) => {
  const bot = plans.bot('yunzhou');
  if (!bot) throw new Error('no plan');
  return bot.ask({ text, history });
};
const firstLine = (text: string): string => text.split('\n')[0] ?? '';

describe('amounts dealt out by place', () => {
  it.each([
    ['农业和畜牧业厅每年推荐草原精品小能手多少家', '“小能手”企业：不少于50家。'],
    ['每年推荐养殖大户几家', '养殖大户：不低于400家。'],
    ['“草原精品”合作社每年推荐多少家', '“草原精品”合作社：不少于200家。'],
    ['服务团成员每人补助多少', '成员：1万元。'],
    ['服务团团长每年给多少', '团长：2万元。'],
    ['管护点要升级几个', '管护点：12个。'],
    ['管理站升级几个', '管理站：6个。'],
    ['24到25年培育期企业同比增长多少', '培育期企业数量：2024、2025年30%以上。'],
    ['23年申报期企业要增长多少', '申报期企业数量：2023年不少于10%。'],
    ['23年过审企业要比22年多多少', '25%以上'],
  ])('%s', (question, says) => {
    expect(firstLine(ask(question).text)).toContain(says);
  });

  it('那申报期、培育期呢', () => {
    const { text } = ask('那申报期、培育期呢', '2024到2025年申报期企业年均要增多少');
    expect(text).toContain('培育期企业数量：2024、2025年30%以上');
    expect(text).not.toContain('计算');
  });
});

describe('a claim that the plan does not print so', () => {
  it.each([
    ['服务联盟每年搞10场以上活动，对不', '计划定得更高：活动：20场以上。', undefined],
    ['服务联盟入会费不超过5000元，对吗', '计划定得更低：', undefined],
    ['服务联盟每年组织活动20场以上，对吗', '是的，', true],
    ['服务联盟每年组织活动30场以上，对吗', '不是，', false],
    ['每年推荐养殖大户200家，对吗', '不是，养殖大户：不低于400家。', false],
    ['违规用药每个月至少曝光一次，对吗', '不是，每季度。', false],
    ['违规用药一年曝光一次，对吗', '不是，每季度。', false],
    ['违规用药每季度曝光一次，是吧', '是的，', true],
    ['创业园效果每年评估一次，对吗', '不是，每3年。', false],
    ['创业园效果两年一评，是吗', '不是，每3年。', false],
    ['创业园每三年评估一次效果，对吧', '是的，每3年。', true],
    ['服务联盟每季度组织活动20场以上，对吗', '不是，每年。', false],
    ['牧业监管督察每年对各市走一遍，对吧', '每两年、每年。', undefined],
  ])('%s', (question, says, verdict) => {
    const answer = ask(question);
    expect([firstLine(answer.text), answer.verdict]).toEqual([expect.stringContaining(says), verdict]);
  });
});
