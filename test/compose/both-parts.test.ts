import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('what each of the two parts says', () => {
  it.each([
    ['投贷联动规模正文给的数，跟附件第11项给的数，各是多少', ['2022年10亿元', '2021年9亿元']],
    ['金融人才培训，正文和附件的次数怎么写的', ['不少于10期', '10次以上']],
  ])('%s', (question, said) => {
    const { text } = ask(question);
    for (const one of said) expect(text).toContain(one);
  });

  it.each([
    ['第11项和第12项是否一致', false, [11, 12]],
    ['高新区和经开区责任任务的交集', undefined, [29, 30, 31]],
    ['能源行动的几项任务里，哪项没有金融局', undefined, []],
  ])('%s', (question, verdict, tasks) => {
    const answer = ask(question);
    expect(answer.verdict).toBe(verdict);
    expect(answer.tasks).toEqual(tasks);
  });
});
