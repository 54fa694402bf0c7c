import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createGathered } from '../../src/channels/gathered.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const open = () => {
  const taken: (readonly number[])[] = [];
  const gathered = createGathered<number>(async (all) => void taken.push(all), 250);
  return { taken, gathered };
};

test('what comes alone is handed over at once', () => {
  const { taken, gathered } = open();
  gathered.add(1);
  vi.advanceTimersByTime(250);
  gathered.add(2);
  expect(taken).toEqual([[1], [2]]);
});

test('a flood is handed over a few times a second, in order, and nothing of it is left', () => {
  const { taken, gathered } = open();
  for (let n = 0; n < 100; n += 1) {
    gathered.add(n);
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(250);
  expect(taken.length).toBeLessThanOrEqual(6);
  expect(taken.flat()).toEqual(Array.from({ length: 100 }, (_, n) => n));
});

test('at the end nothing is left behind', async () => {
  const { taken, gathered } = open();
  gathered.add(1);
  gathered.add(2);
  await gathered.flush();
  expect(taken).toEqual([[1], [2]]);
  await gathered.flush();
  expect(taken).toHaveLength(2);
});
