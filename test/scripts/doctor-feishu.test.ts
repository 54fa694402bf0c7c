import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { FEISHU_CALLBACKS, FEISHU_EVENTS, FEISHU_SCOPES } from '../../scripts/doctor/checklist.ts';
import { type FakeFeishuApi, fakeFeishuApi } from '../fakes/feishu-api.ts';
import { type FakeFeishuSocket, fakeFeishuSocket } from '../fakes/feishu-socket.ts';
import {
  about,
  closing,
  type Env,
  examine,
  FEISHU,
  listen,
  NOWHERE,
  portOf,
  prepareEach,
  serve,
} from './examination.ts';

prepareEach();

describe('Feishu by webhook', () => {
  let fake: FakeFeishuApi;

  beforeEach(async () => {
    fake = await fakeFeishuApi();
    closing.push(fake.close);
  });

  const env = (more: Env = {}): Env => ({ ...FEISHU, FEISHU_BASE_URL: fake.url, ...more });
  const credentials = async (more: Env = {}) => about(await examine(env(more)), '飞书')[0];

  test('with good credentials is told with the bot’s name', async () => {
    expect(await credentials()).toBe('✓ 飞书：凭证有效，机器人“FakeBot”已启用。');
  });

  test('that is not released says where to release it', async () => {
    fake.setActivation(0);
    expect(await credentials()).toMatch(
      /^✗ 飞书：凭证有效，但机器人“FakeBot”没有启用.*「开发者后台 - 版本管理与发布」/,
    );
  });

  test.each([
    [{ FEISHU_APP_SECRET: 'hush' }, 10014],
    [{ FEISHU_APP_ID: 'cli_ffffffffffffffff' }, 10003],
  ])('with wrong credentials says where to copy them: %j', async (wrong, code) => {
    expect(await credentials(wrong)).toMatch(
      new RegExp(`^✗ 飞书：App ID 或 App Secret 不对（错误码 ${code}）.*「开发者后台 - 凭证与基础信息」`),
    );
  });

  test('without the ability of a bot says where to add it', async () => {
    fake.setIdentity(false);
    expect(await credentials()).toMatch(/^✗ 飞书：凭证有效，但读不到机器人.*「开发者后台 - 添加应用能力」/);
  });

  const answering = (code: number): Promise<string> =>
    listen((_request, response) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ code, msg: 'no' }));
    });

  test('whose address is not on the app’s list says where to add it', async () => {
    expect(await credentials({ FEISHU_BASE_URL: await answering(99991401) })).toMatch(
      /^✗ 飞书：平台不接受这台服务器的地址（错误码 99991401）.*「开发者后台 - 安全设置 - IP 白名单」/,
    );
  });

  test('whose calls of the month are used up is told so', async () => {
    expect(await credentials({ FEISHU_BASE_URL: await answering(99991403) })).toMatch(
      /^✗ 飞书：本月的接口调用次数已用完/,
    );
  });

  test('that cannot be reached names the network and FEISHU_BASE_URL', async () => {
    expect(await credentials({ FEISHU_BASE_URL: NOWHERE })).toMatch(/^✗ 飞书：连不上平台.*FEISHU_BASE_URL/);
  });

  test('is proved by the route of the running server, and through the public address', async () => {
    const url = await serve(env());
    const lines = await examine(env({ PORT: portOf(url) }), { publicUrl: `${url}/` });
    expect(about(lines, '飞书：本机路由')).toEqual([expect.stringMatching(/^✓ .*答对了用所配密钥加密的验证请求/)]);
    expect(about(lines, '飞书：公网地址')).toEqual([expect.stringMatching(/^✓ .*答对了用所配密钥加密的验证请求/)]);
    expect(lines.filter((line) => line.startsWith('✗'))).toEqual([]);
  });

  test.each(['FEISHU_ENCRYPT_KEY', 'FEISHU_VERIFICATION_TOKEN'])(
    'whose %s was changed under the running server must be restarted',
    async (name) => {
      const url = await serve(env());
      const lines = await examine(env({ PORT: portOf(url), [name]: 'hush' }), { publicUrl: url });
      expect(about(lines, '飞书：本机路由')).toEqual([
        expect.stringMatching(/^✗ .*拒绝了验证请求（HTTP 401）；.*请重启服务/),
      ]);
      expect(about(lines, '飞书：公网地址')).toEqual([expect.stringMatching(/^✗ .*反向代理改动了请求/)]);
    },
  );

  test('is not looked for where no server runs, and asks for the public address', async () => {
    const lines = await examine(env());
    expect(lines).toContain('－ 飞书：服务没有运行，本机路由未检查。');
    expect(lines).toContain('－ 飞书：公网地址未检查；加 -- --url https://你的域名 再检查一遍。');
  });

  test('has its scopes, events and callbacks printed to be looked up', async () => {
    const list = (await examine(env())).filter((line) => line.startsWith('□ 飞书')).join('\n');
    for (const { name } of [...FEISHU_SCOPES, ...FEISHU_EVENTS, ...FEISHU_CALLBACKS]) expect(list).toContain(name);
    expect(list).toContain('将事件发送至开发者服务器');
  });
});

