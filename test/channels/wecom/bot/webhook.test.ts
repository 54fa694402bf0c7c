import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { botByWebhook, WECOM_BOT_PATH } from '../../../../src/channels/wecom/bot/webhook.ts';
import { echoAsk } from '../../../fakes/answer.ts';
import { until } from '../../../fakes/until.ts';
import { type FakeWecomApi, fakeWecomApi } from '../../../fakes/wecom-api.ts';
import { responseBody } from '../../../fakes/wecom-messages.ts';
import { BOT_KEYS, botBody, botDelivery, botEvent, openReply } from '../../../fakes/wecom-sender.ts';
import { ask, bot } from '../../../helper.ts';
import { type BotScreen, createBotScreen } from '../../contract/bot-screen.ts';
import { type House, type HouseOptions, openHouse, WELCOMED } from '../../contract/house.ts';
import { secondsOf } from '../../contract/mode.ts';
import { openTime, type Time } from '../../contract/time.ts';
import { requestOf } from '../../contract/wecom-webhook.ts';
import { createGate, type Gate } from './gate.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Milliseconds that a delivery waits for its reply. */
const MOMENT = SECOND;
/** Milliseconds after which the platform counts as one that has stopped asking. */
const PATIENCE = 20 * SECOND;

const CHAT = 'a chat';
const ELSEWHERE = '回答见本会话的下一条消息。';

let time: Time;
let fake: FakeWecomApi;
let house: House;
let screen: BotScreen;
/** The waits that were begun, in milliseconds. */
let begun: number[];
let gate: Gate;
let folder: string | undefined;

const open = async (options: Partial<HouseOptions> = {}, baseUrl = fake.url): Promise<void> => {
  const { token, encodingAesKey } = BOT_KEYS;
  const config = { mode: 'webhook', token, encodingAesKey, baseUrl } as const;
  const sleep = (ms: number, signal?: AbortSignal): Promise<void> => {
    begun.push(ms);
    return time.sleep(ms, signal);
  };
  house = await openHouse({
    time,
    ask: echoAsk,
    line: ({ log, now, store }) =>
      gate.before(botByWebhook(config, { log, now, streams: store.streams, timing: { timeout: 300, sleep } })),
    ...options,
  });
};

/** Whoever waits for the platform waits no longer. */
const close = async (): Promise<void> => {
  let over = false;
  gate.open();
  const closed = house.close().finally(() => {
    over = true;
  });
  while (!over) {
    time.pass(PATIENCE);
    await new Promise(setImmediate);
  }
  await closed;
};

const reopen = async (...options: Parameters<typeof open>): Promise<void> => {
  await close();
  await open(...options);
};

const onDisk = (): string => {
  folder = mkdtempSync(join(tmpdir(), 'wenji-bot-'));
  return join(folder, 'wenji.sqlite');
};

beforeEach(async () => {
  time = openTime();
  begun = [];
  screen = createBotScreen();
  gate = createGate();
  fake = await fakeWecomApi(time.now);
  await open();
});

afterEach(async () => {
  await close();
  await fake.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
  folder = undefined;
});

interface Told {
  readonly msgtype: string;
  readonly stream?: { readonly id: string; readonly finish: boolean; readonly content: string };
  readonly text?: { readonly content: string };
}

let nonces = 0;

/** Delivers; gives what the platform is told, which is undefined for nothing. */
const send = async (body: object): Promise<Told | undefined> => {
  const nonce = `nonce${++nonces}`;
  const request = requestOf(WECOM_BOT_PATH, botDelivery(body, { timestamp: secondsOf(time), nonce }));
  const response = await house.app.inject(request);
  expect(response.statusCode).toBe(200);
  if (response.body === '') return undefined;
  const told = JSON.parse(openReply(response.json(), BOT_KEYS, nonce)) as Told;
  screen.tell(CHAT, told);
  return told;
};

let messages = 0;

const question = (text: string, fields: object = {}): object =>
  botBody({ msgid: `msg-${++messages}`, text: { content: `@问计 ${text}` }, response_url: undefined, ...fields });

