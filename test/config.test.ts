import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { checkChatPlans } from '../src/config/chat-plans.ts';
import type { Environment } from '../src/config/variables.ts';
import { readConfig } from '../src/config.ts';
import { CodedError } from '../src/errors.ts';

const APP_CREDENTIALS = { FEISHU_APP_ID: 'cli_1', FEISHU_APP_SECRET: 'hush' };
const FEISHU = { ...APP_CREDENTIALS, FEISHU_ENCRYPT_KEY: 'hush-too', FEISHU_VERIFICATION_TOKEN: 'and-this' };

const AES_KEY = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C';
const BOT_BY_WEBHOOK = { WECOM_BOT_TOKEN: 'hush', WECOM_BOT_AES_KEY: AES_KEY };
const BOT_BY_CONNECTION = { WECOM_BOT_ID: 'aib1', WECOM_BOT_SECRET: 'hush' };
const WECOM_APP = {
  WECOM_CORP_ID: 'ww1',
  WECOM_APP_SECRET: 'hush',
  WECOM_APP_AGENT_ID: '1000002',
  WECOM_APP_TOKEN: 'hush-too',
  WECOM_APP_AES_KEY: AES_KEY,
};

const DEFAULTS = {
  host: '127.0.0.1',
  port: 3000,
  logLevel: 'info',
  data: { dir: '.data', days: 14 },
  access: { tenants: [], chats: [], people: [], external: false, perMinute: 20 },
  api: { keys: [], keyed: [], perMinute: 300 },
  plans: { byChat: new Map() },
};

const faultOf = (env: Environment): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof CodedError && error.code === 'config_invalid') return error.message;
    throw error;
  }
  throw new Error('the configuration was accepted');
};

