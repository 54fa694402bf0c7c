import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Timing } from '../../../../src/channels/timing.ts';
import { type WecomApi, type WecomApiConfig, wecomApi } from '../../../../src/channels/wecom/app/api.ts';
import type { Outgoing } from '../../../../src/channels/wecom/outgoing.ts';
import { memoryLog } from '../../../fakes/memory-log.ts';
import { type FakeWecomApi, fakeWecomApi, WECOM_APP, type WecomFault } from '../../../fakes/wecom-api.ts';

let fake: FakeWecomApi;
let api: WecomApi;
let clock: number;
let waits: number[];
let lines: string[];

const open = (config: Partial<WecomApiConfig> = {}, timing: Partial<Timing> = {}): WecomApi => {
  const log = memoryLog();
  lines = log.lines;
  const sleep = async (ms: number) => waits.push(ms);
  const faster = { timeout: 5000, now: () => clock, sleep, random: () => 0, ...timing };
  return wecomApi({ ...WECOM_APP, baseUrl: fake.url, ...config }, log.logger, faster);
};

beforeEach(async () => {
  clock = Date.UTC(2026, 0, 1);
  fake = await fakeWecomApi(() => clock);
  waits = [];
  api = open();
});

afterEach(() => fake.close());

/** Milliseconds, where a test has to see the deadline pass. */
const HANGING = 5000;

const text = (content: string): Outgoing => ({ kind: 'text', content });
const send = (content = '责任单位：市发改委', check = true) => api.send('zhangsan', text(content), { check });
const tokenRequests = () => fake.requests.filter(({ path }) => path.endsWith('/gettoken')).length;
const code = (code: number): WecomFault => ({ kind: 'code', code });

const CARD = {
  card_type: 'button_interaction',
  main_title: { title: '回答有用吗' },
  button_list: [{ text: '有用', style: 1, key: 'useful' }],
  task_id: 'wenji-1',
};

describe('a message', () => {
  test('is sent to the member with the duplicate check of half an hour', async () => {
    expect(await send()).toEqual({ status: 'sent' });
    expect(fake.shown).toEqual([{ to: 'zhangsan', message: { text: '责任单位：市发改委' } }]);
    expect(fake.tries()[0]?.body).toMatchObject({
      touser: 'zhangsan',
      agentid: WECOM_APP.agentId,
      enable_duplicate_check: 1,
      duplicate_check_interval: 1800,
    });
  });

  test('may be Markdown or a card', async () => {
    await api.send('zhangsan', { kind: 'markdown', content: '**市发改委**' }, { check: true });
    await api.send('zhangsan', { kind: 'card', card: CARD }, { check: true });
    expect(fake.shown.map(({ message }) => message)).toEqual([{ markdown: '**市发改委**' }, { card: CARD }]);
  });

  test('with the check, the same again within half an hour is shown once; without it, twice', async () => {
    await send('同样的话');
    expect(await send('同样的话')).toEqual({ status: 'sent' });
    expect(fake.shown).toHaveLength(1);
    await send('同样的话', false);
    expect(fake.shown).toHaveLength(2);
    clock += 1_800_001;
    await send('同样的话');
    expect(fake.shown).toHaveLength(3);
  });

  test('never goes to more than one person', async () => {
    for (const user of ['@all', 'zhangsan|LiSi', ''])
      expect(await api.send(user, text('x'), { check: true })).toMatchObject({ status: 'dropped' });
    expect(fake.requests).toEqual([]);
  });

  test('of which errcode 0 says that the member was not reached is dropped, whatever the case of the id', async () => {
    fake.failNext({ kind: 'missed', list: 'invaliduser' }, { kind: 'missed', list: 'unlicenseduser' });
    expect(await api.send('LiSi', text('x'), { check: true })).toEqual({ status: 'dropped', reason: 'invaliduser' });
    expect(await api.send('LiSi', text('y'), { check: true })).toEqual({ status: 'dropped', reason: 'unlicenseduser' });
    expect(fake.shown).toEqual([]);
  });

  test('to somebody whom the app does not reach is dropped', async () => {
    const sent = await api.send('nobody', text('x'), { check: true });
    expect(sent).toEqual({ status: 'dropped', reason: 'errcode 81013' });
    expect(fake.tries()).toHaveLength(1);
  });

  test('over 2048 bytes, and a card with a fault, are refused: the plain form may pass', async () => {
    expect(await send('市'.repeat(683))).toEqual({ status: 'refused', reason: 'errcode 45002' });
    const card = { ...CARD, button_list: [{ text: '十一个字的按钮放不下了吧', key: 'k' }] };
    const sent = await api.send('zhangsan', { kind: 'card', card }, { check: true });
    expect(sent).toEqual({ status: 'refused', reason: 'errcode 42045' });
    expect(waits).toEqual([]);
  });

  test('that breaks the content rules is blocked', async () => {
    fake.failNext(code(87014));
    expect(await send()).toEqual({ status: 'blocked', reason: 'errcode 87014' });
  });

  test('over 30 a minute to one member waits for its turn: the platform would drop it in silence', async () => {
    for (let n = 0; n < 30; n++) expect(await send(`第${n}条`)).toEqual({ status: 'sent' });
    clock += 20_000;
    expect(await send('第31条')).toMatchObject({ status: 'later', after: 40_000 });
    expect(await api.send('LiSi', text('x'), { check: true })).toEqual({ status: 'sent' });
    clock += 40_000;
    expect(await send('第31条')).toEqual({ status: 'sent' });
    expect(fake.shown).toHaveLength(32);
  });
});

