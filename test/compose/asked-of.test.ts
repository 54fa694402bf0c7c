import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('of the tasks of one unit it is asked what another does in all of them', () => {
  it.each([
    ['人社局的活是不是每一项市委组织部都支持', [39, 40, 41, 42], true],
    ['文旅局那几项，宣传部是不是都支持', [16, 17, 18], true],
    ['文旅局的任务是不是都由宣传部支持', [16, 17, 18], true],
    ['文旅局负责的几项宣传部都支持吗', [16, 17, 18], true],
    ['宣传部那几项银保监局都支持吗', [16, 17, 18], false],
  ] as const)('%s', (question, tasks, verdict) => {
    const answer = ask(question);
    expect(answer.tasks).toEqual(tasks);
    expect(answer.verdict).toBe(verdict);
  });

  it('科技局的任务里财政局负责哪几项: each unit stands in its own role', () => {
    expect(ask('科技局的任务财政局负责哪几项').tasks).toEqual([11, 12, 13]);
    expect(ask('宣传部的任务文旅局负责哪几项').tasks).toEqual([16, 17, 18]);
  });
});

describe('the one task of a unit is meant by 那条 behind its name', () => {
  it.each([
    ['外办那条谁负责', '市金融工作局'],
    ['住建局那项的支持单位是谁', '市委组织部'],
    ['扶贫办那条，支持单位是哪几家', '陕西银保监局'],
    ['公安局那一项谁支持', '人行西安分行'],
  ])('%s', (question, unit) => {
    const { text } = ask(question);
    expect(text).not.toContain('一个也没有');
    expect(text).toContain(unit);
  });

  it('回到扶贫办那条，支持单位是谁: after another was spoken of', () => {
    const { text, tasks } = ask('回到扶贫办那条，支持单位是谁', '农村金融有哪几项', '财政局呢');
    expect(tasks).toEqual([38]);
    expect(text).toContain('陕西银保监局');
  });
});
