import { describe, expect, test } from 'vitest';
import { createPassage, HANGS } from '../../src/channels/passage.ts';

const HALTED = { status: 'halted', reason: 'quota' } as const;
const MINUTE = 60_000;

const A = { channel: 'a', lane: 'oc_1' } as const;
const ELSEWHERE = { channel: 'a', lane: 'oc_2' } as const;
const SHUT = { status: 'shut', reason: 'shut 230027' } as const;

const open = () => {
  let time = 0;
  return { passage: createPassage(() => time), pass: (ms: number) => (time += ms) };
};

describe('a channel on which nothing passes', () => {
  test('is tried with one message every two minutes, and the rest wait', () => {
    const { passage, pass } = open();
    expect(passage.ended(A, HALTED)).toBe(true);
    expect(passage.wait(A, 1)).toBe(2 * MINUTE);
    pass(2 * MINUTE);
    expect(passage.wait(A, 1)).toBe(0);
    expect(passage.wait(A, 2)).toBe(2 * MINUTE);
    expect(passage.wait(A, 1)).toBe(0);
    expect(passage.ended(A, HALTED)).toBe(false);
    expect(passage.wait(A, 1)).toBe(2 * MINUTE);
  });

  test('is open again when the trial passes', () => {
    const { passage, pass } = open();
    passage.ended(A, HALTED);
    pass(2 * MINUTE);
    passage.wait(A, 1);
    passage.ended(A, { status: 'sent' });
    expect(passage.wait(A, 2)).toBe(0);
    expect(passage.trouble('a')).toBeUndefined();
  });

  test('gets another trial when the first one is put off', () => {
    const { passage, pass } = open();
    passage.ended(A, HALTED);
    pass(2 * MINUTE);
    passage.wait(A, 1);
    passage.ended(A, { status: 'later', reason: 'server' });
    pass(2 * MINUTE);
    expect(passage.wait(A, 2)).toBe(0);
    expect(passage.trouble('a')).toBe('quota');
  });

  test('says another reason once', () => {
    const { passage } = open();
    expect(passage.ended(A, HALTED)).toBe(true);
    expect(passage.ended(A, HALTED)).toBe(false);
    expect(passage.ended(A, { status: 'halted', reason: 'credentials' })).toBe(true);
    expect(passage.trouble('b')).toBeUndefined();
  });
});

test('a platform that puts off with a time has answered', () => {
  const { passage, pass } = open();
  passage.begins('a');
  pass(MINUTE);
  expect(passage.trouble('a')).toBe(HANGS);
  passage.ended(A, { status: 'later', reason: 'rate', after: 1000 });
  expect(passage.trouble('a')).toBeUndefined();
});

describe('a chat to which nothing may be sent', () => {
  test('stops itself only, is said once, and is tried again every two minutes', () => {
    const { passage, pass } = open();
    expect(passage.ended(A, SHUT)).toBe(true);
    expect(passage.ended(A, SHUT)).toBe(false);
    expect(passage.wait(A, 1)).toBe(2 * MINUTE);
    expect(passage.wait(ELSEWHERE, 2)).toBe(0);
    expect(passage.trouble('a')).toBeUndefined();
    pass(2 * MINUTE);
    expect(passage.wait(A, 1)).toBe(0);
    expect(passage.wait(A, 3)).toBe(2 * MINUTE);
    passage.ended(A, { status: 'sent' });
    expect(passage.wait(A, 3)).toBe(0);
  });

  test('shows that the channel lets others pass', () => {
    const { passage, pass } = open();
    passage.ended(ELSEWHERE, HALTED);
    pass(2 * MINUTE);
    expect(passage.wait(A, 1)).toBe(0);
    passage.ended(A, SHUT);
    expect(passage.wait(ELSEWHERE, 2)).toBe(0);
  });
});

test('a channel on which nothing passes is tried at once where somebody asks for it', () => {
  const { passage } = open();
  expect(passage.again('a')).toBe(false);
  passage.ended(A, HALTED);
  expect(passage.wait(A, 1)).toBe(2 * MINUTE);
  expect(passage.again('a')).toBe(true);
  expect(passage.wait(A, 1)).toBe(0);
  expect(passage.wait(ELSEWHERE, 2)).toBe(2 * MINUTE);
  passage.ended(A, { status: 'sent' });
  expect(passage.again('a')).toBe(false);
});
