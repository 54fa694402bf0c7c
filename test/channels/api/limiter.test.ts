import { expect, test } from 'vitest';
import { createLimiter } from '../../../src/channels/api/limiter.ts';

/** Work that ends when it is told to. */
const held = () => {
  let resolve: (value: string) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<string>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  let started = false;
  const work = () => {
    started = true;
    return promise;
  };
  return { work, resolve, reject, started: () => started };
};

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('so many at a time, others in the order in which they came, and no more than may wait', async () => {
  const limited = createLimiter({ running: 2, waiting: 2 });
  const pieces = Array.from({ length: 5 }, held);
  const results = pieces.map(({ work }) => limited(work));
  await settled();
  expect(pieces.map(({ started }) => started())).toEqual([true, true, false, false, false]);
  expect(results.map((result) => result !== undefined)).toEqual([true, true, true, true, false]);
  pieces[1]?.resolve('b');
  expect(await results[1]).toBe('b');
  await settled();
  expect(pieces.map(({ started }) => started())).toEqual([true, true, true, false, false]);
  // Whoever comes while somebody waits waits behind them.
  const late = held();
  const last = limited(late.work);
  await settled();
  expect(late.started()).toBe(false);
  for (const piece of [...pieces, late]) piece.resolve('x');
  expect(await Promise.all([...results, last])).toEqual(['x', 'b', 'x', 'x', undefined, 'x']);
});

test('work that fails gives its place back', async () => {
  const limited = createLimiter({ running: 1, waiting: 1 });
  const [bad, good] = [held(), held()];
  const [first, second] = [limited(bad.work), limited(good.work)];
  bad.reject(new Error('broken'));
  await expect(first).rejects.toThrow('broken');
  good.resolve('done');
  expect(await second).toBe('done');
  expect(await limited(async () => 'free again')).toBe('free again');
});
