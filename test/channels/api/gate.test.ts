import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { createApp } from '../../../src/app.ts';
import { behind, createGate } from '../../../src/channels/api/gate.ts';
import { mcpRoute } from '../../../src/channels/api/mcp.ts';
import { createMetrics, metricsRoute } from '../../../src/channels/api/metrics.ts';
import { createOneByOne } from '../../../src/channels/api/one-by-one.ts';
import type { ApiConfig } from '../../../src/config/api-keys.ts';
import { openStore } from '../../../src/store/store.ts';
import { echoAsk } from '../../fakes/answer.ts';
import { memoryLog } from '../../fakes/memory-log.ts';
import { MCP_OPTIONS } from './mcp-options.ts';

const KEY = 'b7c1e0d4a8f24c5e9d3b';
const KEYS = [{ name: '办公系统', sha256: createHash('sha256').update(KEY).digest('hex') }];
const MINUTE = 60_000;
const OUTSIDE = '203.0.113.9';

const opened: FastifyInstance[] = [];
afterEach(async () => {
  for (const app of opened.splice(0)) await app.close();
});

const open = async (settings: Partial<ApiConfig> = {}, oneByOne = createOneByOne()) => {
  let time = 0;
  const { logger, lines } = memoryLog();
  const gate = createGate({ keys: KEYS, keyed: [], perMinute: 3, ...settings }, () => time);
  const app = await createApp({
    ...{ ask: echoAsk, channels: [], logger, gate, oneByOne },
    conversations: (await openStore({ path: ':memory:', days: 14, now: () => time })).conversations,
    routes: [
      behind(gate.keyed('metrics'), metricsRoute(createMetrics({ process: false }))),
      behind(gate.keyed('mcp'), mcpRoute(MCP_OPTIONS)),
    ],
  });
  opened.push(app);
  const pass = (ms: number): void => {
    time += ms;
  };
  return { app, lines, pass };
};

type Opened = Awaited<ReturnType<typeof open>>;

const ask = ({ app }: Opened, remoteAddress: string, key?: string) =>
  app.inject({
    ...{ method: 'POST', url: '/api/ask', remoteAddress, payload: { question: '第5项是什么' } },
    headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
  });

describe('without a key', () => {
  test('an address may ask so often a minute, and is told when it may again; others go on', async () => {
    const served = await open();
    for (let at = 0; at < 3; at += 1) expect((await ask(served, OUTSIDE)).statusCode).toBe(200);
    const refused = await ask(served, OUTSIDE);
    expect([refused.statusCode, refused.json().error.code]).toEqual([429, 'api_often']);
    expect(refused.headers['retry-after']).toBe('60');
    expect((await ask(served, '203.0.113.10')).statusCode).toBe(200);
    served.pass(MINUTE);
    expect((await ask(served, OUTSIDE)).statusCode).toBe(200);
  });

  test('a network of one customer is one address', async () => {
    const served = await open();
    for (let at = 0; at < 3; at += 1) expect((await ask(served, `2001:db8:1:2::${at + 1}`)).statusCode).toBe(200);
    expect((await ask(served, '2001:db8:1:2:ffff::9')).statusCode).toBe(429);
  });

  test('this machine is not counted: a proxy that is not believed stands for everybody', async () => {
    const served = await open();
    for (let at = 0; at < 9; at += 1) expect((await ask(served, '127.0.0.1')).statusCode).toBe(200);
    expect((await ask(served, '::1')).statusCode).toBe(200);
  });
});

describe('with a key', () => {
  test('one is not counted, and the log names the key’s holder, never the key', async () => {
    const served = await open();
    for (let at = 0; at < 9; at += 1) expect((await ask(served, OUTSIDE, KEY)).statusCode).toBe(200);
    const log = served.lines.join('');
    expect(log).toContain('"caller":"办公系统"');
    expect(log).not.toContain(KEY);
    expect(log).not.toContain(KEYS[0]?.sha256);
  });

  test.each(['', 'wrong', `${KEY}x`, KEYS[0]?.sha256 ?? ''])('%j is refused', async (key) => {
    const refused = await ask(await open(), OUTSIDE, key);
    expect([refused.statusCode, refused.json().error.code]).toEqual([401, 'key_wrong']);
    expect(refused.headers['www-authenticate']).toBe('Bearer');
  });

  test('where there are none, a header that means something else is let be', async () => {
    expect((await ask(await open({ keys: [] }), OUTSIDE, 'for-the-proxy')).statusCode).toBe(200);
  });
});

