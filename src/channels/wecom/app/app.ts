import type { FastifyPluginAsync } from 'fastify';
import type { WecomAppConfig } from '../../../config.ts';
import { CodedError } from '../../../errors.ts';
import type { Take } from '../../intake/intake.ts';
import { anyOutlet, type Line, type Refused } from '../../line.ts';
import type { Log } from '../../log.ts';
import { rawBodies } from '../../raw-bodies.ts';
import type { Timing } from '../../timing.ts';
import type { Outlet } from '../../work.ts';
import { takeOrTell } from '../bot/take-or-tell.ts';
import type { WecomKeys } from '../crypto.ts';
import { deliveryOf } from '../delivery.ts';
import { pagesOfApp, plainApp, renderApp, type WecomMessage } from '../look/render.ts';
import { type WecomApi, wecomApi } from './api.ts';
import { type AppTo, receiveApp } from './receive.ts';

/** What the channel needs from the process. */
export interface AppDeps {
  readonly log: Log;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly timing?: Partial<Timing>;
}

/** The path to enter in the console, for GET (the check) and POST. */
export const WECOM_APP_PATH = '/webhooks/wecom/app';
const BODY_LIMIT = 256 * 1024;
/** Milliseconds for which the platform holds back the same message to the same person (page 发送应用消息), with a margin. */
const HOLDS = 28 * 60_000;

/** The platform keeps back what it has shown to the same person: told apart, the question asked again gets its answer. */
const again = (message: WecomMessage, nth: number): WecomMessage =>
  message.kind === 'card' ? message : { ...message, content: `${message.content}\n（第${nth}次回答）` };

const outletOf = (api: WecomApi): Outlet<AppTo, WecomMessage> => ({
  pages: pagesOfApp,
  render: renderApp,
  plain: plainApp,
  send: ({ user }, message) => api.send(user, message, { check: true }),
  again,
  holds: HOLDS,
});

interface Incoming {
  readonly keys: WecomKeys;
  readonly take: Take<unknown>;
  readonly refused: Refused;
  readonly now: () => number;
}

/** The route: an empty answer means received (page 接收消息). */
const mountWebhook =
  ({ keys, take, refused, now }: Incoming): FastifyPluginAsync =>
  async (scope) => {
    rawBodies(scope, ['*']);
    scope.route({
      method: ['GET', 'POST'],
      url: WECOM_APP_PATH,
      bodyLimit: BODY_LIMIT,
      handler: async (request, reply) => {
        const receipt = receiveApp(deliveryOf(request, now()), keys);
        reply.type('text/plain; charset=utf-8');
        if (receipt.status === 'challenge') return receipt.challenge;
        if (receipt.status === 'refused') {
          request.log.warn({ code: receipt.code, reason: receipt.reason }, 'wecom app: delivery refused');
          refused(receipt.code);
          throw new CodedError(receipt.code);
        }
        const taken = await takeOrTell(take, receipt);
        if (taken.status === 'full') throw new CodedError('channel_busy');
        if (taken.status === 'ignored') request.log.debug({ reason: taken.reason }, 'wecom app: delivery ignored');
        return '';
      },
    });
  };

/** The WeCom self-built app: private chats, encrypted XML in, `message/send` out. */
export const wecomAppLine = (config: WecomAppConfig, { log, now, timing }: AppDeps): Line => {
  const api = wecomApi(config, log, timing);
  const keys = { token: config.token, encodingAesKey: config.encodingAesKey, receiveId: config.corpId };
  return {
    name: 'wecom-app',
    title: '企业微信自建应用',
    outlet: anyOutlet(outletOf(api)),
    connect: (take, refused = () => {}) => ({
      address: `已启用，接收消息 URL ${WECOM_APP_PATH}`,
      mount: mountWebhook({ keys, take, refused, now }),
    }),
  };
};
