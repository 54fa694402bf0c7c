import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { FeishuConfig } from '../../config.ts';
import { CodedError } from '../../errors.ts';
import type { Converse } from '../../store/converse.ts';
import type { Seen } from '../../store/seen.ts';
import type { Delivery } from '../../types.ts';
import type { Channel } from '../channel.ts';
import { createInbox, type Inbox } from '../inbox.ts';
import type { Log } from '../log.ts';
import { answerWork, messageIdOf, type Work } from './answer.ts';
import { feishuApi, type Timing } from './client.ts';
import { botIdentity, type Identity } from './identity.ts';
import { type FeishuReceipt, receive, replayKey } from './receive.ts';

/** What the channel needs from the process. */
export interface FeishuServices {
  readonly converse: Converse;
  readonly seen: Seen;
  readonly logger: Log;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly timing?: Partial<Timing>;
}

/** What the webhook is made of. */
interface Webhook {
  readonly config: FeishuConfig;
  readonly identity: Identity;
  readonly inbox: Inbox;
  readonly work: (work: Work) => Promise<'done' | 'failed'>;
  readonly now: () => number;
}

/** The path to enter in the platform's console. */
const PATH = '/webhooks/feishu';
/** Bytes; the longest text message has 150 KB before encryption and base64. */
const BODY_LIMIT = 1 << 20;

const deliveryOf = (request: FastifyRequest, receivedAt: number): Delivery => ({
  headers: request.headers,
  body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
  receivedAt,
});

/** Reads the delivery; where the bot's own open_id is missing for it, gets that first. */
const read = async ({ config, identity }: Webhook, delivery: Delivery): Promise<FeishuReceipt> => {
  const receipt = receive(delivery, config, identity.known());
  return receipt.status === 'unready' ? receive(delivery, config, await identity.wait()) : receipt;
};

const takeOn = ({ inbox, work }: Webhook, delivery: Delivery, piece: Work): object => {
  const ids = [`feishu-request:${replayKey(delivery)}`, `feishu-message:${messageIdOf(piece)}`];
  if (inbox.take(ids, () => work(piece)) === 'full') throw new CodedError('channel_busy');
  return {};
};

/** The body of the answer to the platform: `{}` means received. */
const acknowledge = (webhook: Webhook, delivery: Delivery, receipt: FeishuReceipt, log: Log): object => {
  switch (receipt.status) {
    case 'challenge':
      return { challenge: receipt.challenge };
    case 'question':
    case 'hint':
      return takeOn(webhook, delivery, receipt);
    case 'ignored':
      log.debug({ reason: receipt.reason }, 'feishu: delivery ignored');
      return {};
    case 'unready':
      throw new CodedError('channel_not_ready'); // the platform delivers again in 15 seconds
    case 'refused':
      log.warn({ code: receipt.code, reason: receipt.reason }, 'feishu: delivery refused');
      throw new CodedError(receipt.code);
  }
};

/** The route, in a scope in which bodies stay bytes: the signature is over what was received, not over what it means. */
const mountWebhook =
  (webhook: Webhook): FastifyPluginAsync =>
  async (scope) => {
    scope.removeContentTypeParser('application/json');
    scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.addHook('onListen', async () => {
      void webhook.identity.wait();
    });
    scope.post(PATH, { bodyLimit: BODY_LIMIT }, async (request) => {
      const delivery = deliveryOf(request, webhook.now());
      return acknowledge(webhook, delivery, await read(webhook, delivery), request.log);
    });
  };

/** The Feishu channel: verify → claim → acknowledge → answer → send. Off without a configuration. */
export const feishuChannel = (config: FeishuConfig | undefined, services: FeishuServices): Channel => {
  const named = { name: 'feishu', title: '飞书' };
  if (!config) return { ...named, status: 'off', reason: '未配置（设置 FEISHU_APP_ID 等后启用）' };
  const { converse, seen, logger, now, timing } = services;
  const api = feishuApi(config, logger, timing);
  const inbox = createInbox(seen, logger);
  const work = (piece: Work) => answerWork({ converse, api, log: logger }, piece);
  const mount = mountWebhook({ config, identity: botIdentity(api, logger, now), inbox, work, now });
  return { ...named, status: 'on', address: `已启用，请求地址 ${PATH}`, mount, drain: inbox.drain };
};
