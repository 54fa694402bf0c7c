import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { parseJson } from '../../src/channels/parse-json.ts';
import type { WebhookConfig } from '../../src/channels/wecom/bot/bot.ts';
import { botByWebhook, WECOM_BOT_PATH } from '../../src/channels/wecom/bot/webhook.ts';
import { decrypt } from '../../src/channels/wecom/crypto.ts';
import type { Config } from '../../src/config.ts';
import type { Asked } from '../deliver/http.ts';
import { deliverWecom } from '../deliver/wecom.ts';
import { openPipeline } from './pipeline.ts';
import { showWecom } from './show-wecom.ts';
import type { Talk, Who } from './talk.ts';

const keysOf = ({ token, encodingAesKey }: WebhookConfig) => ({ token, encodingAesKey, receiveId: '' });

const sealedSchema = z.object({ encrypt: z.string() });
const streamSchema = z.object({
  msgtype: z.literal('stream'),
  stream: z.object({ id: z.string(), finish: z.boolean(), content: z.string() }),
});

type Stream = z.output<typeof streamSchema>;

/** The platform asks every second or so, for six minutes (page 被动回复消息). */
const POLL_EVERY = 1_000;
const POLLS = 360;

/** A message (page 接收消息): in a group with a mention of the bot in front. */
const messageOf = (who: Who, more: object): object => ({
  msgid: randomUUID(),
  aibotid: 'simulated',
  ...(who.private ? { chattype: 'single' } : { chattype: 'group', chatid: who.chat }),
  from: { userid: who.person },
  ...more,
});

const deliver = (url: string, body: object, config: WebhookConfig): Promise<Asked> => {
  const envelope = (sealed: string): string => JSON.stringify({ encrypt: sealed });
  return deliverWecom(`${url}${WECOM_BOT_PATH}`, JSON.stringify(body), { envelope, keys: keysOf(config) });
};

/** The stream in an answer; undefined when there is none that these keys open. */
const streamIn = (asked: Asked, config: WebhookConfig): Stream | undefined => {
  const sealed = asked.status === 'answered' ? sealedSchema.safeParse(parseJson(asked.text)).data : undefined;
  return sealed && streamSchema.safeParse(parseJson(decrypt(sealed.encrypt, keysOf(config)) ?? '')).data;
};

interface Reader {
  readonly config: WebhookConfig;
  readonly who: Who;
}

/** Asks until the reply is whole, as the platform does. */
const readStream = async (url: string, first: Stream, { config, who }: Reader): Promise<Stream | undefined> => {
  const poll = messageOf(who, { msgtype: 'stream', stream: { id: first.stream.id } });
  let stream: Stream | undefined = first;
  for (let polls = 0; stream && !stream.stream.finish && polls < POLLS; polls++) {
    await sleep(POLL_EVERY);
    stream = streamIn(await deliver(url, poll, config), config);
  }
  return stream;
};

/** The AI bot at an address. Its reply comes in the answers of the address, so that it is seen wherever it runs. */
export const wecomBotAt = (url: string, config: WebhookConfig, who: Who): Talk => ({
  say: async (text) => {
    const content = who.private ? text : `@问计 ${text}`;
    const acknowledged = await deliver(url, messageOf(who, { msgtype: 'text', text: { content } }), config);
    const first = streamIn(acknowledged, config);
    const stream = first && (await readStream(url, first, { config, who }));
    return { acknowledged, messages: stream ? [stream] : [] };
  },
  press: async () => undefined,
  show: showWecom,
  close: async () => {},
});

/** The AI bot on a pipeline of its own. */
export const openWecomBotTalk = async (config: WebhookConfig, who: Who, settings: Config): Promise<Talk> => {
  const pipeline = await openPipeline(
    ({ store, ...deps }) => botByWebhook(config, { ...deps, streams: store.streams }),
    settings,
  );
  return { ...wecomBotAt(pipeline.url, config, who), close: pipeline.close };
};
