import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { FeishuConfig } from '../../config.ts';
import { CodedError } from '../../errors.ts';
import type { Delivery } from '../../types.ts';
import { hintText } from '../hints.ts';
import type { Take } from '../intake/intake.ts';
import type { Taken } from '../intake/taken.ts';
import { anyOutlet, type Line, type Refused } from '../line.ts';
import type { Log } from '../log.ts';
import { rawBodies } from '../raw-bodies.ts';
import type { Timing } from '../timing.ts';
import type { Outlet } from '../work.ts';
import { cardOf, pagesOf } from './card/card.ts';
import { readClick } from './card/click.ts';
import { type FeishuApi, feishuApi } from './client.ts';
import { readEvent } from './event.ts';
import { botIdentity, type Identity } from './identity.ts';
import { type MakeList, uploadList } from './list-file.ts';
import { type FeishuConnection, feishuConnection } from './long-connection.ts';
import type { Received } from './message.ts';
import { quotedBy, replyIdOf } from './quoted.ts';
import { receive, replayKey } from './receive.ts';
import { type FeishuMessage, renderCard, renderPlain } from './render.ts';
import type { FeishuTo } from './to.ts';

/** What the channel needs from the process. */
export interface FeishuDeps {
  readonly log: Log;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly timing?: Partial<Timing>;
  /** Without it a list is not sent as a file; the reply says where to download it. */
  readonly makeList?: MakeList;
}

/** The path to enter in the platform's console. */
export const FEISHU_PATH = '/webhooks/feishu';
/** Bytes; the longest text message has 150 KB before encryption and base64. */
const BODY_LIMIT = 1 << 20;
/** Milliseconds for which the platform knows a message by its uuid (page 回复消息: one hour), with a margin. */
const HOLDS = 58 * 60_000;

const NO_LISTS: MakeList = async () => undefined;

const outletOf = (api: FeishuApi, { makeList = NO_LISTS, log }: FeishuDeps): Outlet<FeishuTo, FeishuMessage> => ({
  pages: pagesOf,
  render: renderCard,
  plain: renderPlain,
  send: async (to, message, { key }) => {
    if (message.msgType !== 'file') return api.send(to, message, key);
    const uploaded = await uploadList(api, makeList, { message, log });
    return uploaded.status === 'uploaded' ? api.send(to, uploaded.message, key) : uploaded.sent;
  },
  quoted: quotedBy(api),
  holds: HOLDS,
});

type Toast = 'info' | 'success' | 'warning';

const toast = (type: Toast, content: string): object => ({ toast: { type, content } });

/**
 * What the platform gets back: `{}` means received; a click gets its card, or a line that fades away (page 卡片回传交互).
 *
 * @throws CodedError when the platform shall deliver it again
 */
const acknowledge = (taken: Taken, received: Received, log: Log): object => {
  switch (taken.status) {
    case 'accepted':
      return received.status === 'click' ? toast('info', '已收到，正在回答') : {};
    case 'page': {
      const exists = taken.page <= pagesOf(taken.reply);
      return exists
        ? { card: { type: 'raw', data: cardOf(taken.reply, taken.page) } }
        : toast('warning', hintText('no_page'));
    }
    case 'which':
      return { card: { type: 'raw', data: cardOf(taken.reply, 1, taken.others) } };
    case 'noted':
      return toast('success', taken.note === 'thanks' ? '谢谢反馈' : '已记下，谢谢指正');
    case 'told':
      return toast('warning', hintText(taken.hint));
    case 'known':
    case 'done':
      return {};
    case 'ignored':
      log.debug({ reason: taken.reason }, 'feishu: event ignored');
      return {};
    case 'unready':
      throw new CodedError('channel_not_ready');
    case 'full':
      throw new CodedError('channel_busy');
  }
};

const deliveryOf = (request: FastifyRequest, receivedAt: number): Delivery => ({
  headers: request.headers,
  body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
  receivedAt,
});

interface Incoming {
  readonly identity: Identity;
  readonly take: Take<unknown>;
  readonly refused: Refused;
  readonly now: () => number;
}

