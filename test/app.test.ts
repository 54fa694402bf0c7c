import { request as httpRequest } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { type AppParts, createApp } from '../src/app.ts';
import type { Channel } from '../src/channels/channel.ts';
import { openStore } from '../src/store/store.ts';
import type { Ask } from '../src/types.ts';
import { echoAsk } from './fakes/answer.ts';
import { memoryLog } from './fakes/memory-log.ts';
import { until } from './fakes/until.ts';

const opened: FastifyInstance[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((app) => app.close()));
});

interface Options extends Pick<AppParts, 'publicUrl' | 'trustProxy'> {
  readonly ask?: Ask;
  readonly channels?: readonly Channel[];
  readonly now?: () => number;
}

const open = async ({ ask = echoAsk, channels = [], now = () => 0, ...site }: Options = {}) => {
  const { logger, lines } = memoryLog();
  const app = await createApp({
    ask,
    conversations: (await openStore({ path: ':memory:', days: 14, now })).conversations,
    channels,
    logger,
    ...site,
  });
  opened.push(app);
  return { app, lines };
};

const post = (app: FastifyInstance, payload: string | object, headers = { 'content-type': 'application/json' }) =>
  app.inject({ method: 'POST', url: '/api/ask', headers, payload });

const codeOf = (response: { body: string }): string => {
  const body: unknown = JSON.parse(response.body);
  expect(body).toEqual({ error: { code: expect.any(String), message: expect.any(String) } });
  return (body as { error: { code: string } }).error.code;
};

describe('POST /api/ask', () => {
  test('a question gets its answer as JSON', async () => {
    const { app } = await open();
    const response = await post(app, { question: '天然气交易中心由哪个单位负责？' });
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toMatch(/^application\/json/);
    expect(response.json()).toMatchObject({
      status: 'answered',
      text: '答：天然气交易中心由哪个单位负责？（此前 0 问）',
    });
  });

  test('without a conversation nothing is remembered', async () => {
    const { app } = await open();
    await post(app, { question: '甲' });
    expect((await post(app, { question: '乙' })).json()).toMatchObject({ text: '答：乙（此前 0 问）' });
  });

  test('with a conversation earlier questions come in as history', async () => {
    const { app } = await open();
    await post(app, { question: '甲', conversation: 'c' });
    await post(app, { question: '别的', conversation: 'd' });
    const response = await post(app, { question: '乙', conversation: 'c' });
    expect(response.json()).toMatchObject({ text: '答：乙（此前 1 问）' });
  });

  test('a refused question is not remembered', async () => {
    const { app } = await open();
    await post(app, { question: ' ', conversation: 'c' });
    expect((await post(app, { question: '乙', conversation: 'c' })).json()).toMatchObject({
      text: '答：乙（此前 0 问）',
    });
  });

  test.each(['', '   ', '\n\t', '\u3000', '\u200b\ufeff'])(
    'a blank question (%j) is refused as empty',
    async (question) => {
      const { app } = await open();
      const response = await post(app, { question });
      expect(response.statusCode).toBe(400);
      expect(codeOf(response)).toBe('question_empty');
    },
  );

  test('10000 characters are answered, one more is too long', async () => {
    const { app } = await open();
    expect((await post(app, { question: '问'.repeat(10_000) })).statusCode).toBe(200);
    const response = await post(app, { question: '问'.repeat(10_001) });
    expect(response.statusCode).toBe(400);
    expect(codeOf(response)).toBe('question_too_long');
    expect(response.json().error.message).toContain('10000');
  });

  test('a character outside the basic plane counts as one', async () => {
    const { app } = await open();
    expect((await post(app, { question: '𠮷'.repeat(10_000) })).statusCode).toBe(200);
  });

  test.each([
    ['a list', []],
    ['null', 'null'],
    ['a string', '"问"'],
    ['a number', '1'],
    ['no question', {}],
    ['a question that is a number', { question: 1 }],
    ['a question that is null', { question: null }],
    ['a question that is a list', { question: ['问'] }],
    ['an unknown field', { question: '问', model: 'x' }],
    ['a conversation that is a number', { question: '问', conversation: 1 }],
    ['an empty conversation', { question: '问', conversation: '' }],
    ['a conversation of 129 characters', { question: '问', conversation: 'c'.repeat(129) }],
  ])('a body with %s is refused', async (_name, body) => {
    const { app } = await open();
    const response = await post(app, body);
    expect(response.statusCode).toBe(400);
    expect(codeOf(response)).toBe('body_wrong_shape');
  });

  test('a conversation of 128 characters is taken', async () => {
    const { app } = await open();
    expect((await post(app, { question: '问', conversation: 'c'.repeat(128) })).statusCode).toBe(200);
  });

  test.each(['{', '{"question":', 'question=x', '', '{"question":"x"}}', '{"__proto__":{"x":1},"question":"x"}'])(
    'a body that is no plain JSON (%s) is refused',
    async (body) => {
      const { app } = await open();
      const response = await post(app, body);
      expect(response.statusCode).toBe(400);
      expect(['body_not_json', 'bad_request']).toContain(codeOf(response));
    },
  );

  test('a body that is not UTF-8 is refused, and the refusal names UTF-8', async () => {
    const { app } = await open();
    const gbk = Buffer.concat([
      Buffer.from('{"question":"'),
      Buffer.from([0xcc, 0xec, 0xc8, 0xbb, 0xc6, 0xf8]),
      Buffer.from('"}'),
    ]);
    const response = await app.inject({
      ...{ method: 'POST', url: '/api/ask', headers: { 'content-type': 'application/json' } },
      payload: gbk,
    });
    expect([response.statusCode, codeOf(response)]).toEqual([400, 'body_not_utf8']);
    expect(response.json().error.message).toContain('UTF-8');
  });

  test('no body at all is refused', async () => {
    const { app } = await open();
    const response = await app.inject({ method: 'POST', url: '/api/ask' });
    expect(response.statusCode).toBe(400);
    expect(codeOf(response)).toBe('body_not_json');
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'nonsense'])(
    'content type %s is refused',
    async (type) => {
      const { app } = await open();
      const response = await post(app, '{"question":"问"}', { 'content-type': type });
      expect(response.statusCode).toBe(415);
      expect(codeOf(response)).toBe('media_type');
    },
  );

  test('a body over 64 KB is refused', async () => {
    const { app } = await open();
    const response = await post(app, { question: 'x'.repeat(66_000) });
    expect(response.statusCode).toBe(413);
    expect(codeOf(response)).toBe('body_too_large');
  });

  test('a bug in the bot is a 500 without a word of it, and is logged', async () => {
    const ask = () => {
      throw new Error('secret inside');
    };
    const { app, lines } = await open({ ask });
    const response = await post(app, { question: '问' });
    expect(response.statusCode).toBe(500);
    expect(codeOf(response)).toBe('internal');
    expect(response.body).not.toMatch(/secret|stack|\.ts/);
    expect(lines.join('')).toContain('secret inside');
  });

  test('the log says how long a question was and what became of it, never the question', async () => {
    const { app, lines } = await open();
    await post(app, { question: '谁负责天然气交易中心', conversation: '张三' });
    const log = lines.join('');
    expect(log).toContain('"length":10');
    expect(log).toContain('"kind":"responsible"');
    expect(log).not.toMatch(/天然气|张三/);
  });
});

