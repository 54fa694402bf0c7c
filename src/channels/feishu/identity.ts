import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log.ts';
import { steady } from '../steady.ts';
import type { FeishuApi } from './client.ts';

/** The bot's own open_id: fetched once, and again for as long as it is missing. */
export interface Identity {
  readonly known: () => string | undefined;
  /** Fetches it if need be, and waits for it no longer than a delivery may wait for its answer. */
  readonly wait: () => Promise<string | undefined>;
}

/** Milliseconds; a delivery must be answered within three seconds. */
const LONGEST_WAIT = 1_500;
/** Milliseconds between two attempts that failed. */
const PAUSE = 5_000;

/** `now` gives milliseconds. */
export const botIdentity = (api: FeishuApi, log: Log, now: () => number): Identity => {
  const clock = steady(now);
  let known: string | undefined;
  let flight: Promise<void> | undefined;
  let failedAt = Number.NEGATIVE_INFINITY;

  const fetchOnce = async (): Promise<void> => {
    const called = await api.ownOpenId();
    flight = undefined;
    if (called.status === 'done') {
      known = called.value;
      return;
    }
    failedAt = clock();
    log.error({ ...called.fault }, 'feishu: the bot could not learn its own open_id; group messages wait');
  };

  const wait = async (): Promise<string | undefined> => {
    if (known === undefined && flight === undefined && clock() - failedAt >= PAUSE) flight = fetchOnce();
    if (flight) await Promise.race([flight, sleep(LONGEST_WAIT, undefined, { ref: false })]);
    return known;
  };

  return { known: () => known, wait };
};
