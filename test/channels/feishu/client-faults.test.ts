import { describe, expect, test } from 'vitest';
import { faultOfThrown } from '../../../src/channels/feishu/faults.ts';
import type { ApiFault } from '../../fakes/feishu-api.ts';
import {
  api,
  card,
  clock,
  code,
  fake,
  findOnCards,
  lines,
  onStage,
  reply,
  text,
  toMessage,
  uuidsTried,
} from './client-stage.ts';

onStage();

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
    findOnCards(['card table number over limit']);
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
