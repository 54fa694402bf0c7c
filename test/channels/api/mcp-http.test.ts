import { request as httpRequest } from 'node:http';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { mcpRoute } from '../../../src/channels/api/mcp.ts';
import { createIsMeant } from '../../../src/channels/api/mcp-hosts.ts';
import { bot } from '../../helper.ts';
import { listeningMcp, MCP_OPTIONS } from './mcp-options.ts';
import { appWith } from './served.ts';

const on = await listeningMcp();
const { app } = on;

describe('bad input', () => {
  const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
  const message = (method: string, params: object = {}) => ({ jsonrpc: '2.0', id: 7, method, params });

  const post = (payload: unknown, more: Record<string, string> = {}) =>
    app.inject({
      ...{ method: 'POST', url: '/mcp', headers: { ...headers, ...more } },
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    });

  const errorOf = (response: { readonly body: string }) =>
    z
      .strictObject({
        jsonrpc: z.literal('2.0'),
        id: z.null(),
        error: z.looseObject({ code: z.int(), message: z.string().min(4) }),
      })
      .parse(JSON.parse(response.body)).error;

  test.each([
    ['not JSON', 'nonsense', 400, -32700],
    ['empty', '', 400, -32700],
    ['a batch', [message('ping'), message('ping')], 400, -32600],
    ['no JSON-RPC', { question: '谁' }, 400, -32600],
    ['null', 'null', 400, -32600],
    ['too large', message('ping', { pad: 'x'.repeat(70_000) }), 413, -32000],
  ])('a body that is %s', async (_, payload, status, code) => {
    const response = await post(payload);
    expect([response.statusCode, errorOf(response).code]).toEqual([status, code]);
  });

  test.each([
    ['another type', { 'content-type': 'text/html' }, 415],
    ['no accept', { accept: 'application/json' }, 406],
    ['a version that there is not', { 'mcp-protocol-version': '1999-01-01' }, 400],
  ])('%s is refused', async (_, more, status) => {
    const response = await post(message('tools/list'), more);
    expect(response.statusCode).toBe(status);
    errorOf(response);
  });

  test.each(['GET', 'DELETE'] as const)('%s is told to use POST', async (method) => {
    const response = await app.inject({ method, url: '/mcp', headers });
    expect([response.statusCode, response.headers.allow]).toEqual([405, 'POST']);
    errorOf(response);
  });

  test.each(['*/*', 'text/html, */*;q=0.8', ''])('whoever accepts %j takes what there is', async (accept) => {
    const response = await post(message('tools/list'), { accept });
    expect([response.statusCode, response.headers['content-type']]).toEqual([
      200,
      expect.stringMatching(/^application.json/),
    ]);
  });

  test('no session is opened, and one that is claimed is nothing', async () => {
    const response = await post(message('tools/list'), { 'mcp-session-id': 'somebody-elses' });
    expect(response.statusCode).toBe(200);
    expect(response.headers).not.toHaveProperty('mcp-session-id');
    expect(response.headers['cache-control']).toBe('no-store');
  });

  test('a notification is taken without an answer', async () => {
    const response = await post({ jsonrpc: '2.0', method: 'notifications/initialized' });
    expect([response.statusCode, response.body]).toEqual([202, '']);
  });

  test('a bug of ours is told without its words', async () => {
    const { app: broken, lines: log } = await appWith(
      bot.ask,
      mcpRoute({
        ...MCP_OPTIONS,
        ask: () => {
          throw new Error('secret path /srv/plan');
        },
      }),
    );
    const payload = message('tools/call', { name: 'ask', arguments: { question: '谁' } });
    const response = await broken.inject({ method: 'POST', url: '/mcp', headers, payload });
    expect(response.json().result).toMatchObject({ isError: true });
    expect(response.body).not.toContain('secret');
    expect(log.join('')).toContain('secret path /srv/plan');
    await broken.close();
  });

  test('more than sixty-four messages at once are put off, and none is forgotten', async () => {
    const waiting: (() => void)[] = [];
    const { app: slow } = await appWith(
      bot.ask,
      mcpRoute({
        ...MCP_OPTIONS,
        worklist: (...asked) => new Promise((resolve) => waiting.push(() => resolve(MCP_OPTIONS.worklist(...asked)))),
      }),
    );
    const payload = message('tools/call', { name: 'worklist', arguments: { year: 2021 } });
    const send = () => slow.inject({ method: 'POST', url: '/mcp', headers, payload });
    const all = Array.from({ length: 70 }, send);
    await expect.poll(() => waiting.length).toBe(64);
    const refused = await send();
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '1']);
    errorOf(refused);
    for (const go of waiting.splice(0)) go();
    const done = await Promise.all(all);
    expect(done.map(({ statusCode }) => statusCode).sort()).toEqual([...Array(64).fill(200), ...Array(6).fill(503)]);
    const again = send();
    await expect.poll(() => waiting.length).toBe(1);
    waiting[0]?.();
    expect((await again).statusCode).toBe(200);
    await slow.close();
  });
});

describe('pages of other sites', () => {
  const send = (headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) => {
      const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' });
      const request = httpRequest(
        on.url,
        {
          ...{ method: 'POST' },
          headers: {
            ...{ 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
            ...headers,
          },
        },
        (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        },
      );
      request.on('error', reject);
      request.end(body);
    });

  test('a request that does not name this server, or comes from elsewhere, is refused', async () => {
    expect(await send({})).toBe(200);
    expect(await send({ host: 'wenji.example.gov.cn' })).toBe(200);
    expect(await send({ host: 'rebound.example' })).toBe(403);
    expect(await send({ origin: 'https://evil.example' })).toBe(403);
    expect(await send({ origin: 'https://wenji.example.gov.cn' })).toBe(200);
  });

  const isMeant = createIsMeant(MCP_OPTIONS.allowedHosts);

  test.each([
    ['localhost:3000', undefined],
    ['127.0.0.1', 'http://localhost:5173'],
    ['127.8.8.8:80', undefined],
    ['[::1]:3000', 'http://[::1]:3000'],
    ['WENJI.example.gov.cn', undefined],
    ['wenji.example.gov.cn.:443', 'https://wenji.example.gov.cn'],
    ['internal.example:8443', undefined],
  ])('host %s, origin %s is meant', (host, origin) => {
    expect(isMeant({ host, ...(origin && { origin }) })).toBe(true);
  });

  test.each([
    [undefined, undefined],
    ['', undefined],
    ['evil.example', undefined],
    ['127.0.0.1.evil.example', undefined],
    ['localhost.evil.example', undefined],
    ['evil.example@127.0.0.1', undefined],
    ['127.0.0.1/evil', undefined],
    ['internal.example', undefined],
    ['internal.example:80', undefined],
    ['10.0.0.1', undefined],
    ['localhost', 'null'],
    ['localhost', 'file:///etc'],
    ['localhost', 'https://wenji.example.gov.cn.evil.example'],
    ['localhost', 'chrome-extension://localhost'],
  ])('host %s, origin %s is not', (host, origin) => {
    expect(isMeant({ ...(host !== undefined && { host }), ...(origin && { origin }) })).toBe(false);
  });
});
