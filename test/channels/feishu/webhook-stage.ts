import type { FastifyInstance } from 'fastify';
import { afterEach, beforeAll, beforeEach } from 'vitest';
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
import { KEYS, type MessageOptions, messageEvent, sealed, signedHeaders } from '../../fakes/feishu-sender.ts';
import { memoryLog } from '../../fakes/memory-log.ts';
import { EMPTY_PLAN } from '../../fakes/plan.ts';

export let fake: FakeFeishuApi;
export let app: FastifyInstance;
export let chats: Chats;
export let lines: string[];
export let time: number;
export let database: Database;
let timers: { readonly at: number; readonly then: () => void }[];

export const open = async (ask: Ask = echoAsk, secret: string = APP.secret, plan: Plan = EMPTY_PLAN): Promise<void> => {
  const { logger, lines: written } = memoryLog();
  lines = written;
  const now = () => time;
  timers = [];
  database = openSqlite(':memory:');
  const store = await storeOn(database, { days: 14, now });
  const timing = { timeout: 5000, now, sleep: async () => {}, random: () => 0 };
  const config = { mode: 'webhook', ...KEYS, appId: APP.id, appSecret: secret, baseUrl: fake.url } as const;
  chats = openChats({
    lines: [feishuLine(config, { log: logger, now, timing, makeList: makeList(() => plan) })],
    ...{ store, ask, plans: onePlan({ plan, examples: ['例一'] }), publicUrl: 'https://wenji.example.cn' },
    ...{ access: OPEN_ACCESS, log: logger, now },
    later: (ms, then) => timers.push({ at: time + ms, then }),
  });
  app = await createApp({ ask, conversations: store.conversations, channels: chats.channels, logger });
};

export const send = (payload: string, headers: Readonly<Record<string, string | string[]>> = signedHeaders(payload)) =>
  app.inject({ method: 'POST', url: '/webhooks/feishu', headers, payload });

/** Delivers a message as new, waits for what comes of it. */
export const say = async (options: MessageOptions = {}) => {
  const event = messageEvent(options);
  fake.post(event.event.message.message_id, event.event.message.chat_id);
  const response = await send(sealed(event));
  await chats.idle();
  return response;
};

/** Lets time pass, and what is due be done. */
export const pass = async (ms: number): Promise<void> => {
  time += ms;
  for (const { then } of timers.splice(0).filter(({ at }) => at <= time)) then();
  await chats.idle();
};

/** Clicks a button of a card, as the platform tells of it. */
export const click = async (value: unknown, options: sender.ClickOptions = {}) => {
  const event = sender.clickEvent(value, options);
  fake.post(event.event.context.open_message_id, event.event.context.open_chat_id);
  const response = await send(sealed(event));
  await chats.idle();
  return response.json();
};

export const buttonsOf = (content: string): readonly unknown[] =>
  [...content.matchAll(/"behaviors":\[\{"type":"callback","value":(\{[^}]*\})/g)].map(([, json = '']) =>
    JSON.parse(json),
  );

export const texts = () => fake.sent.map(({ content }) => wordsShown(content).split('\n')[0]);

/** Lets time pass, and nothing be done. */
export const later = (ms: number): void => {
  time += ms;
};

/** Opens it before each test of a file and closes it behind it. */
export const onStage = (): void => {
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
};