describe('the token', () => {
  test('ten messages at once share one', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, (_, n) => send(`第${n}条`)));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['sent']));
    expect(tokenRequests()).toBe(1);
  });

  test('is renewed shortly before it ends, not before', async () => {
    await send('一');
    clock += 6_890_000;
    await send('二');
    expect(tokenRequests()).toBe(1);
    clock += 20_000;
    await send('三');
    expect(tokenRequests()).toBe(2);
    expect(fake.tokensIssued()).toBe(2);
    expect(fake.shown).toHaveLength(3);
  });

  test('that is dead is replaced once, for ten messages at once too', async () => {
    await send();
    fake.expireTokens();
    const all = await Promise.all(Array.from({ length: 10 }, (_, n) => send(`第${n}条`)));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['sent']));
    expect(tokenRequests()).toBe(2);
    expect(fake.shown).toHaveLength(11);
  });

  test.each([40001, 40014, 42001])('code %i: a new one is tried once, then everything halts', async (dead) => {
    fake.failNext(code(dead), code(dead));
    expect(await send()).toEqual({ status: 'halted', reason: `errcode ${dead}`, unreached: true });
    expect(fake.tries()).toHaveLength(2);
    expect(waits).toEqual([]);
  });

  test('that cannot be fetched for the moment is asked for again', async () => {
    api = open({}, { timeout: HANGING });
    fake.failTokens({ kind: 'page', http: 502 }, { kind: 'hang' });
    expect(await send()).toEqual({ status: 'sent' });
    expect(waits).toEqual([500, 1000]);
  });

  test('refused with busy three times: later', async () => {
    fake.failTokens(code(-1), code(-1), code(-1));
    expect(await send()).toEqual({ status: 'later', reason: 'errcode -1' });
    expect(tokenRequests()).toBe(3);
  });
});

describe('credentials', () => {
  test('that are right are accepted', async () => {
    expect(await api.checkCredentials()).toEqual({ status: 'sent' });
  });

  test('a wrong secret and a wrong corp id halt everything at the first try', async () => {
    api = open({ secret: 'wrong-secret' });
    expect(await api.checkCredentials()).toEqual({ status: 'halted', reason: 'errcode 40001', unreached: true });
    expect(await send()).toEqual({ status: 'halted', reason: 'errcode 40001', unreached: true });
    expect(tokenRequests()).toBe(2);
    expect(fake.tries()).toEqual([]);
    api = open({ corpId: 'ww0' });
    expect(await api.checkCredentials()).toEqual({ status: 'halted', reason: 'errcode 40013', unreached: true });
  });

  test('an agent id of another app halts', async () => {
    api = open({ agentId: 7 });
    expect(await send()).toEqual({ status: 'halted', reason: 'errcode 301002', unreached: true });
  });

  test('an address that is not on the list of the app halts', async () => {
    fake.failNext(code(60020));
    expect(await send()).toEqual({ status: 'halted', reason: 'errcode 60020', unreached: true });
    expect(fake.tries()).toHaveLength(1);
  });
});

