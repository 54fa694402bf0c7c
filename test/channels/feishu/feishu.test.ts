import { describe, expect, test } from 'vitest';
import { echoAsk } from '../../fakes/answer.ts';
import { messageEvent, sealed, signedHeaders } from '../../fakes/feishu-sender.ts';
import { app, chats, database, fake, lines, onStage, open, pass, say, send, texts } from './webhook-stage.ts';

onStage();

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
