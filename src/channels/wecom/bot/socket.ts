import type { Log } from '../../log.ts';
import { backOff } from '../../retry.ts';
import { TIMING, type Timing } from '../../timing.ts';
import type { Sent } from '../../work.ts';
import type { Outgoing } from '../outgoing.ts';
import { type BotSocketConfig, type Link, type LinkEnd, openLink } from './link.ts';
import { createBotSends, type StreamFrame } from './sends.ts';

/** `connecting` also between two attempts. `halted`: bot id or secret; `replaced`: another process is this bot. */
export type SocketState = 'stopped' | 'connecting' | 'live' | 'halted' | 'replaced';

export interface BotSocketHandlers {
  /** A message or an event, as it came; twice where the platform delivers it twice. */
  readonly onBody: (body: unknown, reqId: string) => Promise<void>;
  /** Another process has connected as this bot. */
  readonly onReplaced: () => void;
  readonly onState: (state: SocketState) => void;
}

export interface BotSocketTiming extends Timing {
  /** Milliseconds between pings. */
  readonly heartbeat: number;
}

export interface BotSocketDeps {
  readonly log: Log;
  readonly timing?: Partial<BotSocketTiming>;
}

/** The long connection of the AI bot (智能机器人): what comes in goes to the handlers, what goes out ends as a `Sent`. */
export interface BotSocket {
  /** Connects and keeps connected until `stop`. */
  readonly start: () => void;
  /** Resolves when the connection is closed and nothing keeps the process alive. */
  readonly stop: () => Promise<void>;
  readonly state: () => SocketState;
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

const WAITS = { first: 1000, longest: 60_000 };
/** Milliseconds before the next attempt where trying at once could not help, or would throw another process out. */
const LONG_WAIT = 300_000;
/** Milliseconds after which a connection counts as a good one. */
const STEADY = 60_000;
const HEARTBEAT = 30_000;

const pause = (wait: Promise<unknown>): Promise<void> =>
  wait.then(
    () => {},
    () => {},
  );

/** Opens the long connection, supervised: it never gives up. */
export const botSocket = (
  config: BotSocketConfig,
  { onBody, onReplaced, onState }: BotSocketHandlers,
  { log, timing }: BotSocketDeps,
): BotSocket => {
  const clock = { ...TIMING, heartbeat: HEARTBEAT, ...timing };
  const sends = createBotSends(log, clock);
  let state: SocketState = 'stopped';
  let link: Link | undefined;
  let running: { readonly stop: AbortController; readonly over: Promise<void> } | undefined;

  const become = (next: SocketState): void => {
    if (state === next) return;
    state = next;
    onState(next);
  };

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

  /** One connection from the attempt to its end, and how long it was live. */
  const connect = async (signal: AbortSignal): Promise<{ readonly end: LinkEnd; readonly lived: number }> => {
    let since: number | undefined;
    const onLive = (): void => {
      since = clock.now();
      log.info('wecom bot connected');
      become('live');
    };
    link = await openLink(config, { onLive, onFrame }, clock);
    if (signal.aborted) link.close();
    const end = await link.ended;
    link = undefined;
    return { end, lived: since === undefined ? 0 : clock.now() - since };
  };

  /** Milliseconds before the next attempt. */
  const settle = (end: LinkEnd, made: number): number => {
    switch (end.kind) {
      case 'dropped': {
        become('connecting');
        const ms = backOff({ made, random: clock.random() }, WAITS);
        log.warn({ made, ms }, 'wecom bot disconnected');
        return ms;
      }
      case 'credentials':
        become('halted');
        log.error({ alarm: true, code: end.code }, 'wecom refuses the bot: check bot id and secret');
        return LONG_WAIT;
      case 'replaced':
        become('replaced');
        log.error({ alarm: true }, 'wecom bot was replaced: another process is connected as this bot');
        onReplaced();
        return LONG_WAIT;
    }
  };

  const run = async (signal: AbortSignal): Promise<void> => {
    become('connecting');
    for (let made = 1; !signal.aborted; made++) {
      const { end, lived } = await connect(signal);
      if (signal.aborted) break;
      if (lived >= STEADY) made = 1;
      await pause(clock.sleep(settle(end, made), signal));
    }
    become('stopped');
  };

  const start = (): void => {
    if (running) return;
    const stop = new AbortController();
    running = { stop, over: run(stop.signal) };
  };

  const stop = async (): Promise<void> => {
    const ending = running;
    if (!ending) return;
    ending.stop.abort();
    link?.close();
    await ending.over;
    running = undefined;
  };

  const withLink = async (send: (open: Link) => Promise<Sent>): Promise<Sent> => {
    if (state === 'halted') return { status: 'halted', reason: 'credentials', unreached: true };
    if (state === 'replaced') return { status: 'later', reason: 'replaced', after: LONG_WAIT, unreached: true };
    return link && state === 'live' ? send(link) : { status: 'later', reason: 'not connected', unreached: true };
  };

  return {
    start,
    stop,
    state: () => state,
    respond: (frame) => withLink(({ client }) => sends.respond(client, frame)),
    welcome: (reqId, message) => withLink(({ client }) => sends.welcome(client, reqId, message)),
    updateCard: (reqId, card) => withLink(({ client }) => sends.updateCard(client, reqId, card)),
    push: (chat, group, message) => withLink(({ client }) => sends.push(client, { chat, group }, message)),
  };
};