describe('configuration', () => {
  test('an empty environment gives a server for this machine only, without any chat platform', () => {
    expect(readConfig({})).toEqual(DEFAULTS);
  });

  test('an empty or blank variable counts as unset', () => {
    const blank = { PORT: '', HOST: ' ', LOG_LEVEL: '', DATA_DIR: '', FEISHU_APP_ID: '', FEISHU_BASE_URL: '' };
    expect(readConfig(blank)).toEqual(readConfig({}));
  });

  test('PUBLIC_URL and ADMIN_TOKEN are taken as set, and a token that could be guessed is refused', () => {
    const config = readConfig({ PUBLIC_URL: 'https://wenji.gov.cn/', ADMIN_TOKEN: 'sixteen-or-more!' });
    expect(config).toMatchObject({ publicUrl: 'https://wenji.gov.cn', adminToken: 'sixteen-or-more!' });
    expect(faultOf({ PUBLIC_URL: 'wenji.gov.cn' })).toMatch(/^PUBLIC_URL 应为 https 地址/);
    expect(faultOf({ ADMIN_TOKEN: 'fifteen-or-less' })).toMatch(/^ADMIN_TOKEN 至少 16 个字符。/);
  });

  test.each([
    ['127.0.0.1', ['127.0.0.1']],
    ['127.0.0.1, ::1，10.0.0.0/8 fd00::/8', ['127.0.0.1', '::1', '10.0.0.0/8', 'fd00::/8']],
    ['loopback', ['loopback']],
    ['2', 2],
  ])('TRUST_PROXY=%s is taken', (TRUST_PROXY, taken) => {
    expect(readConfig({ TRUST_PROXY }).trustProxy).toEqual(taken);
  });

  test.each(['true', '*', '0', '10', '10.0.0.0/33', '10.0.0.0/0', '10.0.0', 'proxy.example', '10.0.0.0/8/8', ','])(
    'TRUST_PROXY=%s is refused with the ways to write it',
    (TRUST_PROXY) => {
      expect(faultOf({ TRUST_PROXY })).toMatch(/^TRUST_PROXY 应为代理的 IP 地址或网段/);
    },
  );

  const MODEL = { MODEL_USE: 'unsure', MODEL_BASE_URL: 'https://api.deepseek.com/v1/', MODEL_NAME: 'deepseek-chat' };

  test('a language model is asked only where that is set, with an address and a name', () => {
    expect(readConfig({ ...MODEL, MODEL_USE: 'off' }).model).toBeUndefined();
    expect(readConfig({ ...MODEL, MODEL_USE: '' }).model).toBeUndefined();
    const url = 'https://api.deepseek.com/v1';
    expect(readConfig(MODEL).model).toEqual({ baseUrl: url, name: 'deepseek-chat', timeoutMs: 3000, use: 'unsure' });
    expect(faultOf({ MODEL_USE: 'always' })).toMatch(/还要填 MODEL_BASE_URL 和 MODEL_NAME/);
    expect(faultOf({ ...MODEL, MODEL_USE: 'yes' })).toMatch(/^MODEL_USE 应为 off/);
  });

  test('MODEL_EXTRA is JSON, and takes the place of nothing that is ours', () => {
    expect(readConfig({ ...MODEL, MODEL_EXTRA: '{"enable_thinking":false}' }).model?.extra).toEqual({
      enable_thinking: false,
    });
    for (const MODEL_EXTRA of ['enable_thinking', '[1]', '{"messages":[]}'])
      expect(faultOf({ ...MODEL, MODEL_EXTRA })).toMatch(/^MODEL_EXTRA 应为 JSON 对象/);
  });

  test.each(['http://10.0.0.8:8000/v1', 'http://192.168.1.2/v1', 'http://vllm:8000/v1', 'http://127.0.0.1:11434/v1'])(
    'inside one’s own network a model is reached unencrypted: %s',
    (MODEL_BASE_URL) => {
      expect(readConfig({ ...MODEL, MODEL_BASE_URL }).model?.baseUrl).toBe(MODEL_BASE_URL);
    },
  );

  test.each([
    'http://api.deepseek.com/v1',
    'http://8.8.8.8/v1',
    'https://u:p@model/v1',
    'model:8000',
    'http://11.0.0.1',
  ])('MODEL_BASE_URL=%s is refused, and nothing of it is shown', (MODEL_BASE_URL) => {
    const fault = faultOf({ ...MODEL, MODEL_BASE_URL });
    expect(fault).toMatch(/^MODEL_BASE_URL 应为 https 地址/);
    expect(fault).not.toContain(MODEL_BASE_URL);
  });

  test('ALARM_WEBHOOK may hold a key, goes encrypted, and is never shown', () => {
    const hook = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=hush';
    expect(readConfig({ ALARM_WEBHOOK: hook }).alarmWebhook).toBe(hook);
    const fault = faultOf({ ALARM_WEBHOOK: 'http://alarms.example/?key=hush' });
    expect(fault).toMatch(/^ALARM_WEBHOOK 应为 https 地址/);
    expect(fault).not.toContain('hush');
  });

  test('API_KEYS are names with digests, and what is put behind them needs one', () => {
    const [one, two] = ['a'.repeat(64), '0'.repeat(64)];
    const { api } = readConfig({ API_KEYS: `办公系统:${one}, grafana-1:${two}`, API_KEYS_FOR: 'mcp，metrics' });
    expect(api.keys).toEqual([
      { name: '办公系统', sha256: one },
      { name: 'grafana-1', sha256: two },
    ]);
    expect(api.keyed).toEqual(['mcp', 'metrics']);
    expect(faultOf({ API_KEYS_FOR: 'mcp' })).toContain('API_KEYS 为空');
    expect(faultOf({ API_KEYS: `a:${one}`, API_KEYS_FOR: 'ask' })).toMatch(/^API_KEYS_FOR 只能填 mcp、metrics/);
    expect(faultOf({ API_KEYS: `a:${one},a:${two}` })).toMatch(/^API_KEYS 每个名称只写一次/);
  });

  test.each(['hush', 'a:hush', `${'a'.repeat(64)}`, `a:${'A'.repeat(64)}`])(
    'API_KEYS=%s is refused without showing it: it may be the key itself',
    (API_KEYS) => {
      const fault = faultOf({ API_KEYS });
      expect(fault).toMatch(/^API_KEYS 每项应写作 名称:密钥的 SHA-256/);
      expect(fault).not.toContain(API_KEYS);
    },
  );

  test('DEFAULT_PLAN and CHAT_PLANS are taken as set', () => {
    const { plans } = readConfig({ DEFAULT_PLAN: 'plan-a', CHAT_PLANS: 'oc_abc=plan-a,plan-b; wrxyz=plan-c ;' });
    expect(plans.first).toBe('plan-a');
    expect([...plans.byChat]).toEqual([
      ['oc_abc', ['plan-a', 'plan-b']],
      ['wrxyz', ['plan-c']],
    ]);
  });

  test.each(['oc_abc', 'oc_abc=', '=plan-a', 'oc_abc=plan-a=plan-b', 'oc_abc=plan-a wrxyz=plan-c'])(
    'CHAT_PLANS %j is refused with the way to write it',
    (text) => {
      expect(faultOf({ CHAT_PLANS: text })).toContain('CHAT_PLANS 应写作 群标识=计划标识');
    },
  );

  test('a chat may stand in CHAT_PLANS once, and every plan must be there', () => {
    expect(faultOf({ CHAT_PLANS: 'oc_abc=plan-a; oc_abc=plan-b' })).toContain('每个群只写一次');
    const { plans } = readConfig({ CHAT_PLANS: 'oc_abc=plan-a,plan-x' });
    expect(() => checkChatPlans(plans, ['plan-a', 'plan-b'])).toThrow(
      'oc_abc 写的 plan-x 不在可用的计划之中（plan-a、plan-b）',
    );
    expect(() => checkChatPlans(plans, ['plan-a', 'plan-x'])).not.toThrow();
  });

  test('HOST, PORT and LOG_LEVEL are taken as set', () => {
    const config = readConfig({ HOST: '0.0.0.0', PORT: '0', LOG_LEVEL: 'debug' });
    expect(config).toEqual({ ...DEFAULTS, host: '0.0.0.0', port: 0, logLevel: 'debug' });
  });

  test.each(['-1', '65536', '3000.5', 'http', '0x10', '1e3'])('PORT=%s is refused by name', (PORT) => {
    expect(faultOf({ PORT })).toMatch(/^PORT 应为 0–65535 的整数。/);
  });

  test('HOST with a path or a scheme is refused', () => {
    expect(faultOf({ HOST: 'http://127.0.0.1' })).toMatch(/^HOST 应为主机名或 IP 地址/);
  });

  test('LOG_LEVEL=loud is refused with the levels that there are', () => {
    expect(faultOf({ LOG_LEVEL: 'loud' })).toMatch(/^LOG_LEVEL 应为 .*info/);
  });

  test('several faults are named on one line', () => {
    const fault = faultOf({ PORT: 'x', LOG_LEVEL: 'y' });
    expect(fault).toContain('PORT');
    expect(fault).toContain('LOG_LEVEL');
    expect(fault).not.toContain('\n');
  });

  test('an error never shows a value, which may be secret', () => {
    const fault = faultOf({
      ...{ ...FEISHU, FEISHU_APP_ID: '', FEISHU_BASE_URL: 'http://user:hush@example.com', PORT: 'hush' },
      ...{ WECOM_BOT_AES_KEY: 'hush', WECOM_WS_URL: 'ws://hush.example.com', DATA_DAYS: 'hush' },
    });
    expect(fault).not.toContain('hush');
  });

  test('.env.example names every variable and holds the defaults', () => {
    const example = parseEnv(readFileSync(new URL('../.env.example', import.meta.url), 'utf8'));
    expect(readConfig(example)).toEqual(readConfig({}));
    const source = readFileSync(new URL('../src/config/variables.ts', import.meta.url), 'utf8');
    const variables = new Set(source.match(/(?<=^ {2})[A-Z][A-Z_]+(?=: )/gm));
    expect(variables.size).toBeGreaterThan(25);
    expect(new Set(Object.keys(example))).toEqual(variables);
  });
});

