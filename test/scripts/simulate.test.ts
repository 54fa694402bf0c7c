import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readArguments } from '../../scripts/simulate/arguments.ts';
import { simulate } from '../../scripts/simulate/simulate.ts';
import { type FakeFeishuApi, fakeFeishuApi } from '../fakes/feishu-api.ts';
import { faultsOfCard } from '../fakes/feishu-card.ts';
import { neutralEnv, type ServerProcess, startServer } from '../fakes/server-process.ts';
import { until } from '../fakes/until.ts';
import { type FakeWecomApi, fakeWecomApi } from '../fakes/wecom-api.ts';
import { faultsOfTemplateCard } from '../fakes/wecom-card.ts';
import { CARE, FIRST, threePlans } from '../plans/three-plans.ts';
import { BOT, type Env, FEISHU, NOWHERE, WECOM } from './examination.ts';

const GAS = '天然气交易中心由哪个单位负责？';

/** Runs a command line in this process. */
const run = async (args: readonly string[], env: Env = {}) => {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await simulate([...args], env, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out: out.join('\n'), err };
};

/** The raw turns of a run with --json. */
const turnsOf = (out: string) => out.split('\n').map((line) => JSON.parse(line));

describe('the command line', () => {
  test('is a group, a fresh conversation and a private pipeline unless it says otherwise', () => {
    expect(readArguments(['feishu', '一', '二'])).toEqual({
      ...{ platform: 'feishu', questions: ['一', '二'], clicks: [], private: false },
      ...{ person: undefined, chat: undefined, to: undefined, json: false },
    });
    expect(readArguments(['wecom-app', '一'])).toMatchObject({ private: true });
    expect(readArguments(['feishu', '一', '--private', '--click', '2', '--click', '1'])).toMatchObject({
      ...{ private: true, clicks: [2, 1] },
    });
  });

  test.each([
    [[], /^用法：/],
    [['dingtalk', '一'], /^用法：/],
    [['feishu', '一', '--bogus'], /^用法：/],
    [['feishu'], /^没有问题。/],
    [['feishu', ' '], /请用文字输入问题/],
    [['feishu', '长'.repeat(10_001)], /不要超过 10000 个字符/],
    [['feishu', '一', '--group', '--private'], /^--group 和 --private 只能选一个。/],
    [['wecom-app', '一', '--group'], /只有单聊/],
    [['feishu', '一', '--person', 'a|b'], /^--person 应为/],
    [['feishu', '一', '--chat', '../x'], /^--chat 应为/],
    [['feishu', '一', '--click', '0'], /^--click 应为 1–99/],
    [['wecom', '一', '--click', '1'], /^--click 只用于 feishu/],
    [['feishu', '一', '--click', '1', '--to', NOWHERE], /^--click 不能与 --to 同用/],
    [['feishu', '一', '--to', '127.0.0.1:3000'], /^--to 应为正在运行的服务的地址/],
    [['feishu', '一', '--to', NOWHERE], /^--to 要用那台服务器的密钥.*FEISHU_APP_ID/],
    [['wecom', '一', '--to', NOWHERE], /^--to 要用那台服务器的密钥.*WECOM_BOT_TOKEN/],
    [['wecom-app', '一', '--to', NOWHERE], /^--to 要用那台服务器的密钥.*WECOM_CORP_ID/],
  ])('%j is told off in one line', async (args, line) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toEqual([expect.stringMatching(line)]);
    expect(err[0]).not.toContain('\n');
  });

  test('with settings that are wrong stops with their remedy', async () => {
    const { code, err } = await run(['feishu', GAS], { PORT: 'x' });
    expect(code).toBe(1);
    expect(err).toEqual([expect.stringMatching(/^PORT 应为/)]);
  });
});

