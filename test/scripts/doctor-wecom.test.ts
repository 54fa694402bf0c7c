import { beforeEach, describe, expect, test } from 'vitest';
import { type FakeAibot, fakeAibot } from '../fakes/aibot.ts';
import { type FakeWecomApi, fakeWecomApi } from '../fakes/wecom-api.ts';
import { BOT_KEYS } from '../fakes/wecom-sender.ts';
import {
  about,
  BOT,
  BOT_SOCKET,
  closing,
  type Env,
  examine,
  listen,
  NOWHERE,
  portOf,
  prepareEach,
  serve,
  WECOM,
} from './examination.ts';

prepareEach();

describe('the WeCom app', () => {
  let fake: FakeWecomApi;

  beforeEach(async () => {
    fake = await fakeWecomApi();
    closing.push(fake.close);
  });

  const env = (more: Env = {}): Env => ({ ...WECOM, WECOM_BASE_URL: fake.url, ...more });
  const lines = async (more: Env = {}) => about(await examine(env(more)), '企业微信自建应用');

  test('with good credentials is told with its name and the platform’s addresses', async () => {
    expect((await lines()).slice(0, 3)).toEqual([
      '✓ 企业微信自建应用：企业 ID 与 Secret 有效。',
      '✓ 企业微信自建应用：AgentId 是应用“问计”的，已启用。',
      '✓ 企业微信自建应用：平台回调的来源地址可以读到（2 段），有防火墙时请放行。',
    ]);
  });

  test.each([
    [{ WECOM_APP_SECRET: 'hush' }, /^✗ .*WECOM_APP_SECRET 不对；请在「应用管理 - 自建 - 该应用」.*（错误码 40001）/],
    [{ WECOM_CORP_ID: 'ww9' }, /^✗ .*WECOM_CORP_ID 不对；请在「我的企业 - 企业信息」.*（错误码 40013）/],
    [{ WECOM_BASE_URL: NOWHERE }, /^✗ .*连不上平台.*WECOM_BASE_URL/],
  ])('with %j says what to correct, and asks nothing more', async (wrong, line) => {
    const [first, second] = await lines(wrong);
    expect(first).toMatch(line);
    expect(second).toBe('－ 企业微信自建应用：服务没有运行，本机路由未检查。');
  });

  test('whose address is not trusted says where to add it', async () => {
    fake.failTokens({ kind: 'code', code: 60020 });
    expect((await lines())[0]).toMatch(/^✗ .*「应用管理 - 自建 - 该应用 - 企业可信IP」.*（错误码 60020）/);
  });

  test('with the AgentId of another app says so', async () => {
    expect(await lines({ WECOM_APP_AGENT_ID: '1000009' })).toContainEqual(
      expect.stringMatching(/^✗ .*WECOM_APP_AGENT_ID 与 WECOM_APP_SECRET 不是同一个应用的.*（错误码 301002）/),
    );
  });

  test('that is switched off says where to switch it on', async () => {
    fake.agent.close = 1;
    expect(await lines()).toContainEqual(expect.stringMatching(/^✗ .*应用“问计”被停用/));
  });

  test('that does not report who opens it is worth a look', async () => {
    fake.agent.isreportenter = 0;
    expect(await lines()).toContainEqual(expect.stringMatching(/^！ .*没有上报“用户进入应用”/));
  });

  test('is proved by the route of the running server, and through the public address', async () => {
    const url = await serve(env());
    const all = await examine(env({ PORT: portOf(url) }), { publicUrl: url });
    expect(about(all, '企业微信自建应用：本机路由')).toEqual([expect.stringMatching(/^✓ .*答对了/)]);
    expect(about(all, '企业微信自建应用：公网地址')).toEqual([expect.stringMatching(/^✓ .*答对了/)]);
    expect(all.filter((line) => line.startsWith('✗'))).toEqual([]);
  });

  test.each([{ WECOM_APP_TOKEN: 'hush' }, { WECOM_APP_AES_KEY: BOT_KEYS.encodingAesKey }])(
    'whose key was changed under the running server must be restarted: %#',
    async (changed) => {
      const url = await serve(env());
      const all = await examine(env({ PORT: portOf(url), ...changed }));
      expect(about(all, '企业微信自建应用：本机路由')).toEqual([expect.stringMatching(/^✗ .*HTTP 401.*请重启服务/)]);
    },
  );
});

