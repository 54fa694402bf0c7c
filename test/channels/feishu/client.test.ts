import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FeishuApi, feishuApi } from '../../../src/channels/feishu/client.ts';
import { faultOfThrown } from '../../../src/channels/feishu/faults.ts';
import type { FeishuMessage } from '../../../src/channels/feishu/render.ts';
import { nextStep } from '../../../src/channels/feishu/retry.ts';
import { loadSdk } from '../../../src/channels/feishu/sdk.ts';
import type { FeishuTo } from '../../../src/channels/feishu/to.ts';
import { type FakeClock, fakeClock } from '../../fakes/clock.ts';
import { APP, type ApiFault, BOT, type FakeFeishuApi, fakeFeishuApi } from '../../fakes/feishu-api.ts';
import { memoryLog } from '../../fakes/memory-log.ts';

let fake: FakeFeishuApi;
let api: FeishuApi;
let clock: FakeClock;
let lines: string[];
let faultsOfCard: readonly string[];

const open = (secret: string = APP.secret): FeishuApi => {
  const log = memoryLog();
  lines = log.lines;
  const config = { appId: APP.id, appSecret: secret, baseUrl: fake.url };
  return feishuApi(config, log.logger, { timeout: 1500, now: clock.now, sleep: clock.sleep, random: () => 0 });
};

beforeAll(() => void loadSdk());

beforeEach(async () => {
  clock = fakeClock();
  faultsOfCard = [];
  fake = await fakeFeishuApi({ now: clock.now, checkCard: () => faultsOfCard });
  fake.post('om_1', 'oc_1');
  api = open();
});

afterEach(() => fake.close());

const text = (words: string): FeishuMessage => ({ msgType: 'text', content: JSON.stringify({ text: words }) });
const card = (words: string): FeishuMessage => ({
  msgType: 'interactive',
  content: JSON.stringify({ schema: '2.0', body: { elements: [{ tag: 'markdown', content: words }] } }),
});

const toMessage = (message: string, thread = false): FeishuTo => ({
  kind: 'message',
  message,
  thread,
  chat: `oc_of_${message}`,
});

const reply = (message = text('责任单位：市发改委'), key = 'key-1') => api.send(toMessage('om_1'), message, key);

const code = (number: number, http = 400): ApiFault => ({ kind: 'code', http, code: number });

const uuidsTried = () => fake.tries().map(({ body }) => (body as { uuid: string }).uuid);

