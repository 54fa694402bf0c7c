import { describe, expect, it } from 'vitest';
import { createRecent } from '../src/recent.ts';

describe('what was worked out a short time ago', () => {
  it('is not worked out again, until so many others have followed', () => {
    const recent = createRecent<string>(2);
    const made: string[] = [];
    for (const key of ['a', 'a', 'b', 'c', 'a']) {
      const value = recent(key, () => {
        made.push(key);
        return key.toUpperCase();
      });
      expect(value).toBe(key.toUpperCase());
    }
    expect(made).toEqual(['a', 'b', 'c', 'a']);
  });

  it('is not kept under a very long key', () => {
    const recent = createRecent<number>(2);
    const key = '长'.repeat(10_000);
    expect([recent(key, () => 1), recent(key, () => 2)]).toEqual([1, 2]);
  });
});