describe('the WeCom AI bot by webhook', () => {
  test('is proved by the route of the running server', async () => {
    const env = { ...BOT, WECOM_BASE_URL: NOWHERE };
    const url = await serve(env);
    const lines = await examine({ ...env, PORT: portOf(url) }, { publicUrl: NOWHERE });
    expect(about(lines, '企业微信智能机器人：本机路由')).toEqual([expect.stringMatching(/^✓ .*答对了/)]);
    expect(about(lines, '企业微信智能机器人：公网地址')).toEqual([expect.stringMatching(/^✗ .*连不上/)]);
  });

  test('whose token was changed under the running server must be restarted', async () => {
    const env = { ...BOT, WECOM_BASE_URL: NOWHERE };
    const url = await serve(env);
    const lines = await examine({ ...env, PORT: portOf(url), WECOM_BOT_TOKEN: 'hush' });
    expect(about(lines, '企业微信智能机器人：本机路由')).toEqual([expect.stringMatching(/^✗ .*请重启服务/)]);
  });
});

describe('the WeCom AI bot by long connection', () => {
  let fake: FakeAibot;

  beforeEach(async () => {
    fake = await fakeAibot();
    closing.push(fake.close);
  });

  const env = (more: Env = {}): Env => ({ ...BOT_SOCKET, WECOM_WS_URL: fake.url, ...more });
  const connection = async (more: Env = {}) => about(await examine(env(more)), '企业微信智能机器人')[0];

  test('is connected once and left where no server runs', async () => {
    expect(await connection()).toBe('✓ 企业微信智能机器人：Bot ID 与 Secret 有效（连上后已断开）。');
    expect(fake.connections()).toBe(1);
    expect(fake.frames.map(({ cmd }) => cmd)).toEqual(['aibot_subscribe']);
  });

  test('with a wrong secret says where to get one', async () => {
    expect(await connection({ WECOM_BOT_SECRET: 'hush' })).toMatch(
      /^✗ 企业微信智能机器人：Bot ID 或 Secret 不对（错误码 853000）.*「工作台 - 智能机器人/,
    );
  });

  test('that cannot be reached names the network and WECOM_WS_URL', async () => {
    expect(await connection({ WECOM_WS_URL: NOWHERE.replace('http', 'ws') })).toMatch(
      /^✗ .*长连接建立不了.*WECOM_WS_URL/,
    );
  });

  const healthy = (health: object): Promise<string> =>
    listen((_request, response) => response.end(JSON.stringify({ status: 'ok', ...health })));

  test('is never connected while the server is: that would throw it out', async () => {
    const url = await healthy({ channels: ['web', 'wecom-bot'] });
    expect(await connection({ PORT: portOf(url) })).toMatch(/^✓ .*服务的长连接正常/);
    const troubled = await healthy({ channels: ['wecom-bot'], troubles: { 'wecom-bot': '长连接正在建立' } });
    const lines = await examine(env({ PORT: portOf(troubled) }));
    expect(about(lines, '企业微信智能机器人')[0]).toMatch(/^✗ .*服务的长连接有问题/);
    expect(lines).toContain('✗ 服务：企业微信智能机器人报告“长连接正在建立”。');
    expect(fake.connections()).toBe(0);
  });

  test('is not connected either where a process holds the data folder, or where nobody knows', async () => {
    expect(await connection({ PORT: '0' })).toMatch(/^！ .*没有去连/);
    await serve({});
    expect(await connection()).toMatch(/^！ .*没有去连/);
    expect(fake.connections()).toBe(0);
  });
});