/** A question that may also be answered by its address. */
const addressed = (text: string, code: string): object => question(text, { response_url: fake.responseUrl(code) });

const poll = (id = ''): Promise<Told | undefined> => send({ ...botBody(), msgtype: 'stream', stream: { id } });

/** What is told when the moment for which a delivery waits is over. */
const afterAMoment = async (sending: () => Promise<Told | undefined>): Promise<Told | undefined> => {
  const waits = () => begun.filter((ms) => ms === MOMENT).length;
  const before = waits();
  const told = sending();
  await until('the delivery waits', () => waits() > before);
  time.pass(MOMENT);
  return told;
};

/** The reply lies ready until the platform counts as one that has stopped asking. */
const neverFetched = async (waits = 1): Promise<void> => {
  gate.open();
  await until('the reply lies ready', () => begun.filter((ms) => ms === PATIENCE).length >= waits);
  time.pass(PATIENCE);
  await house.chats.idle();
};

/** A question whose answer takes longer than the delivery waits. */
const askedSlowly = async (body: object): Promise<string> => {
  gate.shut();
  const told = await afterAMoment(() => send(body));
  expect(told).toMatchObject({ stream: { finish: false, content: '' } });
  return told?.stream?.id ?? '';
};

const posted = (): readonly string[] => fake.shown.map(({ message }) => JSON.stringify(message));
const contents = (): readonly string[] => screen.shown.map(({ content }) => content);
const log = (): string => house.lines.join('');

describe('a question', () => {
  test('that is answered quickly has its answer in the answer to the delivery', async () => {
    const told = await send(question('甲'));
    expect(told).toMatchObject({
      msgtype: 'stream',
      stream: { finish: true, content: expect.stringContaining('答：甲') },
    });
    await house.chats.idle();
    expect(await house.store.inbox.open()).toEqual([]);
    expect(fake.requests).toEqual([]);
  });

  test('gets the source with its answer', async () => {
    await reopen({ ask: bot.ask });
    const asked = '天然气交易中心由哪个单位负责？';
    const told = await send(question(asked));
    for (const { label } of ask(asked).citations.slice(0, 2)) {
      expect(told?.stream?.content).toContain(label);
    }
  });

  test('that takes longer is fetched bit by bit: not finished, until it is', async () => {
    const id = await askedSlowly(question('甲'));
    expect(await afterAMoment(() => poll(id))).toMatchObject({ stream: { id, finish: false, content: '' } });
    gate.open();
    expect(await poll(id)).toMatchObject({ stream: { id, finish: true, content: expect.stringContaining('答：甲') } });
    expect(await poll(id)).toMatchObject({ stream: { id, finish: true } });
    await house.chats.idle();
    expect(contents()).toHaveLength(1);
  });

  test('a poll that waits gets the answer the moment it is there', async () => {
    const id = await askedSlowly(question('甲'));
    const told = poll(id);
    gate.open();
    expect(await told).toMatchObject({ stream: { finish: true } });
  });

  test('delivered again has the same stream with the same content, and is not answered anew', async () => {
    let asked = 0;
    await reopen({
      ask: (one) => {
        asked += 1;
        return echoAsk(one);
      },
    });
    const body = question('甲');
    const told = await send(body);
    expect(await send(body)).toEqual(told);
    const all = await Promise.all(Array.from({ length: 5 }, () => send(body)));
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(asked).toBe(1);
  });

  test('delivered again while it is being answered has the same stream', async () => {
    const body = question('甲');
    const id = await askedSlowly(body);
    expect(await afterAMoment(() => send(body))).toMatchObject({ stream: { id, finish: false } });
    gate.open();
    expect(await send(body)).toMatchObject({ stream: { id, finish: true } });
  });

  test('whose asker is told nothing more is told nothing however often it is delivered', async () => {
    await reopen({ access: { perMinute: 1 } });
    await send(question('甲'));
    expect(await send(question('乙'))).toMatchObject({ stream: { content: expect.stringContaining('稍等一分钟') } });
    const silent = question('丙');
    for (let n = 0; n < 3; n++) expect(await send(silent)).toBeUndefined();
  });

  test('with an answer of many pages comes in messages of at most 20,480 bytes', async () => {
    const lines = Array.from({ length: 1500 }, (_, at) => `第${at}行，说的是一件事情，不长也不短。`);
    await reopen({ ask: (one) => ({ ...echoAsk(one), text: ['共一件：', ...lines].join('\n') }) });
    await send(question('甲'));
    await send(question('下一页'));
    expect(contents()).toEqual([expect.stringContaining('（第1/'), expect.stringContaining('（第2/')]);
    for (const content of contents()) expect(Buffer.byteLength(content)).toBeGreaterThan(10_000);
  });

  test('in a private chat is answered there; a picture gets the line that only text is read', async () => {
    const single = { chattype: 'single', chatid: undefined };
    await send(question('甲', { ...single, text: { content: '甲' } }));
    await send(question('', { ...single, msgtype: 'image', text: undefined, image: { url: 'https://x' } }));
    expect(contents()).toEqual([expect.stringContaining('答：甲'), expect.stringContaining('目前只能读文字')]);
  });

  test('of somebody of another organisation gets the line that the bot does not answer there', async () => {
    await send(question('甲', { from: { userid: 'stranger', corpid: 'ww-another' } }));
    expect(contents()).toEqual([expect.stringContaining('外部')]);
  });

  test('leaves neither its words, its asker nor its address in the log', async () => {
    fake.failNext({ kind: 'code', code: -1 });
    await askedSlowly(addressed('机密', 'code-of-the-test'));
    await neverFetched();
    time.pass(5 * SECOND);
    await neverFetched(2);
    expect(posted()).toHaveLength(1);
    expect(log()).not.toMatch(/机密|ZhangSan|code-of-the-test|response_code/);
  });
});

