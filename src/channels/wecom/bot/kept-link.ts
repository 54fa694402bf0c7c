import type { Log } from '../../log.ts';
import { backOff } from '../../retry.ts';
import { TIMING, type Timing } from '../../timing.ts';
import type { Sent } from '../../work.ts';
import { type BotSocketConfig, type Link, type LinkEnd, type LinkHandlers, openLink } from './link.ts';

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

/** A connection that is opened again whenever it ends. */
export interface KeptLink {
  /** Connects and keeps connected until `stop`. */
  readonly start: () => void;
  /** Resolves when the connection is closed and nothing keeps the process alive. */
  readonly stop: () => Promise<void>;
  readonly state: () => SocketState;
  /** Sends on the connection; where there is none, tells why. */
  readonly send: (by: (open: Link) => Promise<Sent>) => Promise<Sent>;
}

export interface KeptLinkParts extends Pick<BotSocketHandlers, 'onReplaced' | 'onState'> {
  readonly onFrame: LinkHandlers['onFrame'];
  readonly log: Log;
  readonly clock: BotSocketTiming;
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

/** The clock of a connection, where no other is given. */
export const clockOf = (timing: Partial<BotSocketTiming> | undefined): BotSocketTiming => ({
  ...{ ...TIMING, heartbeat: HEARTBEAT },
  ...timing,
});

/** What the connection is after it has ended for the so-manieth time in a row, and milliseconds before the next attempt. */
const afterEnd = (
  end: LinkEnd,
  made: number,
  { clock, log }: Pick<KeptLinkParts, 'clock' | 'log'>,
): { readonly state: SocketState; readonly wait: number } => {
  switch (end.kind) {
    case 'dropped': {
      const ms = backOff({ made, random: clock.random() }, WAITS);
      log.warn({ made, ms }, 'wecom bot disconnected');
      return { state: 'connecting', wait: ms };
    }
    case 'credentials':
      log.error({ alarm: true, code: end.code }, 'wecom refuses the bot: check bot id and secret');
      return { state: 'halted', wait: LONG_WAIT };
    case 'replaced':
      log.error({ alarm: true }, 'wecom bot was replaced: another process is connected as this bot');
      return { state: 'replaced', wait: LONG_WAIT };
  }
};

/** Keeps a connection, supervised: it never gives up. */
export const keptLink = (config: BotSocketConfig, parts: KeptLinkParts): KeptLink => {
  const { onFrame, onReplaced, onState, clock, log } = parts;
  let state: SocketState = 'stopped';
  let link: Link | undefined;
  let running: { readonly stop: AbortController; readonly over: Promise<void> } | undefined;

  const become = (next: SocketState): void => {
    if (state === next) return;
    state = next;
    onState(next);
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

  const run = async (signal: AbortSignal): Promise<void> => {
    become('connecting');
    for (let made = 1; !signal.aborted; made++) {
      const { end, lived } = await connect(signal);
      if (signal.aborted) break;
      if (lived >= STEADY) made = 1;
      const { state: now, wait } = afterEnd(end, made, parts);
      become(now);
      if (now === 'replaced') onReplaced();
      await pause(clock.sleep(wait, signal));
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

  const send: KeptLink['send'] = async (by) => {
    if (state === 'halted') return { status: 'halted', reason: 'credentials', unreached: true };
    if (state === 'replaced') return { status: 'later', reason: 'replaced', after: LONG_WAIT, unreached: true };
    return link && state === 'live' ? by(link) : { status: 'later', reason: 'not connected', unreached: true };
  };

  return { start, stop, send, state: () => state };
};
