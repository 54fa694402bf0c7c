import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readReplies, recorded, replayed } from '../../scripts/model-exam.ts';
import { readTrials, type Trial } from '../../scripts/score.ts';
import { readReply } from '../../src/compose/model/grammar.ts';
import { bot, PLAN_FOLDER } from '../helper.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/model/${name}`, import.meta.url));
const QUESTIONS = fixture('questions.jsonl');
const TRIALS = readTrials(QUESTIONS);
const REPLIES = readReplies(readFileSync(fixture('replies.jsonl'), 'utf8'));
const MOST_BYTES = 8 * 1024;

const bytesOf = (of: Pick<ReturnType<typeof recorded>[number], 'messages'>): number =>
  Buffer.byteLength(of.messages.map(({ content }) => content).join(''));

describe('questions that the rules get wrong or ask back on', () => {
  const results = replayed(bot, TRIALS, REPLIES);

  it('are forty and more that the rules get wrong, and few that they have learnt since', () => {
    const wrong = results.filter(({ byRules }) => byRules.length > 0);
    expect(wrong.length).toBeGreaterThanOrEqual(40);
    expect(wrong.length / results.length).toBeGreaterThan(0.75);
  });

  it.each(results.map((one) => [one.trial.q, one] as const))('%s', (_, { taken, faults, unsupported }) => {
    expect({ taken, faults, unsupported }).toEqual({ taken: true, faults: [], unsupported: [] });
  });

  it('nearly all are put to a model where it is asked only when the rules are unsure', () => {
    const unsure = recorded(bot, TRIALS).filter((one) => one.unsure);
    expect(unsure.length / TRIALS.length).toBeGreaterThan(0.75);
  });
});

describe('what is sent', () => {
  const long: Trial = { ...(TRIALS[0] as Trial), q: '请问这件事到底归谁管呀，'.repeat(150) };
  const follows: Trial = {
    ...long,
    history: ['高新区负责、市财政局不负责的任务有几项', '2021年保费收入目标多少', '那2022年呢'],
  };
  const prompts = recorded(bot, [...readTrials(join(PLAN_FOLDER, 'trial.jsonl')), ...TRIALS, long, follows]);

  it('is under 8 KB for each question on the first plan, however long it and what was asked before are', () => {
    expect(prompts.filter((one) => bytesOf(one) >= MOST_BYTES)).toEqual([]);
  });

  it('names every task, section, indicator and unit of the plan', () => {
    const [system] = prompts[0]?.messages ?? [];
    const { tasks, actions, indicators, registry } = bot.plan;
    const names = [...tasks.map(({ number, body }) => `${number} ${body.title}`), ...actions.map(({ title }) => title)];
    const others = [...indicators, ...registry.units, ...registry.groups].map(({ name }) => name);
    expect([...names, ...others].filter((name) => !system?.content.includes(name))).toEqual([]);
  });

  it('says what was asked before in the program’s own words', () => {
    expect(prompts.at(-1)?.messages[1].content).toContain('年保费收入：2022年数额');
  });

  it('holds no names that a platform wrote into the text', () => {
    const [one] = recorded(bot, [{ ...long, q: '@张三 @李四 那个网贷平台都没了之后小贷典当归谁批' }]);
    expect(JSON.stringify(one)).not.toMatch(/张三|李四/);
    expect(one?.messages[1].content).toContain('小贷典当');
  });
});

describe('the command', () => {
  it('writes prompts, one a line, and scores replies', () => {
    const folder = mkdtempSync(join(tmpdir(), 'wenji-exam-'));
    try {
      const path = join(folder, 'prompts.jsonl');
      const run = (...args: readonly string[]): string =>
        execFileSync(process.execPath, ['--import', 'tsx', 'scripts/model-exam.ts', ...args, QUESTIONS], {
          encoding: 'utf8',
        });
      expect(run('--record', path)).toContain(`prompts          ${TRIALS.length}`);
      const lines = readFileSync(path, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(lines.map(({ id }) => id)).toEqual(TRIALS.map(({ id }) => id));
      expect(lines[0].response_format.json_schema.schema.required).toEqual(['do']);
      expect(run('--replay', fixture('replies.jsonl'))).toContain(`right            ${TRIALS.length}/${TRIALS.length}`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('a reply', () => {
  it.each([
    ['alone', '{"do":"absent"}'],
    ['in a fence', '```json\n{"do":"absent"}\n```'],
    ['behind a thought', '<think>天然气…</think>\n{"do":"absent"}'],
  ])('is read %s', (_, text) => {
    expect(readReply(text)).toEqual({ do: 'absent' });
  });

  it.each([
    '',
    '无法回答',
    '{"do":"answer","read":[{"ask":["who"],"text":"由我写"}]}',
    `{"do":"absent"${' '.repeat(9_000)}}`,
  ])('is none where it is no query: %.30s', (text) => {
    expect(readReply(text)).toBeUndefined();
  });
});