describe('a poll', () => {
  test('for a stream that nobody knows starts nothing, and is told that there is nothing yet', async () => {
    const told = await afterAMoment(() => poll('unknown'));
    expect(told).toMatchObject({ stream: { id: 'unknown', finish: false, content: '' } });
    await house.chats.idle();
    expect(await house.store.inbox.open()).toEqual([]);
  });

  test('after a restart gets the answer that was given before it', async () => {
    const path = onDisk();
    await reopen({ path });
    const told = await send(question('甲'));
    await reopen({ path });
    expect(await poll(told?.stream?.id)).toEqual(told);
  });

  test('after a restart gets the answer to what was accepted before it', async () => {
    const path = onDisk();
    await reopen({ path });
    await house.chats.stop();
    const told = await afterAMoment(() => send(question('甲')));
    await reopen({ path });
    expect(await poll(told?.stream?.id)).toMatchObject({
      stream: { finish: true, content: expect.stringContaining('答：甲') },
    });
    await house.chats.idle();
    expect(await house.store.inbox.open()).toEqual([]);
  });
});

describe('a reply that the platform does not fetch', () => {
  test('is posted to the address of the question, once; a late poll and a late delivery show no second answer', async () => {
    const body = addressed('甲', 'c1');
    const id = await askedSlowly(body);
    await neverFetched();
    expect(posted()).toEqual([expect.stringContaining('答：甲')]);
    expect(await poll(id)).toMatchObject({ stream: { finish: true, content: ELSEWHERE } });
    expect(await send(body)).toMatchObject({ stream: { id, finish: true, content: ELSEWHERE } });
    time.pass(HOUR);
    await house.chats.idle();
    expect(posted()).toHaveLength(1);
  });

  test('and is fetched at the very moment at which patience ends is shown once', async () => {
    const id = await askedSlowly(addressed('甲', 'c1'));
    gate.open();
    await until('the reply lies ready', () => begun.includes(PATIENCE));
    time.pass(PATIENCE);
    const told = await poll(id);
    await house.chats.idle();
    const fetched = told?.stream?.content.includes('答：甲') ? 1 : 0;
    expect(fetched + posted().length).toBe(1);
  });

  test('is posted at once where the platform asks no more: six minutes after the question', async () => {
    await askedSlowly(addressed('甲', 'c1'));
    time.pass(6 * MINUTE);
    gate.open();
    await house.chats.idle();
    expect(posted()).toHaveLength(1);
  });

  test('is posted after a restart', async () => {
    const path = onDisk();
    await reopen({ path });
    await house.chats.stop();
    await afterAMoment(() => send(addressed('甲', 'c1')));
    await reopen({ path });
    await neverFetched();
    expect(posted()).toHaveLength(1);
  });

  test.each([
    ['no address', undefined],
    ['an address elsewhere', 'https://evil.example/cgi-bin/aibot/response?response_code=c1'],
    ['no URL', 'nonsense'],
  ])('is not posted where the question came with %s, and is there for a late poll', async (_name, url) => {
    const id = await askedSlowly(question('甲', { response_url: url }));
    await neverFetched();
    expect(fake.requests).toEqual([]);
    expect(await house.store.inbox.open()).toEqual([]);
    expect(await poll(id)).toMatchObject({ stream: { content: expect.stringContaining('答：甲') } });
  });

  test('waits while the platform is busy, and is posted once', async () => {
    const id = await askedSlowly(addressed('甲', 'c1'));
    fake.failNext({ kind: 'code', code: -1 }, { kind: 'code', code: 45009 });
    await neverFetched();
    time.pass(5 * SECOND);
    await neverFetched(2);
    expect(posted()).toEqual([]);
    time.pass(MINUTE);
    await neverFetched(3);
    expect(posted()).toHaveLength(1);
    expect(await poll(id)).toMatchObject({ stream: { content: ELSEWHERE } });
  });

  test('and could not be posted is given to a poll after all, and then not posted any more', async () => {
    const id = await askedSlowly(addressed('甲', 'c1'));
    fake.failNext({ kind: 'code', code: -1 });
    await neverFetched();
    expect(await poll(id)).toMatchObject({ stream: { content: expect.stringContaining('答：甲') } });
    time.pass(5 * SECOND);
    await house.chats.idle();
    expect(posted()).toEqual([]);
    expect(await house.store.inbox.open()).toEqual([]);
  });

  test.each([
    ['is cut', 'reset', 1],
    ['never comes', 'hang', 0],
    ['is a page of something on the way', 'page', 0],
  ] as const)('is not posted again when the answer %s: it may have been shown', async (_name, kind, shown) => {
    const id = await askedSlowly(addressed('甲', 'c1'));
    fake.failNext(kind === 'page' ? { kind, http: 502 } : { kind });
    await neverFetched();
    time.pass(HOUR);
    await house.chats.idle();
    expect(posted()).toHaveLength(shown);
    expect(fake.requests).toHaveLength(1);
    expect(await poll(id)).toMatchObject({ stream: { content: ELSEWHERE } });
  });

  test('whose address is refused is over after both forms, and is there for a late poll', async () => {
    const used = `${fake.url}/cgi-bin/aibot/response?response_code=unknown`;
    const id = await askedSlowly(question('甲', { response_url: used }));
    gate.open();
    for (const waits of [1, 2]) {
      await until('the reply lies ready', () => begun.filter((ms) => ms === PATIENCE).length >= waits);
      time.pass(PATIENCE);
    }
    await house.chats.idle();
    expect(posted()).toEqual([]);
    expect(await house.store.inbox.open()).toEqual([]);
    expect(await poll(id)).toMatchObject({ stream: { content: expect.stringContaining('答：甲') } });
  });

  describe('while nobody listens at the address', () => {
    let server: Server | undefined;
    const bodies: unknown[] = [];

    const listen = (port: number): Promise<number> =>
      new Promise((resolve) => {
        const opened = createServer(async (request, response) => {
          let body = '';
          for await (const chunk of request) body += String(chunk);
          bodies.push(responseBody.parse(JSON.parse(body)));
          response.end('{"errcode":0,"errmsg":"ok"}');
        });
        server = opened.listen(port, '127.0.0.1', () => resolve((opened.address() as AddressInfo).port));
      });

    const hush = async (): Promise<void> => {
      server?.closeAllConnections();
      await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
      server = undefined;
    };

    afterEach(hush);

    test('is posted when somebody does again, once', async () => {
      const port = await listen(0);
      await hush();
      const url = `http://127.0.0.1:${port}`;
      await reopen({}, url);
      await askedSlowly(question('甲', { response_url: `${url}/cgi-bin/aibot/response?response_code=c1` }));
      await neverFetched();
      expect(await house.store.inbox.open()).toHaveLength(1);
      await listen(port);
      time.pass(5 * SECOND);
      await neverFetched(2);
      time.pass(HOUR);
      await house.chats.idle();
      expect(bodies).toEqual([{ msgtype: 'markdown', markdown: { content: expect.stringContaining('答：甲') } }]);
    });
  });
});

