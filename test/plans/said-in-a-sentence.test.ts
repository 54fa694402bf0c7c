import { describe, expect, it } from 'vitest';
import { openPlans } from '../../src/plans/plans.ts';
import { plansFolder } from './put-plan.ts';

const { dir, put } = plansFolder('said-in-a-sentence');

put('yanzhou', [
  '盐州省人民政府办公厅',
  '2022年3月1日',
  '盐州省渔港整治实施方案',
  '一、行动目标',
  '2023年，力争全年新增达标渔港数量较2022年同比增长15%以上，新增观测站数量同比增长5%以上。',
  '2024至2025年，力争年均新增达标渔港数量较2022年同比增长20%以上，新增观测站数量同比增长8%以上。',
  '二、重点任务',
  '（一）疏浚航道。对重点渔港的航道进行疏浚，完善助航标志。（责任单位：省交通运输厅）',
  '（二）整治岸线。清理岸线上的废弃渔船。（责任单位：省农业农村厅）',
  '（三）更新渔船。推广节能渔船，淘汰老旧渔船。（责任单位：省农业农村厅）',
  '三、保障措施',
  '（一）加强组织领导。省农业农村厅要充分发挥牵头抓总作用，统筹推进各项工作。各县要落实主体责任，原则上分管负责人为第一责任人。',
  '（二）建立报告制度。每年3月20日前向省海洋局报送上一年度渔港安全情况（包括巡查、演练情况等）。建立考核制度，对落后渔港通报批评，暂停新增泊位。',
  '（三）保障经费。渔港维护资金以业主单位为主申请，省级统筹安排。',
]);

const plans = openPlans({ corpusDir: dir });
const ask = (text: string) => {
  const bot = plans.bot('yanzhou');
  if (!bot) throw new Error('no plan');
  return bot.ask({ text, history: [] });
};

describe('what one sentence of the plan says is quoted and not denied', () => {
  it.each([
    ['每年3月20号前要给哪家报材料', '每年3月20日前向省海洋局报送上一年度渔港安全情况'],
    ['落后的渔港会受啥处罚', '对落后渔港通报批评，暂停新增泊位'],
    ['谁是第一责任人', '原则上分管负责人为第一责任人'],
    ['谁牵头抓总', '省农业农村厅要充分发挥牵头抓总作用'],
    ['23年全年新过审的达标渔港要比22年多几成', '较2022年同比增长15%以上'],
  ])('%s', (question, says) => {
    const { status, text } = ask(question);
    expect([status, text]).toEqual(['answered', expect.stringContaining(says)]);
  });
});

describe('what no sentence says is still denied', () => {
  it.each([
    '渔港整治2023年实际完成了多少',
    '省农业农村厅厅长是谁',
    '落后渔港的电话是多少',
    '潜水学校会受啥处罚',
    '各县2023年分别要新增几座观测站',
  ])('%s', (question) => {
    expect(ask(question).status).not.toBe('answered');
  });
});