describe('a message', () => {
  test('is sent by the official SDK as a reply, with the key by which the platform knows it', async () => {
    expect(await reply()).toEqual({ status: 'sent' });
    expect(fake.replies).toEqual([{ messageId: 'om_1', text: '责任单位：市发改委', uuid: 'key-1' }]);
    expect(fake.tries()[0]?.userAgent).toMatch(/^oapi-node-sdk\//);
  });

  test('goes to a chat, or to a person by open_id, where there is nothing to reply to', async () => {
    fake.join('oc_new');
    fake.meet('ou_a');
    expect(await api.send({ kind: 'chat', chat: 'oc_new' }, card('你好'), 'k1')).toEqual({ status: 'sent' });
    expect(await api.send({ kind: 'person', person: 'ou_a' }, text('你好'), 'k2')).toEqual({ status: 'sent' });
    expect(fake.sent).toMatchObject([
      { to: { kind: 'chat', id: 'oc_new' }, msgType: 'interactive', uuid: 'k1', thread: false },
      { to: { kind: 'person', id: 'ou_a' }, msgType: 'text', uuid: 'k2', thread: false },
    ]);
  });

  test('goes into the thread of the question', async () => {
    await api.send(toMessage('om_1', true), text('x'), 'k');
    expect(fake.sent).toMatchObject([{ thread: true }]);
  });

  test.each([230071, 230072])('where the chat has no threads (%d), it is sent without one', async (refusal) => {
    fake.failNext(code(refusal));
    expect(await api.send(toMessage('om_1', true), text('x'), 'k')).toEqual({ status: 'sent' });
    expect(fake.sent).toMatchObject([{ thread: false, uuid: 'k' }]);
    expect(fake.tries()).toHaveLength(2);
  });

  test('in a chat that has no threads at all is sent once', async () => {
    fake.set({ threads: false });
    expect(await api.send(toMessage('om_1', true), text('x'), 'k')).toEqual({ status: 'sent' });
    expect(fake.sent).toHaveLength(1);
  });

  test('sent twice under one key within the hour, it appears once; after the hour it would appear again', async () => {
    await reply();
    clock.pass(3_599_000);
    await reply(text('a second try after a restart'));
    expect(fake.sent).toHaveLength(1);
    clock.pass(2_000);
    await reply();
    expect(fake.sent).toHaveLength(2);
  });
});

describe('the token', () => {
  test('is fetched once for ten first messages at a time', async () => {
    const all = Array.from({ length: 10 }, (_, n) => {
      fake.post(`om_p${n}`, `oc_p${n}`);
      return api.send(toMessage(`om_p${n}`), text('x'), `k${n}`);
    });
    expect(new Set((await Promise.all(all)).map(({ status }) => status))).toEqual(new Set(['sent']));
    expect(fake.tokensIssued()).toBe(1);
  });

  test('is shared by one call after another', async () => {
    await reply();
    await reply(text('y'), 'key-2');
    await api.ownOpenId();
    expect(fake.tokensIssued()).toBe(1);
  });

  test('is not shared by two clients of one app in one process', async () => {
    await reply();
    await open().send(toMessage('om_1'), text('x'), 'k');
    expect(fake.tokensIssued()).toBe(2);
  });

  test('is replaced once when it is dead, and the message is sent', async () => {
    await reply();
    fake.expireTokens();
    expect(await reply(text('x'), 'key-2')).toEqual({ status: 'sent' });
    expect(fake.tokensIssued()).toBe(2);
    expect(fake.sent).toHaveLength(2);
  });

  test('is replaced once for several messages at a time', async () => {
    await reply();
    fake.expireTokens();
    const ids = ['om_2', 'om_3', 'om_4'];
    for (const id of ids) fake.post(id, `oc_${id}`);
    const all = await Promise.all(ids.map((id) => api.send(toMessage(id), text('x'), id)));
    expect(all).toEqual([{ status: 'sent' }, { status: 'sent' }, { status: 'sent' }]);
    expect(fake.tokensIssued()).toBe(2);
  });

  test('that stays dead is given up after the second', async () => {
    fake.failNext(code(99991663), code(99991663));
    expect(await reply()).toEqual({ status: 'later', reason: 'token 99991663' });
    expect(fake.tries()).toHaveLength(2);
  });

  test('is not to be had with a wrong app secret: nothing will pass until somebody acts', async () => {
    api = open('wrong');
    expect(await reply()).toEqual({ status: 'halted', reason: 'credentials 10014', unreached: true });
    expect(fake.requests).toHaveLength(1);
  });
});

describe('when the platform limits', () => {
  const limited = (reset: number): ApiFault => ({ kind: 'code', http: 429, code: 99991400, reset });

  test('429 with x-ogw-ratelimit-reset: the message waits as long as it says, and is sent once', async () => {
    fake.failNext(limited(3), limited(2));
    expect(await reply()).toEqual({ status: 'sent' });
    expect(clock.waits).toEqual([3000, 2000]);
    expect(fake.sent).toHaveLength(1);
    expect(new Set(uuidsTried())).toEqual(new Set(['key-1']));
  });

  test('for longer than a few seconds: the wait is the caller’s', async () => {
    fake.failNext(limited(30));
    expect(await reply()).toEqual({ status: 'later', reason: 'rate 99991400', after: 30_000 });
    expect(clock.waits).toEqual([]);
    expect(fake.tries()).toHaveLength(1);
  });

  test('230020 of a busy chat: the message backs off', async () => {
    fake.failNext(code(230020), code(230020));
    expect(await reply()).toEqual({ status: 'sent' });
    expect(clock.waits).toEqual([500, 1000]);
  });

  test('again and again: four tries, then it is for later', async () => {
    fake.failNext(...Array.from({ length: 9 }, () => code(230020)));
    expect(await reply()).toEqual({ status: 'later', reason: 'rate 230020' });
    expect(fake.tries()).toHaveLength(4);
  });

  test.each(['chat', 'gateway'] as const)(
    'twelve messages to one group never meet its limit (%s)',
    async (limitedBy) => {
      fake.set({ limitedBy });
      fake.join('oc_1');
      for (let n = 0; n < 12; n++)
        expect(await api.send({ kind: 'chat', chat: 'oc_1' }, text(`${n}`), `k${n}`)).toEqual({ status: 'sent' });
      expect(fake.tries()).toHaveLength(12);
      expect(clock.waits.length).toBeGreaterThan(0);
    },
  );

  test('messages to many groups do not wait for one another', async () => {
    for (let n = 0; n < 12; n++) {
      fake.join(`oc_n${n}`);
      await api.send({ kind: 'chat', chat: `oc_n${n}` }, text('x'), `k${n}`);
    }
    expect(clock.waits).toEqual([]);
  });

  test('eight answers at once to questions in one group all arrive', async () => {
    const all = Array.from({ length: 8 }, (_, n) => {
      fake.post(`om_q${n}`, 'oc_1');
      return api.send({ kind: 'message', message: `om_q${n}`, thread: false, chat: 'oc_1' }, text('x'), `k${n}`);
    });
    expect(new Set((await Promise.all(all)).map(({ status }) => status))).toEqual(new Set(['sent']));
    expect(Math.max(...clock.waits)).toBeGreaterThan(1000);
    expect(fake.sent).toHaveLength(8);
  });

  test('the quota of the month is used up: nothing will pass, and it is not tried again', async () => {
    fake.set({ quota: false });
    expect(await reply()).toEqual({ status: 'halted', reason: 'quota 99991403', unreached: true });
    expect(fake.tries()).toHaveLength(1);
    expect(lines.join('')).toContain('"level":50');
  });

  test('the quota is used up at the second try: what became of the first cannot be told', async () => {
    fake.failNext({ kind: 'page', http: 502 }, { kind: 'code', http: 400, code: 99991403 });
    expect(await reply()).toEqual({ status: 'halted', reason: 'quota 99991403' });
  });
});

describe('what the platform says about a message', () => {
  test.each([
    [230011, 'dropped'], // recalled
    [230110, 'dropped'], // deleted
    [230050, 'dropped'],
    [230002, 'dropped'], // not in the group
    [232009, 'dropped'], // dissolved
    [230013, 'dropped'],
    [230018, 'dropped'],
    [230019, 'dropped'],
    [230035, 'dropped'],
    [230038, 'dropped'],
    [230053, 'dropped'],
    [230022, 'blocked'],
    [230028, 'blocked'],
    [230001, 'refused'],
    [230025, 'refused'],
    [230055, 'refused'],
    [230099, 'refused'],
    [200861, 'refused'],
    [11310, 'refused'],
    [230027, 'shut'],
    [230006, 'halted'],
    [99991672, 'halted'],
    [99991401, 'halted'],
    [999999, 'refused'], // never heard of: the plain form is worth a try
  ] as const)('%d: the message is %s, at the first try', async (number, status) => {
    fake.failNext(code(number));
    expect(await reply(card('x'))).toMatchObject({ status, reason: expect.stringContaining(String(number)) });
    expect(fake.tries()).toHaveLength(1);
    expect(fake.sent).toEqual([]);
  });

  test('a reply to what was taken back is dropped', async () => {
    fake.recall('om_1');
    expect(await reply()).toEqual({ status: 'dropped', reason: 'gone 230011' });
    expect(await api.send(toMessage('om_unknown'), text('x'), 'k')).toMatchObject({ status: 'dropped' });
  });

  test('where the bot is not in the chat, or may not write to the person, the message is dropped', async () => {
    const chat = await api.send({ kind: 'chat', chat: 'oc_left' }, text('x'), 'k');
    expect(chat).toEqual({ status: 'dropped', reason: 'absent 230002' });
    const person = await api.send({ kind: 'person', person: 'ou_other' }, text('x'), 'k');
    expect(person).toEqual({ status: 'dropped', reason: 'closed 230013' });
  });

  test('a card that it cannot show is refused, and the log has its code, not its content', async () => {
    faultsOfCard = ['card table number over limit'];
    expect(await reply(card('机密'))).toEqual({ status: 'refused', reason: 'content 230099 11310' });
    const log = lines.join('');
    expect(log).toContain('"sub":11310');
    expect(log).not.toMatch(/机密|table number/);
    expect(await reply(text('plain'))).toEqual({ status: 'sent' });
  });

  test.each([
    ['a card', card('汉'.repeat(11_000))],
    ['a text', text('汉'.repeat(60_000))],
  ])('%s that is too long is refused', async (_name, message) => {
    expect(await reply(message)).toEqual({ status: 'refused', reason: 'content 230025' });
  });

  test.each(['{', '[]', '{"text":""}', '{"text":"x","more":1}', '"x"'])(
    'a text message of %j is refused',
    async (content) => {
      expect(await reply({ msgType: 'text', content })).toEqual({ status: 'refused', reason: 'content 230001' });
    },
  );
});

describe('when the platform is ill', () => {
  test('code 230002 under HTTP 200 is a failure', async () => {
    fake.failNext(code(230002, 200));
    expect(await reply()).toMatchObject({ status: 'dropped' });
    expect(fake.sent).toEqual([]);
  });

  test.each([200, 403, 500, 502])(
    'HTTP %d with a page in place of JSON is not the platform: tried again',
    async (http) => {
      fake.failNext({ kind: 'page', http });
      expect(await reply()).toEqual({ status: 'sent' });
      expect(fake.tries()).toHaveLength(2);
    },
  );

  test('500 again and again: four tries, then it is for later', async () => {
    fake.failNext(...Array.from({ length: 4 }, () => ({ kind: 'page', http: 500 }) as const));
    expect(await reply()).toEqual({ status: 'later', reason: 'server' });
    expect(clock.waits).toEqual([500, 1000, 2000]);
  });

  test('no answer at all: given up after the deadline, tried again', async () => {
    fake.failNext({ kind: 'hang' });
    expect(await reply()).toEqual({ status: 'sent' });
    expect(fake.tries()).toHaveLength(2);
  });

  test('the message was sent but the connection broke: tried again, it appears once', async () => {
    fake.failNext({ kind: 'lost' });
    expect(await reply()).toEqual({ status: 'sent' });
    expect(fake.tries()).toHaveLength(2);
    expect(fake.sent).toHaveLength(1);
  });

  test('nobody listens: four tries, then it is for later', async () => {
    await fake.close();
    expect(await reply()).toEqual({ status: 'later', reason: 'network' });
    expect(clock.waits).toEqual([500, 1000, 2000]);
  });

  test('a page in place of a token is no word about the credentials', () => {
    const thrown = new Error('failed to get tenant_access_token, code: unknown, msg: no message');
    expect(faultOfThrown(thrown)).toEqual({ kind: 'server' });
  });
});

describe("the bot's own open_id", () => {
  test('is fetched', async () => {
    expect(await api.ownOpenId()).toEqual({ status: 'done', value: BOT });
  });

  test('is missing where the platform refuses it', async () => {
    fake.setIdentity(false);
    expect(await api.ownOpenId()).toMatchObject({ status: 'failed', fault: { code: 99991672 } });
  });
});

describe('what an administrator is told', () => {
  const bot = { openId: BOT, name: 'FakeBot' };

  test.each([2, 4])('all is well with an app that is in use (%d)', async (activation) => {
    fake.setActivation(activation);
    expect(await api.checkCredentials()).toEqual({ status: 'ready', bot: { ...bot, activation } });
  });

  test.each([0, 1, 3, 5, 6])('the app has to be released (%d)', async (activation) => {
    fake.setActivation(activation);
    expect(await api.checkCredentials()).toEqual({ status: 'inactive', bot: { ...bot, activation } });
  });

  test('the App Secret is wrong', async () => {
    expect(await open('wrong').checkCredentials()).toEqual({
      status: 'no_token',
      fault: { kind: 'credentials', code: 10014 },
    });
  });

  test('the app has no bot', async () => {
    fake.setIdentity(false);
    expect(await api.checkCredentials()).toMatchObject({ status: 'no_bot', fault: { code: 99991672 } });
  });

  test('the platform cannot be reached', async () => {
    await fake.close();
    expect(await api.checkCredentials()).toEqual({ status: 'unreachable', fault: { kind: 'network' } });
  });
});

describe('the log', () => {
  test('never holds the app secret, a token or a word of an answer, whatever fails', async () => {
    fake.failNext(code(230020), { kind: 'page', http: 500 }, { kind: 'hang' });
    await reply(card('机密'));
    const first = lines;
    api = open('wrong-secret');
    await reply(text('机密'));
    await fake.close();
    await reply(text('机密'));
    expect(lines.length).toBeGreaterThan(0);
    expect([...first, ...lines].join('')).not.toMatch(new RegExp(`${APP.secret}|wrong-secret|t-\\d|机密|Bearer`));
  });
});

describe('waiting', () => {
  test('is spread by up to a quarter, and never shorter than the platform asks', () => {
    const step = nextStep({ kind: 'rate', reset: 4000 }, { made: 1, renewed: false, random: 0.999 });
    expect(step).toEqual({ kind: 'wait', ms: 4999 });
  });
});
