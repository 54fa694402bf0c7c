import type { Sent } from '../../work.ts';
import type { Outgoing } from '../outgoing.ts';
import { type BotSocketDeps, type BotSocketHandlers, clockOf, type KeptLink, keptLink } from './kept-link.ts';
import type { BotSocketConfig } from './link.ts';
import { createBotSends } from './sends.ts';
import type { StreamFrame } from './stream-frames.ts';

/** The long connection of the AI bot (智能机器人): what comes in goes to the handlers, what goes out ends as a `Sent`. */
export interface BotSocket extends Pick<KeptLink, 'start' | 'stop' | 'state'> {
  /**
   * Streams an answer. Safe to try again: frames of one stream are one message. `refused` when the message that is answered
   * is of an earlier connection (846605), or the stream is six minutes old or finished (846608): then `push`.
   */
  readonly respond: (frame: StreamFrame) => Promise<Sent>;
  /** Greets somebody who has opened the chat, within 5 s. */
  readonly welcome: (reqId: string, message: Outgoing) => Promise<Sent>;
  /** Puts a card in the place of the one that was clicked, within 5 s. */
  readonly updateCard: (reqId: string, card: object) => Promise<Sent>;
  /** Says something unasked, where somebody has spoken before. Not sent again when it is unknown whether it arrived. */
  readonly push: (chat: string, group: boolean, message: Outgoing) => Promise<Sent>;
}

/** Opens the long connection, supervised: it never gives up. */
export const botSocket = (
  config: BotSocketConfig,
  { onBody, onReplaced, onState }: BotSocketHandlers,
  { log, timing }: BotSocketDeps,
): BotSocket => {
  const clock = clockOf(timing);
  const sends = createBotSends(log, clock);
  /** Never rejects. */
  const take = async (reqId: string, body: unknown): Promise<void> => {
    try {
      await onBody(body, reqId);
    } catch (err) {
      log.error({ err }, 'wecom frame failed');
    }
  };

  const onFrame = (reqId: string, body: unknown): void => {
    sends.hear(reqId, body);
    void take(reqId, body);
  };

  const { start, stop, state, send } = keptLink(config, { onFrame, onReplaced, onState, log, clock });
  return {
    start,
    stop,
    state,
    respond: (frame) => send(({ client }) => sends.respond(client, frame)),
    welcome: (reqId, message) => send(({ client }) => sends.welcome(client, reqId, message)),
    updateCard: (reqId, card) => send(({ client }) => sends.updateCard(client, reqId, card)),
    push: (chat, group, message) => send(({ client }) => sends.push(client, { chat, group }, message)),
  };
};
