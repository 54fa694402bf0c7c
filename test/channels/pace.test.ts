import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { createPace } from '../../src/channels/pace.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** A clock on which sleepers wake in order of time when the test lets it run. */
const steppedClock = () => {
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  let time = 1_000_000;
  const now = () => time;
  const sleep = (ms: number) => new Promise<void>((wake) => sleepers.push({ at: time + ms, wake }));
  const run = async (): Promise<void> => {
    for (;;) {
      await new Promise(setImmediate);
      const next = sleepers.sort((one, other) => one.at - other.at).shift();
      if (!next) return;
      time = Math.max(time, next.at);
      next.wake();
    }
  };
  return { now, sleep, run };
};

const goAll = async (chats: readonly string[]) => {
  const clock = steppedClock();
  const pace = createPace({ perSecond: 5, now: clock.now, sleep: clock.sleep });
  const gone: { readonly chat: string; readonly nth: number; readonly at: number }[] = [];
  const all = chats.map(async (chat, nth) => {
    await pace(chat);
    gone.push({ chat, nth, at: clock.now() });
  });
  await clock.run();
  await Promise.all(all);
  return gone;
};

describe('messages to one chat', () => {
  test('go at most five in any second', async () => {
    const times = (await goAll(Array.from({ length: 23 }, () => 'oc_1'))).map(({ at }) => at);
    for (const [index, at] of times.entries()) {
      const sixth = times[index + 5];
      if (sixth !== undefined) expect(sixth - at).toBeGreaterThan(1000);
    }
  });

  test('go in the order in which they came', async () => {
    const gone = await goAll(Array.from({ length: 23 }, () => 'oc_1'));
    expect(gone.map(({ nth }) => nth)).toEqual(Array.from({ length: 23 }, (_, nth) => nth));
  });

  test('up to five do not wait', async () => {
    const gone = await goAll(Array.from({ length: 5 }, () => 'oc_1'));
    expect(new Set(gone.map(({ at }) => at)).size).toBe(1);
  });
});

describe('messages to many chats', () => {
  test('do not wait for one another', async () => {
    const gone = await goAll([...Array.from({ length: 12 }, () => 'oc_busy'), 'oc_1', 'oc_2']);
    const start = gone[0]?.at;
    expect(gone.filter(({ chat }) => chat !== 'oc_busy').map(({ at }) => at)).toEqual([start, start]);
  });

  test('of 100000 chats in turn leave nothing behind', async () => {
    let time = 0;
    const pace = createPace({ perSecond: 5, now: () => time, sleep: async () => {} });
    collectGarbage();
    const before = process.memoryUsage().heapUsed;
    for (let chat = 0; chat < 100_000; chat++) {
      time += 10;
      await pace(`oc_${chat}`);
    }
    collectGarbage();
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(3_000_000);
    await pace('oc_0'); // it is still in use, so its memory was counted
  });

  test('do not wait for a clock that was set back by eight hours', async () => {
    let time = 1_700_000_000_000;
    const waits: number[] = [];
    const sleep = async (ms: number) => void waits.push(ms);
    const pace = createPace({ perSecond: 1, now: () => time, sleep });
    await pace('oc_1');
    time -= 8 * 3_600_000;
    await pace('oc_1');
    expect(Math.max(...waits)).toBeLessThan(2_000);
  });
});
