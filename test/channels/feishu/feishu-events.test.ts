import { describe, expect, test } from 'vitest';
import { echoAsk } from '../../fakes/answer.ts';
import { wordsShown } from '../../fakes/card-words.ts';
import * as sender from '../../fakes/feishu-sender.ts';
import { encrypt, KEYS, messageEvent, sealed, signedHeaders } from '../../fakes/feishu-sender.ts';
import { app, buttonsOf, chats, fake, later, lines, onStage, open, pass, say, send, texts } from './webhook-stage.ts';

onStage();

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
    later(15_000);
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
    await expect.poll(() => fake.requests.map(({ path }) => path)).toContain('/open-apis/bot/v3/info');
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
    later(3_700_000);
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
