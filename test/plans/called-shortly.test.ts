import { describe, expect, it } from 'vitest';
import { plansFolder } from './put-plan.ts';

const { put, plans, asking } = plansFolder('called-shortly');

put('yunzhou', [
  '云州省牧区学校建设实施方案',
  '一、工作目标',
  '到2025年，牧区学校面貌明显改善。',
  '二、重点任务',
  '（一）改善条件',
  '1.建设标准化校舍。新建校舍。（省教育厅牵头，省财政厅配合）',
  '2.配备校车。购置校车。（省交通运输厅牵头，省教育厅、省妇联配合）',
  '3.开办食堂。改造食堂。（省教育厅负责）',
  '4.引进外籍教师。引进教师。（省外办牵头，省委编办、省教育厅配合）',
  '（二）培养教师',
  '5.招聘特岗教师。招聘教师。（各市、县政府负责）',
  '6.奖励骨干教师。给予奖励。（各市政府、省检察院负责）',
  '7.建设实习基地。建设基地。（白水县政府、青山哈萨克族蒙古族自治县政府负责）',
  '8.建立成绩档案。建立档案。（各省级人民政府，人行云州中心支行，专业技术人员与职称管理处负责）',
  '9.压实责任。层层压实。（省牧区教育领导小组成员单位负责）',
]);

put('baishui', [
  '白水县幼儿园建设实施方案',
  '一、工作目标',
  '到2025年，幼儿园面貌明显改善。',
  '二、重点任务',
  '1.筹建幼儿师范学校。筹建学校。（牵头单位：省教育厅；责任单位：青山市政府）',
  '2.建设乡镇中心园。新建园舍。（牵头单位：省教育厅；责任单位：省财政厅、青山市政府）',
  '3.清理教育广告。清理广告。（牵头单位：省财政厅；责任单位：省教育厅）',
]);

const ask = asking('yunzhou');

describe('units by what they are called in passing', () => {
  it.each([
    ['外办干啥', [4]],
    ['编办有几条', [4]],
    ['妇联有哪几条', [2]],
    ['检察院有几条', [6]],
    ['青山县有几项', [7]],
    ['人行云州支行有几条', [8]],
    ['职称管理处有哪些活', [8]],
    ['省级政府要干什么', [8]],
    ['领导小组成员单位要干什么', [9]],
  ])('%s', (question, tasks) => {
    const answer = ask(question);
    expect([answer.status, answer.tasks]).toEqual(['answered', tasks]);
  });

  it('counts what is put to 各市、县政府 among what 各市政府 have, and not the other way round', () => {
    expect(ask('各市政府要干哪些活').tasks).toEqual([5, 6]);
    expect(ask('各县政府要干啥').tasks).toEqual([5]);
  });
});

describe('牵头 or else, where the plan knows only 牵头单位 and 责任单位', () => {
  const said = (text: string, ...history: readonly string[]) => plans().bot('baishui')?.ask({ text, history });

  it.each(['筹建幼儿师范 青山市是牵头还是啥', '筹建幼儿师范学校，青山市是牵头还是配合'])('%s', (question) => {
    expect(said(question)?.tasks).toEqual([1]);
    expect(said(question)?.text).toContain('责任单位：青山市政府');
  });

  it.each([
    ['财政厅在哪几条里是配合的', [2]],
    ['教育厅牵头的有几条，配合的有几条', [1, 2, 3]],
  ])('%s', (question, tasks) => {
    expect([said(question)?.status, said(question)?.tasks]).toEqual(['answered', tasks]);
  });

  it('asks of the list before in which of its tasks the unit leads', () => {
    expect(said('哪条是牵头', '财政厅有几条任务')?.tasks).toEqual([3]);
    expect(said('配合的呢', '财政厅有几条任务', '哪条是牵头')?.tasks).toEqual([2]);
  });
});

describe('how many, and whether any', () => {
  it.each([
    ['教育厅牵头几个', [1]],
    ['教育厅负责的有多少', [1, 3]],
    ['教育厅有几个', [1, 2, 3, 4]],
    ['财政厅有几样', [1]],
    ['交通运输厅干几样', [2]],
    ['检察院一家负责的是哪条', []],
    ['教育厅一家负责的是哪条', [1, 3]],
  ])('%s', (question, tasks) => {
    const answer = ask(question);
    expect([answer.status, answer.tasks]).toEqual(['answered', tasks]);
  });

  it.each([
    ['外办是牵头单位吗', true],
    ['财政厅是不是牵头单位啊', false],
    ['妇联是不是配合单位', true],
  ])('%s', (question, verdict) => {
    const answer = ask(question);
    expect([answer.status, answer.verdict]).toEqual(['answered', verdict]);
  });

  it('keeps two roles that are asked about one after the other apart', () => {
    const { status, text } = ask('教育厅牵头的有多少，配合的有没有');
    expect(status).toBe('answered');
    expect(text).toContain('省教育厅牵头的任务共1项');
    expect(text).toContain('省教育厅支持的任务共2项');
  });
});
