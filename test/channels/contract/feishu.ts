import { randomUUID } from 'node:crypto';
import { FEISHU_PATH, feishuLine } from '../../../src/channels/feishu/feishu.ts';
import { wordsShown } from '../../fakes/card-words.ts';
import { APP, type FakeFeishuApi, fakeFeishuApi } from '../../fakes/feishu-api.ts';
import { faultsOfCard } from '../../fakes/feishu-card.ts';
import { markdownIn, markupIn } from '../../fakes/feishu-markup.ts';
import {
  encrypt,
  eventOf,
  KEYS,
  type MessageOptions,
  messageEvent,
  recalledEvent,
  sealed,
  signedHeaders,
} from '../../fakes/feishu-sender.ts';
import { fakeFeishuSocket } from '../../fakes/feishu-socket.ts';
import { until } from '../../fakes/until.ts';
import { openFront } from './front.ts';
import type { House } from './house.ts';
import { type Mode, type Platform, type Request, type Said, type Shown, secondsOf, type Webhook } from './mode.ts';
import { openTime, type Time } from './time.ts';

/** How an event reaches the bot; true when it is acknowledged. */
type Push = (house: House, event: unknown) => Promise<boolean>;

const timingOf = (time: Time) => ({ timeout: 60_000, now: time.now, sleep: time.hurry, random: () => 0 });

const parentOf = (quotes: Said['quotes'], api?: FakeFeishuApi): Pick<MessageOptions, 'parentId'> => {
  const parentId = quotes && ('id' in quotes ? quotes.id : api?.sent[quotes.shown]?.messageId);
  return parentId === undefined ? {} : { parentId };
};

const optionsOf = (said: Said, api?: FakeFeishuApi): MessageOptions => {
  const { text, person = 'ou_zhangsan', group, id, outside, quotes } = said;
  return {
    text: group === undefined ? text : `@_user_1 ${text}`,
    chat: group === undefined ? 'p2p' : 'group',
    chatId: group ?? `oc_of_${person}`,
    messageId: id ?? `om_${randomUUID().replaceAll('-', '')}`,
    sender: person,
    ...(outside && { senderTenant: 'another-tenant' }),
    ...parentOf(quotes, api),
  };
};

const shownBy = (api: FakeFeishuApi, chatOf: ReadonlyMap<string, string>): readonly Shown[] =>
  api.sent.map(({ to, content }) => ({
    chat: chatOf.get(to.id) ?? to.id,
    words: wordsShown(content),
    live: markdownIn(JSON.parse(content)).flatMap(markupIn),
  }));

const platformOf = (api: FakeFeishuApi, push: Push): Omit<Platform, 'line' | 'close'> => {
  const chatOf = new Map<string, string>();
  const post = (options: MessageOptions) => {
    const event = messageEvent(options);
    const { message_id, chat_id } = event.event.message;
    api.post(message_id, chat_id);
    chatOf.set(message_id, chat_id);
    return event;
  };
  return {
    deliver: (house, said) => {
      const { quotes } = said;
      if (quotes && 'id' in quotes)
        api.post(quotes.id, said.group ?? '', { msgType: 'text', content: JSON.stringify({ text: quotes.text }) });
      return push(house, post(optionsOf(said, api)));
    },
    shown: () => shownBy(api, chatOf),
    recall: async (house, id) => {
      api.recall(id);
      await push(house, recalledEvent(id));
    },
    unaddressed: (house) =>
      Promise.all([
        push(house, post({ mentions: [] })),
        push(house, post({ mentions: [{ openId: 'ou_another_bot' }] })),
        push(house, post({ senderType: 'app' })),
        push(house, post({ senderType: 'app', chat: 'p2p' })),
        push(house, eventOf('im.message.message_read_v1', {})),
      ]),
  };
};