describe('where data lies, and for how long', () => {
  test('DATA_DIR and DATA_DAYS are taken as set', () => {
    expect(readConfig({ DATA_DIR: '/data', DATA_DAYS: '90' }).data).toEqual({ dir: '/data', days: 90 });
  });

  test.each(['0', '3651', '1.5', 'week'])('DATA_DAYS=%s is refused', (DATA_DAYS) => {
    expect(faultOf({ DATA_DAYS })).toMatch(/^DATA_DAYS 应为 1–3650 的整数。/);
  });
});

describe('who may ask', () => {
  test.each([
    ['oc_1', ['oc_1']],
    ['oc_1,oc_2', ['oc_1', 'oc_2']],
    [' oc_1 ， oc_2；oc_3;oc_4\noc_5 ', ['oc_1', 'oc_2', 'oc_3', 'oc_4', 'oc_5']],
    [',', []],
  ])('a list written as %j', (text, ids) => {
    const config = readConfig({ ALLOW_TENANTS: text, ALLOW_CHATS: text, ALLOW_PEOPLE: text });
    expect(config.access).toEqual({ ...DEFAULTS.access, tenants: ids, chats: ids, people: ids });
  });

  test('ALLOW_EXTERNAL lets outside people in, and QUESTIONS_PER_MINUTE says how often one may ask', () => {
    const { access } = readConfig({ ALLOW_EXTERNAL: 'true', QUESTIONS_PER_MINUTE: '3' });
    expect(access).toEqual({ ...DEFAULTS.access, external: true, perMinute: 3 });
  });

  test('ALLOW_EXTERNAL=yes is refused: what is meant must be certain', () => {
    expect(faultOf({ ALLOW_EXTERNAL: 'yes' })).toMatch(/^ALLOW_EXTERNAL 应为 true 或 false。/);
  });

  test.each(['0', '-1', 'many'])('QUESTIONS_PER_MINUTE=%s is refused', (QUESTIONS_PER_MINUTE) => {
    expect(faultOf({ QUESTIONS_PER_MINUTE })).toMatch(/^QUESTIONS_PER_MINUTE 应为 1–100000 的整数。/);
  });
});

