import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FeishuApi, feishuApi, type Timing, uuidOf } from '../../../src/channels/feishu/client.ts';
import { renderText } from '../../../src/channels/feishu/render.ts';
import { nextStep } from '../../../src/channels/feishu/retry.ts';
import { APP, BOT, type FakeFeishuApi, fakeFeishuApi } from '../../fakes/feishu-api.ts';
import { KEYS } from '../../fakes/feishu-sender.ts';
import { memoryLog } from '../../fakes/memory-log.ts';

let fake: FakeFeishuApi;
let api: FeishuApi;
let waits: number[];
let lines: string[];

const open = (secret: string = APP.secret, timing: Partial<Timing> = {}): FeishuApi => {
  const log = memoryLog();
  lines = log.lines;
  const config = { ...KEYS, appId: APP.id, appSecret: secret, baseUrl: fake.url };
  const sleep = async (ms: number) => waits.push(ms);
  return feishuApi(config, log.logger, { timeout: 1500, sleep, random: () => 0, ...timing });
};

beforeAll(() => import('@larksuiteoapi/node-sdk'));

beforeEach(async () => {
  fake = await fakeFeishuApi();
  fake.post('om_1', 'oc_1');
  waits = [];
  api = open();
});

afterEach(() => fake.close());

const reply = (text = '责任单位：市发改委') => api.reply('om_1', renderText(text), 'answer');

const sentUuids = () => fake.tries().map(({ body }) => (body as { uuid: string }).uuid);

