import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { driftFinding } from '../../scripts/doctor/clock.ts';
import { spaceFinding } from '../../scripts/doctor/data-dir.ts';
import { lineOf } from '../../scripts/doctor/finding.ts';
import { LOCAL, PUBLIC, routeFinding } from '../../scripts/doctor/route.ts';
import { type FakeFeishuApi, fakeFeishuApi } from '../fakes/feishu-api.ts';
import { neutralEnv, type ServerProcess, startServer } from '../fakes/server-process.ts';
import { fakeWecomApi } from '../fakes/wecom-api.ts';
import { CARE, threePlans } from '../plans/three-plans.ts';
import {
  about,
  BOT,
  closing,
  type Env,
  examine,
  FEISHU,
  folder,
  listen,
  NOWHERE,
  portOf,
  prepareEach,
  serve,
} from './examination.ts';

prepareEach();

describe('settings', () => {
  test('that are wrong are the only finding: the variable, the remedy, no value', async () => {
    expect(await examine({ PORT: 'hush' })).toEqual([
      '✗ 设置：PORT 应为 0–65535 的整数。 请更正所指的环境变量后再启动。',
    ]);
  });

  test('without a channel get one line each on how to turn it on', async () => {
    const lines = await examine({});
    expect(lines).toContain('✓ 设置：读取无误，没有配置群聊渠道。');
    expect(lines.filter((line) => line.startsWith('－'))).toEqual([
      expect.stringMatching(/^－ 飞书：未配置；填 FEISHU_APP_ID/),
      expect.stringMatching(/^－ 企业微信智能机器人：未配置；填 WECOM_BOT_TOKEN.*WECOM_BOT_ID/),
      expect.stringMatching(/^－ 企业微信自建应用：未配置；填 WECOM_CORP_ID/),
    ]);
  });
});

describe('the way to the platforms', () => {
  test('through a proxy is named without its password, and a certificate that cannot be read is told', async () => {
    const env = { HTTPS_PROXY: 'http://user:hush@proxy.example:3128', NODE_EXTRA_CA_CERTS: '/nowhere/ca.pem' };
    const lines = about(await examine(env), '网络');
    expect(lines).toEqual([
      expect.stringMatching(/^－ 网络：.*HTTPS_PROXY http:\/\/proxy\.example:3128/),
      expect.stringMatching(/^✗ 网络：NODE_EXTRA_CA_CERTS/),
    ]);
    expect(lines.join('')).not.toContain('hush');
  });
});

describe('a proxy before the desk', () => {
  const BEHIND = { ADMIN_TOKEN: 'sixteen-or-more!', PUBLIC_URL: 'https://wenji.example.gov.cn' };

  test('that is not believed is told with its remedy', async () => {
    expect(about(await examine(BEHIND), '管理页')).toEqual([expect.stringMatching(/^！ 管理页：.*TRUST_PROXY/)]);
    expect(about(await examine({ ...BEHIND, TRUST_PROXY: '127.0.0.1' }), '管理页')).toEqual([]);
  });
});

describe('the plans', () => {
  test('are those of the program and those that were brought', async () => {
    expect(about(await examine({}), '计划')).toEqual([expect.stringMatching(/^✓ 计划：1 份可用：.*行动计划/)]);
    const { data, broughtDir } = threePlans();
    mkdirSync(join(broughtDir, 'half'));
    writeFileSync(join(broughtDir, 'half', 'plan.json'), '{ "id": "half" }');
    const shape = join(broughtDir, CARE, 'plan.json');
    writeFileSync(shape, JSON.stringify({ ...JSON.parse(readFileSync(shape, 'utf8')), recognised: '识别所得' }));
    expect(about(await examine({ DATA_DIR: data, CHAT_PLANS: `oc_a=${CARE},nobody` }), '计划')).toEqual([
      expect.stringMatching(/^✓ 计划：3 份可用/),
      expect.stringMatching(/^✗ 计划：half 不能用：缺少文件/),
      expect.stringMatching(/^✗ 计划：DEFAULT_PLAN 或 CHAT_PLANS 所写的 nobody 不在可用的计划之中/),
      expect.stringContaining(`${CARE} 是从图片识别的`),
    ]);
  });
});

