import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { feishuLine } from '../src/channels/feishu/feishu.ts';
import { readConfig } from '../src/config.ts';
import { createService, type Service } from '../src/service.ts';
import { makeList } from '../src/worklists/make-list.ts';
import { csrfIn, visit } from './channels/desk/served.ts';
import { APP, type FakeFeishuApi, fakeFeishuApi } from './fakes/feishu-api.ts';
import { faultsOfCard } from './fakes/feishu-card.ts';
import { clickEvent, KEYS, messageEvent, sealed, signedHeaders } from './fakes/feishu-sender.ts';
import { until } from './fakes/until.ts';
import { newFolder, openLivePlans } from './overlay/opened.ts';

const TOKEN = 'sixteen-characters-or-more';
const UNSAID = '地铁八号线什么时候通车';

describe('the service as the process opens it', () => {
  let fake: FakeFeishuApi;
  let service: Service;
  let url: string;

  beforeAll(async () => {
    fake = await fakeFeishuApi({ checkCard: faultsOfCard });
    const folder = newFolder();
    const plans = await openLivePlans(folder);
    const log = pino({ level: 'silent' });
    const feishu = { mode: 'webhook', ...KEYS, appId: APP.id, appSecret: APP.secret, baseUrl: fake.url } as const;
    const env = { DATA_DIR: join(folder, 'data'), ADMIN_TOKEN: TOKEN, PUBLIC_URL: 'https://wenji.example.cn' };
    service = await createService({
      ...{ config: readConfig(env), plans, log },
      ...{ closed: [], version: '0.0.0' },
      lines: () => [feishuLine(feishu, { log, now: Date.now, makeList: makeList(() => plans.list()[0]?.bot.plan) })],
    });
    await service.app.listen({ host: '127.0.0.1', port: 0 });
    await service.chats.start();
    // Group messages wait until the bot knows itself, and the SDK takes its time to load.
    await until('the bot has asked who it is', () => fake.requests.some(({ path }) => path.endsWith('/bot/v3/info')));
    url = `http://127.0.0.1:${(service.app.server.address() as AddressInfo).port}`;
  });

  afterAll(async () => {
    await service.app.close();
    await service.chats.stop();
    await service.store.close();
    await fake.close();
  });

  const say = async (text: string): Promise<void> => {
    const event = messageEvent({ text: `@_user_1 ${text}` });
    fake.post(event.event.message.message_id, event.event.message.chat_id);
    const payload = sealed(event);
    const answer = await service.app.inject({
      method: 'POST',
      url: '/webhooks/feishu',
      headers: signedHeaders(payload),
      payload,
    });
    expect(answer.statusCode).toBe(200);
    await service.chats.idle();
  };

  const ask = (question: string) => service.app.inject({ method: 'POST', url: '/api/ask', payload: { question } });

  const metrics = async (): Promise<string> => (await service.app.inject('/metrics')).body;

  test('what the chats and the API could not answer stands on the desk, without who asked or where', async () => {
    await say(UNSAID);
    expect((await ask(UNSAID)).json().status).toBe('not_found');
    expect((await ask('天然气交易中心由哪个单位负责？')).json().status).toBe('answered');
    const visitor = visit({ app: service.app } as Parameters<typeof visit>[0], 'wenji.example.cn');
    const login = await visitor.login(TOKEN);
    expect(login.statusCode).toBe(200);
    const list = await visitor.get('/admin/questions');
    expect(list.body).toContain(UNSAID);
    expect(list.body).toMatch(/2\s*次/);
    expect(list.body).not.toMatch(/ou_|oc_|om_/);
    expect(csrfIn(list.body)).not.toBe('');
  });

  test('a judgement from the page stands there, too', async () => {
    const payload = { question: '供应链金融归谁管', verdict: 'wrong', reason: '单位不全', reader: 'tab-1' };
    expect((await service.app.inject({ method: 'POST', url: '/api/feedback', payload })).statusCode).toBe(204);
    const missed = await service.store.records.unanswered({ limit: 10 });
    expect(missed.map(({ question }) => question)).toContain('供应链金融归谁管');
  });

  test('单位有误 on a card stands there with what is wrong', async () => {
    await say('绿色保险由谁负责');
    const card = fake.sent.at(-1)?.content ?? '';
    const value: unknown = JSON.parse(/\{"reply":"[^"]+","verdict":"wrong","reason":"units"\}/.exec(card)?.[0] ?? '{}');
    const payload = sealed(clickEvent(value));
    const headers = signedHeaders(payload);
    const answer = await service.app.inject({ method: 'POST', url: '/webhooks/feishu', headers, payload });
    expect(answer.json()).toEqual({ toast: { type: 'success', content: '已记下，谢谢指正' } });
    await service.store.probe(); // written with or before it
    const missed = await service.store.records.unanswered({ limit: 10 });
    expect(JSON.stringify(missed.find(({ question }) => question === '绿色保险由谁负责'))).toContain('单位有误');
  });

  test('deliveries, answers, sends and commits are counted', async () => {
    const text = await metrics();
    expect(text).toContain('wenji_questions_total{channel="feishu",kind="not-absent",status="not_found"} 1');
    expect(text).toMatch(/wenji_deliveries_total\{channel="feishu",outcome="accepted"\} 2/);
    expect(text).toMatch(/wenji_sends_total\{channel="feishu",outcome="sent"\} 2/);
    expect(text).not.toContain(UNSAID);
  });

  test('it is ready as long as its disk takes what it writes', async () => {
    expect((await service.app.inject('/readyz')).json()).toMatchObject({ status: 'ready' });
  });

  test('a clock by which all deliveries are refused shows at every probe, until one is taken', async () => {
    const event = messageEvent({ text: '@_user_1 第5项是什么' });
    fake.post(event.event.message.message_id, event.event.message.chat_id);
    const payload = sealed(event);
    const deliver = (timestamp: number) => {
      const headers = signedHeaders(payload, { timestamp: String(Math.floor(timestamp / 1000)) });
      return service.app.inject({ method: 'POST', url: '/webhooks/feishu', headers, payload });
    };
    const wrong = Date.now() - 2 * 3_600_000;
    for (let at = 0; at < 3; at += 1) expect((await deliver(wrong)).json().error.code).toBe('delivery_stale');
    expect((await service.app.inject('/healthz')).json().troubles).toEqual({ clock: expect.stringContaining('时钟') });
    const ready = await service.app.inject('/readyz');
    expect([ready.statusCode, ready.json()]).toEqual([503, { status: 'unready', failing: ['clock'] }]);
    expect(await metrics()).toContain('wenji_trouble{name="clock"} 1');
    expect(await metrics()).toContain('wenji_deliveries_total{channel="feishu",outcome="stale"} 3');
    expect((await deliver(Date.now())).statusCode).toBe(200);
    expect((await service.app.inject('/healthz')).json()).not.toHaveProperty('troubles');
    expect((await service.app.inject('/readyz')).statusCode).toBe(200);
    await service.chats.idle();
  });

  test('an alarm goes to the administrators’ chat past the inbox, and is shown once', async () => {
    const to = { channel: 'feishu', chat: 'oc_admins' };
    fake.join('oc_admins');
    expect(await service.chats.sayNow(to, '【问计】出了故障：磁盘', 'alarm-1')).toBe(true);
    expect(await service.chats.sayNow(to, '【问计】出了故障：磁盘', 'alarm-1')).toBe(true);
    expect(fake.sent.filter(({ content }) => content.includes('出了故障')).length).toBe(1);
    expect(await service.chats.sayNow({ channel: 'nowhere', chat: 'x' }, '', 'k')).toBe(false);
  });

  test('the page that answers without scripts is counted by address like the API', async () => {
    const get = (url: string) => service.app.inject({ url, remoteAddress: '203.0.113.77' });
    const url = `/answer?q=${encodeURIComponent('第5项是什么')}`;
    const asked = await Promise.all(Array.from({ length: 305 }, () => get(url)));
    const statuses = new Set(asked.map(({ statusCode }) => statusCode));
    expect(statuses.has(200)).toBe(true);
    expect(statuses.has(429)).toBe(true);
    expect((await get('/')).statusCode).toBe(200);
  });

  test('each answer carries the id of its request', async () => {
    const answer = await service.app.inject({ url: '/healthz', headers: { 'x-request-id': 'abc-1' } });
    expect(answer.headers['x-request-id']).toBe('abc-1');
    expect((await service.app.inject('/%zz')).headers['x-request-id']).toBeDefined();
  });

  test('the page of a clause, the list of a unit and the document of the API are served', async () => {
    const plan = '/plans/xian-silk-road-finance-2020-2022';
    expect((await service.app.inject(plan)).body).toContain('id="annex.21"');
    const list = await service.app.inject(`/api/worklists?unit=${encodeURIComponent('市财政局')}&format=json`);
    expect(list.statusCode).toBe(200);
    expect((await service.app.inject('/api/openapi.json')).json().openapi).toMatch(/^3\.1/);
  });

  test('an assistant asks over MCP and gets the clause', async () => {
    const client = new Client({ name: 'test', version: '0' });
    await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', url)));
    const found = await client.callTool({ name: 'ask', arguments: { question: '天然气交易中心由哪个单位负责？' } });
    expect(JSON.stringify(found)).toContain('附件任务分解表第21项');
    await client.close();
  });
});
