import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../../src/app.ts';
import { onePlan } from '../../../src/channels/asked-plans.ts';
import { type Chats, openChats } from '../../../src/channels/chats.ts';
import { feishuLine } from '../../../src/channels/feishu/feishu.ts';
import { loadSdk } from '../../../src/channels/feishu/sdk.ts';
import type { Database } from '../../../src/store/database.ts';
import { openSqlite } from '../../../src/store/sqlite.ts';
import { storeOn } from '../../../src/store/store.ts';
import type { Ask, Plan } from '../../../src/types.ts';
import { makeList } from '../../../src/worklists/make-list.ts';
import { echoAsk } from '../../fakes/answer.ts';
import { wordsShown } from '../../fakes/card-words.ts';
import { OPEN_ACCESS } from '../../fakes/desk.ts';
import { APP, type FakeFeishuApi, fakeFeishuApi } from '../../fakes/feishu-api.ts';
import { faultsOfCard } from '../../fakes/feishu-card.ts';
import * as sender from '../../fakes/feishu-sender.ts';
import { encrypt, KEYS, type MessageOptions, messageEvent, sealed, signedHeaders } from '../../fakes/feishu-sender.ts';
import { memoryLog } from '../../fakes/memory-log.ts';
import { EMPTY_PLAN } from '../../fakes/plan.ts';
import { bot } from '../../helper.ts';

let fake: FakeFeishuApi;
let app: FastifyInstance;
let chats: Chats;
let lines: string[];
let time: number;
let database: Database;
let timers: { readonly at: number; readonly then: () => void }[];

const open = async (ask: Ask = echoAsk, secret: string = APP.secret, plan: Plan = EMPTY_PLAN): Promise<void> => {
  const { logger, lines: written } = memoryLog();
  lines = written;
  const now = () => time;
  timers = [];
  database = openSqlite(':memory:');
  const store = await storeOn(database, { days: 14, now });
  const timing = { timeout: 1500, now, sleep: async () => {}, random: () => 0 };
  const config = { mode: 'webhook', ...KEYS, appId: APP.id, appSecret: secret, baseUrl: fake.url } as const;
  chats = openChats({
    lines: [feishuLine(config, { log: logger, now, timing, makeList: makeList(() => plan) })],
    ...{ store, ask, plans: onePlan({ plan, examples: ['例一'] }), publicUrl: 'https://wenji.example.cn' },
    ...{ access: OPEN_ACCESS, log: logger, now },
    later: (ms, then) => timers.push({ at: time + ms, then }),
  });
  app = await createApp({ ask, conversations: store.conversations, channels: chats.channels, logger });
};

// The SDK takes its time to load, the server does it when it starts.
beforeAll(() => void loadSdk());

beforeEach(async () => {
  time = Date.now();
  fake = await fakeFeishuApi({ checkCard: faultsOfCard });
  await open();
});

afterEach(async () => {
  await app.close();
  await fake.close();
});

const send = (payload: string, headers: Readonly<Record<string, string | string[]>> = signedHeaders(payload)) =>
  app.inject({ method: 'POST', url: '/webhooks/feishu', headers, payload });

/** Delivers a message as new, waits for what comes of it. */
const say = async (options: MessageOptions = {}) => {
  const event = messageEvent(options);
  fake.post(event.event.message.message_id, event.event.message.chat_id);
  const response = await send(sealed(event));
  await chats.idle();
  return response;
};

/** Lets time pass, and what is due be done. */
const pass = async (ms: number): Promise<void> => {
  time += ms;
  for (const { then } of timers.splice(0).filter(({ at }) => at <= time)) then();
  await chats.idle();
};

/** Clicks a button of a card, as the platform tells of it. */
const click = async (value: unknown, options: sender.ClickOptions = {}) => {
  const event = sender.clickEvent(value, options);
  fake.post(event.event.context.open_message_id, event.event.context.open_chat_id);
  const response = await send(sealed(event));
  await chats.idle();
  return response.json();
};

