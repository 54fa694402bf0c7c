import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

const lastOf = (...turns: readonly string[]) => ask(turns.at(-1) ?? '', ...turns.slice(0, -1));

describe('a field that an action is called by means all tasks of it', () => {
  it.each([
    ['农村金融的任务都有什么', [35, 36, 37, 38]],
    ['2021年跨境金融的任务', [29, 30, 31]],
    ['普惠金融2020年任务', [32, 33, 34]],
    ['绿色金融方面有啥任务', [23, 24, 25, 26]],
    ['物流金融谁抓', [27, 28]],
    ['农村金融这一摊谁在管', [35, 36, 37, 38]],
    ['绿色金融这块2020年干啥', [23, 24, 25, 26]],
    ['风险防控咋做', [46, 47, 48, 49]],
    ['文旅金融归谁', [16, 17, 18]],
  ])('%s', (question, tasks) => {
    const answer = ask(question);
    expect(answer.status).toBe('answered');
    expect(answer.tasks).toEqual(tasks);
  });

  it('普惠金融2020年任务: with what that year demands of each', () => {
    expect(ask('普惠金融2020年任务').text).toMatch(/^普惠金融发展行动的任务共3项：[\s\S]*2020年：/);
  });

  it.each(['金融机构谁负责', '天然气交易中心谁负责', '提到绿色金融的任务有哪些'])(
    '%s: what other tasks print too, or is looked for in print, is no field',
    (question) => {
      expect(ask(question).text).not.toMatch(/行动的任务/);
    },
  );
});

describe('units and what their tasks have to do with', () => {
  it('高新区那摊子事里跟上市沾边的: and those that they have through their group', () => {
    const { tasks, text } = ask('高新区那摊子事里跟上市沾边的');
    expect(tasks).toEqual([30]);
    expect(text).toMatch(/另有5项以“各开发区”为责任单位/);
  });

  it.each([
    ['人社局掺乎了没', [39, 40, 41, 42], true],
    ['外办牵头吗', [56], false],
  ])('%s: in any task, where none was named', (question, tasks, verdict) => {
    const answer = ask(question);
    expect(answer.verdict).toBe(verdict);
    expect(answer.text).toContain(`共${tasks.length}项`);
  });

  it('of the task that was named before', () => {
    expect(lastOf('天然气交易中心谁负责', '国资委掺和了没')).toMatchObject({ tasks: [21], verdict: false });
  });
});
