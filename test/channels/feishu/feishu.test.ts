import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../../src/app.ts';
import type { OpenChannel } from '../../../src/channels/channel.ts';
import { feishuChannel } from '../../../src/channels/feishu/feishu.ts';
import { memoryConversations } from '../../../src/store/conversations.ts';
import { converseWith } from '../../../src/store/converse.ts';
import { memorySeen } from '../../../src/store/seen.ts';
import type { Ask } from '../../../src/types.ts';
import { echoAsk } from '../../fakes/answer.ts';
import { APP, type FakeFeishuApi, fakeFeishuApi } from '../../fakes/feishu-api.ts';
import { encrypt, KEYS, type MessageOptions, messageEvent, sealed, signedHeaders } from '../../fakes/feishu-sender.ts';
import { memoryLog } from '../../fakes/memory-log.ts';

let fake: FakeFeishuApi;
let app: FastifyInstance;
let channel: OpenChannel;
let lines: string[];
let time: number;

const open = async (ask: Ask = echoAsk, secret: string = APP.secret): Promise<void> => {
  const log = memoryLog();
  lines = log.lines;
  const conversations = memoryConversations(() => time);
  const opened = feishuChannel(
    { ...KEYS, appId: APP.id, appSecret: secret, baseUrl: fake.url },
    {
      converse: converseWith(ask, conversations),
      seen: memorySeen(() => time),
      logger: log.logger,
      now: () => time,
      timing: { timeout: 1500, sleep: async () => {}, random: () => 0 },
    },
  );
  if (opened.status === 'off') throw new Error('the channel is off');
  channel = opened;
  app = await createApp({ ask, conversations, channels: [channel], logger: log.logger });
};

// The SDK takes its time to load, the server does it when it starts.
beforeAll(() => import('@larksuiteoapi/node-sdk'));

beforeEach(async () => {
  time = Date.now();
  fake = await fakeFeishuApi();
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
  await channel.drain();
  return response;
};

const texts = () => fake.replies.map(({ text }) => text);

describe('a message', () => {
  test('is acknowledged with {} and answered by a reply to it', async () => {
    const response = await say({ messageId: 'om_1', text: '@_user_1 供应链金融归谁管' });
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({});
    expect(fake.replies).toMatchObject([{ messageId: 'om_1', text: '答：供应链金融归谁管（此前 0 问）' }]);
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
    await channel.drain();
    expect(asked).toBe(true);
    expect(fake.replies).toHaveLength(1);
  });

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
    await channel.drain();
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
  });
});

describe('when sending fails', () => {
  const failForGood = () => fake.failNext(...Array.from({ length: 4 }, () => ({ kind: 'page', http: 500 }) as const));

  test('the next delivery of the message is answered', async () => {
    failForGood();
    await say({ messageId: 'om_1' });
    expect(fake.replies).toEqual([]);
    await say({ messageId: 'om_1' });
    expect(fake.replies).toHaveLength(1);
  });

  test('the very same request again is answered, too', async () => {
    const event = messageEvent();
    fake.post(event.event.message.message_id, 'oc_1');
    const body = sealed(event);
    const headers = signedHeaders(body);
    failForGood();
    for (let n = 0; n < 2; n++) {
      await send(body, headers);
      await channel.drain();
    }
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
    await channel.drain();
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
  test('without a configuration is off, and says how to turn it on', () => {
    const services = {
      converse: converseWith(
        echoAsk,
        memoryConversations(() => 0),
      ),
      seen: memorySeen(() => 0),
      logger: memoryLog().logger,
      now: () => 0,
    };
    const off = feishuChannel(undefined, services);
    expect(off).toMatchObject({ status: 'off', reason: expect.stringContaining('FEISHU_APP_ID') });
  });

  test('with a wrong secret logs what is wrong and answers nothing', async () => {
    await app.close();
    await open(echoAsk, 'wrong');
    await say({ chat: 'p2p', text: '甲' });
    expect(lines.join('')).toContain('"kind":"credentials"');
    expect(fake.replies).toEqual([]);
  });
});
