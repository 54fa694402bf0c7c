import { describe, expect, it } from 'vitest';
import { ask, bot } from '../helper.ts';

/** How many units support the tasks of each action, each once. */
const supporters = bot.plan.actions.map(({ number, title }) => {
  const tasks = bot.plan.tasks.filter(({ action }) => action === number);
  return { title, count: new Set(tasks.flatMap(({ body }) => body.supporting.flatMap(({ means }) => means))).size };
});

describe('the action with the most units', () => {
  it('哪个行动支持单位最多 counts units, and no tasks', () => {
    const [first] = ask('哪个行动支持单位最多').text.split('\n');
    expect(first).toContain('支持单位最多的是');
    const most = Math.max(...supporters.map(({ count }) => count));
    for (const { title } of supporters.filter(({ count }) => count === most)) expect(first).toContain(title);
    expect(first).toContain(`${most}个`);
  });

  it('哪个行动任务最多 counts tasks as before', () => {
    expect(ask('哪个行动任务最多').text.split('\n')[0]).toContain('科技金融催化行动，6项');
  });
});

describe('how many are new, and how many there are then', () => {
  it.each([
    ['2022年新增上市公司几家，累计多少家', []],
    ['累计多少家', ['2022年新增上市公司几家']],
  ])('%s', (question, history) => {
    expect(ask(question, ...history).text).toContain('2022年110家（目标）');
  });
});
