import type { TemplateCard, WSClient } from '@wecom/aibot-node-sdk';
import { z } from 'zod';
import type { Log } from '../../log.ts';
import type { Timing } from '../../timing.ts';
import type { Sent } from '../../work.ts';
import { sentOnceOfFault } from '../api-faults.ts';
import { botBody, type Outgoing, welcomeBody } from '../outgoing.ts';
import { createPacer } from '../pacer.ts';
import { type Ack, ackOf } from './acks.ts';
import { createRecent } from './recent.ts';
import { createStreams, headersOf, MOST_RECENT, type StreamFrame } from './stream-frames.ts';

/** What the bot says over the long connection. */
export interface BotSends {
  /** Remembers whom a frame came from: replies count towards the limit of that conversation. */
  readonly hear: (reqId: string, body: unknown) => void;
  readonly respond: (client: WSClient, frame: StreamFrame) => Promise<Sent>;
  readonly welcome: (client: WSClient, reqId: string, message: Outgoing) => Promise<Sent>;
  readonly updateCard: (client: WSClient, reqId: string, card: object) => Promise<Sent>;
  readonly push: (
    client: WSClient,
    to: { readonly chat: string; readonly group: boolean },
    message: Outgoing,
  ) => Promise<Sent>;
}

const placeSchema = z.object({ chatid: z.string().min(1).optional(), from: z.object({ userid: z.string().min(1) }) });

/** The sending side for one bot, whatever connection it has at the time. */
export const createBotSends = (log: Log, { now, ...timing }: Timing): BotSends => {
  const pacer = createPacer(now);
  const places = createRecent<string>(MOST_RECENT);
  const hear: BotSends['hear'] = (reqId, body) => {
    const read = placeSchema.safeParse(body);
    if (read.success) places.set(reqId, read.data.chatid ?? read.data.from.userid);
  };

  const waitForTurn = (place: string | undefined): Sent | undefined => {
    const after = place === undefined ? 0 : pacer.take(place);
    return after > 0
      ? { status: 'later', reason: 'the limit of this conversation', after, unreached: true }
      : undefined;
  };

  /** A frame that the platform would show a second time. */
  const once = async (sending: Promise<Ack>, what: string): Promise<Sent> => {
    const ack = await sending;
    if (ack.status === 'done') return { status: 'sent' };
    log.debug({ ...ack.fault, what }, 'wecom frame failed');
    return sentOnceOfFault(ack.fault);
  };

  return {
    hear,
    respond: createStreams({ log, waitFor: (reqId) => waitForTurn(places.get(reqId)), ...timing }),
    welcome: (client, reqId, message) => {
      // The SDK's type of a card is wider in words and narrower in kind than what is kept as plain JSON.
      const body = welcomeBody(message) as Parameters<WSClient['replyWelcome']>[1];
      return once(
        ackOf(client, (open) => open.replyWelcome(headersOf(reqId), body)),
        'welcome',
      );
    },
    updateCard: (client, reqId, card) =>
      once(
        ackOf(client, (open) => open.updateTemplateCard(headersOf(reqId), card as TemplateCard)),
        'card update',
      ),
    push: async (client, { chat, group }, message) => {
      const wait = waitForTurn(chat);
      if (wait) return wait;
      // chat_type is the protocol's (1 a person, 2 a group), though the SDK's type does not know it.
      const body = { chat_type: group ? 2 : 1, ...botBody(message) };
      const sending = ackOf(client, (open) => open.sendMessage(chat, body as Parameters<WSClient['sendMessage']>[1]));
      return once(sending, 'push');
    },
  };
};
