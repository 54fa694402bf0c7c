/** Time that passes when a test lets it. */
export interface Time {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Calls back when the test has let so much time pass. */
  readonly later: (ms: number, then: () => void) => void;
  /** A wait that lasts until the test has let so much time pass. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** A wait that is over at once, and the clock moves with it; one of minutes lasts until the test lets it pass. */
  readonly hurry: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly pass: (ms: number) => void;
}

const MINUTES = 100_000;

/** Time from a moment on, by default that of the test's start: the platforms sign with the true time. */
export const openTime = (start = Date.now()): Time => {
  let time = start;
  let waiting: { readonly at: number; readonly then: () => void }[] = [];

  const later: Time['later'] = (ms, then) => {
    waiting.push({ at: time + ms, then });
  };

  const sleep: Time['sleep'] = (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(new Error('aborted'));
      signal?.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
      later(ms, resolve);
    });

  const hurry: Time['hurry'] = async (ms, signal) => {
    if (ms >= MINUTES) return sleep(ms, signal);
    time += ms;
    await new Promise(setImmediate);
  };

  const pass: Time['pass'] = (ms) => {
    time += ms;
    const due = waiting.filter(({ at }) => at <= time);
    waiting = waiting.filter(({ at }) => at > time);
    for (const { then } of due) then();
  };

  return { now: () => time, later, sleep, hurry, pass };
};
