import { randomUUID } from 'node:crypto';
import { setTimeout as realSleep } from 'node:timers/promises';
import { botByConnection } from '../../../src/channels/wecom/bot/connection.ts';
import { botByWebhook, WECOM_BOT_PATH } from '../../../src/channels/wecom/bot/webhook.ts';
import { fakeAibot } from '../../fakes/aibot.ts';
import { AIBOT } from '../../fakes/aibot-peer.ts';
import { until } from '../../fakes/until.ts';
import { fakeWecomApi } from '../../fakes/wecom-api.ts';
import { BOT_KEYS, botBody, botDelivery, openReply, type Signing } from '../../fakes/wecom-sender.ts';
import { createBotScreen } from './bot-screen.ts';
import type { House } from './house.ts';
import { type Mode, type Platform, type Said, type Shown, secondsOf } from './mode.ts';
import type { Time } from './time.ts';
import { liveInMarkdown } from './wecom-markup.ts';
import { requestOf, SPOILED, wecomWebhook } from './wecom-webhook.ts';

const CORP = 'corp-of-somebody-else';
/** Rounds of asking after which the platform is answered, or never will be. */
const MOST_ROUNDS = 2000;
/** Milliseconds of a moment in the tests; the second that the bot waits for its own answer. */
const MOMENT = 50;

const chatOf = ({ group, person = 'zhangsan' }: Said): string => group ?? person;

/** The platform sends the words of what is quoted along (page 接收消息). */
const quoteOf = ({ quotes }: Said, shown: readonly Shown[]) => {
  const words = quotes && ('id' in quotes ? quotes.text : shown[quotes.shown]?.words);
  return words === undefined ? {} : { quote: { msgtype: 'text', text: { content: words } } };
};

const bodyOf = (said: Said, url: string, shown: readonly Shown[] = []) => {
  const { text, person = 'zhangsan', group, id = randomUUID(), outside } = said;
  return botBody({
    ...{ msgid: id, chatid: group, chattype: group === undefined ? 'single' : 'group', response_url: url },
    from: { userid: person, ...(outside && { corpid: CORP }) },
    text: { content: group === undefined ? text : `@问计 ${text}` },
    ...quoteOf(said, shown),
  });
};

const shownOf = (chat: string, content: string): Shown => ({ chat, words: content, live: liveInMarkdown(content) });

const byWebhook = async (time: Time): Promise<Platform> => {
  const api = await fakeWecomApi(time.now);
  const screen = createBotScreen();
  const tell = async ({ app }: House, chat: string, body: object): Promise<boolean> => {
    const nonce = randomUUID().slice(0, 8);
    const request = requestOf(WECOM_BOT_PATH, botDelivery(body, { timestamp: secondsOf(time), nonce }));
    const response = await app.inject(request);
    if (response.statusCode === 200 && response.body !== '')
      screen.tell(chat, JSON.parse(openReply(response.json(), BOT_KEYS, nonce)));
    return response.statusCode === 200;
  };
  // The second that a delivery waits for the reply passes quickly, everything else when the test says so.
  const sleep = (ms: number, signal?: AbortSignal) =>
    ms > 1000 ? time.sleep(ms, signal) : realSleep(MOMENT, undefined, { ...(signal && { signal }) });
  const shown = (): readonly Shown[] => [
    ...screen.shown.map(({ chat, content }) => shownOf(chat, content)),
    ...api.shown.map(({ to, message }) => shownOf(to, JSON.stringify(message))),
  ];
  const config = {
    mode: 'webhook',
    token: BOT_KEYS.token,
    encodingAesKey: BOT_KEYS.encodingAesKey,
    baseUrl: api.url,
  } as const;
  return {
    line: ({ log, now, store }) => botByWebhook(config, { log, now, streams: store.streams, timing: { sleep } }),
    deliver: (house, said) => tell(house, chatOf(said), bodyOf(said, api.responseUrl(chatOf(said)), shown())),
    ask: async (house) => {
      for (let round = 0; screen.open.size > 0; round++) {
        if (round === MOST_ROUNDS) throw new Error('the platform asks in vain');
        await Promise.all(
          [...screen.open].map(([id, chat]) => tell(house, chat, { ...botBody(), msgtype: 'stream', stream: { id } })),
        );
      }
    },
    shown,
    webhook: wecomWebhook({
      ...{ path: WECOM_BOT_PATH, keys: BOT_KEYS, time, limit: 1 << 20 },
      delivery: (said: Said, signing: Signing, keys) =>
        botDelivery(bodyOf(said, 'http://nowhere.invalid'), signing, keys),
      envelope: (encrypt) => JSON.stringify({ encrypt }),
    }),
    close: api.close,
  };
};

const wordsOf = (content: unknown): string => (typeof content === 'string' ? content : JSON.stringify(content));

const byConnection = async (time: Time): Promise<Platform> => {
  const fake = await fakeAibot(time.now);
  const shown = (): readonly Shown[] => fake.shown.map(({ chat, content }) => shownOf(chat, wordsOf(content)));
  let connections = 0;
  const config = { mode: 'websocket', ...AIBOT, url: fake.url } as const;
  return {
    line: ({ log, now }) => {
      connections = fake.connections() + 1;
      return botByConnection(config, {
        log,
        now,
        timing: { timeout: 60_000, now, sleep: time.hurry, random: () => 0 },
      });
    },
    connected: () => until('the bot is connected', () => fake.connections() >= connections && fake.subscribed()),
    deliver: async (house, said) => {
      const { text, person = 'zhangsan', group, id = randomUUID(), outside } = said;
      const before = house.takes();
      fake.say({
        ...{ text: group === undefined ? text : `@问计 ${text}`, user: person, msgid: id },
        ...(group !== undefined && { group }),
        ...(outside && { corp: CORP }),
        ...quoteOf(said, shown()),
      });
      await until('the bot has taken it', () => house.takes() > before);
      return true;
    },
    shown,
    close: fake.close,
  };
};

/** Whom a delivery is for says nothing here: some bots' deliveries name nobody, some the company. */
const BOT_SPOILED = SPOILED.filter((name) => name !== 'for somebody else');

export const WECOM_BOT_MODES: readonly Mode[] = [
  {
    name: 'wecom bot by webhook',
    groups: true,
    quotes: true,
    again: 60_000,
    address: { spoiled: BOT_SPOILED },
    open: byWebhook,
  },
  { name: 'wecom bot by long connection', groups: true, quotes: true, again: 60_000, lossy: true, open: byConnection },
];
