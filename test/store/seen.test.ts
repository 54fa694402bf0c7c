import { describe, expect, test } from 'vitest';
import { memorySeen } from '../../src/store/seen.ts';

const HOUR = 3_600_000;

describe('what has been taken on', () => {
  test('an id is claimed once', () => {
    const seen = memorySeen(() => 0);
    expect(seen.claim('om_1')).toBe(true);
    expect(seen.claim('om_1')).toBe(false);
    expect(seen.claim('om_2')).toBe(true);
  });

  test('after a failure it is released, and the next delivery is taken on', () => {
    const seen = memorySeen(() => 0);
    seen.claim('om_1');
    seen.release('om_1');
    expect(seen.claim('om_1')).toBe(true);
  });

  test('what is done stays done: a late release changes nothing', () => {
    const seen = memorySeen(() => 0);
    seen.claim('om_1');
    seen.commit('om_1');
    seen.release('om_1');
    expect(seen.claim('om_1')).toBe(false);
  });

  test('a message is remembered for longer than the platform delivers again, and forgotten after a day', () => {
    let time = 0;
    const seen = memorySeen(() => time);
    seen.claim('om_1');
    time = HOUR;
    seen.commit('om_1');
    time = 24 * HOUR;
    expect(seen.claim('om_1')).toBe(false);
    time = 25 * HOUR;
    expect(seen.claim('om_1')).toBe(true);
  });

  test('when there are too many, the oldest goes first', () => {
    const seen = memorySeen(() => 0, { ids: 2 });
    for (const id of ['a', 'b', 'c']) {
      seen.claim(id);
      seen.commit(id);
    }
    expect(seen.claim('c')).toBe(false);
    expect(seen.claim('b')).toBe(false);
    expect(seen.claim('a')).toBe(true);
  });

  test('releasing an id that nobody claimed does nothing', () => {
    const seen = memorySeen(() => 0);
    seen.release('om_1');
    expect(seen.claim('om_1')).toBe(true);
  });
});