describe('everything else over HTTP', () => {
  test('GET /healthz answers 200 and names the open channels', async () => {
    const { app } = await open();
    const response = await app.inject('/healthz');
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({ status: 'ok', channels: [] });
  });

  test.each([
    ['GET', '/nowhere'],
    ['POST', '/nowhere'],
    ['DELETE', '/api'],
    ['GET', '/api/ask/'],
    ['GET', '/.env'],
  ] as const)('%s %s is a 404 in the common shape', async (method, url) => {
    const { app } = await open();
    const response = await app.inject({ method, url });
    expect(response.statusCode).toBe(404);
    expect(codeOf(response)).toBe('not_found');
  });

  test('an unknown address is a 404 whatever is sent to it', async () => {
    const { app } = await open();
    const headers = { 'content-type': 'text/plain' };
    const response = await app.inject({ method: 'POST', url: '/nowhere', headers, payload: 'x'.repeat(100_000) });
    expect(codeOf(response)).toBe('not_found');
  });

  test.each([
    ['GET', '/api/ask', 'POST'],
    ['PUT', '/api/ask?x=1', 'POST'],
    ['OPTIONS', '/api/ask', 'POST'],
    ['POST', '/healthz', 'GET'],
  ] as const)('%s %s is a 405 that names %s', async (method, url, allowed) => {
    const { app } = await open();
    const response = await app.inject({ method, url });
    expect(response.statusCode).toBe(405);
    expect(codeOf(response)).toBe('method_not_allowed');
    expect(response.headers.allow).toContain(allowed);
  });

  test('an address that cannot be decoded is a 400 in the common shape', async () => {
    const { app } = await open();
    const response = await app.inject('/%zz');
    expect(response.statusCode).toBe(400);
    expect(codeOf(response)).toBe('bad_request');
  });

  test('bytes that are no HTTP are answered in the common shape', async () => {
    const { app } = await open();
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('nonsense\r\n\r\n'));
      let received = '';
      socket.on('data', (chunk) => {
        received += chunk;
      });
      socket.on('end', () => resolve(received));
      socket.on('error', reject);
    });
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 400 /);
    expect(codeOf({ body })).toBe('bad_request');
  });
});