const webhookOf = (time: Time): Webhook => {
  const now = () => ({ timestamp: secondsOf(time) });
  const request = (payload: string, headers: Request['headers'] = signedHeaders(payload, now())): Request => ({
    method: 'POST',
    url: FEISHU_PATH,
    headers,
    payload,
  });
  const bare = { 'content-type': 'application/json' };
  const challenge = (token: string): Request =>
    request(sealed({ challenge: 'abc', token, type: 'url_verification' }), bare);
  return {
    path: FEISHU_PATH,
    challenge: () => ({ request: challenge(KEYS.verificationToken), answer: '{"challenge":"abc"}', type: /json/ }),
    forgedChallenge: () => challenge('another token'),
    spoiled: (said) => {
      const event = messageEvent(optionsOf(said));
      const body = sealed(event);
      const old = String(Number(secondsOf(time)) - 3700);
      const forged = { status: 401, code: 'delivery_forged' };
      const malformed = { status: 400, code: 'delivery_malformed' };
      return {
        'without a signature': { request: request(body, bare), ...forged },
        'with a wrong signature': {
          request: request(body, { ...signedHeaders(body, now()), 'x-lark-signature': 'x' }),
          ...forged,
        },
        'with the signature of another body': {
          request: request(body, signedHeaders(sealed(event), now())),
          ...forged,
        },
        'signed with another key': {
          request: request(body, signedHeaders(body, { ...now(), encryptKey: 'another' })),
          ...forged,
        },
        'encrypted with another key': { request: request(sealed(event, 'another')), ...forged },
        'not encrypted': { request: request(JSON.stringify(event)), ...forged },
        'of rubbish': { request: request(JSON.stringify({ encrypt: encrypt('rubbish') })), ...forged },
        'that is old': {
          request: request(body, signedHeaders(body, { timestamp: old })),
          status: 401,
          code: 'delivery_stale',
        },
        'that is no JSON': { request: request('{'), ...malformed },
        'with nothing in it': { request: request(''), ...malformed },
        'with a number for its content': { request: request('{"encrypt":1}'), ...malformed },
        'of 2 MB': {
          request: request(JSON.stringify({ encrypt: 'A'.repeat(2 << 20) })),
          status: 413,
          code: 'body_too_large',
        },
      };
    },
  };
};

const byWebhook = async (time: Time): Promise<Platform> => {
  const api = await fakeFeishuApi({ now: time.now, checkCard: faultsOfCard });
  const push: Push = async ({ app }, event) => {
    const payload = sealed(event);
    const headers = signedHeaders(payload, { timestamp: secondsOf(time) });
    return (await app.inject({ method: 'POST', url: FEISHU_PATH, headers, payload })).statusCode === 200;
  };
  const config = { mode: 'webhook', ...KEYS, appId: APP.id, appSecret: APP.secret, baseUrl: api.url } as const;
  return {
    ...platformOf(api, push),
    webhook: webhookOf(time),
    line: ({ log, now }) => feishuLine(config, { log, now, timing: timingOf(time) }),
    close: api.close,
  };
};

const byConnection = async (time: Time): Promise<Platform> => {
  const api = await fakeFeishuApi({ now: time.now, checkCard: faultsOfCard });
  const socket = await fakeFeishuSocket();
  const front = await openFront([
    ['/callback/', socket.url],
    ['/', api.url],
  ]);
  const push: Push = async (_house, event) => {
    const id = randomUUID();
    socket.push(event, { id });
    await until('the event is acknowledged', () => socket.acks.some((ack) => ack.id === id));
    return socket.acks.find((ack) => ack.id === id)?.code === 200;
  };
  const config = { mode: 'websocket', appId: APP.id, appSecret: APP.secret, baseUrl: front.url } as const;
  return {
    ...platformOf(api, push),
    line: ({ log, now }) => feishuLine(config, { log, now, timing: timingOf(time) }),
    connected: () => until('the bot is connected', () => socket.open() > 0),
    close: async () => {
      await Promise.all([front.close(), socket.close(), api.close()]);
    },
  };
};

/** Page 事件订阅: after 15 s, 5 min, 1 h and 6 h. */
const AGAIN = 7.2 * 3_600_000;

export const FEISHU_MODES: readonly Mode[] = [
  {
    name: 'feishu by webhook',
    ...{ groups: true, own: true, quotes: true, again: AGAIN, open: byWebhook },
    address: { spoiled: Object.keys(webhookOf(openTime()).spoiled({ text: '' })) },
  },
  { name: 'feishu by long connection', groups: true, own: true, quotes: true, again: AGAIN, open: byConnection },
];
