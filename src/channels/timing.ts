import { setTimeout as sleep } from 'node:timers/promises';

/** The clock side of a channel; tests hand in a faster one. */
export interface Timing {
  /** Milliseconds for one request. */
  readonly timeout: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Ends early, by an exception, when the signal says so. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<unknown>;
  /** 0–1. */
  readonly random: () => number;
}

/** Real time. */
export const TIMING: Timing = {
  timeout: 10_000,
  now: Date.now,
  sleep: (ms, signal) => sleep(ms, undefined, signal && { signal }),
  random: Math.random,
};