/** Reads with the bot's own open_id; where that is missing for it, gets that first. */
const readWith = async <T extends { readonly status: string }>(
  { identity }: Incoming,
  read: (self: string | undefined) => T,
): Promise<T> => {
  const received = read(identity.known());
  return received.status === 'unready' ? read(await identity.wait()) : received;
};

/** The route: verified over the bytes as received, taken, acknowledged. */
const mountWebhook =
  (config: Extract<FeishuConfig, { mode: 'webhook' }>, incoming: Incoming): FastifyPluginAsync =>
  async (scope) => {
    rawBodies(scope, ['application/json']);
    scope.addHook('onListen', async () => {
      void incoming.identity.wait();
    });
    scope.post(FEISHU_PATH, { bodyLimit: BODY_LIMIT }, async (request) => {
      const delivery = deliveryOf(request, incoming.now());
      const receipt = await readWith(incoming, (self) =>
        receive(delivery, config, (event) => readEvent(event, self, readClick)),
      );
      if (receipt.status === 'challenge') return { challenge: receipt.challenge };
      if (receipt.status === 'refused') {
        request.log.warn({ code: receipt.code, reason: receipt.reason }, 'feishu: delivery refused');
        incoming.refused(receipt.code);
        throw new CodedError(receipt.code);
      }
      const taken = await incoming.take(receipt, [`feishu-request:${replayKey(delivery)}`]);
      return acknowledge(taken, receipt, request.log);
    });
  };

const TROUBLES: Readonly<Record<string, string>> = {
  refused: '长连接被拒绝：请检查 App ID、App Secret 和订阅方式',
  busy: '长连接暂时建立不了，正在重试',
  lost: '长连接断开，正在重连',
};

const LARK = 'https://open.larksuite.com';

/** Keys of a Lark app are unknown at Feishu's address, and the other way round. */
const domainHint = ({ baseUrl }: FeishuConfig): string =>
  baseUrl === LARK ? '飞书的应用不要设 FEISHU_BASE_URL' : `Lark 的应用要设 FEISHU_BASE_URL=${LARK}`;

/** What a platform's reason means. */
const explain = (config: FeishuConfig, reason: string): string | undefined =>
  reason.startsWith('credentials')
    ? `平台不认 App ID、App Secret 或服务器的地址（${reason}）：请核对；${domainHint(config)}`
    : undefined;

const troubleOf = (connection: FeishuConnection, config: FeishuConfig): string | undefined => {
  const state = connection.state();
  if (state.status !== 'waiting') return undefined;
  return state.after === 'refused' ? `${TROUBLES.refused}；${domainHint(config)}` : TROUBLES[state.after];
};

/** A question's answer goes by the question's id; what a button asks has an id of its own each time. */
const replyIdTo = (to: FeishuTo): string | undefined =>
  to.kind === 'message' && to.asked ? replyIdOf(to.message) : undefined;

/** Feishu by webhook or by long connection, as the configuration says. */
export const feishuLine = (config: FeishuConfig, deps: FeishuDeps): Line => {
  const { log, now, timing } = deps;
  const api = feishuApi(config, log, timing);
  const identity = botIdentity(api, log, now);

  const connect: Line['connect'] = (take, refused = () => {}) => {
    const incoming = { identity, take, refused, now };
    if (config.mode === 'webhook')
      return { address: `已启用，请求地址 ${FEISHU_PATH}`, mount: mountWebhook(config, incoming) };
    const handle = async (event: unknown): Promise<object> => {
      const received = await readWith(incoming, (self) => readEvent(event, self, readClick));
      return acknowledge(await take(received), received, log);
    };
    const connection = feishuConnection(config, handle, { log, ...(timing && { timing }) });
    const start = async (): Promise<void> => {
      await Promise.all([identity.wait(), connection.start()]);
    };
    return { address: '已启用，长连接', start, stop: connection.stop, trouble: () => troubleOf(connection, config) };
  };

  const toChat = (chat: string): FeishuTo => ({ kind: 'chat', chat });
  return {
    name: 'feishu',
    title: '飞书',
    outlet: anyOutlet(outletOf(api, deps)),
    toChat,
    replyId: (to) => replyIdTo(to as FeishuTo),
    explain: (reason) => explain(config, reason),
    connect,
  };
};