describe('/metrics and /mcp', () => {
  const authorization = `Bearer ${KEY}`;
  const list = { method: 'POST', url: '/mcp', payload: { jsonrpc: '2.0', id: 1, method: 'tools/list' } } as const;
  const accept = 'application/json, text/event-stream';

  test('are open unless the settings put them behind the keys', async () => {
    const { app } = await open();
    expect((await app.inject('/metrics')).statusCode).toBe(200);
    expect((await app.inject({ ...list, headers: { accept } })).statusCode).toBe(200);
  });

  test('behind the keys answer their holders only, each in its own shape', async () => {
    const { app } = await open({ keyed: ['mcp', 'metrics'] });
    const refused = await app.inject('/metrics');
    expect([refused.statusCode, refused.json().error.code]).toEqual([401, 'key_missing']);
    expect((await app.inject({ url: '/metrics', headers: { authorization } })).statusCode).toBe(200);
    const stranger = await app.inject({ ...list, headers: { accept } });
    expect([stranger.statusCode, stranger.json()]).toEqual([401, expect.objectContaining({ jsonrpc: '2.0' })]);
    expect((await app.inject({ ...list, headers: { accept, authorization } })).statusCode).toBe(200);
    expect((await app.inject('/healthz')).statusCode).toBe(200);
  });
});

describe('answers are worked off one by one', () => {
  test('each in a turn of its own, so that what comes in between is taken first', async () => {
    const oneByOne = createOneByOne();
    let turn = 0;
    let done = false;
    const beat = (): void => {
      turn += 1;
      if (!done) setImmediate(beat);
    };
    setImmediate(beat);
    const turns = await Promise.all(Array.from({ length: 50 }, () => oneByOne(() => turn)));
    done = true;
    expect(new Set(turns).size).toBe(50);
    expect(turns).toEqual(turns.toSorted((a, b) => a - b));
  });

  test('what fails holds up nothing behind it', async () => {
    const oneByOne = createOneByOne();
    const failed = oneByOne(() => {
      throw new Error('a bug');
    });
    const after = oneByOne(() => 'answered');
    await expect(failed).rejects.toThrow('a bug');
    expect(await after).toBe('answered');
  });

  test('a place is held from the head of a request on, so that no body is read in vain, and given back', async () => {
    const served = await open({}, createOneByOne(1));
    await served.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = served.app.server.address() as AddressInfo;
    const heard = once(served.app.server, 'request');
    const slow = connect(port, '127.0.0.1');
    const head = ['POST /api/ask HTTP/1.1', 'host: 127.0.0.1', 'content-type: application/json', 'content-length: 90'];
    slow.write(`${head.join('\r\n')}\r\n\r\n`);
    const [, response] = await heard;
    expect((await ask(served, '127.0.0.1')).statusCode).toBe(503);
    const gone = once(response, 'close');
    slow.destroy();
    await gone;
    expect((await ask(served, '127.0.0.1')).statusCode).toBe(200);
  });

  test('a full line says when to come again', async () => {
    const oneByOne = createOneByOne(2);
    const served = await open({}, oneByOne);
    const held = [oneByOne.hold(), oneByOne.hold()];
    const refused = await ask(served, '127.0.0.1');
    expect([refused.statusCode, refused.json().error.code, refused.headers['retry-after']]).toEqual([
      503,
      'api_busy',
      '5',
    ]);
    held[0]?.();
    expect((await ask(served, '127.0.0.1')).statusCode).toBe(200);
  });

  test('however many come at once, each is answered when its turn comes', async () => {
    const served = await open({ perMinute: 100 }, createOneByOne(2));
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask(served, '127.0.0.1')));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(50).fill(200));
  });
});
