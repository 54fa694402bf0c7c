import type { TemplateCard, WSClient, WsFrameHeaders } from '@wecom/aibot-node-sdk';
import { z } from 'zod';
import type { Log } from '../../log.ts';
import { backOff } from '../../retry.ts';
import type { Timing } from '../../timing.ts';
import type { Sent } from '../../work.ts';
import { type Fault, sentOfFault, sentOnceOfFault } from '../api-faults.ts';
import { botBody, type Outgoing, welcomeBody } from '../outgoing.ts';
import { createPacer } from '../pacer.ts';
import { type Ack, ackOf } from './acks.ts';
import { createRecent } from './recent.ts';
import { createTurns } from './turns.ts';

/** A frame of a streamed answer. Frames of one stream are one message; each has the whole text so far, ≤ 20480 bytes. */
export interface StreamFrame {
  readonly reqId: string;
  readonly streamId: string;
  readonly content: string;
  readonly finish: boolean;
  /** With the first frame only: lets people say whether the answer was of use. */
  readonly feedbackId?: string;
}

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

/** Page 长连接: the message of this stream is six minutes old or finished. */
const STREAM_OVER = 846608;
const MOST_TRIES = 3;
const WAITS = { first: 1000, longest: 4000 };
/** Conversations and streams that are remembered; an answer is given in seconds. */
const MOST_RECENT = 5000;

const placeSchema = z.object({ chatid: z.string().min(1).optional(), from: z.object({ userid: z.string().min(1) }) });

const headersOf = (reqId: string): WsFrameHeaders => ({ headers: { req_id: reqId } });

const isAgain = ({ kind }: Fault): boolean => kind === 'lost' || kind === 'busy';

/** The sending side for one bot, whatever connection it has at the time. */
export const createBotSends = (log: Log, { now, sleep, random }: Timing): BotSends => {
  const pacer = createPacer(now);
  const places = createRecent<string>(MOST_RECENT);
  const counted = createRecent<true>(MOST_RECENT);
  /** Streams whose last frame went out without an answer. */
  const unsure = createRecent<true>(MOST_RECENT);
  const inTurn = createTurns();

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

  /** A stream counts once, with its first frame. */
  const waitForStream = ({ reqId, streamId }: StreamFrame): Sent | undefined => {
    if (counted.get(streamId)) return undefined;
    const wait = waitForTurn(places.get(reqId));
    if (!wait) counted.set(streamId, true);
    return wait;
  };

  const sendFrame = async (client: WSClient, frame: StreamFrame): Promise<Ack> => {
    const { reqId, streamId, content, finish, feedbackId } = frame;
    const feedback = feedbackId === undefined ? undefined : { id: feedbackId };
    const ack = await ackOf(client, (open) =>
      open.replyStream(headersOf(reqId), streamId, content, finish, undefined, feedback),
    );
    // The frame without an answer was the last one, and the platform has it.
    if (ack.status === 'failed' && ack.fault.code === STREAM_OVER && unsure.get(streamId)) return { status: 'done' };
    if (finish && ack.status === 'failed' && ack.fault.kind === 'lost') unsure.set(streamId, true);
    return ack;
  };

  const respondNow = async (client: WSClient, frame: StreamFrame): Promise<Sent> => {
    const wait = waitForStream(frame);
    if (wait) return wait;
    let unsure = false;
    for (let made = 1; ; made++) {
      const ack = await sendFrame(client, frame);
      if (ack.status === 'done') return { status: 'sent' };
      log.debug({ ...ack.fault, made }, 'wecom stream frame failed');
      unsure ||= ack.fault.kind === 'lost';
      if (!isAgain(ack.fault) || made >= MOST_TRIES) return sentOfFault({ ...ack.fault, ...(unsure && { unsure }) });
      // Long enough for a late answer to come in while nobody waits: it has no name but the req_id.
      await sleep(backOff({ made, random: random() }, WAITS));
    }
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
    respond: (client, frame) => inTurn(frame.reqId, () => respondNow(client, frame)),
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
