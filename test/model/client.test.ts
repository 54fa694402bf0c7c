import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ModelConfig } from '../../src/config/model.ts';
import { createModelClient } from '../../src/model/client.ts';
import type { Prompt } from '../../src/model/prompt.ts';
import { type FakeModel, HANG, MODEL_KEY, reply, said, startModelApi, status } from '../fakes/model-api.ts';

const PROMPT: Prompt = [
  { role: 'system', content: '规则' },
  { role: 'user', content: '问题："谁"' },
];
const WHO = { do: 'answer', read: [{ tasks: [1], ask: ['who'] }] };
/** Longer than a busy machine takes for a request that is answered. */
const AMPLE = 60_000;

let model: FakeModel;
let now = 0;

beforeEach(async () => {
  model = await startModelApi();
  now = 1_000_000;
});
afterEach(() => model.close());

const open = (more: { readonly timeoutMs?: number; readonly apiKey?: string; readonly extra?: object } = {}) =>
  createModelClient({
    config: {
      baseUrl: model.url,
      name: 'wenji-test',
      apiKey: MODEL_KEY,
      timeoutMs: AMPLE,
      use: 'unsure',
      ...more,
    } as ModelConfig,
    now: () => now,
  });

describe('a model behind an OpenAI-compatible address', () => {
  it('is asked for JSON by schema, and its reply is handed on', async () => {
    model.will(reply(WHO));
    expect(await open().ask(PROMPT)).toEqual({ status: 'reply', reply: JSON.stringify(WHO) });
    expect(model.requests[0]?.response_format).toMatchObject({ type: 'json_schema' });
    expect(model.requests[0]?.messages).toEqual(PROMPT);
  });

  it('is told what the settings add', async () => {
    model.will(reply(WHO));
    await open({ extra: { enable_thinking: false } }).ask(PROMPT);
    expect(model.requests[0]?.enable_thinking).toBe(false);
  });

  it.each([
    ['json_object', ['json_object', 'none']],
    ['none', ['none']],
  ])('that knows no schema is asked by %s, and the next time at once', async (format, takes) => {
    model.takes(...takes);
    model.will(reply(WHO));
    const client = open();
    expect((await client.ask(PROMPT)).status).toBe('reply');
    expect((await client.ask(PROMPT)).status).toBe('reply');
    expect(model.requests.map(({ response_format }) => response_format?.type ?? 'none')).toEqual([format, format]);
  });

  it('may fence its JSON, or think aloud before it', async () => {
    model.will(said(`好的：\n\`\`\`json\n${JSON.stringify(WHO)}\n\`\`\``));
    expect((await open().ask(PROMPT)).status).toBe('reply');
    expect(model.requests).toHaveLength(1);
  });

  it('that returns no query is asked once more, and no more', async () => {
    model.will(said('由市财政局负责。'), reply(WHO));
    expect((await open().ask(PROMPT)).status).toBe('reply');
    expect(model.requests).toHaveLength(2);
    model.will(said('{"do":"answer","read":[{"ask":["谁"]}]}'));
    expect(await open().ask(PROMPT)).toEqual({ status: 'unreadable' });
    expect(model.requests).toHaveLength(4);
  });

  it('that does not answer in time is given up', async () => {
    model.will(HANG);
    expect(await open({ timeoutMs: 200 }).ask(PROMPT)).toEqual({ status: 'failed', why: '没有按时应答' });
  });

  it.each([429, 500, 503, 401, 403, 404])('that returns %i is not asked again for this question', async (code) => {
    model.will(status(code));
    const outcome = await open().ask(PROMPT);
    expect(outcome.status).toBe('failed');
    expect(JSON.stringify(outcome)).toContain(String(code));
    expect(model.requests).toHaveLength(1);
  });

  it('whose response is no completion, or longer than any query, is not believed', async () => {
    for (const body of ['{}', 'not json', JSON.stringify({ choices: [] }), `{"choices":"${'x'.repeat(200_000)}"}`]) {
      model.will({ kind: 'body', body });
      expect(await open().ask(PROMPT), body.slice(0, 30)).toEqual({ status: 'failed', why: '应答读不懂' });
    }
  });

  it('that refuses the key is told of without the key', async () => {
    const client = open({ apiKey: 'sk-wrong' });
    const outcomes = [];
    for (let times = 0; times < 5; times += 1) outcomes.push(await client.ask(PROMPT));
    expect(outcomes.every(({ status }) => status === 'failed')).toBe(true);
    expect(client.trouble()).toContain('MODEL_API_KEY');
    expect(JSON.stringify([outcomes, client.trouble()])).not.toContain('sk-wrong');
  });

  it('that cannot be reached fails', async () => {
    const client = open();
    await model.close();
    expect(await client.ask(PROMPT)).toEqual({ status: 'failed', why: '连接不上' });
  });

  it('that fails again and again is left alone for a while, then tried with one call', async () => {
    const client = open();
    model.will(status(500));
    for (let times = 0; times < 5; times += 1) expect((await client.ask(PROMPT)).status).toBe('failed');
    expect(client.trouble()).toBe('返回 HTTP 500');
    expect(await client.ask(PROMPT)).toEqual({ status: 'busy' });
    expect(model.requests).toHaveLength(5);
    now += 30_000;
    model.will(reply(WHO));
    const both = await Promise.all([client.ask(PROMPT), client.ask(PROMPT)]);
    expect(both.map(({ status }) => status)).toEqual(['reply', 'busy']);
    expect(client.trouble()).toBeUndefined();
    expect((await client.ask(PROMPT)).status).toBe('reply');
  });

  it('that asks to be left alone is, as long as it says', async () => {
    const client = open();
    model.will(status(429, { 'retry-after': '20' }));
    expect((await client.ask(PROMPT)).status).toBe('failed');
    now += 19_000;
    expect((await client.ask(PROMPT)).status).toBe('busy');
    now += 1_000;
    model.will(reply(WHO));
    expect((await client.ask(PROMPT)).status).toBe('reply');
  });

  it('is asked so many questions at a time, and no more', async () => {
    const client = open({ timeoutMs: 500 });
    model.will(HANG);
    const calls = Array.from({ length: 6 }, () => client.ask(PROMPT));
    const outcomes = await Promise.all(calls);
    expect(outcomes.filter(({ status }) => status === 'busy')).toHaveLength(2);
  });
});
