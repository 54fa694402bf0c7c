import { describe, expect, test } from 'vitest';
import { nextStep } from '../../../src/channels/feishu/retry.ts';
import { APP, BOT } from '../../fakes/feishu-api.ts';
import { api, card, clock, code, fake, lines, onStage, open, reopen, reply, text, toMessage } from './client-stage.ts';

onStage();

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
    reopen('wrong');
    expect(await reply()).toEqual({ status: 'halted', reason: 'credentials 10014', unreached: true });
    expect(fake.requests).toHaveLength(1);
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
    reopen('wrong-secret');
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