describe('Feishu', () => {
  test('with all four credentials is on, by webhook', () => {
    expect(readConfig(FEISHU).feishu).toEqual({
      ...{ mode: 'webhook', appId: 'cli_1', appSecret: 'hush', encryptKey: 'hush-too', verificationToken: 'and-this' },
      baseUrl: 'https://open.feishu.cn',
    });
  });

  test('by long connection needs the app only', () => {
    expect(readConfig({ ...APP_CREDENTIALS, FEISHU_MODE: 'websocket' }).feishu).toEqual({
      ...{ mode: 'websocket', appId: 'cli_1', appSecret: 'hush', baseUrl: 'https://open.feishu.cn' },
    });
  });

  test('by long connection leaves the keys of the webhook alone', () => {
    const { feishu } = readConfig({ ...FEISHU, FEISHU_MODE: 'websocket' });
    expect(JSON.stringify(feishu)).not.toContain('hush-too');
  });

  test.each(Object.keys(FEISHU))('without %s is refused, naming it', (missing) => {
    const fault = faultOf({ ...FEISHU, [missing]: '' });
    expect(fault).toContain(missing);
    for (const name of Object.keys(FEISHU).filter((name) => name !== missing)) expect(fault).not.toContain(name);
  });

  test('FEISHU_MODE=long is refused with the two that there are', () => {
    expect(faultOf({ ...FEISHU, FEISHU_MODE: 'long' })).toMatch(
      /^FEISHU_MODE 应为 webhook（回调）或 websocket（长连接）。/,
    );
  });

  test('FEISHU_BASE_URL or FEISHU_MODE alone does not turn it on', () => {
    const alone = { FEISHU_BASE_URL: 'https://open.larksuite.com', FEISHU_MODE: 'websocket' };
    expect(readConfig(alone).feishu).toBeUndefined();
  });

  test.each([
    ['https://open.larksuite.com/', 'https://open.larksuite.com'],
    ['https://gateway.example.cn/feishu//', 'https://gateway.example.cn/feishu'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('FEISHU_BASE_URL=%s is used as %s', (url, used) => {
    expect(readConfig({ ...FEISHU, FEISHU_BASE_URL: url }).feishu?.baseUrl).toBe(used);
  });

  const unsafe = [
    ...['http://open.feishu.cn', 'http://127.0.0.1.example.com', 'http://localhost@example.com', 'ftp://127.0.0.1'],
    ...['open.feishu.cn', 'https://user:password@open.feishu.cn', 'https://open.feishu.cn/?x=1'],
    'https://open.feishu.cn/#x',
  ];

  test.each(unsafe)('FEISHU_BASE_URL=%s is refused', (url) => {
    expect(faultOf({ ...FEISHU, FEISHU_BASE_URL: url })).toMatch(/^FEISHU_BASE_URL 应为 https/);
  });

  test.each(unsafe)('WECOM_BASE_URL=%s is refused', (url) => {
    expect(faultOf({ ...WECOM_APP, WECOM_BASE_URL: url })).toMatch(/^WECOM_BASE_URL 应为 https/);
  });
});

describe('the WeCom AI bot', () => {
  test('with token and key is on, by webhook', () => {
    expect(readConfig(BOT_BY_WEBHOOK).wecomBot).toEqual({
      ...{ mode: 'webhook', token: 'hush', encodingAesKey: AES_KEY, baseUrl: 'https://qyapi.weixin.qq.com' },
    });
  });

  test('with id and secret is on, by long connection', () => {
    expect(readConfig({ ...BOT_BY_CONNECTION, WECOM_BOT_MODE: 'websocket' }).wecomBot).toEqual({
      ...{ mode: 'websocket', botId: 'aib1', secret: 'hush', url: 'wss://openws.work.weixin.qq.com' },
    });
  });

  test.each([
    ['webhook', BOT_BY_WEBHOOK],
    ['websocket', BOT_BY_CONNECTION],
  ])('by %s with half of its credentials is refused, naming the other half', (mode, credentials) => {
    for (const missing of Object.keys(credentials))
      expect(faultOf({ ...credentials, WECOM_BOT_MODE: mode, [missing]: '' })).toContain(missing);
  });

  test('with the credentials of the mode that is not chosen is off', () => {
    expect(readConfig(BOT_BY_CONNECTION).wecomBot).toBeUndefined();
    expect(readConfig({ ...BOT_BY_WEBHOOK, WECOM_BOT_MODE: 'websocket' }).wecomBot).toBeUndefined();
  });

  test.each(['too-short', `${AES_KEY}=`, `${AES_KEY.slice(1)}-`])('WECOM_BOT_AES_KEY=%s is refused', (key) => {
    const fault = faultOf({ ...BOT_BY_WEBHOOK, WECOM_BOT_AES_KEY: key });
    expect(fault).toMatch(/^WECOM_BOT_AES_KEY 应为 43 个字母和数字/);
    expect(fault).not.toContain(key);
  });

  test.each(['ws://127.0.0.1:8080', 'ws://localhost:8080', 'wss://gateway.example.cn/wecom'])(
    'WECOM_WS_URL=%s is used',
    (url) => {
      const { wecomBot } = readConfig({ ...BOT_BY_CONNECTION, WECOM_BOT_MODE: 'websocket', WECOM_WS_URL: url });
      expect(wecomBot).toMatchObject({ url });
    },
  );

  test.each(['ws://openws.work.weixin.qq.com', 'https://openws.work.weixin.qq.com', 'wss://a:b@example.cn'])(
    'WECOM_WS_URL=%s is refused',
    (url) => {
      expect(faultOf({ WECOM_WS_URL: url })).toMatch(/^WECOM_WS_URL 应为 wss/);
    },
  );
});

describe('the WeCom app', () => {
  test('with all five is on, the number of the app as a number', () => {
    expect(readConfig(WECOM_APP).wecomApp).toEqual({
      ...{ corpId: 'ww1', secret: 'hush', agentId: 1000002, token: 'hush-too', encodingAesKey: AES_KEY },
      baseUrl: 'https://qyapi.weixin.qq.com',
    });
  });

  test.each(Object.keys(WECOM_APP))('without %s is refused, naming it', (missing) => {
    const fault = faultOf({ ...WECOM_APP, [missing]: '' });
    expect(fault).toContain(missing);
    expect(fault).toContain('企业微信自建应用只配置了一部分');
  });

  test('WECOM_APP_AGENT_ID=wenji is refused', () => {
    expect(faultOf({ ...WECOM_APP, WECOM_APP_AGENT_ID: 'wenji' })).toMatch(/^WECOM_APP_AGENT_ID 应为数字。/);
  });

  test('WECOM_APP_AES_KEY of another length is refused', () => {
    expect(faultOf({ ...WECOM_APP, WECOM_APP_AES_KEY: 'short' })).toMatch(/^WECOM_APP_AES_KEY 应为 43 个字母和数字/);
  });

  test('and the bot and Feishu may be on together', () => {
    const config = readConfig({ ...FEISHU, ...BOT_BY_WEBHOOK, ...WECOM_APP });
    expect([config.feishu, config.wecomBot, config.wecomApp].every(Boolean)).toBe(true);
  });
});