describe('events', () => {
  const enter = (more: object = {}) => botEvent('enter_chat', {}, { create_time: Number(secondsOf(time)), ...more });

  test('opening the chat is greeted by a text in the answer, once a day', async () => {
    expect(await send(enter())).toMatchObject({
      msgtype: 'text',
      text: { content: expect.stringContaining(WELCOMED) },
    });
    expect(await send(enter({ msgid: 'E-2' }))).toBeUndefined();
    time.pass(DAY);
    expect(await send(enter({ msgid: 'E-3' }))).toMatchObject({ msgtype: 'text' });
    expect(await send(enter({ msgid: 'E-4', from: { userid: 'lisi' } }))).toMatchObject({ msgtype: 'text' });
    await house.chats.idle();
  });

  const verdicts = async (): Promise<readonly unknown[]> =>
    (await house.database.read.all('SELECT reply, verdict FROM verdict')).map(({ reply, verdict }) => [reply, verdict]);

  test('a thumb below a reply is kept, the last one of each reader, and is answered by nothing', async () => {
    const id = (await send(question('甲')))?.stream?.id;
    expect(await send(botEvent('feedback_event', { id, type: 2 }, { msgid: 'F-1' }))).toBeUndefined();
    expect(await verdicts()).toEqual([[id, 'wrong']]);
    await send(botEvent('feedback_event', { id, type: 1 }, { msgid: 'F-2' }));
    expect(await verdicts()).toEqual([[id, 'useful']]);
    await send(botEvent('feedback_event', { id, type: 2 }, { msgid: 'F-3', from: { userid: 'lisi' } }));
    expect(await verdicts()).toEqual(
      expect.arrayContaining([
        [id, 'useful'],
        [id, 'wrong'],
      ]),
    );
    await house.chats.idle();
    expect(contents()).toHaveLength(1);
    expect(JSON.stringify(await house.database.read.all('SELECT * FROM verdict'))).not.toMatch(/ZhangSan|lisi/);
  });

  test('a thumb below what is no answer, and one that is taken back, leave nothing', async () => {
    const id = (await send(question('甲')))?.stream?.id;
    expect(await send(botEvent('feedback_event', { id: 'unknown', type: 1 }, { msgid: 'F-1' }))).toBeUndefined();
    expect(await send(botEvent('feedback_event', { id, type: 3 }, { msgid: 'F-2' }))).toBeUndefined();
    expect(await verdicts()).toEqual([]);
  });

  test('others are acknowledged, and nothing is said to them', async () => {
    const others = [
      botEvent('disconnected_event'),
      botEvent('template_card_event', { event_key: 'transfer', task_id: 't' }),
      botEvent('something_new'),
      { msgtype: 'something' },
      {},
    ];
    for (const event of others) expect(await send(event)).toBeUndefined();
    await house.chats.idle();
    expect(await house.store.inbox.open()).toEqual([]);
    expect(fake.requests).toEqual([]);
  });
});
