import { describe, expect, it } from 'vitest';
import { plansFolder } from './put-plan.ts';

const { put, ask } = plansFolder('called-headings');

put('tasks', [
  '云州省企业培育方案',
  '一、总体目标',
  '到2025年，企业面貌明显改善。',
  '二、重点任务',
  '（一）实施“育苗”工程。建立后备企业库。（责任单位：省科技厅、省财政厅）',
  '（二）实施“壮干”工程。支持企业扩大规模。（责任单位：省科技厅）',
  '（三）实施“结果”工程。推动企业上市。（责任单位：省商务厅）',
  '三、保障措施',
  '（一）加强领导。各地各部门要加强领导。',
  '（二）加强宣传。各地各部门要加强宣传。',
]);
put('actions', [
  '云州省草原保护方案',
  '一、总体目标',
  '到2025年，草原面貌明显改善。',
  '二、重点任务',
  '（一）实施种草提质工程',
  '1.建设种质资源库。收集种子。（责任单位：省科技厅）',
  '2.改良退化草场。补播牧草。（责任单位：省农业厅、省科技厅）',
  '（二）实施草原防火工程',
  '1.建设瞭望塔。新建瞭望塔。（责任单位：省应急厅）',
  '2.组建巡护队。聘用牧民。（责任单位：省农业厅、省应急厅）',
  '3.开展虫害防治。投放天敌。（责任单位：省农业厅）',
]);

describe('tasks and headings by the noun that most of them end with', () => {
  it.each([
    ['tasks', '几大工程都叫啥', [1, 2, 3]],
    ['tasks', '三大工程是哪三个', [1, 2, 3]],
    ['tasks', '第三个工程谁负责', [3]],
    ['tasks', '科技厅参与哪几个工程', [1, 2]],
    ['actions', '第二个工程有几项任务', [3, 4, 5]],
  ])('%s: %s', (plan, question, tasks) => {
    const answer = ask(plan, question);
    expect([answer.status, answer.tasks]).toEqual(['answered', tasks]);
  });

  it.each(['几大工程分别是啥', '两大工程是哪两个'])('lists the headings: %s', (question) => {
    const { status, text } = ask('actions', question);
    expect(status).toBe('answered');
    expect(text).toContain('实施种草提质工程（2项）');
    expect(text).toContain('实施草原防火工程（3项）');
  });

  it.each([
    ['财政厅只参与了一个工程吧', true],
    ['科技厅只参与了一个工程吧', false],
  ])('%s', (question, verdict) => {
    expect(ask('tasks', question).verdict).toBe(verdict);
  });
});

describe('pieces of a part', () => {
  it.each(['第二部分有几块', '第二部分分了几块，都叫啥', '第二块有几条'])('%s', (question) => {
    const { status, text } = ask('actions', question);
    expect(status).toBe('answered');
    expect(text).toContain('（一）实施种草提质工程');
    expect(text).toContain('（二）实施草原防火工程');
  });
});

describe('things that were asked about one by one', () => {
  it.each([
    ['应急厅两个都有吗', true],
    ['农业厅两个都有份吗', false],
  ])('are meant together behind the unit: %s', (question, verdict) => {
    const answer = ask('actions', question, '建设瞭望塔谁负责', '组建巡护队呢');
    expect([answer.status, answer.verdict]).toEqual(['answered', verdict]);
  });
});
