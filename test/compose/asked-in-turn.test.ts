import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

const lastOf = (...turns: readonly string[]) => ask(turns.at(-1) ?? '', ...turns.slice(0, -1));

describe('things that were asked about one by one are meant together', () => {
  it.each<[string[], string, number[]]>([
    [['第5项谁负责', '第9项呢', '第12项呢'], '这三项都有谁支持', [5, 9, 12]],
    [['第5项谁负责', '第9项呢', '第12项呢'], '这两项都有谁支持', [9, 12]],
    [['第5项谁负责', '第9项呢', '第12项呢'], '以上三项2021年目标是什么', [5, 9, 12]],
    [['第5项谁负责', '第9项呢'], '它们分别是哪个行动的', [5, 9]],
  ])('%s, then %s', (before, question, tasks) => {
    expect(lastOf(...before, question).tasks).toEqual(tasks);
  });

  it('三个里头哪个最多, after three indicators of one year', () => {
    const { text } = lastOf('2021年保费收入目标多少', '存款余额呢', '贷款余额呢', '三个里头哪个最多');
    expect(text).toMatch(/^最大的是本外币贷款余额：2021年2\.70万亿元/);
    expect(text).toContain('年保费收入：2021年610亿元');
  });

  it('这三个2022年分别是多少, after three indicators: each of them, in the other year', () => {
    const { text } = lastOf('2021年保费收入目标多少', '存款余额呢', '贷款余额呢', '这三个2022年分别是多少');
    expect(text).toMatch(/660亿元.*2\.65万亿元.*2\.95万亿元/s);
  });

  it('这两项, after a list of two: those of the list, and not what was asked before it', () => {
    const before = lastOf('第5项谁负责', '第9项呢', '市教育局负责哪些任务').tasks;
    expect(lastOf('第5项谁负责', '第9项呢', '市教育局负责哪些任务', '这几项谁支持').tasks).toEqual(before);
  });
});
