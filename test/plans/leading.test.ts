import { describe, expect, it } from 'vitest';
import { openPlans } from '../../src/plans/plans.ts';
import { plansFolder } from './put-plan.ts';

const { dir, put } = plansFolder('leading');

put('yunzhou', [
  '云州省教育厅云州省财政厅中共云州省委组织部',
  '2023年4月5日',
  '云州省牧区学校建设实施方案',
  '一、工作目标',
  '到2025年，牧区学校面貌明显改善。标准化校舍达到90所，寄宿学校达到30所。',
  '二、重点任务',
  '（一）改善条件',
  '1.建设标准化校舍。新建校舍。（牵头单位：省教育厅；责任单位：省财政厅、省住房和城乡建设厅）',
  '2.配备校车。购置校车。（牵头单位：省交通运输厅；责任单位：省教育厅）',
  '3.开办食堂。改造食堂。（牵头单位：省教育厅）',
  '（二）培养教师',
  '1.招聘特岗教师。每年从师范学校、农业学校分别招聘不少于100人、50人。（牵头单位：省人力资源社会保障厅；责任单位：省教育厅）',
  '2.奖励骨干教师。对认定为省级骨干教师的，给予3万元奖励。（牵头单位：省教育厅；责任单位：省财政厅）',
  '3.建设实习基地。用3年左右时间实现各市实习基地全覆盖。（牵头单位：省教育厅）',
]);

const plans = openPlans({ corpusDir: dir });
const ask = (text: string, ...history: readonly string[]) => {
  const bot = plans.bot('yunzhou');
  if (!bot) throw new Error('no plan');
  return bot.ask({ text, history });
};

describe('who leads, where the plan prints it', () => {
  it.each([
    ['省教育厅牵头的有哪些任务', [1, 3, 5, 6]],
    ['省教育厅不牵头但负责的有几项', [2, 4]],
    ['省教育厅牵头、省财政厅负责的是哪几项', [1, 5]],
    ['省财政厅牵头几项', []],
    ['既有牵头单位又有责任单位的任务有几项', [1, 2, 4, 5]],
    ['省教育厅没有牵头的任务有哪些', [2, 4]],
    ['省财政厅负责的重点任务有几项', [1, 5]],
    ['第二部分有哪些任务', [1, 2, 3, 4, 5, 6]],
  ])('%s', (question, tasks) => {
    const answer = ask(question);
    expect([answer.status, answer.tasks]).toEqual(['answered', tasks]);
  });

  it.each([
    ['配备校车除了牵头单位还有谁', '责任单位：省教育厅'],
    ['配备校车省交通运输厅牵头，另外还有哪些单位', '责任单位：省教育厅'],
    ['除了牵头的省教育厅，建设标准化校舍还有谁', '责任单位：省财政厅、省住房和城乡建设厅'],
    ['开办食堂除了省教育厅还有别的单位吗', '没有写其他单位'],
    ['牵头任务最多的是哪个单位', '牵头的任务最多的是省教育厅，4项'],
  ])('%s', (question, says) => {
    const answer = ask(question);
    expect([answer.status, answer.text]).toEqual(['answered', expect.stringContaining(says)]);
  });

  it('除了牵头的，还有哪几家, after who leads', () => {
    expect(ask('除了牵头的，还有哪几家', '建设标准化校舍谁牵头').text).toContain(
      '责任单位：省财政厅、省住房和城乡建设厅',
    );
  });
});

describe('what such a plan says of itself and its figures', () => {
  it.each([
    ['文号和日期', '文件里没有写明文号。\n成文日期：2023年4月5日'],
    ['哪些单位联合印发的', '3个单位联合印发：云州省教育厅、云州省财政厅、中共云州省委组织部'],
    ['计划期是哪几年', '文件里没有写明起止年份'],
    ['重点任务有哪几块', '（一）改善条件（3项）'],
    ['每年从农业学校招聘多少人', '50人'],
    ['2024年寄宿学校要达到几所', '没有写2024年'],
    ['2025年寄宿学校要达到几所', '30所'],
    ['省级骨干教师认定下来奖5万，对吧', '不是，奖励：3万元'],
    ['实习基地多长时间实现各市全覆盖', '用3年左右时间'],
  ])('%s', (question, says) => {
    expect(ask(question).text).toContain(says);
  });
});
