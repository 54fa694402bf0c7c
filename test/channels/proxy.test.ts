import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { proxiesIn, proxyAgent, useProxies } from '../../src/channels/proxy.ts';
import { openLink } from '../../src/channels/wecom/bot/link.ts';
import { exchange } from '../../src/channels/wecom/http.ts';
import { fakeAibot } from '../fakes/aibot.ts';
import { AIBOT } from '../fakes/aibot-peer.ts';
import { until } from '../fakes/until.ts';

const NAMES = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'] as const;
const SECOND = 1000;

const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

const opened: (() => unknown)[] = [];
let before: Readonly<Record<string, string | undefined>>;
/** What the proxy was asked to connect to. */
let asked: string[];

/** A company's proxy: it knows by which port of this machine each outside name is meant. */
const openProxy = async (port: number): Promise<void> => {
  const proxy = createServer();
  proxy.on('connect', (request, client) => {
    asked.push(request.url ?? '');
    const server = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      server.pipe(client).pipe(server);
    });
    for (const socket of [server, client]) socket.on('error', () => socket.destroy());
  });
  process.env.HTTP_PROXY = `http://user:hush@127.0.0.1:${await listen(proxy)}`;
  opened.push(() => proxy.close(), await useProxies(process.env));
};

beforeEach(() => {
  asked = [];
  before = Object.fromEntries(NAMES.map((name) => [name, process.env[name]]));
  for (const name of NAMES) delete process.env[name];
});

afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
  for (const name of NAMES) {
    const value = before[name];
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

describe('where the environment has a proxy', () => {
  test('a request goes through it, one to this machine or to a name of NO_PROXY does not', async () => {
    const platform = createServer((request, response) => response.end(`${request.headers.host} ${request.url}`));
    const port = await listen(platform);
    opened.push(() => platform.close());
    process.env.NO_PROXY = 'inside.example';
    await openProxy(port);
    expect(await exchange(new URL('http://qyapi.example/cgi-bin/x'), 60 * SECOND)).toEqual({
      ...{ status: 'answered', http: 200, text: 'qyapi.example /cgi-bin/x' },
    });
    expect(asked).toEqual(['qyapi.example:80']);
    const own = await exchange(new URL(`http://127.0.0.1:${port}/healthz`), 60 * SECOND);
    expect(own).toMatchObject({ status: 'answered', text: `127.0.0.1:${port} /healthz` });
    expect(await exchange(new URL('http://inside.example/'), 5 * SECOND)).toMatchObject({ status: 'failed' });
    expect(asked).toHaveLength(1);
  });

  test('a long connection goes through it, too', async () => {
    const fake = await fakeAibot(Date.now);
    opened.push(fake.close);
    await openProxy(Number(new URL(fake.url).port));
    let live = false;
    const handlers = { onLive: () => (live = true), onFrame: () => {} };
    const timing = { timeout: 60 * SECOND, heartbeat: 30 * SECOND };
    const link = await openLink({ ...AIBOT, url: 'ws://openws.example:8080' }, handlers, timing);
    opened.push(link.close);
    await until('the bot is connected', () => live);
    expect(asked).toEqual(['openws.example:8080']);
    expect(await proxyAgent('ws://127.0.0.1:8080')).toBeUndefined();
  });
});

test('without a proxy nothing changes', async () => {
  expect(await proxyAgent('wss://openws.example')).toBeUndefined();
  await useProxies(process.env);
  expect(process.env.NO_PROXY).toBeUndefined();
});

test('proxies are named without their passwords', () => {
  expect(
    proxiesIn({ HTTPS_PROXY: 'http://user:hush@proxy.example:3128', HTTP_PROXY: ' ', https_proxy: 'hush' }),
  ).toEqual(['https_proxy（不是地址）', 'HTTPS_PROXY http://proxy.example:3128']);
});
