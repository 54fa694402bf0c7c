import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { wordsShown } from './fakes/card-words.ts';
import { APP, type FakeFeishuApi, fakeFeishuApi } from './fakes/feishu-api.ts';
import { faultsOfCard } from './fakes/feishu-card.ts';
import { deliver, KEYS, type MessageOptions, messageEvent } from './fakes/feishu-sender.ts';
import { type ServerProcess, spawnServer, startServer } from './fakes/server-process.ts';
import { until } from './fakes/until.ts';
import { type FakeWecomApi, fakeWecomApi, WECOM_APP } from './fakes/wecom-api.ts';
import { APP_KEYS, appDelivery, appText, challengeOf, deliverTo } from './fakes/wecom-sender.ts';

const feishuEnv = (fake: FakeFeishuApi) => ({
  FEISHU_APP_ID: APP.id,
  FEISHU_APP_SECRET: APP.secret,
  FEISHU_ENCRYPT_KEY: KEYS.encryptKey,
  FEISHU_VERIFICATION_TOKEN: KEYS.verificationToken,
  FEISHU_BASE_URL: `${fake.url}/`,
});

/** Says something to the bot as the platform delivers it. */
const sayTo = (server: ServerProcess, fake: FakeFeishuApi, options: MessageOptions) => {
  const event = messageEvent(options);
  fake.post(event.event.message.message_id, event.event.message.chat_id);
  return deliver(server.url, event);
};

/** What a reader sees of the reply to a message, the panel of sources opened. */
const replyTo = async (fake: FakeFeishuApi, messageId: string): Promise<string> => {
  const find = () => fake.sent.find(({ to }) => to.id === messageId);
  await until(`${messageId} has its reply`, () => find() !== undefined);
  return wordsShown(find()?.content ?? '{}');
};

const stop = async (server: ServerProcess): Promise<void> => {
  server.kill('SIGKILL');
  await server.ended;
};

