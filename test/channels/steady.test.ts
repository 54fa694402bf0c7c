import { expect, test } from 'vitest';
import { createPerMinute } from '../../src/channels/per-minute.ts';
import { steady } from '../../src/channels/steady.ts';

test('a steady clock goes on where the one below it was set back, and forward with it', () => {
  let time = 1_000;
  const clock = steady(() => time);
  expect(clock()).toBe(1_000);
  time = 200;
  expect(clock()).toBe(1_000);
  time = 250;
  expect(clock()).toBe(1_050);
  time = 5_000;
  expect(clock()).toBe(5_800);
});

test('what was counted in a minute is forgotten after one, though the clock was set back by eight hours', () => {
  let time = 1_700_000_000_000;
  const count = createPerMinute(() => time, 2);
  expect([count('a'), count('a'), count('a')]).toEqual([1, 2, 3]);
  time -= 8 * 3_600_000;
  expect(count('a')).toBe(3);
  time += 60_000;
  expect(count('a')).toBe(1);
});
