import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { feedbackRoute } from '../../../src/channels/api/feedback.ts';
import { onePlan } from '../../../src/channels/asked-plans.ts';
import type { JudgedEvent, Records } from '../../../src/store/records.ts';
import { openStore } from '../../../src/store/store.ts';
import { bot } from '../../helper.ts';
import { appWith } from './served.ts';

const GAS = '天然气交易中心由哪个单位负责？';
const FOLLOW_UP = '那配合单位呢？';
const VERDICT = { question: GAS, verdict: 'wrong', reader: 'tab-1' };

let time: number;
let records: Records;
let judged: JudgedEvent[];
let served: Awaited<ReturnType<typeof appWith>>;

beforeEach(async () => {
  time = Date.parse('2026-01-31T02:00:00Z');
  judged = [];
  const store = await openStore({ path: ':memory:', days: 14, now: () => time });
  records = store.records;
  const overheard = {
    judged: (event: JudgedEvent) => {
      judged.push(event);
      return records.judged(event);
    },
  };
  served = await appWith(
    bot.ask,
    feedbackRoute({ ask: bot.ask, plans: onePlan({ ...bot, candidates }), records: overheard, now: () => time }),
  );
});

/** What may have been meant, whatever was asked. */
const candidates = () => [{ means: { kind: 'task', target: 43 }, label: '任务43' }] as const;

const post = (payload: unknown, type = 'application/json', more: Readonly<Record<string, string>> = {}) =>
  served.app.inject({
    ...{ method: 'POST', url: '/api/feedback', headers: { 'content-type': type, ...more } },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });

const wrongs = () => records.unanswered({ limit: 10 });

describe('POST /api/feedback', () => {
  test('有误 is recorded with its question, its reason and the kind that the bot itself finds', async () => {
    const { statusCode, body, headers } = await post({ ...VERDICT, reason: ' 单位不对 ' });
    expect([statusCode, body, headers['cache-control']]).toEqual([204, '', 'no-store']);
    const { kind } = bot.ask({ text: GAS, history: [] });
    expect(await wrongs()).toMatchObject([{ question: GAS, count: 1 }]);
    expect(judged).toMatchObject([{ channel: 'api', chat: 'api', kind, reason: '单位不对', verdict: 'wrong' }]);
  });

  test('that another thing was meant gets what may have been, and takes the one that is chosen, no other', async () => {
    const about = { ...VERDICT, about: 'topic' };
    const { statusCode, body } = await post(about);
    const { others } = JSON.parse(body);
    expect([statusCode, others[0]]).toEqual([200, { id: 'task:43', label: '任务43' }]);
    expect((await post({ ...about, meant: 'task:43' })).statusCode).toBe(204);
    expect(await wrongs()).toMatchObject([{ count: 1, reasons: ['问的是另一项'], meant: ['task:43'] }]);
    for (const meant of ['task:1', 'x', "task:43' --"])
      expect((await post({ ...about, meant })).json().error.code).toBe('feedback_wrong_shape');
    expect((await post({ ...VERDICT, about: 'units', meant: 'task:43' })).statusCode).toBe(400);
  });

  test('of the page is kept apart from that of another program', async () => {
    await post(VERDICT, 'application/json', { host: 'wenji.example', origin: 'https://wenji.example' });
    await post({ ...VERDICT, reader: 'another' }, 'application/json', { origin: 'https://elsewhere.example' });
    expect(judged).toMatchObject([
      { channel: 'web', chat: 'page' },
      { channel: 'api', chat: 'api' },
    ]);
    expect((await records.days(1))[0]?.channels.map(({ name, wrong }) => [name, wrong])).toEqual([
      ['api', 1],
      ['web', 1],
    ]);
  });

  test('a blank reason is none', async () => {
    await post({ ...VERDICT, reason: ' \n' });
    expect(judged[0]).not.toHaveProperty('reason');
  });

  test('the same question with the same history is the same answer, with another another', async () => {
    const asked = { ...VERDICT, question: FOLLOW_UP };
    for (const history of [[], [GAS], [GAS], ['高新区有哪些任务？', GAS]]) await post({ ...asked, history });
    const [none, once, again, longer] = judged.map(({ reply }) => reply);
    expect(once).toBe(again);
    expect(new Set([none, once, longer]).size).toBe(3);
    expect(judged.map(({ kind }) => kind)).toEqual(
      [[], [GAS], [GAS], ['高新区有哪些任务？', GAS]].map((history) => bot.ask({ text: FOLLOW_UP, history }).kind),
    );
    expect(none).toBe(
      createHash('sha256')
        .update(JSON.stringify([FOLLOW_UP]))
        .digest('base64url'),
    );
  });

  test('the last word of each reader counts', async () => {
    await post(VERDICT);
    await post({ ...VERDICT, reason: '又看了一遍' });
    await post({ ...VERDICT, reader: 'tab-2' });
    expect(await wrongs()).toMatchObject([{ count: 2 }]);
    for (const reader of ['tab-1', 'tab-2']) await post({ ...VERDICT, reader, verdict: 'useful' });
    expect(await wrongs()).toEqual([]);
  });

  test('neither question, reason nor reader goes to the log', async () => {
    await post({ ...VERDICT, reason: '单位不对' });
    expect(served.lines.join('\n')).toMatch(/judged/);
    expect(served.lines.join('\n')).not.toMatch(/天然气|单位不对|tab-1/);
  });
});