describe('the server with Feishu configured', () => {
  let fake: FakeFeishuApi;
  let server: ServerProcess;

  beforeAll(async () => {
    fake = await fakeFeishuApi({ checkCard: faultsOfCard });
    server = await startServer(feishuEnv(fake));
    await until('the bot has asked for its own open_id', () =>
      fake.requests.some(({ path }) => path.endsWith('/info')),
    );
  });

  afterAll(async () => {
    await stop(server);
    await fake.close();
  });

  const say = (options: MessageOptions) => sayTo(server, fake, options);

  test('says on standard output where the page is, what to try, and which channels are on', () => {
    const lines = server.stdout();
    expect(lines).toContain(`问计已启动：${server.url}/`);
    expect(lines).toContain(`curl -s ${server.url}/api/ask`);
    expect(lines).toContain('飞书：已启用，请求地址 /webhooks/feishu');
    expect(lines).toContain('企业微信：未配置（设置 WECOM_BOT_TOKEN、WECOM_BOT_ID 或 WECOM_CORP_ID 等后启用）');
  });

  test('@问计 天然气交易中心由哪个单位负责？ in a group gets exactly one card, with its source', async () => {
    const delivery = { messageId: 'om_gas', text: '@_user_1 天然气交易中心由哪个单位负责？' };
    for (let n = 0; n < 3; n++) expect(await say(delivery)).toEqual({ status: 200, body: {} });
    const card = await replyTo(fake, 'om_gas');
    expect(card).toContain('责任单位：市金融工作局、高新区、市发改委');
    expect(card).toContain('附件任务分解表第21项');
    await say({ messageId: 'om_next', chat: 'p2p', text: '供应链金融归谁管' });
    await replyTo(fake, 'om_next');
    expect(fake.sent.filter(({ to }) => to.id === 'om_gas')).toMatchObject([{ msgType: 'interactive' }]);
    expect(fake.tries().filter(({ path }) => path.includes('om_gas'))).toHaveLength(1);
    expect(fake.tries()[0]?.userAgent).toMatch(/^oapi-node-sdk\//);
  });

  test('那配合单位呢？ after it is understood, for the same person in the same chat', async () => {
    const person = { sender: 'ou_asker', chatId: 'oc_followup' };
    await say({ ...person, messageId: 'om_first', text: '@_user_1 天然气交易中心由哪个单位负责？' });
    await replyTo(fake, 'om_first');
    await say({ ...person, messageId: 'om_second', text: '@_user_1 那配合单位呢？' });
    expect(await replyTo(fake, 'om_second')).toContain('附件任务分解表第21项');
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

  test('writes neither questions nor secrets to its log', async () => {
    await until('an answer is in the log', () => /"channel":"feishu".*"msg":"answered"/.test(server.stderr()));
    const log = server.stderr();
    expect(log).not.toMatch(new RegExp(`天然气|供应链|${APP.secret}|${KEYS.encryptKey}|${KEYS.verificationToken}`));
  });

  test('on SIGTERM finishes the answer that is under way, then exits with 0', async () => {
    fake.failNext({ kind: 'code', http: 429, code: 99991400, reset: 1 });
    const before = fake.tries().length;
    await say({ messageId: 'om_last', chat: 'p2p', text: '供应链金融归谁管' });
    await until('the first try was refused', () => fake.tries().length > before);
    server.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(fake.sent.filter(({ to }) => to.id === 'om_last')).toHaveLength(1);
  });
});

describe('a server that is killed', () => {
  let folder: string;
  let fake: FakeFeishuApi;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'wenji-killed-'));
    fake = await fakeFeishuApi({ checkCard: faultsOfCard });
  });

  afterAll(async () => {
    await fake.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('answers after its next start what it had acknowledged, each once, and still knows the conversation', async () => {
    const env = { ...feishuEnv(fake), DATA_DIR: folder };
    const first = await startServer(env);
    const person = { chat: 'p2p', chatId: 'oc_private', sender: 'ou_asker' } as const;
    await sayTo(first, fake, { ...person, messageId: 'om_before', text: '天然气交易中心由哪个单位负责？' });
    await replyTo(fake, 'om_before');
    // The platform answers none of these for as long as the first process lives.
    fake.failNext(...Array.from({ length: 3 }, () => ({ kind: 'hang' }) as const));
    const questions = ['om_a', 'om_b', 'om_c'].map((messageId) => ({ messageId, chatId: `oc_${messageId}` }));
    for (const question of questions)
      expect(await sayTo(first, fake, { ...question, chat: 'p2p', text: '供应链金融归谁管' })).toMatchObject({
        status: 200,
      });
    await until('the answers are on their way', () => fake.tries().length >= 4);
    await stop(first);
    expect(fake.sent).toHaveLength(1);

    const second = await startServer(env);
    for (const { messageId } of questions) expect(await replyTo(fake, messageId)).toContain('国际港务区');
    await sayTo(second, fake, { ...person, messageId: 'om_after', text: '那配合单位呢？' });
    expect(await replyTo(fake, 'om_after')).toContain('附件任务分解表第21项');
    // The platform delivers again what it takes for lost.
    for (const question of questions) await sayTo(second, fake, { ...question, chat: 'p2p', text: '供应链金融归谁管' });
    await sayTo(second, fake, { ...person, messageId: 'om_end', text: '供应链金融归谁管' });
    await replyTo(fake, 'om_end');
    expect(fake.sent.map(({ to }) => to.id).sort()).toEqual([
      'om_a',
      'om_after',
      'om_b',
      'om_before',
      'om_c',
      'om_end',
    ]);
    await stop(second);
  });

  test('is the only one in its folder: a second one stops with one line that says why', async () => {
    const first = await startServer({ DATA_DIR: folder });
    const second = spawnServer({ DATA_DIR: folder });
    expect(await second.ended).toBe(1);
    expect(second.stderr().trim().split('\n')).toEqual([
      expect.stringMatching(/^问计未能启动：.*wenji\.sqlite.*另一个问计进程正在使用它.*DATA_DIR/),
    ]);
    await stop(first);
  });
});

describe('the server with the WeCom app configured', () => {
  let wecom: FakeWecomApi;
  let server: ServerProcess;
  const keys = { ...APP_KEYS, receiveId: WECOM_APP.corpId };

  beforeAll(async () => {
    wecom = await fakeWecomApi();
    server = await startServer({
      WECOM_CORP_ID: WECOM_APP.corpId,
      WECOM_APP_SECRET: WECOM_APP.secret,
      WECOM_APP_AGENT_ID: String(WECOM_APP.agentId),
      WECOM_APP_TOKEN: keys.token,
      WECOM_APP_AES_KEY: keys.encodingAesKey,
      WECOM_BASE_URL: wecom.url,
    });
  });

  afterAll(async () => {
    await stop(server);
    await wecom.close();
  });

  const address = (): string => `${server.url}/webhooks/wecom/app`;

  test('says which address to enter, and passes the check of the address with the bare text', async () => {
    expect(server.stdout()).toContain('企业微信自建应用：已启用，接收消息 URL /webhooks/wecom/app');
    const answer = await deliverTo(address(), challengeOf('1616140317555161061', keys));
    expect(answer).toMatchObject({ status: 200, body: '1616140317555161061' });
    expect(answer.type).toMatch(/^text\/plain/);
  });

  test('acknowledges a question with nothing and answers it once, with its source', async () => {
    const text = appText('天然气交易中心由哪个单位负责？', { ToUserName: WECOM_APP.corpId, FromUserName: 'zhangsan' });
    for (let n = 0; n < 3; n++)
      expect(await deliverTo(address(), appDelivery(text, {}, keys))).toMatchObject({ status: 200, body: '' });
    // Its answer comes after those before it of the same person.
    const next = appText('第5项是什么', { ToUserName: WECOM_APP.corpId, FromUserName: 'zhangsan', MsgId: '2' });
    await deliverTo(address(), appDelivery(next, {}, keys));
    await until('both answers are shown', () => wecom.shown.length > 1);
    expect(wecom.shown).toEqual([
      { to: 'zhangsan', message: { text: expect.stringContaining('附件任务分解表第21项') } },
      { to: 'zhangsan', message: { text: expect.stringContaining('第5项') } },
    ]);
    expect(wecom.tries()).toHaveLength(2);
  });

  test('writes neither questions nor people nor secrets to its log', async () => {
    await until('an answer is in the log', () => /"channel":"wecom-app".*"msg":"answered"/.test(server.stderr()));
    expect(server.stderr()).not.toMatch(
      new RegExp(`天然气|zhangsan|${WECOM_APP.secret}|${keys.token}|${keys.encodingAesKey}`),
    );
  });
});

describe('the server without a chat platform', () => {
  let server: ServerProcess | undefined;

  afterEach(async () => {
    if (server) await stop(server);
    server = undefined;
  });

  test('says that they are off and how to turn them on, and exits with 0 on SIGINT', async () => {
    server = await startServer();
    expect(server.stdout()).toContain('飞书：未配置（设置 FEISHU_APP_ID 等后启用）');
    for (const path of ['feishu', 'wecom/bot', 'wecom/app'])
      expect((await fetch(`${server.url}/webhooks/${path}`, { method: 'POST' })).status).toBe(404);
    expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ status: 'ok', channels: ['web'] });
    server.kill('SIGINT');
    expect(await server.ended).toBe(0);
  });

  test.each([
    [{ FEISHU_APP_ID: 'cli_1' }, /FEISHU_APP_SECRET.*请更正/],
    [{ WECOM_BOT_TOKEN: 'token' }, /WECOM_BOT_AES_KEY.*请更正/],
    [{ WECOM_CORP_ID: 'ww1' }, /WECOM_APP_SECRET.*请更正/],
    [{ FEISHU_MODE: 'websocket', FEISHU_APP_ID: 'wrong', FEISHU_APP_SECRET: 'x' }, /FEISHU_APP_ID 应为 cli_/],
  ])('stops with one line when a setting is wrong: %j', async (env, line) => {
    const wrong = spawnServer(env);
    expect(await wrong.ended).toBe(1);
    const lines = wrong
      .stderr()
      .trim()
      .split('\n')
      .filter((text) => !text.startsWith('{'));
    expect(lines).toEqual([expect.stringMatching(line)]);
    expect(wrong.stdout()).toBe('');
  });

  test('stops with one line when the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const wrong = spawnServer({ PORT: String(port) });
    expect(await wrong.ended).toBe(1);
    expect(wrong.stderr().trim().split('\n')).toEqual([expect.stringContaining(`127.0.0.1:${port} 已被占用`)]);
    await new Promise((resolve) => other.close(resolve));
  });
});