describe('Feishu by long connection', () => {
  let fake: FakeFeishuSocket;

  beforeEach(async () => {
    fake = await fakeFeishuSocket();
    closing.push(fake.close);
  });

  const env = (more: Env = {}): Env => ({ ...FEISHU, FEISHU_MODE: 'websocket', FEISHU_BASE_URL: fake.url, ...more });
  const endpoint = async (more: Env = {}) => about(await examine(env(more)), '飞书')[1];

  test('is asked for an address, which is not used', async () => {
    expect(await endpoint()).toBe('✓ 飞书：平台给出了长连接地址（没有去连，以免分走消息）。');
    expect(fake.asked()).toBe(1);
    expect(fake.connections()).toBe(0);
    expect(fake.offences).toEqual([]);
  });

  test('with an App ID of another shape is told before anything is asked', async () => {
    expect(await endpoint({ FEISHU_APP_ID: 'wenji' })).toMatch(/^✗ 飞书：FEISHU_APP_ID 应为 cli_ 加 16 位/);
    expect(fake.asked()).toBe(0);
  });

  test.each([
    [{ code: 514, msg: 'auth failed' }, /^✗ 飞书：平台不给长连接地址（错误码 514）.*FEISHU_APP_SECRET/],
    [{ code: 1000040350, msg: 'too many' }, /^✗ 飞书：长连接已满 50 条/],
    [{ code: 1, msg: 'busy' }, /^！ 飞书：平台暂时不给长连接地址（错误码 1）/],
  ])('that the platform answers with %j', async (body, line) => {
    fake.refuseNext({ kind: 'answer', body });
    expect(await endpoint()).toMatch(line);
  });

  test('that cannot be reached names FEISHU_BASE_URL', async () => {
    expect(await endpoint({ FEISHU_BASE_URL: NOWHERE })).toMatch(/^✗ 飞书：取不到长连接地址.*FEISHU_BASE_URL/);
  });

  test('has the long connection on its list, and no address', async () => {
    const list = (await examine(env())).filter((line) => line.startsWith('□ 飞书')).join('\n');
    expect(list).toContain('使用长连接接收事件');
    expect(list).not.toContain('/webhooks/feishu');
  });
});

describe('the list of what is to be set for Feishu', () => {
  test('names every event that the bot reads, and none that it does not', () => {
    const source = readFileSync(new URL('../../src/channels/feishu/event.ts', import.meta.url), 'utf8');
    const read = [...source.matchAll(/^ {2}\['([\w.]+)',/gm)].map(([, name]) => name);
    expect([...FEISHU_EVENTS, ...FEISHU_CALLBACKS].map(({ name }) => name).sort()).toEqual(read.sort());
  });
});
