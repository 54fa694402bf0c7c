import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('tasks within a range of numbers', () => {
  it.each<[question: string, tasks: readonly number[]]>([
    ['16到22项里证监局支持的', [17, 18, 20, 21, 22]],
    ['45项到57项里教育局负责的', [57]],
    ['第43-49项中有支持单位的', [46, 47, 48]],
    ['第3、5、7项里有支持单位的', [3, 5, 7]],
    ['前面20项归高新区的', [9, 10, 11, 15]],
    ['高新区负责的前三项', [9, 10, 11]],
  ])('%s', (question, tasks) => {
    expect(ask(question).tasks).toEqual(tasks);
  });
});

describe('tasks from a number on, or before one', () => {
  it.each<[question: string, tasks: readonly number[]]>([
    ['40项往后归投资局的', [50, 55]],
    ['第55项以后还有几项', [56, 57]],
    ['从45项起没有支持单位的', [45, 49, 50, 51, 52, 53, 55, 57]],
    ['第53项及以后的任务', [53, 54, 55, 56, 57]],
    ['编号在40以后的任务里由投资局负责的', [50, 55]],
    ['20项以前财政局负责的', [3, 4, 9, 11, 12, 13]],
    ['第20项之前有支持单位的有几项', [1, 2, 3, 5, 6, 7, 8, 11, 16, 17, 18]],
  ])('%s', (question, tasks) => {
    expect(ask(question).tasks).toEqual(tasks);
  });

  it('60项以后的', () => {
    expect(ask('60项以后的').status).toBe('not_found');
  });
});
