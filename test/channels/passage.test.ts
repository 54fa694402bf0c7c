import { describe, expect, test } from 'vitest';
import { createPassage } from '../../src/channels/passage.ts';

const HALTED = { status: 'halted', reason: 'quota' } as const;
const MINUTE = 60_000;

const open = () => {
  let time = 0;
  return { passage: createPassage(() => time), pass: (ms: number) => (time += ms) };
};

describe('a channel on which nothing passes', () => {
  test('is tried with one message every two minutes, and the rest wait', () => {
    const { passage, pass } = open();
    expect(passage.ended('a', HALTED)).toBe(true);
    expect(passage.wait('a', 1)).toBe(2 * MINUTE);
    pass(2 * MINUTE);
    expect(passage.wait('a', 1)).toBe(0);
    expect(passage.wait('a', 2)).toBe(2 * MINUTE);
    expect(passage.wait('a', 1)).toBe(0);
    expect(passage.ended('a', HALTED)).toBe(false);
    expect(passage.wait('a', 1)).toBe(2 * MINUTE);
  });

  test('is open again when the trial passes', () => {
    const { passage, pass } = open();
    passage.ended('a', HALTED);
    pass(2 * MINUTE);
    passage.wait('a', 1);
    passage.ended('a', { status: 'sent' });
    expect(passage.wait('a', 2)).toBe(0);
    expect(passage.trouble('a')).toBeUndefined();
  });

  test('gets another trial when the first one is put off', () => {
    const { passage, pass } = open();
    passage.ended('a', HALTED);
    pass(2 * MINUTE);
    passage.wait('a', 1);
    passage.ended('a', { status: 'later', reason: 'server' });
    pass(2 * MINUTE);
    expect(passage.wait('a', 2)).toBe(0);
    expect(passage.trouble('a')).toBe('quota');
  });

  test('says another reason once', () => {
    const { passage } = open();
    expect(passage.ended('a', HALTED)).toBe(true);
    expect(passage.ended('a', HALTED)).toBe(false);
    expect(passage.ended('a', { status: 'halted', reason: 'credentials' })).toBe(true);
    expect(passage.trouble('b')).toBeUndefined();
  });
});

test('a platform that puts off with a time has answered', () => {
  const { passage, pass } = open();
  passage.begins('a');
  pass(MINUTE);
  expect(passage.trouble('a')).toBe('the platform does not answer');
  passage.ended('a', { status: 'later', reason: 'rate', after: 1000 });
  expect(passage.trouble('a')).toBeUndefined();
});