describe('when the platform is ill', () => {
  test('busy twice: the third try passes', async () => {
    fake.failNext(code(-1), code(-1));
    expect(await send()).toEqual({ status: 'sent' });
    expect(waits).toEqual([500, 1000]);
    expect(fake.shown).toHaveLength(1);
  });

  test('busy for good: three tries, then later', async () => {
    fake.failNext(code(-1), code(45033), code(-1), code(-1));
    expect(await send()).toEqual({ status: 'later', reason: 'errcode -1' });
    expect(fake.tries()).toHaveLength(3);
  });

  test('over its limit: later, after a minute', async () => {
    fake.failNext(code(45009));
    expect(await send()).toEqual({ status: 'later', reason: 'errcode 45009', after: 60_000 });
    expect(fake.tries()).toHaveLength(1);
  });

  test('a page in place of JSON, a redirect, an endless answer: tried again', async () => {
    fake.failNext({ kind: 'page', http: 502 }, { kind: 'redirect', to: `${fake.url}/elsewhere` });
    expect(await send('一')).toEqual({ status: 'sent' });
    fake.failNext({ kind: 'huge' }, { kind: 'page', http: 200 });
    expect(await send('二')).toEqual({ status: 'sent' });
    expect(fake.requests.some(({ path }) => path === '/elsewhere')).toBe(false);
    expect(fake.shown).toHaveLength(2);
  });

  test('no answer at all: given up after the deadline, tried again', async () => {
    api = open({}, { timeout: HANGING });
    fake.failNext({ kind: 'hang' });
    expect(await send()).toEqual({ status: 'sent' });
    expect(fake.tries()).toHaveLength(2);
  });

  test('the connection is cut after the message is out: tried again with the same body, it is shown once', async () => {
    fake.failNext({ kind: 'reset' });
    expect(await send()).toEqual({ status: 'sent' });
    const [first, second] = fake.tries();
    expect(second?.body).toEqual(first?.body);
    expect(fake.shown).toHaveLength(1);
  });

  test('the same without the duplicate check: not tried again, for it would be shown twice', async () => {
    fake.failNext({ kind: 'reset' });
    expect(await send('一', false)).toEqual({ status: 'dropped', reason: 'unknown outcome' });
    expect(fake.tries()).toHaveLength(1);
    fake.failNext(code(-1));
    expect(await send('二', false)).toEqual({ status: 'sent' });
  });

  test('nobody listens: later, with or without the duplicate check', async () => {
    await fake.close();
    expect(await send()).toEqual({ status: 'later', reason: 'network', unreached: true });
    expect(await send('一', false)).toEqual({ status: 'later', reason: 'network', unreached: true });
    expect(waits).toEqual([500, 1000, 500, 1000]);
  });

  test('a try without an answer, then refused credentials: what became of the message cannot be told', async () => {
    fake.failNext({ kind: 'reset' }, code(60020));
    expect(await send()).toEqual({ status: 'halted', reason: 'errcode 60020' });
    expect(fake.shown).toHaveLength(1);
  });

  test('more messages to a member than the platform shows are put off before they are sent', async () => {
    for (let n = 0; n < 30; n++) await send(`第${n}条`);
    expect(await send('再一条')).toMatchObject({ status: 'later', after: expect.any(Number), unreached: true });
    expect(fake.tries()).toHaveLength(30);
  });
});

describe('a card that was clicked', () => {
  test('is replaced by its response code, once', async () => {
    fake.click('rc-1');
    expect(await api.updateCard('zhangsan', 'rc-1', CARD)).toEqual({ status: 'sent' });
    expect(fake.shown).toEqual([{ to: 'zhangsan', message: { updated: CARD } }]);
    expect(await api.updateCard('zhangsan', 'rc-1', CARD)).toMatchObject({ status: 'refused' });
  });
});

describe("the platform's own addresses", () => {
  test('are read for the administrator, and none where the platform does not say', async () => {
    expect(await api.callbackIps()).toEqual(['101.226.103.0/25', '127.0.0.1']);
    api = open({ secret: 'wrong-secret' });
    expect(await api.callbackIps()).toEqual([]);
  });
});

describe('the log', () => {
  test('never holds a secret, a token, an address, a person or a word of a message, whatever fails', async () => {
    const all: string[] = [];
    const outcomes: unknown[] = [];
    api = open({}, { timeout: HANGING });
    fake.failNext(code(-1), { kind: 'page', http: 500 }, { kind: 'hang' }, code(40014), code(40014), { kind: 'reset' });
    for (const content of ['机密一', '机密二', '机密三']) outcomes.push(await send(content));
    all.push(...lines);
    api = open({ secret: 'wrong-secret' });
    outcomes.push(await send('机密四'));
    all.push(...lines);
    await fake.close();
    outcomes.push(await send('机密五'));
    all.push(...lines);
    expect(all.length).toBeGreaterThan(5);
    const told = all.join('') + JSON.stringify(outcomes);
    expect(told).not.toMatch(/secret|w-token|机密|zhangsan|http:|127\.0\.0\.1|corpid|access_token/);
  });
});
