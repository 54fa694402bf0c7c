import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('two things that were asked about in turn are both meant by 这两项, whatever unit is asked about', () => {
  it('这两项科技局都负责吗: of both', () => {
    const answer = ask('这两项科技局都负责吗', '第12项谁负责', '第13项呢');
    expect(answer.tasks).toEqual([12, 13]);
    expect(answer.verdict).toBe(true);
  });

  it('这两条教育局都参与吗: not of both', () => {
    const answer = ask('这两条教育局都参与吗', '第12项谁负责', '第13项呢');
    expect(answer.tasks).toEqual([12, 13]);
    expect(answer.verdict).toBe(false);
  });
});

describe('有没有 behind a unit, after the tasks of another', () => {
  it('曲江新区有没有: whether it has tasks of its own', () => {
    const answer = ask('曲江新区有没有', '经开区有哪些任务');
    expect(answer.tasks).toEqual([18, 57]);
    expect(answer.verdict).toBe(true);
  });

  it('其中教育局有没有: whether it stands in those', () => {
    expect(ask('其中教育局有没有', '科技局有哪些任务').tasks).toEqual([12]);
  });
});

describe('哪条 behind what a unit does asks for a task', () => {
  it.each([
    ['文旅金融里银保监局支持的是哪条', [16]],
    ['绿色金融里商务局负责的是哪一条', [25]],
  ] as const)('%s', (question, tasks) => {
    expect(ask(question).tasks).toEqual(tasks);
  });
});

describe('the measure of an amount that is asked for names no unit that would be responsible', () => {
  it.each([
    ['贷款这块22年多少 单位是万亿吧', '2.95万亿元'],
    ['储备拟上市企业21年要到多少，单位是家吗', '350家'],
  ])('%s', (question, amount) => {
    const { text } = ask(question);
    expect(text).toContain(amount);
    expect(text).not.toContain('责任单位：');
  });
});