describe('what cannot be taken is refused, and nothing is recorded', () => {
  test.each<[string, unknown]>([
    ['no question', { verdict: 'wrong', reader: 'r' }],
    ['a verdict that there is not', { ...VERDICT, verdict: 'bad' }],
    ['no reader', { ...VERDICT, reader: '' }],
    ['a reader of 129 characters', { ...VERDICT, reader: 'r'.repeat(129) }],
    ['a reason of 201 characters', { ...VERDICT, reason: '错'.repeat(201) }],
    ['11 earlier questions', { ...VERDICT, history: Array.from({ length: 11 }, () => GAS) }],
    ['a history that is no list', { ...VERDICT, history: GAS }],
    ['an answer of its own', { ...VERDICT, kind: 'responsible' }],
    ['a list', []],
    ['null', 'null'],
  ])('%s: 400 feedback_wrong_shape', async (_, body) => {
    const response = await post(body);
    expect([response.statusCode, response.json().error.code]).toEqual([400, 'feedback_wrong_shape']);
    expect(response.json().error.message).toContain('/api/docs');
    expect(judged).toEqual([]);
  });

  test('what is named as wrong is the field, never what somebody else called it', async () => {
    expect((await post({ ...VERDICT, reader: '', verdict: 1 })).json().error.message).toMatch(
      /^verdict、reader 不合要求/,
    );
    expect((await post({ ...VERDICT, '<b>': 1 })).json().error.message).not.toContain('<b>');
  });

  test.each<[string, number, unknown, string?]>([
    ['question_empty', 400, { ...VERDICT, question: ' \u200b' }],
    ['question_empty', 400, { ...VERDICT, history: [GAS, ''] }],
    ['question_too_long', 400, { ...VERDICT, question: '谁'.repeat(10_001) }],
    ['body_not_json', 400, ''],
    ['body_not_json', 400, '{'],
    ['body_too_large', 413, { ...VERDICT, history: ['x'.repeat(70_000)] }],
    ['media_type', 415, 'question=1', 'application/x-www-form-urlencoded'],
  ])('%s: %i', async (code, status, body, type) => {
    const response = await post(body, type);
    expect([response.statusCode, response.json().error.code]).toEqual([status, code]);
    expect(judged).toEqual([]);
  });

  test('the longest that is allowed is taken', async () => {
    const longest = {
      reader: 'r'.repeat(128),
      reason: '错'.repeat(200),
      history: Array.from({ length: 10 }, () => GAS),
    };
    expect((await post({ ...VERDICT, ...longest })).statusCode).toBe(204);
  });

  test('a store that does not write is said, not hidden', async () => {
    const broken = { judged: () => Promise.reject(new Error('disk')) };
    const { app } = await appWith(
      bot.ask,
      feedbackRoute({ ask: bot.ask, plans: onePlan(bot), records: broken, now: () => time }),
    );
    const response = await app.inject({ method: 'POST', url: '/api/feedback', payload: VERDICT });
    expect([response.statusCode, response.json().error.code]).toEqual([500, 'internal']);
  });
});

test('30 verdicts a minute for each reader; the next one is told to wait, other readers are not', async () => {
  for (let at = 0; at < 30; at += 1) {
    expect((await post({ ...VERDICT, question: `第${at}问？` })).statusCode).toBe(204);
    time += 1_000;
  }
  const refused = await post(VERDICT);
  expect([refused.statusCode, refused.json().error.code]).toEqual([429, 'feedback_busy']);
  expect(refused.json().error.message).toContain('每分钟最多评价 30 次');
  expect(judged.length).toBe(30);
  expect((await post({ ...VERDICT, reader: 'tab-2' })).statusCode).toBe(204);
  time += 29_999;
  expect((await post(VERDICT)).statusCode).toBe(429);
  time += 1;
  expect((await post(VERDICT)).statusCode).toBe(204);
  expect((await post(VERDICT)).statusCode).toBe(429);
});
