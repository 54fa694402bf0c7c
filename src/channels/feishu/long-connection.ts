import { CodedError } from '../../errors.ts';
import type { Log } from '../log.ts';
import { backOff, type Waits } from '../retry.ts';
import { TIMING, type Timing } from '../timing.ts';
import type { NoEndpoint } from './endpoint.ts';
import type { FeishuAccess } from './sdk.ts';
import { type Ending, type HandleEvent, holdSocket } from './socket.ts';

/** Where the connection stands. */
export type ConnectionState =
  | { readonly status: 'off' }
  | { readonly status: 'connecting' }
  | { readonly status: 'connected' }
  /** `ms` milliseconds until the next try. */
  | { readonly status: 'waiting'; readonly after: 'lost' | NoEndpoint['kind']; readonly ms: number };

/** Events over a connection that the bot opens itself: no address that the platform can reach is needed. */
export interface FeishuConnection {
  /**
   * Resolves when the first try has ended, well or not; after that it is tried for as long as it takes.
   *
   * @throws CodedError `config_invalid` when the App ID cannot be one
   */
  readonly start: () => Promise<void>;
  /** Closes the connection and waits for its end; nothing is left that keeps the process alive. */
  readonly stop: () => Promise<void>;
  readonly state: () => ConnectionState;
}

/** What the connection needs from the process. */
export interface ConnectionDeps {
  readonly log: Log;
  readonly timing?: Partial<Timing>;
}

/** With another App ID the SDK does nothing, and says so nowhere. */
const APP_ID = /^cli_[0-9a-f]{16}$/;

const WAITS: Waits = { first: 1_000, longest: 60_000 };
/** Milliseconds between tries that somebody has to make possible first. */
const REFUSED_WAIT = 300_000;
/** Milliseconds after which a connection counts as one that held. */
const STEADY = 60_000;

/** Milliseconds until the next try, after so many in a row that failed. */
const pauseAfter = (ending: Ending, failed: number, random: number): number =>
  ending.kind === 'refused' ? REFUSED_WAIT : backOff({ made: failed, random }, WAITS);

const LINES = {
  refused: 'feishu: the long connection is refused; check App ID, App Secret, and that the app takes events this way',
  busy: 'feishu: the long connection could not be opened',
  lost: 'feishu: the long connection was lost',
} as const;

/** A refusal is for somebody to act on; the rest passes. */
const report = (ending: Exclude<Ending, { kind: 'stopped' }>, ms: number, log: Log): void =>
  log[ending.kind === 'refused' ? 'error' : 'warn']({ ...ending, ms }, LINES[ending.kind]);

interface Keeping {
  /** Holds one connection; `onOpen` when it stands. */
  readonly hold: (onOpen: () => void) => Promise<Ending>;
  readonly enter: (state: ConnectionState) => void;
  readonly log: Log;
  readonly timing: Timing;
}

/** Opens one connection after another until the signal; `onTried` after each try. */
const keepOpen = async ({ hold, enter, log, timing }: Keeping, signal: AbortSignal, onTried: () => void) => {
  for (let failed = 1; ; failed++) {
    let openedAt = Number.POSITIVE_INFINITY;
    enter({ status: 'connecting' });
    const ending = await hold(() => {
      openedAt = timing.now();
      enter({ status: 'connected' });
      log.info('feishu: the long connection is open');
      onTried();
    });
    if (ending.kind === 'stopped' || signal.aborted) return;
    if (timing.now() - openedAt >= STEADY) failed = 1;
    const ms = pauseAfter(ending, failed, timing.random());
    enter({ status: 'waiting', after: ending.kind, ms });
    report(ending, ms, log);
    onTried();
    await timing.sleep(ms, signal);
  }
};

/** Something that goes on until it is stopped. */
interface Running {
  readonly control: AbortController;
  readonly ended: Promise<void>;
}

/**
 * @param handle an event is acknowledged when it resolves, which the platform expects within three seconds, and
 * delivered again when it rejects
 */
export const feishuConnection = (
  config: FeishuAccess,
  handle: HandleEvent,
  { log, timing }: ConnectionDeps,
): FeishuConnection => {
  const clock = { ...TIMING, ...timing };
  let state: ConnectionState = { status: 'off' };
  let running: Running | undefined;
  const enter = (next: ConnectionState) => {
    state = next;
  };

  const run = (signal: AbortSignal, onTried: () => void): Promise<void> => {
    const hold: Keeping['hold'] = (onOpen) =>
      holdSocket({ config, handle, log, timeout: clock.timeout, signal, onOpen });
    return keepOpen({ hold, enter, log, timing: clock }, signal, onTried).catch((err) => {
      if (!signal.aborted) throw err; // a pause that was cut short is the end that was wanted
    });
  };

  const start = async (): Promise<void> => {
    if (!APP_ID.test(config.appId))
      throw new CodedError('config_invalid', 'FEISHU_APP_ID 应为 cli_ 加 16 位十六进制数字，否则无法建立长连接。');
    if (running) return;
    const control = new AbortController();
    let tried: () => void = () => {};
    const first = new Promise<void>((resolve) => {
      tried = resolve;
    });
    const ended = run(control.signal, tried);
    running = { control, ended };
    await Promise.race([first, ended]);
  };

  const stop = async (): Promise<void> => {
    running?.control.abort();
    await running?.ended;
    running = undefined;
    enter({ status: 'off' });
  };

  return { start, stop, state: () => state };
};