describe('a private pipeline', () => {
  let temporary: string;
  const before = process.env.TMPDIR;

  beforeEach(() => {
    temporary = mkdtempSync(join(tmpdir(), 'wenji-test-'));
    process.env.TMPDIR = temporary;
  });

  afterEach(() => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(temporary, { recursive: true, force: true });
  });

  const leftBehind = () => readdirSync(temporary).filter((name) => name.startsWith('wenji-simulate-'));

  test('shows the card in Feishu as a phone does: title, lines, note, sources opened, buttons', async () => {
    const { code, out, err } = await run(['feishu', GAS]);
    expect({ code, err }).toEqual({ code: 0, err: [] });
    const lines = out.split('\n');
    expect(lines[0]).toBe(`群里：@问计 ${GAS}`);
    expect(lines[1]).toMatch(/^已确认：HTTP 200，\d+ 毫秒（平台最多等 3 秒）。$/);
    expect(lines.slice(2, 7)).toEqual([
      expect.stringMatching(/^┌─+$/),
      '│ 责任单位：市金融工作局、高新区、市发改委 ①',
      expect.stringMatching(/^├─+$/),
      '│ 21. 推动设立天然气交易中心',
      '│ 支持单位：省地方金融监管局、陕西证监局 ①②',
    ]);
    expect(out).toContain('│ 【注意】 附件任务分解表第21项的责任单位印作“市金融工作局、高新区、市委”');
    expect(out).toMatch(/│ ▼ 出处（2条）\n│ {3}① 正文三、（五）2.（3）\n│ {3}“推动设立天然气交易中心。/);
    expect(out).toContain('④[有用]  ⑤[问的是另一项]');
    expect(out).not.toMatch(/&#|\*\*|<text_tag/);
    expect(leftBehind()).toEqual([]);
  });

  test('draws a chart as bars, and the table under it', async () => {
    const { out } = await run(['feishu', '保费收入各年的目标是多少']);
    expect(out).toMatch(/│ 年保费收入 \(亿元\)\n│ 2018 ▇+ 479 历史数\n/);
    expect(out).toContain('│ 2022 ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇ 660 目标');
    expect(out).toContain('│ 年份 ｜ 类别 ｜ 数值（亿元）\n│ 2018 ｜ 历史数 ｜ 479');
  });

  test('asks the plans that the service would: those brought too, the one of DEFAULT_PLAN first', async () => {
    const { data } = threePlans();
    const care = await run(['feishu', '老年助餐由谁负责'], { DATA_DIR: data });
    expect(care).toMatchObject({ code: 0, err: [] });
    expect(care.out).toContain('民政局');
    const number = async (DEFAULT_PLAN: string) =>
      (await run(['feishu', '文号是多少'], { DATA_DIR: data, DEFAULT_PLAN })).out;
    expect(await number(FIRST)).toContain('市政办发〔2020〕9号');
    expect(await number(CARE)).not.toContain('市政办发〔2020〕9号');
    expect((await run(['feishu', GAS], { DATA_DIR: data, DEFAULT_PLAN: 'nobody' })).err).toEqual([
      expect.stringMatching(/^DEFAULT_PLAN 所指的 nobody 不在可用的计划之中/),
    ]);
  });

  test('takes several questions as one conversation', async () => {
    const { out } = await run(['feishu', GAS, '那配合单位呢？', '--private']);
    expect(out).toContain('单聊：那配合单位呢？');
    expect(out.split('那配合单位呢？')[1]).toContain('省地方金融监管局、陕西证监局');
  });

  test('presses buttons: a page changes the card, a verdict is thanked for, a suggestion is answered', async () => {
    const list = '市金融工作局负责哪些任务';
    const { code, out } = await run(['feishu', list, '--click', '1', '--click', '6', '--click', '3']);
    const [, page = '', verdict = '', suggestion = ''] = out.split(/按第 \d 个按钮\n/);
    expect(code).toBe(0);
    expect(page).toContain('①[上一页]  第2/4页  ②[下一页]');
    expect(page).toContain('│   16. 拓宽文旅企业融资渠道');
    expect(verdict).toContain('提示：谢谢反馈');
    expect(verdict).not.toContain('┌');
    expect(suggestion).toContain('提示：已收到，正在回答');
    expect(suggestion).toContain('│ ▼ 出处');
  });

  test('says when there is no such button', async () => {
    const { code, err } = await run(['feishu', GAS, '--click', '9']);
    expect({ code, err }).toEqual({ code: 2, err: ['最后一条消息没有第 9 个按钮。'] });
    expect(leftBehind()).toEqual([]);
  });

  test('lets those ask who may, and shows what the others are told', async () => {
    const env = { ALLOW_CHATS: 'oc_office', ALLOW_PEOPLE: 'ou_head' };
    expect((await run(['feishu', GAS], env)).out).toContain('责任单位');
    const other = await run(['feishu', GAS, '--chat', 'oc_other', '--person', 'ou_other'], env);
    expect(other.out).toContain('│ 您或本群不在可以使用问计的范围内');
    expect((await run(['feishu', GAS, '--chat', 'oc_other', '--person', 'ou_head'], env)).out).toContain('责任单位');
  });

  test('shows what the AI bot’s platform fetches', async () => {
    const { code, out } = await run(['wecom', GAS]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /已确认：HTTP 200，\d+ 毫秒（平台最多等 5 秒）。\n┌─+\n│ 责任单位：市金融工作局、高新区、市发改委 ①\n/,
    );
    expect(out).toContain('│ ① 正文三、（五）2.（3）“（责任单位：市金融工作局');
  });

  test('shows the app’s text, its card of choices, and the choice by number', async () => {
    const { code, out } = await run(['wecom-app', '保险', '1']);
    expect(code).toBe(0);
    expect(out).toMatch(/单聊：保险\n已确认/);
    expect(out).toMatch(/│ 您问的是哪一个？\n├─+\n│ 点按钮，或回复序号选择\n│ ①\[1 /);
    expect(out.split('单聊：1\n')[1]).toContain('出处');
  });

  test('prints the raw messages with --json: what the platforms would take', async () => {
    const [feishu] = turnsOf((await run(['feishu', GAS, '--json'])).out);
    expect(feishu).toMatchObject({
      words: `群里：@问计 ${GAS}`,
      acknowledged: { status: 200, ms: expect.any(Number) },
      messages: [{ msg_type: 'interactive' }],
    });
    expect(faultsOfCard(feishu.messages[0].content)).toEqual([]);
    const [first] = turnsOf((await run(['wecom-app', '保险', '--json'])).out);
    expect(first.messages).toMatchObject([{ msgtype: 'text' }, { msgtype: 'template_card' }]);
    expect(faultsOfTemplateCard(first.messages[1].template_card)).toEqual([]);
    const [stream] = turnsOf((await run(['wecom', GAS, '--json'])).out);
    expect(stream.messages).toMatchObject([{ msgtype: 'stream', stream: { finish: true } }]);
  });
});

describe('with the platforms configured', () => {
  let feishu: FakeFeishuApi;
  let wecom: FakeWecomApi;
  let server: ServerProcess;

  const env = (): Env => ({
    ...{ ...FEISHU, FEISHU_BASE_URL: feishu.url },
    ...{ ...WECOM, ...BOT, WECOM_BASE_URL: wecom.url },
  });

  beforeAll(async () => {
    feishu = await fakeFeishuApi({ checkCard: faultsOfCard });
    wecom = await fakeWecomApi();
    server = await startServer(env());
    await until('the bot has asked for its own open_id', () =>
      feishu.requests.some(({ path }) => path.endsWith('/info')),
    );
  });

  afterAll(async () => {
    server.kill('SIGKILL');
    await server.ended;
    await feishu.close();
    await wecom.close();
  });

  test('a private pipeline uses the configured keys and reaches no platform', async () => {
    const before = feishu.requests.length;
    for (const platform of ['feishu', 'wecom', 'wecom-app']) {
      const { code, out } = await run([platform, GAS], env());
      expect(code).toBe(0);
      expect(out).toContain('责任单位：市金融工作局、高新区、市发改委');
      for (const secret of [...Object.values(FEISHU), ...Object.values(WECOM)].filter((one) => one.length > 12))
        expect(out).not.toContain(secret);
    }
    expect(feishu.requests).toHaveLength(before);
    expect(wecom.requests).toEqual([]);
  });

  test('--to delivers to the server that runs, which answers by the platform', async () => {
    const { code, out } = await run(['feishu', GAS, '--private', '--to', `${server.url}/`], env());
    expect(code).toBe(0);
    expect(out).toMatch(/已确认：HTTP 200，\d+ 毫秒/);
    expect(out).toContain('回复由那台服务器发往平台，这里看不到');
    // The platform does not know the message that was made up.
    await until('the server has tried to reply', () => feishu.tries().length > 0);
    expect(feishu.sent).toEqual([]);
  });

  test('--to shows the AI bot’s reply, which comes in the answer', async () => {
    const { code, out } = await run(['wecom', GAS, '--to', server.url], env());
    expect(code).toBe(0);
    expect(out).toContain('│ 21．推动设立天然气交易中心');
    expect(wecom.requests).toEqual([]);
  });

  test('--to with the app reaches the member that is named', async () => {
    const { code } = await run(['wecom-app', GAS, '--person', 'zhangsan', '--to', server.url], env());
    expect(code).toBe(0);
    await until('the member has the answer', () => wecom.shown.length > 0);
    expect(wecom.shown).toMatchObject([{ to: 'zhangsan' }]);
  });

  test.each([
    ['feishu', { FEISHU_ENCRYPT_KEY: 'another' }],
    ['wecom', { WECOM_BOT_TOKEN: 'another' }],
    ['wecom-app', { WECOM_APP_TOKEN: 'another' }],
  ])('%s --to with other keys than the server’s is refused, and says so', async (platform, other) => {
    const { code, out } = await run([platform, GAS, '--to', server.url], { ...env(), ...other });
    expect(code).toBe(1);
    expect(out).toMatch(/被拒收：HTTP 401。签名或 Verification Token 不符/);
  });

  test('--to where nothing listens says so', async () => {
    const { code, out } = await run(['feishu', GAS, '--to', NOWHERE], env());
    expect(code).toBe(1);
    expect(out).toContain('没有送到：没有程序在那里监听。');
    const [turn] = turnsOf((await run(['feishu', GAS, '--to', NOWHERE, '--json'], env())).out);
    expect(turn).toMatchObject({ acknowledged: { status: '没有程序在那里监听' }, messages: [] });
  });
});

describe('npm run simulate', () => {
  const ROOT = fileURLToPath(new URL('../..', import.meta.url));
  const npm = (...args: readonly string[]) =>
    spawnSync('npm', ['run', '--silent', 'simulate', '--', ...args], {
      cwd: ROOT,
      env: neutralEnv(),
      encoding: 'utf8',
    });

  test('works on a fresh clone, without any settings', () => {
    const { status, stdout, stderr } = npm('feishu', GAS);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('│ 责任单位：市金融工作局、高新区、市发改委');
  });

  test('ends with 2 and one line when it cannot follow', () => {
    const { status, stdout, stderr } = npm('feishu');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
