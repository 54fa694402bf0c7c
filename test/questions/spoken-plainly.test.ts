import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

const lastOf = (...turns: readonly string[]) => ask(turns.at(-1) ?? '', ...turns.slice(0, -1));

describe('what the plan says is not to be done is denied, in whatever words it is asked', () => {
  it.each([['区县还用不用再出个方案'], ['区县要不要单独发文'], ['这个计划谁牵头', '区县需不需要另外发文']])(
    '%s %s',
    (...turns) => {
      const { verdict, text } = lastOf(...turns.filter((turn) => typeof turn === 'string'));
      expect(verdict).toBe(false);
      expect(text).toContain('不再另行制定文件');
    },
  );
});

describe('names are found as the plan prints them, without their ending', () => {
  it.each([
    ['计划里哪些任务提到小额贷款公司', [28, 33, 38, 53]],
    ['有没有跟税务局有关的', [46]],
  ])('%s', (question, tasks) => {
    expect(ask(question)).toMatchObject({ status: 'answered', tasks });
  });
  it('税务局负责什么: a unit that the plan has not stays one', () => {
    expect(ask('税务局负责什么').status).toBe('not_found');
  });
});

describe('everyday ways of asking', () => {
  it('超过两百亿的目标都有啥: tasks that aim at so much', () => {
    const { status, text } = ask('超过两百亿的目标有哪些');
    expect(status).toBe('answered');
    expect(text).toMatch(/^金额超过200亿的任务共6项/);
  });
  it('2022年硬指标有哪些: the indicators of that year', () => {
    expect(ask('给捋一下2022年所有的硬指标').text).toContain('年保费收入：2022年660亿元');
  });
  it('这计划管到哪年为止: the period of the plan', () => {
    expect(ask('这计划到哪一年为止').text).toContain('2020—2022年');
  });
  it('西部信托…不对，西部证券在里头提到没: what was put right is not asked about', () => {
    const { tasks, text } = ask('永安保险…不对，西部证券在里头提到没');
    expect(tasks).toContain(3);
    expect(text).not.toContain('永安保险”');
  });
  it('设个研究院哪年成立', () => {
    expect(ask('听说要设个研究院，哪年成立').text).toMatch(/^2021年/);
  });
  it('教育局身上背了几项任务: what a unit has on its shoulders', () => {
    expect(ask('教育局身上有几个活').tasks).toEqual([12, 39, 42, 57]);
  });
  it('这里头写没写区块链, 这里头写没写元宇宙: looked for in the plan', () => {
    expect(ask('这里头写没写人工智能').verdict).toBe(true);
    expect(ask('这里头写没写元宇宙').status).toBe('not_found');
  });
  it('投贷联动2021年多少: the other wording is named with its amount', () => {
    expect(ask('投贷联动21年做到多少').text).toContain('2021年9亿元');
  });
  it.each([
    ['跨境那块谁负责', [29, 30, 31]],
    ['绿色这一块三年头一年都干啥', [23, 24, 25, 26]],
  ])('%s: a short name that is called a field', (question, tasks) => {
    expect(ask(question).tasks).toEqual(tasks);
  });
  it('写了硬数字的是哪几个行动，没数字的不要: said over again, no condition that leaves nothing', () => {
    expect(ask('具体目标里写了硬数字的是哪几个行动，没数字的不要').text).not.toContain('一个也没有');
  });
});
