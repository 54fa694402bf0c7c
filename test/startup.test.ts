import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { localUrl, startupLines } from '../src/startup.ts';
import { bot } from './helper.ts';

const lines = (example = '天然气交易中心由哪个单位负责？', titles: readonly string[] = ['某某行动计划']) =>
  startupLines({
    url: 'http://127.0.0.1:3000',
    plans: titles.map((title) => ({ title, bot: { plan: { tasks: bot.plan.tasks }, examples: [example] } })),
    broken: [{ folder: '/data/plans/half', reason: '缺少文件 plan.txt' }],
    channels: [
      { name: 'feishu', title: '飞书', status: 'off', reason: '未配置（设置 FEISHU_APP_ID 等后启用）' },
      { name: 'web', title: '网页', status: 'on', address: '打开即可', mount: async () => {} },
    ],
  });

describe('the start-up lines', () => {
  test('name the page, the plan and each channel with its state', () => {
    const text = lines().join('\n');
    expect(text).toContain('http://127.0.0.1:3000/');
    expect(text).toContain('某某行动计划（57 项任务）');
    expect(text).toContain('不能用的计划：/data/plans/half：缺少文件 plan.txt');
    expect(text).toContain('飞书：未配置（设置 FEISHU_APP_ID 等后启用）');
    expect(text).toContain('网页：打开即可');
  });

  test('of many plans name some, and say how many there are', () => {
    const text = lines(
      '',
      Array.from({ length: 12 }, (_, at) => `第${at + 1}个计划`),
    ).join('\n');
    expect(text).toContain('计划：12 个');
    expect(text).toContain('第8个计划（57 项任务）');
    expect(text).not.toContain('第9个计划');
    expect(text).toContain('另有 4 个');
  });

  test.each(['天然气交易中心由哪个单位负责？', `"引号"与'撇号' $HOME \`x\``])(
    'the command for %s survives the shell',
    (example) => {
      const command =
        lines(example)
          .find((line) => line.includes('curl'))
          ?.replace(/^.*?curl/, 'printf "%s\\n"') ?? '';
      const data = execFileSync('/bin/sh', ['-c', command], { encoding: 'utf8' }).trim().split('\n').at(-1);
      expect(JSON.parse(data ?? '')).toEqual({ question: example });
    },
  );

  test.each([
    ['127.0.0.1', 'http://127.0.0.1:80'],
    ['0.0.0.0', 'http://127.0.0.1:80'],
    ['::', 'http://127.0.0.1:80'],
    ['::1', 'http://[::1]:80'],
    ['wenji.example.cn', 'http://wenji.example.cn:80'],
  ])('a server on %s is opened at %s', (host, url) => {
    expect(localUrl(host, 80)).toBe(url);
  });
});
