import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { botByWebhook, WECOM_BOT_PATH } from '../../../../src/channels/wecom/bot/webhook.ts';
import { echoAsk } from '../../../fakes/answer.ts';
import { until } from '../../../fakes/until.ts';
import { type FakeWecomApi, fakeWecomApi } from '../../../fakes/wecom-api.ts';
import { BOT_KEYS, botBody, botDelivery, openReply } from '../../../fakes/wecom-sender.ts';
import { type BotScreen, createBotScreen } from '../../contract/bot-screen.ts';
import { type House, type HouseOptions, openHouse } from '../../contract/house.ts';
import { secondsOf } from '../../contract/mode.ts';
import { openTime, type Time } from '../../contract/time.ts';
import { requestOf } from '../../contract/wecom-webhook.ts';
import { createGate, type Gate } from './gate.ts';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Milliseconds that a delivery waits for its reply. */
const MOMENT = SECOND;
/** Milliseconds after which the platform counts as one that has stopped asking. */
export const PATIENCE = 20 * SECOND;

const CHAT = 'a chat';
export const ELSEWHERE = '回答见本会话的下一条消息。';

export let time: Time;
export let fake: FakeWecomApi;
export let house: House;
let screen: BotScreen;
/** The waits that were begun, in milliseconds. */
export let begun: number[];
export let gate: Gate;
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
      gate.before(botByWebhook(config, { log, now, streams: store.streams, timing: { timeout: 5000, sleep } })),
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

export const reopen = async (...options: Parameters<typeof open>): Promise<void> => {
  await close();
  await open(...options);
};

export const onDisk = (): string => {
  folder = mkdtempSync(join(tmpdir(), 'wenji-bot-'));
  return join(folder, 'wenji.sqlite');
};

interface Told {
  readonly msgtype: string;
  readonly stream?: { readonly id: string; readonly finish: boolean; readonly content: string };
  readonly text?: { readonly content: string };
}

let nonces = 0;

/** Delivers; gives what the platform is told, which is undefined for nothing. */
export const send = async (body: object): Promise<Told | undefined> => {
  const nonce = `nonce${++nonces}`;
  const request = requestOf(WECOM_BOT_PATH, botDelivery(body, { timestamp: secondsOf(time), nonce }));
  const response = await house.app.inject(request);
  expect(response.statusCode).toBe(200);
  if (response.body === '') return undefined;
  const told = JSON.parse(openReply(response.json(), BOT_KEYS, nonce)) as Told;
  screen.tell(CHAT, told);
  return told;
};

export let messages = 0;

export const question = (text: string, fields: object = {}): object =>
  botBody({ msgid: `msg-${++messages}`, text: { content: `@问计 ${text}` }, response_url: undefined, ...fields });

/** A question that may also be answered by its address. */
export const addressed = (text: string, code: string): object =>
  question(text, { response_url: fake.responseUrl(code) });

export const poll = (id = ''): Promise<Told | undefined> => send({ ...botBody(), msgtype: 'stream', stream: { id } });

/** What is told when the moment for which a delivery waits is over. */
export const afterAMoment = async (sending: () => Promise<Told | undefined>): Promise<Told | undefined> => {
  const waits = () => begun.filter((ms) => ms === MOMENT).length;
  const before = waits();
  const told = sending();
  await until('the delivery waits', () => waits() > before);
  time.pass(MOMENT);
  return told;
};

/** The reply lies ready until the platform counts as one that has stopped asking. */
export const neverFetched = async (waits = 1): Promise<void> => {
  gate.open();
  await until('the reply lies ready', () => begun.filter((ms) => ms === PATIENCE).length >= waits);
  time.pass(PATIENCE);
  await house.chats.idle();
};

/** A question whose answer takes longer than the delivery waits. */
export const askedSlowly = async (body: object): Promise<string> => {
  gate.shut();
  const told = await afterAMoment(() => send(body));
  expect(told).toMatchObject({ stream: { finish: false, content: '' } });
  return told?.stream?.id ?? '';
};

export const posted = (): readonly string[] => fake.shown.map(({ message }) => JSON.stringify(message));
export const contents = (): readonly string[] => screen.shown.map(({ content }) => content);
export const log = (): string => house.lines.join('');

/** Opens it before each test of a file and closes it behind it. */
export const onStage = (): void => {
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
};