describe('the data folder', () => {
  test('is writable, or will be made when the server starts', async () => {
    expect(about(await examine({}), '数据目录')[0]).toBe(`✓ 数据目录：${folder} 可写。`);
    const DATA_DIR = join(folder, 'a', 'b');
    expect(about(await examine({ DATA_DIR }), '数据目录')[0]).toBe(`✓ 数据目录：${DATA_DIR} 可写（启动时建立）。`);
  });

  test('that cannot be written is told with its path and the remedy', async () => {
    writeFileSync(join(folder, 'file'), '');
    const lines = await examine({ DATA_DIR: join(folder, 'file', 'data') });
    expect(about(lines, '数据目录')).toEqual([expect.stringMatching(/^✗ 数据目录：.* 不能写；.*DATA_DIR/)]);
  });

  test('that the running server holds is as it should be', async () => {
    const url = await serve({});
    expect(await examine({ PORT: portOf(url) })).toContain('✓ 数据目录：由正在运行的服务占用（正常）。');
  });

  test('that some other process holds is worth a look', async () => {
    await serve({});
    expect(await examine({})).toContainEqual(expect.stringMatching(/^！ 数据目录：另一个问计进程正在使用它/));
  });

  test('that a dead process left behind is free', async () => {
    writeFileSync(join(folder, 'wenji.sqlite.lock'), '');
    expect(about(await examine({}), '数据目录：由')).toEqual([]);
    expect(about(await examine({}), '数据目录：另')).toEqual([]);
  });

  test.each([
    [5_000, 'good'],
    [400, 'warn'],
    [10, 'bad'],
  ])('with %i MB left is %s', (mb, level) => {
    expect(spaceFinding(mb * 1024 * 1024)).toMatchObject({ level, text: expect.stringContaining(`${mb} MB`) });
  });
});

describe('the server', () => {
  test('that does not listen is told with the command that starts it', async () => {
    expect(about(await examine({}), '服务')).toEqual([
      `✗ 服务：${NOWHERE} 没有应答（没有程序在那里监听）；请用 npm start 启动，或检查 HOST、PORT。`,
    ]);
  });

  test('that listens is found at HOST and PORT', async () => {
    const url = await serve({});
    expect(about(await examine({ PORT: portOf(url), HOST: '0.0.0.0' }), '服务')).toEqual([`✓ 服务：${url} 正在运行。`]);
  });

  test('is told from another program on its port', async () => {
    const url = await listen((_request, response) => response.end('{"status":"UP"}'));
    expect(about(await examine({ PORT: portOf(url) }), '服务')).toEqual([expect.stringMatching(/^✗ .*不是问计/)]);
  });

  test('cannot be looked for on PORT=0', async () => {
    expect(about(await examine({ PORT: '0' }), '服务')).toEqual([expect.stringMatching(/^！ .*PORT=0/)]);
  });

  test('that was started before a channel was configured must be restarted', async () => {
    const url = await serve({});
    const lines = await examine({ ...BOT, PORT: portOf(url) });
    expect(about(lines, '服务')).toContain('✗ 服务：企业微信智能机器人已配置，运行中的服务却没有启用它；请重启服务。');
  });

  test('has its troubles told', async () => {
    const url = await serve(BOT, '长连接被拒绝');
    const lines = await examine({ ...BOT, PORT: portOf(url) });
    expect(about(lines, '服务')).toContain('✗ 服务：企业微信智能机器人报告“长连接被拒绝”。');
  });
});

describe('the clock', () => {
  const keeper = { title: '企业微信', baseUrl: '', window: 600_000 };

  test.each([
    [1_000, '✓ 时钟：与企业微信的时间一致。'],
    [-20_000, '✓ 时钟：与企业微信的时间一致。'],
    [120_000, '！ 时钟：比企业微信的时间快 120 秒；请打开系统的时间同步（timedatectl set-ntp true）。'],
    [
      -700_000,
      '✗ 时钟：比企业微信的时间慢 700 秒，超过 10 分钟的推送会被当作过期拒收；请打开系统的时间同步（timedatectl set-ntp true）。',
    ],
  ])('that is %i ms ahead', (drift, line) => {
    expect(lineOf(driftFinding(drift, keeper))).toBe(line);
  });

  test('is compared with the platform’s own time', async () => {
    const fake = await fakeWecomApi();
    closing.push(fake.close);
    const ahead = () => Date.now() + 3_600_000;
    const lines = await examine({ ...BOT, WECOM_BASE_URL: fake.url }, { now: ahead });
    expect(about(lines, '时钟')).toEqual([expect.stringMatching(/^✗ 时钟：比企业微信的时间快 36\d\d 秒/)]);
    expect(about(await examine({ ...BOT, WECOM_BASE_URL: fake.url }), '时钟')).toEqual([
      '✓ 时钟：与企业微信的时间一致。',
    ]);
  });

  test('is not compared where the platform cannot be reached or does not tell the time', async () => {
    expect(about(await examine({ ...BOT, WECOM_BASE_URL: NOWHERE }), '时钟')).toEqual([
      '！ 时钟：没有核对，连不上企业微信平台（没有程序在那里监听）。',
    ]);
    const url = await listen((_request, response) => {
      response.sendDate = false;
      response.end();
    });
    expect(about(await examine({ ...BOT, WECOM_BASE_URL: url }), '时钟')).toEqual([
      '！ 时钟：没有核对，企业微信平台的应答不带时间。',
    ]);
  });
});

