import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const run = (args: readonly string[], input = '') =>
  spawnSync('npm', ['run', '--silent', 'ask', '--', ...args], { cwd: ROOT, input, encoding: 'utf8' });

describe('npm run ask', () => {
  it('batch mode answers line by line, in order, and a bad line does not stop the run', () => {
    const lines = [
      '{"id":"a","q":"第21项是什么"}',
      'not json',
      '{"id":"c","q":5}',
      '{"id":"d","q":"支持单位是谁","history":["第21项是什么"]}',
      '[1]',
      `{"id":"f","q":"${'长'.repeat(10_001)}"}`,
    ];
    const { stdout, status } = run(['--jsonl'], `${lines.join('\n')}\n`);
    const out = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(out.map(({ id }) => id)).toEqual(['a', null, 'c', 'd', null, 'f']);
    expect(out.map(({ answer, error }) => answer?.status ?? error.code)).toEqual([
      'answered',
      'line_wrong_shape',
      'line_wrong_shape',
      'answered',
      'line_wrong_shape',
      'question_too_long',
    ]);
    expect(out[3].answer.tasks).toEqual([21]);
  });

  it('prints the text for people, the object with --json, the understanding with --why', () => {
    expect(run(['第21项是什么']).stdout).toContain('推动设立天然气交易中心');
    expect(JSON.parse(run(['--json', '第21项是什么']).stdout).tasks).toEqual([21]);
    const why = run(['--why', '供应连金融谁负责']).stdout;
    expect(why).toContain('task:sound');
    expect(why).toContain('问法：responsible');
  });

  it('says how it is used when nothing is asked', () => {
    const { status, stderr, stdout } = run([]);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('用法');
  });
});

describe('a reader who has seen enough', () => {
  it.each(['ask -- --jsonl', 'score', 'simulate -- feishu 第21项是什么 支持单位是谁'])(
    'of npm run %s ends it without a stack trace',
    (command) => {
      const input = Array.from({ length: 300 }, () => '{"id":"a","q":"第21项是什么"}').join('\n');
      const piped = `npm run --silent ${command} | head -n 1`;
      const { stderr, stdout } = spawnSync('bash', ['-c', piped], { cwd: ROOT, input, encoding: 'utf8' });
      expect(stderr).not.toMatch(/EPIPE|\bat /);
      expect(stdout.trim().split('\n')).toHaveLength(1);
    },
  );
});

describe('npm run check-plan', () => {
  it('shows 15 actions, 57 measures, 57 rows, 7 × 5 indicators, no unplaced line and no unknown unit', () => {
    const { stdout, status } = spawnSync('npm', ['run', '--silent', 'check-plan'], { cwd: ROOT, encoding: 'utf8' });
    expect(status).toBe(0);
    for (const line of [
      '行动：15；任务（措施与附件行一一对应）：57；指标：7 × 5 年',
      '推进措施：57',
      '任务分解表：57',
      '没有归入任何条款的行（0）',
      '登记表里没有的单位（0）',
      '正文与附件的任务名称差异（23）',
    ])
      expect(stdout).toContain(line);
  });
});
