import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { APP, type FakeFeishuApi, fakeFeishuApi } from './fakes/feishu-api.ts';
import { deliver, KEYS, type MessageOptions, messageEvent } from './fakes/feishu-sender.ts';
import { type ServerProcess, spawnServer, startServer } from './fakes/server-process.ts';
import { until } from './fakes/until.ts';

describe('the server with Feishu configured', () => {
  let fake: FakeFeishuApi;
  let server: ServerProcess;

  beforeAll(async () => {
    fake = await fakeFeishuApi();
    server = await startServer({
      FEISHU_APP_ID: APP.id,
      FEISHU_APP_SECRET: APP.secret,
      FEISHU_ENCRYPT_KEY: KEYS.encryptKey,
      FEISHU_VERIFICATION_TOKEN: KEYS.verificationToken,
      FEISHU_BASE_URL: `${fake.url}/`,
    });
    await until('the bot has asked for its own open_id', () =>
      fake.requests.some(({ path }) => path.endsWith('/info')),
    );
  });

  afterAll(async () => {
    server.kill('SIGKILL');
    await server.ended;
    await fake.close();
  });

  const say = (options: MessageOptions) => {
    const event = messageEvent(options);
    fake.post(event.event.message.message_id, event.event.message.chat_id);
    return deliver(server.url, event);
  };

  const replyTo = async (messageId: string): Promise<string> => {
    const find = () => fake.replies.find((reply) => reply.messageId === messageId);
    await until(`${messageId} has its reply`, () => find() !== undefined);
    return find()?.text ?? '';
  };

  test('says on standard output where the page is, what to try, and which channels are on', () => {
    const lines = server.stdout();
    expect(lines).toContain(`问计已启动：${server.url}/`);
    expect(lines).toContain(`curl -s ${server.url}/api/ask`);
    expect(lines).toContain('飞书：已启用，请求地址 /webhooks/feishu');
  });

  test('@问计 天然气交易中心由哪个单位负责？ in a group gets exactly one reply, with its source', async () => {
    const delivery = { messageId: 'om_gas', text: '@_user_1 天然气交易中心由哪个单位负责？' };
    for (let n = 0; n < 3; n++) expect(await say(delivery)).toEqual({ status: 200, body: {} });
    expect(await replyTo('om_gas')).toContain('附件任务分解表第21项');
    await say({ messageId: 'om_next', chat: 'p2p', text: '供应链金融归谁管' });
    await replyTo('om_next');
    expect(fake.replies.filter(({ messageId }) => messageId === 'om_gas')).toHaveLength(1);
    expect(fake.tries().filter(({ path }) => path.includes('om_gas'))).toHaveLength(1);
    expect(fake.tries()[0]?.userAgent).toMatch(/^oapi-node-sdk\//);
  });

  test('那配合单位呢？ after it is understood, for the same person in the same chat', async () => {
    const person = { sender: 'ou_asker', chatId: 'oc_followup' };
    await say({ ...person, messageId: 'om_first', text: '@_user_1 天然气交易中心由哪个单位负责？' });
    await replyTo('om_first');
    await say({ ...person, messageId: 'om_second', text: '@_user_1 那配合单位呢？' });
    expect(await replyTo('om_second')).toContain('附件任务分解表第21项');
  });

  test('lives through {"encrypt":"AAAA"} from anybody', async () => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${server.url}/webhooks/feishu`, {
      method: 'POST',
      headers,
      body: '{"encrypt":"AAAA"}',
    });
    expect(response.status).toBe(400);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  test('answers POST /api/ask and serves the page beside the webhook', async () => {
    const response = await fetch(`${server.url}/api/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question: '天然气交易中心由哪个单位负责？' }),
    });
    expect(await response.json()).toMatchObject({ status: 'answered', tasks: [21] });
    const page = await fetch(server.url);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await page.text()).toContain('天然气交易中心由哪个单位负责？');
  });

  test('writes neither questions nor secrets to its log', () => {
    const log = server.stderr();
    expect(log).toContain('feishu: answered');
    expect(log).not.toMatch(new RegExp(`天然气|供应链|${APP.secret}|${KEYS.encryptKey}|${KEYS.verificationToken}`));
  });

  test('on SIGTERM finishes the answer that is under way, then exits with 0', async () => {
    fake.failNext({ kind: 'code', http: 429, code: 99991400, reset: 1 });
    const before = fake.tries().length;
    await say({ messageId: 'om_last', chat: 'p2p', text: '供应链金融归谁管' });
    await until('the first try was refused', () => fake.tries().length > before);
    server.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(fake.replies.filter(({ messageId }) => messageId === 'om_last')).toHaveLength(1);
  });
});

describe('the server without Feishu', () => {
  test('says that Feishu is off and how to turn it on, and exits with 0 on SIGINT', async () => {
    const server = await startServer();
    expect(server.stdout()).toContain('飞书：未配置（设置 FEISHU_APP_ID 等后启用）');
    expect((await fetch(`${server.url}/webhooks/feishu`, { method: 'POST' })).status).toBe(404);
    server.kill('SIGINT');
    expect(await server.ended).toBe(0);
  });

  test('stops with one line when a setting is wrong', async () => {
    const server = spawnServer({ FEISHU_APP_ID: 'cli_1' });
    expect(await server.ended).toBe(1);
    expect(server.stderr().trim().split('\n')).toEqual([expect.stringMatching(/FEISHU_APP_SECRET.*请更正/)]);
    expect(server.stdout()).toBe('');
  });

  test('stops with one line when the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const server = spawnServer({ PORT: String(port) });
    expect(await server.ended).toBe(1);
    expect(server.stderr().trim().split('\n')).toEqual([expect.stringContaining(`127.0.0.1:${port} 已被占用`)]);
    await new Promise((resolve) => other.close(resolve));
  });
});