describe('under which names it is reached', () => {
  const PUBLIC = { publicUrl: 'https://wenji.example.gov.cn' };
  const statusOf = async (app: FastifyInstance, headers: Readonly<Record<string, string>>): Promise<number> =>
    (await post(app, { question: '问' }, { 'content-type': 'application/json', ...headers })).statusCode;

  test('where PUBLIC_URL is not set, any', async () => {
    const { app } = await open();
    expect(await statusOf(app, { host: 'wenji.example.gov.cn' })).toBe(200);
    expect(await statusOf(app, { host: 'wenji.example.gov.cn', origin: 'https://elsewhere.example' })).toBe(200);
  });

  test.each([
    'wenji.example.gov.cn',
    'wenji.example.gov.cn:443',
    'localhost:3000',
    '127.0.0.1',
    '10.0.0.7:3000',
    '[::1]:80',
    'wenji:3000',
  ])('with PUBLIC_URL, %s is ours', async (host) => {
    const { app } = await open(PUBLIC);
    expect(await statusOf(app, { host })).toBe(200);
  });

  test.each(['rebound.example', 'wenji.example.gov.cn.evil.example', '127.0.0.1.evil.example', 'a b'])(
    'with PUBLIC_URL, %s is not: another site may have made it point here',
    async (host) => {
      const { app } = await open(PUBLIC);
      const response = await post(app, { question: '问' }, { 'content-type': 'application/json', host } as never);
      expect([response.statusCode, codeOf(response)]).toEqual([421, 'host_wrong']);
      expect((await app.inject({ url: '/healthz', headers: { host } })).statusCode).toBe(200);
    },
  );

  test('with PUBLIC_URL, pages of other sites are refused, ours and programs are not', async () => {
    const { app } = await open(PUBLIC);
    expect(await statusOf(app, { origin: 'https://elsewhere.example' })).toBe(403);
    expect(await statusOf(app, { origin: 'null' })).toBe(403);
    expect(await statusOf(app, { host: '127.0.0.1:3000', origin: 'https://wenji.example.gov.cn' })).toBe(200);
    expect(await statusOf(app, { host: '10.0.0.7:3000', origin: 'http://10.0.0.7:3000' })).toBe(200);
  });

  test('every answer forbids guessing its type; behind https browsers are told to stay there', async () => {
    const { app } = await open();
    const plain = (await app.inject('/healthz')).headers;
    expect(plain).toMatchObject({ 'x-content-type-options': 'nosniff' });
    expect(plain).not.toHaveProperty('strict-transport-security');
    expect((await app.inject('/nowhere')).headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
    const { app: named } = await open(PUBLIC);
    expect((await named.inject('/healthz')).headers).toHaveProperty('strict-transport-security', 'max-age=31536000');
    const forwarded = { url: '/healthz', headers: { 'x-forwarded-proto': 'https' } };
    expect((await app.inject(forwarded)).headers).not.toHaveProperty('strict-transport-security');
    const { app: behind } = await open({ trustProxy: 1 });
    expect((await behind.inject(forwarded)).headers).toHaveProperty('strict-transport-security');
  });
});

describe('channels', () => {
  const channel = (name: string, trouble?: string): Channel => ({
    name,
    title: name,
    status: 'on',
    address: '',
    mount: async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.get(`/${name}`, async () => name);
    },
    trouble: () => trouble,
  });

  test('an open channel gets its routes, a closed one none', async () => {
    const closed: Channel = { name: 'b', title: 'b', status: 'off', reason: '' };
    const { app } = await open({ channels: [channel('a'), closed] });
    expect((await app.inject('/a')).body).toBe('a');
    expect((await app.inject('/b')).statusCode).toBe(404);
    expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok', channels: ['a'] });
  });

  test('what somebody has to see to stands in /healthz', async () => {
    const { app } = await open({ channels: [channel('a', 'quota'), channel('b')] });
    expect((await app.inject('/healthz')).json()).toEqual({
      status: 'ok',
      channels: ['a', 'b'],
      troubles: { a: 'quota' },
    });
  });

  test('what a channel does with bodies stays in its own scope', async () => {
    const { app } = await open({ channels: [channel('a')] });
    expect((await post(app, { question: '问' })).statusCode).toBe(200);
  });
});

describe('shutting down', () => {
  test('what is under way is finished at once, and nothing new is accepted', async () => {
    let finish: (() => void) | undefined;
    const slow: Channel = {
      name: 'slow',
      title: 'slow',
      status: 'on',
      address: '',
      mount: async (scope) => {
        scope.get('/slow', () => new Promise((resolve) => (finish = () => resolve({ done: true }))));
      },
    };
    const { app } = await open({ channels: [slow] });
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const answer = new Promise<string>((resolve, reject) => {
      const request = httpRequest({ port, host: '127.0.0.1', path: '/slow' }, (response) => {
        response.setEncoding('utf8').on('data', resolve);
      });
      request.on('error', reject).end();
    });
    await until('the request has come in', () => finish !== undefined);
    const closed = app.close();
    const connects = () =>
      fetch(`http://127.0.0.1:${port}/healthz`).then(
        () => true,
        () => false,
      );
    await expect.poll(connects).toBe(false);
    finish?.();
    expect(JSON.parse(await answer)).toEqual({ done: true });
    await closed;
  });
});
