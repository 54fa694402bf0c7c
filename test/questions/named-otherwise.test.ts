import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('whether a sort of unit has a part in the task spoken of', () => {
  it.each<[question: string, task: number, verdict: boolean]>([
    ['新设法人金融机构，区县有没有责任', 1, true],
    ['加快企业上市，区县要不要负责', 6, true],
    ['高端国际金融会议，区县有没有责任', 55, false],
    ['农业保险，财政局支持吗', 35, false],
    ['创投之都，开发区有责任吗', 9, false],
  ])('%s', (question, task, verdict) => {
    const answer = ask(question);
    expect(answer.tasks).toEqual([task]);
    expect(answer.verdict).toBe(verdict);
  });

  it('of those that are named, who is', () => {
    expect(ask('创投之都，开发区有责任吗').text).toContain('其中的高新区是责任单位');
    expect(ask('助力乡村振兴，区县有责任吗').text).toContain('其中的各涉农区县是责任单位');
  });
});

describe('words that the plan prints with quotation marks in them', () => {
  it.each<[question: string, task: number]>([
    ['黑名单制度跟哪个任务有关', 24],
    ['穿透式引导出现在哪项', 27],
  ])('%s', (question, task) => {
    expect(ask(question).tasks).toEqual([task]);
  });
});

it.each(['这文件几号印的', '这份计划几号下发的'])('%s', (question) => {
  expect(ask(question).text).toContain('2020年3月26日');
});