describe('what an address answers to the check', () => {
  const route = {
    ...{ title: '飞书', path: '/webhooks/feishu' },
    check: () => Promise.reject(new Error('not asked')),
    read: (text: string) => text,
  };
  const answered = (http: number, text = '', ms = 5) => ({ status: 'answered', http, text, ms }) as const;

  test.each([
    [answered(200, 'yes'), LOCAL, /^✓ 飞书：本机路由答对了/],
    [answered(200, 'yes', 1_500), PUBLIC, /^！ .*（1500 毫秒），但平台只等 1 秒/],
    [answered(200, '<html>'), PUBLIC, /^✗ .*应答不是问计的（HTTP 200）；请检查反向代理/],
    [answered(404), LOCAL, /^✗ .*没有这个地址（HTTP 404）；改过设置以后请重启服务/],
    [answered(404), PUBLIC, /^✗ .*没有这个地址（HTTP 404）；请检查反向代理/],
    [answered(302), PUBLIC, /^✗ .*应答是跳转（HTTP 302），平台不跟随/],
    [answered(502), PUBLIC, /^✗ .*应答 HTTP 502；请检查反向代理/],
    [answered(401, '{"error":{"code":"delivery_stale"}}'), LOCAL, /^✗ .*请校准服务器的时钟/],
    [{ status: 'failed', reason: '证书过期' } as const, PUBLIC, /^✗ .*连不上（证书过期）/],
  ])('%j', (asked, place, line) => {
    expect(lineOf(routeFinding(route, place, { asked, challenge: 'yes' }))).toMatch(line);
  });
});

describe('npm run doctor', () => {
  const ROOT = fileURLToPath(new URL('../..', import.meta.url));

  const run = (
    args: readonly string[],
    env: Env,
  ): Promise<{ readonly status: number | null; readonly output: string }> =>
    new Promise((resolve) => {
      const child = spawn('npm', ['run', '--silent', 'doctor', '--', ...args], { cwd: ROOT, env: neutralEnv(env) });
      let output = '';
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (text) => (output += text));
      child.on('close', (status) => resolve({ status, output }));
    });

  let fake: FakeFeishuApi;
  let server: ServerProcess;
  let data: string;

  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'wenji-doctor-server-'));
    fake = await fakeFeishuApi();
    server = await startServer({ ...FEISHU, FEISHU_BASE_URL: fake.url, DATA_DIR: data });
  });

  afterAll(async () => {
    server.kill('SIGKILL');
    await server.ended;
    await fake.close();
    rmSync(data, { recursive: true, force: true });
  });

  const settings = (): Env => ({ ...FEISHU, FEISHU_BASE_URL: fake.url, DATA_DIR: data, PORT: portOf(server.url) });

  test('ends with 0 when nothing is wrong with the running server', async () => {
    const { status, output } = await run(['--url', server.url], settings());
    expect(output).toContain('没有发现要处理的问题。');
    expect(output).toContain('✓ 数据目录：由正在运行的服务占用（正常）。');
    expect(output).toMatch(/[✓！] 飞书：本机路由答对了/); // ！ on a machine so busy that it takes a second
    expect(status).toBe(0);
  });

  test('ends with 1 when something is, and says how much', async () => {
    const { status, output } = await run([], { ...settings(), FEISHU_ENCRYPT_KEY: 'hush' });
    expect(output).toContain('有 1 处要处理（✗）。');
    expect(output).not.toContain('hush');
    expect(status).toBe(1);
  });

  test.each([
    [['--url']],
    [['--url', 'bot.example.cn']],
    [['--url', 'ftp://bot.example.cn']],
    [['--bogus']],
    [['extra']],
  ])('says how it is used for %j, and ends with 2', async (args) => {
    expect(await run(args, {})).toEqual({ status: 2, output: expect.stringMatching(/^用法：npm run.*doctor.*\n$/) });
  });
});
