import { describe, expect, it } from 'vitest';
import { ask, unmarked } from '../helper.ts';

describe('a query carries what was said', () => {
  it.each([
    ['市外办是宣传推广的责任单位吗', false],
    ['市外办是宣传推广的支持单位吗', true],
    ['高新区是不是第21项的责任单位', true],
    ['高新区是第21项的支持单位吗', false],
  ])('%s is about that very role', (question, verdict) => {
    expect(ask(question).verdict).toBe(verdict);
  });

  it('哪些任务还没完成 is not all the tasks', () => {
    expect(ask('哪些任务还没完成').tasks).toEqual([]);
  });

  it('除了金融局，供应链金融还有谁 leaves that unit aside', () => {
    const { status, text } = ask('除了金融局，供应链金融还有谁');
    expect(status).toBe('answered');
    expect(text).toContain('责任单位：国际港务区 ①\n');
  });

  it('提到交通的任务，交通大学不算 counts no word inside the longer one', () => {
    expect(ask('提到交通的任务').tasks.length).toBeGreaterThan(1);
    expect(ask('提到交通的任务，交通大学不算').tasks).toEqual([51]);
  });
});

describe('whether a role is there', () => {
  it.each([
    ['第28项有支持单位没有', false, '没有。'],
    ['第28项有没有支持单位', false, '没有。'],
    ['三（七）2（2）有支持单位没', false, '没有。'],
    ['绿色保险有责任单位吗', true, '有。'],
  ])('%s is told first', (question, verdict, begins) => {
    const answer = ask(question);
    expect(answer.verdict).toBe(verdict);
    expect(unmarked(answer.text).startsWith(begins)).toBe(true);
  });
});

describe('what stands before says which tasks are meant', () => {
  it('文旅局那三项里银保监局支持的是哪项 looks among that unit’s tasks', () => {
    expect(ask('文旅局那三项里银保监局支持的是哪项').tasks).toEqual([16]);
  });

  it('最后五项，剔除教育局参与的 counts the places first', () => {
    expect(ask('最后五项，剔除教育局参与的，剩下哪些').tasks).toEqual([53, 54, 55, 56]);
  });

  it('新城区金融办的，…我们区 is asked by that district', () => {
    const { tasks } = ask('新城区金融办的，想看看我们区负责哪些任务');
    expect(tasks).toEqual(ask('新城区负责哪些任务').tasks);
  });
});

describe('a figure that was said is printed by what is told', () => {
  it('贷款28亿那条是谁负责 is no indicator of loans', () => {
    expect(ask('贷款28亿那条是谁负责').tasks).toEqual([11]);
  });
});

describe('a heading belongs to what follows', () => {
  it('哪几项任务，附件支持单位比正文少写了证监局 is one question', () => {
    expect(ask('哪几项任务，附件支持单位比正文少写了证监局').tasks).toEqual([2, 3, 47, 48]);
  });

  it('写到几月几号的任务 is not all the tasks', () => {
    const { tasks } = ask('写到几月几号的任务');
    expect(tasks.length).toBeGreaterThan(0);
    expect(tasks.length).toBeLessThan(5);
  });
});

describe('what is told once', () => {
  it('哪几项任务的支持单位最多，多到几家 lists those with the most alone', () => {
    expect(ask('哪几项任务的支持单位最多，多到几家').tasks).toEqual([1, 2, 3, 46]);
  });

  it('财政局预算处，问：总共安排多少钱 does not deny a unit of the plan', () => {
    const { status, text } = ask('财政局预算处，问：总共安排多少钱');
    expect(status).toBe('not_found');
    expect(text).not.toContain('没有写“财政局”');
  });
});
