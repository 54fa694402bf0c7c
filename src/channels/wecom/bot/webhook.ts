import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { CodedError } from '../../../errors.ts';
import type { Streams } from '../../../store/streams.ts';
import type { Take } from '../../intake/intake.ts';
import type { Taken } from '../../intake/taken.ts';
import { anyOutlet, type Line, type Refused } from '../../line.ts';
import { rawBodies } from '../../raw-bodies.ts';
import { TIMING } from '../../timing.ts';
import type { Outlet } from '../../work.ts';
import type { WecomKeys } from '../crypto.ts';
import { deliveryOf } from '../delivery.ts';
import { pagesOfBot, plainBot, type WecomMessage } from '../look/render.ts';
import { createWords } from '../text.ts';
import { BOT_NAME, type BotDeps, quotedBy, streamIdOf, type WebhookConfig } from './bot.ts';
import { type BotIncoming, type BotTo, receiveBot } from './receive.ts';
import { isReplyUrl } from './reply-url.ts';
import { postResponse } from './response-url.ts';
import { sealedReply } from './sealed-reply.ts';
import { type BotStreams, createBotStreams } from './streams.ts';

/** The path to enter in the console, for GET (the check) and POST. */
export const WECOM_BOT_PATH = '/webhooks/wecom/bot';
const BODY_LIMIT = 1 << 20;
/** Milliseconds. The channel's own record of a stream keeps it from being shown twice for as long as anybody asks for it. */
const HOLDS = 60 * 60_000;

interface Webhook {
  readonly keys: WecomKeys;
  readonly take: Take<unknown>;
  readonly refused: Refused;
  readonly streams: BotStreams;
  readonly isAllowedUrl: (url: string) => boolean;
  /** Takes the mentions out of a text. */
  readonly words: (text: string) => string;
  readonly now: () => number;
}

/** The answer to a delivery or a poll: all there is so far (page 被动回复消息). The stream's id is the feedback's, too. */
const streamBody = async ({ streams }: Webhook, id: string): Promise<object> => {
  const { finish, content } = await streams.read(id);
  return { msgtype: 'stream', stream: { id, finish, content, feedback: { id } } };
};

/** A greeting is a text (page 接收事件); it is given once. */
const welcomeBody = async ({ streams }: Webhook, id: string): Promise<object | undefined> => {
  const { finish, content } = await streams.read(id);
  return finish ? { msgtype: 'text', text: { content } } : undefined;
};

/** What the platform is told at once; undefined for nothing. */
const bodyFor = async (
  webhook: Webhook,
  incoming: BotIncoming,
  taken: Taken | undefined,
): Promise<object | undefined> => {
  switch (incoming.status) {
    case 'poll':
      return streamBody(webhook, incoming.stream);
    case 'question':
    case 'hint':
      return taken?.status === 'accepted' || taken?.status === 'known'
        ? streamBody(webhook, incoming.to.stream)
        : undefined;
    case 'welcome':
      return taken?.status === 'accepted' ? welcomeBody(webhook, incoming.to.stream) : undefined;
    case 'click':
    case 'recalled':
    case 'chat':
    case 'ignored':
    case 'unready':
    case 'replaced':
      return undefined;
  }
};

const handle = async (webhook: Webhook, request: FastifyRequest): Promise<string | object> => {
  const { keys, take, now } = webhook;
  const delivery = deliveryOf(request, now());
  const receipt = receiveBot(delivery, keys, webhook);
  if (receipt.status === 'challenge') return receipt.challenge;
  if (receipt.status === 'refused') {
    request.log.warn({ code: receipt.code, reason: receipt.reason }, 'wecom bot: delivery refused');
    webhook.refused(receipt.code);
    throw new CodedError(receipt.code);
  }
  const isTaken = receipt.status !== 'poll' && receipt.status !== 'replaced';
  const taken = isTaken ? await take(receipt) : undefined;
  if (taken?.status === 'full') throw new CodedError('channel_busy');
  const body = await bodyFor(webhook, receipt, taken);
  const nonce = String(delivery.query.nonce);
  return body ? sealedReply(JSON.stringify(body), keys, { nonce, timestamp: Math.floor(now() / 1000) }) : '';
};

const mountWebhook =
  (webhook: Webhook): FastifyPluginAsync =>
  async (scope) => {
    rawBodies(scope, ['*']);
    scope.route({
      method: ['GET', 'POST'],
      url: WECOM_BOT_PATH,
      bodyLimit: BODY_LIMIT,
      handler: async (request, reply) => {
        const body = await handle(webhook, request);
        if (typeof body === 'string') reply.type('text/plain; charset=utf-8');
        return body;
      },
    });
  };

const outletOf = (streams: BotStreams): Outlet<BotTo, WecomMessage> => ({
  pages: pagesOfBot,
  quoted: quotedBy,
  // By webhook there is one stream for a message, and no card in it.
  render: plainBot,
  plain: plainBot,
  send: streams.send,
  holds: HOLDS,
});

/** The AI bot by webhook: the platform fetches the reply where it delivered the question. */
export const botByWebhook = (
  config: WebhookConfig,
  { now, timing, streams: kept }: BotDeps & { readonly streams: Streams },
): Line => {
  const { sleep, timeout } = { ...TIMING, ...timing };
  const keys = { token: config.token, encodingAesKey: config.encodingAesKey };
  const isAllowedUrl = isReplyUrl(config.baseUrl);
  const streams = createBotStreams({
    ...{ streams: kept, now, sleep },
    post: (url, message, at) => postResponse(url, message, { allows: isAllowedUrl, at, now, timeout }),
  });
  return {
    ...BOT_NAME,
    replyId: streamIdOf,
    outlet: anyOutlet(outletOf(streams)),
    connect: (take, refused = () => {}) => ({
      address: `已启用，接收消息 URL ${WECOM_BOT_PATH}`,
      mount: mountWebhook({ keys, take, refused, streams, isAllowedUrl, words: createWords(), now }),
    }),
  };
};
