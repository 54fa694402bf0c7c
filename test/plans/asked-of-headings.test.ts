import { describe, expect, it } from 'vitest';
import { plansFolder } from './put-plan.ts';

const { put, plans, asking } = plansFolder('headings');

put('ranch', [
  '云州省人民政府办公厅',
  '关于支持牧业发展的若干措施',
  '一、重点任务',
  '（一）壮大养殖主体。',
  '1.培育龙头牧场。对龙头牧场更新设备，按投入的20%给予补助，最高不超过60万元。（责任单位：省农业农村厅）对首次认定的，一次性奖励30万元。（责任单位：省财政厅）',
  '2.发展合作社。投资60万元以上的合作社给予重点支持。（责任单位：省农业农村厅）',
  '（二）实施草原生态保护工程。',
  '1.划定禁牧区。（责任单位：省林草局）',
  '2.推行轮牧。给予每户不超过8万元补贴。（责任单位：省林草局）',
  '二、重大行动',
  '（一）未来牧场发展方向。',
  '1.智慧牧场。（责任单位：省科技厅）',
  '2.低碳牧场。（责任单位：省科技厅）',
  '（二）畜种提升行动。',
  '1.保种。（责任单位：省农业农村厅）',
  '2.育种。（责任单位：省农业农村厅）',
]);

put('aims', [
  '云州省人民政府办公厅',
  '关于加快牧业发展的意见',
  '一、总体要求',
  '（一）发展目标。到2027年，标准化牧场达到90家，良种覆盖率明显提高。',
  '二、重点任务',
  '（一）建设牧场。（省农业农村厅牵头，省财政厅、省林草局等部门按职责分工负责）',
  '（二）选育良种。（省林草局负责）',
]);

put('herds', [
  '云州省人民政府办公厅',
  '关于建设牧业集群的方案',
  '一、建设任务',
  '（一）重点支持的草原产业集群。',
  '1.云东奶业集群。（省农业农村厅负责）',
  '2.云西羊绒集群。（省农业农村厅负责）',
  '3.云南肉牛集群。（省农业农村厅负责）',
  '（二）重点培育的草原产业集群。',
  '1.云北驼乳集群。（省农业农村厅负责）',
  '2.云中马业集群。（省农业农村厅负责）',
]);

put('works', [
  '云州省人民政府办公厅',
  '云州省草原民生工程实施方案',
  '一、主要任务',
  '（一）棚圈改造工程。（责任单位：省住房和城乡建设厅）',
  '（二）牧民饮水工程。（责任单位：省水利厅）',
  '（三）牧道硬化工程。（责任单位：省住房和城乡建设厅）',
]);

const ask = asking('ranch');

describe('what stands under a heading', () => {
  it.each([
    ['草原生态保护工程包括哪几项', ['划定禁牧区', '推行轮牧', '共2项']],
    ['未来牧场有哪几个方向', ['智慧牧场', '低碳牧场', '共2项']],
    ['重大行动那部分包括哪几个行动', ['未来牧场发展方向', '畜种提升行动']],
    ['壮大养殖主体包括哪几项', ['培育龙头牧场：对龙头牧场更新设备', '发展合作社', '共3项']],
  ])('%s', (question, says) => {
    const answer = ask(question);
    expect(answer.status).toBe('answered');
    for (const one of says) expect(answer.text).toContain(one);
  });
});

describe('which of the tasks pays so much', () => {
  it.each([
    ['最高补助60万元的有哪几条', '培育龙头牧场', '发展合作社'],
    ['封顶60万元的是哪一条', '培育龙头牧场', '发展合作社'],
    ['一次性奖励30万元的有哪些', '培育龙头牧场', '推行轮牧'],
    ['补贴8万元的是哪条', '推行轮牧', '培育龙头牧场'],
  ])('%s', (question, says, not) => {
    const answer = ask(question);
    expect([answer.status, answer.text]).toEqual(['answered', expect.stringContaining(says)]);
    expect(answer.text).not.toContain(not);
  });
});

describe('a plan that says in one paragraph what it aims at', () => {
  it.each(['计划的目标是什么', '主要目标是什么', '到2027年要达到什么目标', '发展目标有哪些'])('%s', (question) => {
    const answer = plans().bot('aims')?.ask({ text: question, history: [] });
    expect([answer?.status, answer?.text]).toEqual(['answered', expect.stringContaining('标准化牧场达到90家')]);
  });

  it('2030年要达到什么目标', () => {
    const answer = plans().bot('aims')?.ask({ text: '2030年要达到什么目标', history: [] });
    expect(answer?.text).not.toContain('90家');
  });
});

describe('who leads', () => {
  it('省林草局牵头哪几项', () => {
    const answer = plans().bot('aims')?.ask({ text: '省林草局牵头哪几项', history: [] });
    expect(answer?.text).toMatch(/牵头的任务：一项也没有.*有2项.*选育良种/s);
    expect(answer?.tasks).toEqual([]);
  });

  it('省林草局牵头哪几项: in a plan that calls nobody so', () => {
    const answer = ask('省林草局牵头哪几项');
    expect(answer.tasks).toEqual([4, 5]);
    expect(answer.text).toContain('没有写牵头单位');
  });
});

describe('a heading called for short', () => {
  it.each<[question: string, tasks: readonly number[]]>([
    ['重点培育的集群一共有几个', [4, 5]],
    ['重点支持的集群有哪些', [1, 2, 3]],
  ])('%s', (question, tasks) => {
    expect(plans().bot('herds')?.ask({ text: question, history: [] }).tasks).toEqual(tasks);
  });
});

it('住建厅扛几个工程，都是啥 counts tasks where they are called so', () => {
  const { status, tasks } = plans().bot('works')?.ask({ text: '住建厅扛几个工程，都是啥', history: [] }) ?? {};
  expect([status, tasks]).toEqual(['answered', [1, 3]]);
});