describe('a reply', () => {
  test('is sent by the official SDK to the message that was asked, with an id of at most 50 characters', async () => {
    expect(await reply()).toEqual({ status: 'done', value: undefined });
    expect(fake.replies).toEqual([{ messageId: 'om_1', text: '责任单位：市发改委', uuid: uuidOf('om_1', 'answer') }]);
    expect(fake.tries()[0]?.userAgent).toMatch(/^oapi-node-sdk\//);
    expect(uuidOf('om_1', 'answer').length).toBeLessThanOrEqual(50);
  });

  test('several replies share one token', async () => {
    await reply();
    await reply();
    await api.ownOpenId();
    expect(fake.tokensIssued()).toBe(1);
  });

  test('two clients of one app in one process do not share a token', async () => {
    await reply();
    await open().reply('om_1', renderText('x'), 'note');
    expect(fake.tokensIssued()).toBe(2);
  });

  test('sent twice for one message, it appears once', async () => {
    await reply();
    await reply('a second try after a restart');
    expect(fake.replies).toHaveLength(1);
  });

  test('to a message that the chat does not know is final', async () => {
    const called = await api.reply('om_unknown', renderText('x'), 'answer');
    expect(called).toMatchObject({ status: 'failed', fault: { kind: 'gone', code: 230110 } });
    expect(fake.tries()).toHaveLength(1);
  });
});

describe('when the platform limits', () => {
  test('429 with x-ogw-ratelimit-reset: the reply waits as long as it says, and is sent once', async () => {
    fake.failNext(
      { kind: 'code', http: 429, code: 99991400, reset: 3 },
      { kind: 'code', http: 429, code: 99991400, reset: 2 },
    );
    expect(await reply()).toMatchObject({ status: 'done' });
    expect(waits).toEqual([3000, 2000]);
    expect(fake.replies).toHaveLength(1);
    expect(new Set(sentUuids()).size).toBe(1);
  });

  test('230020 of a busy chat: the reply backs off', async () => {
    fake.failNext({ kind: 'code', http: 400, code: 230020 }, { kind: 'code', http: 400, code: 230020 });
    expect(await reply()).toMatchObject({ status: 'done' });
    expect(waits).toEqual([500, 1000]);
  });

  test('for ever: four tries, then it is given up as limited', async () => {
    fake.failNext(...Array.from({ length: 9 }, () => ({ kind: 'code', http: 400, code: 230020 }) as const));
    expect(await reply()).toMatchObject({ status: 'failed', fault: { kind: 'rate' } });
    expect(fake.tries()).toHaveLength(4);
  });

  test('for longer than anybody waits: it is given up at once', async () => {
    fake.failNext({ kind: 'code', http: 429, code: 99991400, reset: 3600 });
    expect(await reply()).toMatchObject({ status: 'failed', fault: { kind: 'rate', reset: 3_600_000 } });
    expect(waits).toEqual([]);
  });

  test('the quota of the month is used up: not tried again', async () => {
    fake.failNext({ kind: 'code', http: 400, code: 99991403 });
    expect(await reply()).toMatchObject({ status: 'failed', fault: { kind: 'quota' } });
    expect(fake.tries()).toHaveLength(1);
  });
});

describe('when the token is dead', () => {
  test('a new one is fetched once, and the reply is sent', async () => {
    await reply();
    fake.expireTokens();
    expect(await api.reply('om_1', renderText('x'), 'note')).toMatchObject({ status: 'done' });
    expect(fake.tokensIssued()).toBe(2);
    expect(fake.replies).toHaveLength(2);
  });

  test('several replies at once are all sent', async () => {
    await reply();
    fake.expireTokens();
    for (const id of ['om_2', 'om_3', 'om_4']) fake.post(id, `oc_${id}`);
    const all = await Promise.all(['om_2', 'om_3', 'om_4'].map((id) => api.reply(id, renderText('x'), 'answer')));
    expect(all.map(({ status }) => status)).toEqual(['done', 'done', 'done']);
  });

  test('and stays dead: it is given up after the second', async () => {
    fake.failNext({ kind: 'code', http: 400, code: 99991663 }, { kind: 'code', http: 400, code: 99991663 });
    expect(await reply()).toMatchObject({ status: 'failed', fault: { kind: 'token' } });
    expect(fake.tries()).toHaveLength(2);
  });

  test('a wrong app secret is told from everything else and not tried again', async () => {
    api = open('wrong');
    expect(await reply()).toEqual({ status: 'failed', fault: { kind: 'credentials', code: 10014 } });
    expect(fake.requests).toHaveLength(1);
  });
});

describe('when the platform is ill', () => {
  test('code 230002 under HTTP 200 is a failure', async () => {
    fake.failNext({ kind: 'code', http: 200, code: 230002 });
    expect(await reply()).toMatchObject({ status: 'failed', fault: { kind: 'absent', code: 230002 } });
    expect(fake.replies).toEqual([]);
  });

  test('HTTP 200 with a page in place of JSON is a failure', async () => {
    fake.failNext({ kind: 'page', http: 200 });
    expect(await reply()).toMatchObject({ status: 'failed' });
  });

  test('500 and 502: tried again', async () => {
    fake.failNext({ kind: 'page', http: 502 }, { kind: 'code', http: 500, code: 1 });
    expect(await reply()).toMatchObject({ status: 'done' });
    expect(fake.tries()).toHaveLength(3);
  });

  test('no answer at all: given up after the deadline, tried again', async () => {
    fake.failNext({ kind: 'hang' });
    expect(await reply()).toMatchObject({ status: 'done' });
    expect(fake.tries()).toHaveLength(2);
  });

  test('the reply was sent but the answer was lost: tried again, it appears once', async () => {
    fake.failNext({ kind: 'lost' });
    expect(await reply()).toMatchObject({ status: 'done' });
    expect(fake.tries()).toHaveLength(2);
    expect(fake.replies).toHaveLength(1);
  });

  test('nobody listens: four tries, then it is given up', async () => {
    await fake.close();
    expect(await reply()).toMatchObject({ status: 'failed', fault: { kind: 'network' } });
    expect(waits).toEqual([500, 1000, 2000]);
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

describe('the log', () => {
  test('never holds the app secret, a token or a word of an answer, whatever fails', async () => {
    fake.failNext({ kind: 'code', http: 400, code: 230020 }, { kind: 'page', http: 500 }, { kind: 'hang' });
    await reply('机密');
    api = open('wrong-secret');
    await reply('机密');
    await fake.close();
    await reply('机密');
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join('')).not.toMatch(new RegExp(`${APP.secret}|wrong-secret|t-\\d|机密|Bearer`));
  });
});

describe('waiting', () => {
  test('is spread by up to a quarter, and never shorter than the platform asks', () => {
    const step = nextStep({ kind: 'rate', reset: 4000 }, { made: 1, renewed: false, random: 0.999 });
    expect(step).toEqual({ kind: 'wait', ms: 4999 });
  });
});