const buttonsOf = (content: string): readonly unknown[] =>
  [...content.matchAll(/"behaviors":\[\{"type":"callback","value":(\{[^}]*\})/g)].map(([, json = '']) =>
    JSON.parse(json),
  );

const texts = () => fake.sent.map(({ content }) => wordsShown(content).split('\n')[0]);

describe('a message', () => {
  test('is acknowledged with {} and answered by a reply to it', async () => {
    const response = await say({ messageId: 'om_1', text: '@_user_1 供应链金融归谁管' });
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({});
    expect(fake.replies).toMatchObject([{ messageId: 'om_1' }]);
    expect(fake.sent).toMatchObject([{ msgType: 'interactive', to: { kind: 'message', id: 'om_1' } }]);
    expect(texts()).toEqual(['答：供应链金融归谁管（此前 0 问）']);
  });

  test('is acknowledged before it is answered', async () => {
    let asked = false;
    await app.close();
    await open((question) => {
      asked = true;
      return echoAsk(question);
    });
    const event = messageEvent({ chat: 'p2p' });
    fake.post(event.event.message.message_id, 'oc_1');
    fake.failNext({ kind: 'hang' });
    const response = await send(sealed(event));
    expect(response.json()).toEqual({});
    expect(fake.replies).toEqual([]);
    await chats.idle();
    expect(asked).toBe(true);
    expect(fake.replies).toHaveLength(1);
  });

  test.each([false, 'hangs'] as const)(
    'that quotes one the platform does not give (%s) is answered, and the acknowledgement does not wait',
    async (reads) => {
      fake.set({ reads });
      const event = messageEvent({ text: '@_user_1 乙', parentId: 'om_among_people' });
      fake.post(event.event.message.message_id, event.event.message.chat_id);
      expect((await send(sealed(event))).json()).toEqual({});
      expect(fake.sent).toEqual([]);
      await chats.idle();
      expect(texts()).toEqual(['答：乙（此前 0 问）']);
    },
  );

  test('five times with the same event id gets one reply', async () => {
    for (let n = 0; n < 5; n++) expect((await say({ messageId: 'om_1', eventId: 'e_1' })).statusCode).toBe(200);
    expect(fake.replies).toHaveLength(1);
    expect(fake.tries()).toHaveLength(1);
  });

  test('five times with a new event id each gets one reply', async () => {
    for (let n = 0; n < 5; n++) expect((await say({ messageId: 'om_1', eventId: `e_${n}` })).statusCode).toBe(200);
    expect(fake.tries()).toHaveLength(1);
  });

  test('five times at once gets one reply', async () => {
    await Promise.all(Array.from({ length: 5 }, () => say({ messageId: 'om_1', chat: 'p2p' })));
    expect(fake.tries()).toHaveLength(1);
  });

  test('the very same request again is acknowledged and does nothing', async () => {
    const event = messageEvent();
    fake.post(event.event.message.message_id, 'oc_1');
    const body = sealed(event);
    const headers = signedHeaders(body);
    for (let n = 0; n < 3; n++) expect((await send(body, headers)).json()).toEqual({});
    await chats.idle();
    expect(fake.tries()).toHaveLength(1);
  });

  test('in a group without a mention of the bot gets no reply', async () => {
    expect((await say({ mentions: [] })).json()).toEqual({});
    expect((await say({ mentions: [{ openId: 'ou_another_bot' }] })).json()).toEqual({});
    expect(fake.tries()).toEqual([]);
  });

  test('of a bot gets no reply', async () => {
    expect((await say({ senderType: 'bot' })).json()).toEqual({});
    expect((await say({ senderType: 'app', chat: 'p2p' })).json()).toEqual({});
    expect(fake.tries()).toEqual([]);
  });

  test('in a private chat gets a reply without a mention', async () => {
    await say({ chat: 'p2p', text: '供应链金融归谁管' });
    expect(texts()).toEqual(['答：供应链金融归谁管（此前 0 问）']);
  });

  test('as a post gets a reply', async () => {
    const content = {
      title: '',
      content: [
        [
          { tag: 'at', user_id: '@_user_1' },
          { tag: 'text', text: ' 供应链金融归谁管' },
        ],
      ],
    };
    await say({ type: 'post', content });
    expect(texts()).toEqual(['答：供应链金融归谁管（此前 0 问）']);
  });

  test('as a picture in a private chat gets the line that only text is read', async () => {
    await say({ type: 'image', content: { image_key: 'img_x' }, chat: 'p2p' });
    expect(texts()).toEqual([expect.stringContaining('目前只能读文字')]);
  });

  test('of the same person in the same chat knows the questions before it', async () => {
    await say({ sender: 'ou_a', text: '@_user_1 甲' });
    await say({ sender: 'ou_b', text: '@_user_1 乙' });
    await say({ sender: 'ou_a', text: '@_user_1 丙' });
    expect(texts()).toEqual(['答：甲（此前 0 问）', '答：乙（此前 0 问）', '答：丙（此前 1 问）']);
  });

  test('that the bot stumbles over gets an apology, and the log an error without the question', async () => {
    await app.close();
    await open(() => {
      throw new Error('bug');
    });
    await say({ text: '@_user_1 天然气' });
    expect(texts()).toEqual([expect.stringContaining('服务出错')]);
    expect(lines.join('')).toContain('bug');
    expect(lines.join('')).not.toContain('天然气');
  });

  test('echoed with <at user_id="all"></at> calls nobody', async () => {
    await say({ text: '@_user_1 <at user_id="all"></at>谁负责' });
    expect(texts()[0]).toContain('＜at user_id="all">');
    expect(fake.sent[0]?.content).not.toMatch(/<at|\\u003cat/i);
  });
});

describe('when sending fails', () => {
  const failForGood = () => fake.failNext(...Array.from({ length: 4 }, () => ({ kind: 'page', http: 500 }) as const));

  test('it is sent later by itself, once, and another delivery of the message changes nothing', async () => {
    failForGood();
    await say({ messageId: 'om_1' });
    expect(fake.replies).toEqual([]);
    await say({ messageId: 'om_1' });
    expect(fake.replies).toEqual([]);
    await pass(5_000);
    expect(fake.replies).toHaveLength(1);
    expect(new Set(fake.tries().map(({ body }) => (body as { uuid: string }).uuid)).size).toBe(1);
  });

  test('because the card is refused, the answer goes out as plain text', async () => {
    fake.failNext({ kind: 'code', http: 400, code: 230099 });
    await say({ text: '@_user_1 甲' });
    expect(fake.sent).toMatchObject([{ msgType: 'text' }]);
    expect(texts()).toEqual(['答：甲（此前 0 问）']);
  });

  test('because the quota of the month is used up, the log gives an alarm and nothing more is tried', async () => {
    fake.failNext({ kind: 'code', http: 400, code: 99991403 });
    await say();
    await say();
    expect(fake.tries()).toHaveLength(1);
    expect(lines.join('')).toContain('"alarm":true');
    expect((await app.inject('/healthz')).json().troubles).toEqual({ feishu: expect.stringContaining('quota') });
  });

  test('and the disk takes nothing, the delivery is left to the platform', async () => {
    await database.read.get('PRAGMA query_only = ON');
    const response = await say({ messageId: 'om_1' });
    expect(response.statusCode).toBe(503);
    expect(response.json().error.code).toBe('storage_failed');
    await database.read.get('PRAGMA query_only = OFF');
    expect((await say({ messageId: 'om_1' })).statusCode).toBe(200);
    expect(fake.replies).toHaveLength(1);
  });

  test('because the question was recalled, it is done with', async () => {
    fake.failNext({ kind: 'code', http: 400, code: 230011 });
    await say({ messageId: 'om_1' });
    await say({ messageId: 'om_1' });
    expect(fake.tries()).toHaveLength(1);
  });

  test("because of the platform's content rules, the asker is told", async () => {
    fake.failNext({ kind: 'code', http: 400, code: 230022 });
    await say();
    expect(texts()).toEqual([expect.stringContaining('内容安全策略')]);
  });
});

describe('a card', () => {
  const offering: Ask = (question) => ({ ...echoAsk(question), suggestions: ['乙', '丙'] });

  const offered = async (): Promise<readonly unknown[]> => {
    await app.close();
    await open(offering);
    await say({ text: '@_user_1 甲' });
    return buttonsOf(fake.sent[0]?.content ?? '');
  };

  test('its suggestion is a question of whoever clicks, answered under the card', async () => {
    const [first] = await offered();
    expect(await click(first, { operator: 'ou_other' })).toMatchObject({ toast: { type: 'info' } });
    expect(texts()).toEqual(['答：甲（此前 0 问）', '答：乙（此前 0 问）']);
  });

  test('a click that is delivered twice is answered once', async () => {
    const [first] = await offered();
    await click(first, { eventId: 'e_click' });
    expect(await click(first, { eventId: 'e_click' })).toEqual({});
    expect(fake.sent).toHaveLength(2);
  });

  test('its 有用 is thanked for, and sends nothing', async () => {
    const verdict = (await offered()).find((value) => JSON.stringify(value).includes('useful'));
    expect(await click(verdict)).toEqual({ toast: { type: 'success', content: '谢谢反馈' } });
    expect(fake.sent).toHaveLength(1);
  });

  test('a button of an answer that nobody knows says that it has expired', async () => {
    expect(await click({ reply: 'forged', suggestion: 0 })).toMatchObject({
      toast: { type: 'warning', content: expect.stringContaining('过期') },
    });
  });

  test('a button of somebody else’s is none of ours', async () => {
    expect(await click({ question: '转账' })).toEqual({});
    expect(fake.sent).toEqual([]);
  });

  test('its next page comes in the answer to the click', async () => {
    await app.close();
    const list = Array.from({ length: 40 }, (_, at) => `${at + 1}. 任务${at + 1}`);
    await open((question) => ({ ...echoAsk(question), text: ['共40项：', ...list].join('\n') }));
    await say({ text: '@_user_1 甲' });
    const next = buttonsOf(fake.sent[0]?.content ?? '').find((value) => JSON.stringify(value).includes('page'));
    expect(wordsShown(fake.sent[0]?.content ?? '')).not.toContain('任务40');
    const answer = await click({ ...(next as object), page: 3 });
    expect(faultsOfCard(JSON.stringify(answer.card.data))).toEqual([]);
    expect(wordsShown(JSON.stringify(answer.card.data))).toContain('任务40');
    expect(await click({ ...(next as object), page: 9 })).toMatchObject({ toast: { content: '没有这一页。' } });
  });
});

describe('a work list that is asked for', () => {
  const open2022 = () => open(bot.ask, APP.secret, bot.plan);
  const request = '@_user_1 导出市财政局2021年任务清单';

  test('comes as a file, once, with the rows that the plan has', async () => {
    await app.close();
    await open2022();
    await say({ messageId: 'om_list', text: request });
    await say({ messageId: 'om_list', text: request });
    expect(fake.sent).toMatchObject([{ msgType: 'file', content: JSON.stringify({ file_key: 'file_v3_1' }) }]);
    expect(fake.files.map(({ name }) => name)).toEqual(['市财政局2021年任务清单.xlsx']);
    const { default: ExcelJS } = await import('exceljs');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(fake.files[0]?.bytes.buffer as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toContain('任务清单');
  });

  test('where the app may not upload, says where to download it', async () => {
    await app.close();
    await open2022();
    fake.set({ uploads: false });
    await say({ text: request });
    expect(fake.files).toEqual([]);
    expect(wordsShown(fake.sent[0]?.content ?? '')).toContain('市财政局2021年任务清单：责任9项');
    expect(wordsShown(fake.sent[0]?.content ?? '')).toContain(
      'https://wenji.example.cn/api/worklists?format=xlsx&unit=%E5%B8%82%E8%B4%A2%E6%94%BF%E5%B1%80&year=2021',
    );
  });

  test('of a unit that the plan does not name is told so, and no markup of the asker takes effect', async () => {
    await app.close();
    await open2022();
    await say({ text: '@_user_1 导出<at user_id="all"></at>市版权局任务清单' });
    expect(fake.files).toEqual([]);
    expect(fake.sent[0]?.content).not.toContain('<at');
  });
});

describe('other events', () => {
  test('the bot is added to a group: it introduces itself once, with questions to click', async () => {
    const event = sender.botAddedEvent();
    fake.join(event.event.chat_id);
    for (let n = 0; n < 2; n++) await send(sealed(event));
    await chats.idle();
    expect(texts().length).toBe(1);
    expect(wordsShown(fake.sent[0]?.content ?? '')).toContain('您好');
    expect(buttonsOf(fake.sent[0]?.content ?? '')).toEqual([{ reply: 'welcome', suggestion: 0 }]);
  });

  test('it is added to a group with outside people: it says once that it does not answer there, and does not', async () => {
    const event = sender.botAddedEvent({ external: true });
    fake.join(event.event.chat_id);
    await send(sealed(event));
    await say({ chatId: event.event.chat_id });
    await say({ chatId: event.event.chat_id, messageId: 'om_other' });
    expect(texts()).toEqual([expect.stringContaining('外部')]);
  });

  test('a private chat is opened: it introduces itself the first time', async () => {
    fake.join('oc_private');
    for (let n = 0; n < 2; n++) await send(sealed(sender.enteredEvent('oc_private')));
    await chats.idle();
    expect(fake.sent).toHaveLength(1);
  });

  test('the menu is used: it introduces itself to the person', async () => {
    fake.meet('ou_menu');
    await send(sealed(sender.menuEvent('ou_menu')));
    await chats.idle();
    expect(fake.sent).toMatchObject([{ to: { id: 'ou_menu' } }]);
  });

  test('a question is recalled before its reply could be sent: none is', async () => {
    fake.failNext(...Array.from({ length: 4 }, () => ({ kind: 'page', http: 500 }) as const));
    await say({ messageId: 'om_1' });
    await send(sealed(sender.recalledEvent('om_1')));
    await pass(60_000);
    expect(fake.sent).toEqual([]);
  });

  test('a question in a thread is answered in the thread', async () => {
    await say({ threadId: 'omt_1' });
    expect(fake.sent).toMatchObject([{ thread: expect.anything() }]);
  });
});

describe('before the bot knows its own open_id', () => {
  test('a group message is left to the platform to deliver again, a private one is answered', async () => {
    fake.setIdentity(false);
    const response = await say({ messageId: 'om_1' });
    expect(response.statusCode).toBe(503);
    expect(response.json().error.code).toBe('channel_not_ready');
    await say({ chat: 'p2p', text: '甲' });
    expect(texts()).toEqual(['答：甲（此前 0 问）']);
    fake.setIdentity(true);
    time += 15_000;
    expect((await say({ messageId: 'om_1' })).statusCode).toBe(200);
    expect(fake.replies).toHaveLength(2);
  });

  test('it asks for it once, not once for each message', async () => {
    await Promise.all(Array.from({ length: 4 }, (_, n) => say({ chatId: `oc_${n}` })));
    expect(fake.requests.filter(({ path }) => path === '/open-apis/bot/v3/info')).toHaveLength(1);
    expect(fake.replies).toHaveLength(4);
  });

  test('it asks for it as soon as the server listens', async () => {
    await app.listen({ port: 0, host: '127.0.0.1' });
    for (let n = 0; n < 100 && fake.requests.length < 2; n++) await sleep(20);
    expect(fake.requests.map(({ path }) => path)).toContain('/open-apis/bot/v3/info');
  });
});

describe('the webhook', () => {
  test('answers the challenge', async () => {
    const body = sealed({ challenge: 'abc', token: KEYS.verificationToken, type: 'url_verification' });
    const response = await send(body, { 'content-type': 'application/json;charset=utf-8' });
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({ challenge: 'abc' });
  });

  test('answers the challenge while the Open API is down', async () => {
    await fake.close();
    const body = sealed({ challenge: 'abc', token: KEYS.verificationToken, type: 'url_verification' });
    expect((await send(body, { 'content-type': 'application/json' })).json()).toEqual({ challenge: 'abc' });
  });

  const unsigned = { 'content-type': 'application/json' };
  const bodies: ReadonlyArray<readonly [name: string, body: string, status: number, code: string]> = [
    ['{"encrypt":"AAAA"}', '{"encrypt":"AAAA"}', 400, 'delivery_malformed'],
    ['{"encrypt":123}', '{"encrypt":123}', 400, 'delivery_malformed'],
    ['no JSON', '{', 400, 'delivery_malformed'],
    ['a list', '[]', 400, 'delivery_malformed'],
    ['an empty body', '', 400, 'delivery_malformed'],
    ['__proto__', '{"__proto__":{"encrypt":"x"}}', 401, 'delivery_forged'],
    ['a plain event', JSON.stringify(messageEvent()), 401, 'delivery_forged'],
    ['an unsigned event', sealed(messageEvent()), 401, 'delivery_forged'],
    [
      'random bytes of the right length',
      JSON.stringify({ encrypt: Buffer.alloc(64, 7).toString('base64') }),
      401,
      'delivery_forged',
    ],
    ['2 MB', JSON.stringify({ encrypt: 'A'.repeat(2 << 20) }), 413, 'body_too_large'],
  ];

  test.each(bodies)('refuses %s from anybody, and lives', async (_name, body, status, code) => {
    const response = await send(body, unsigned);
    expect(response.statusCode).toBe(status);
    expect(response.json()).toEqual({ error: { code, message: expect.any(String) } });
    await say();
    expect(fake.replies).toHaveLength(1);
  });

  test('refuses a body of another content type', async () => {
    expect((await send(sealed(messageEvent()), { 'content-type': 'text/plain' })).statusCode).toBe(415);
  });

  test('refuses a header that came twice', async () => {
    const body = sealed(messageEvent());
    const headers = signedHeaders(body);
    const signature = headers['x-lark-signature'] ?? '';
    const response = await send(body, { ...headers, 'x-lark-signature': [signature, signature] });
    expect(response.statusCode).toBe(401);
  });

  test('refuses a request that is older than an hour', async () => {
    const body = sealed(messageEvent());
    const headers = signedHeaders(body);
    time += 3_700_000;
    const response = await send(body, headers);
    expect(response.statusCode).toBe(401);
    expect(response.json().error.code).toBe('delivery_stale');
  });

  test('a refused delivery is logged with the reason, not the content', async () => {
    await send(sealed(messageEvent({ text: '天然气' })), unsigned);
    const log = lines.join('');
    expect(log).toContain('event is not signed');
    expect(log).not.toMatch(new RegExp(`天然气|${KEYS.encryptKey}|${KEYS.verificationToken}`));
  });

  test('a refused delivery is not remembered: the right one after it is answered', async () => {
    const event = messageEvent();
    fake.post(event.event.message.message_id, 'oc_1');
    const body = sealed(event);
    await send(body, { ...signedHeaders(body), 'x-lark-signature': 'x' });
    await send(body);
    await chats.idle();
    expect(fake.replies).toHaveLength(1);
  });

  test('an event of another kind is acknowledged and dropped', async () => {
    const event = {
      schema: '2.0',
      header: { event_type: 'im.chat.member.bot.added_v1', token: KEYS.verificationToken },
    };
    const response = await send(sealed({ ...event, event: {} }));
    expect(response.json()).toEqual({});
    expect(fake.requests).toEqual([]);
  });

  test('GET is a 405', async () => {
    expect((await app.inject('/webhooks/feishu')).statusCode).toBe(405);
  });

  test('a right ciphertext of rubbish is refused', async () => {
    expect((await send(JSON.stringify({ encrypt: encrypt('rubbish') }))).statusCode).toBe(401);
  });
});

describe('the channel', () => {
  test('with a wrong secret logs what is wrong and answers nothing', async () => {
    await app.close();
    await open(echoAsk, 'wrong');
    await say({ chat: 'p2p', text: '甲' });
    expect(lines.join('')).toContain('"kind":"credentials"');
    expect(fake.replies).toEqual([]);
  });
});
