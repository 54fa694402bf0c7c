import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('units alone, one of two, and those of which a role is denied', () => {
  it.each<[question: string, tasks: readonly number[]]>([
    ['高新掺和了、科技局却没份儿的是哪几项', [9, 15, 21, 29, 30, 31, 44, 50]],
    ['高新区负责、科技局却不负责的任务有哪些', [9, 15, 21, 29, 30, 31, 44, 50]],
    ['支持单位一栏只填了陕西证监局、再没别人的任务列一列', [5, 6, 7, 8, 20, 22, 26]],
    ['支持单位是陕西证监局，没有别人的任务有哪些', [5, 6, 7, 8, 20, 22, 26]],
    ['光杆司令——只由金融工作局一家承担责任的任务', [20, 47, 56]],
    ['陕西证监局和市委宣传部只来其中一家支持的任务', [1, 2, 3, 5, 6, 7, 8, 16, 20, 21, 22, 23, 26, 46, 47, 48, 54]],
    ['表尾最后五项，剔除教育局参与的，剩下哪些', [53, 54, 55, 56]],
  ])('%s', (question, tasks) => {
    expect(ask(question).tasks).toEqual(tasks);
  });

  it('是不是每个行动底下起码有一项任务配了支持单位啊？', () => {
    const { verdict, text } = ask('是不是每个行动底下起码有一项任务配了支持单位啊？');
    expect(verdict).toBe(false);
    expect(text).toContain('有2个行动没有支持单位：12. 信用服务增进行动、14. 金融空间建设行动。');
  });

  it('每个行动都有责任单位吗', () => {
    expect(ask('每个行动都有责任单位吗').verdict).toBe(true);
  });
});

describe('a group that stands in no role is where it is printed', () => {
  it.each(['“一行两局”出现在哪些任务中（正文附件都算）', '哪些任务提到“一行两局”', '“一行两局”写在哪几项任务里'])(
    '%s',
    (question) => {
      expect(ask(question).tasks).toEqual([1, 42, 46]);
    },
  );
});
