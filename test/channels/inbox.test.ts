import { describe, expect, test } from 'vitest';
import { createInbox } from '../../src/channels/inbox.ts';
import { memorySeen } from '../../src/store/seen.ts';
import { memoryLog } from '../fakes/memory-log.ts';

const open = () => {
  const { logger, lines } = memoryLog();
  return {
    inbox: createInbox(
      memorySeen(() => 0),
      logger,
    ),
    lines,
  };
};

const done = async () => 'done' as const;

describe('the inbox', () => {
  test('starts work after the caller has gone on', async () => {
    const { inbox } = open();
    let started = false;
    inbox.take(['a'], async () => {
      started = true;
      return 'done';
    });
    await Promise.resolve();
    expect(started).toBe(false);
    await inbox.drain();
    expect(started).toBe(true);
  });

  test('takes work with a known id only once, and holds on to none of its other ids', async () => {
    const { inbox } = open();
    expect(inbox.take(['a', 'b'], done)).toBe('taken');
    expect(inbox.take(['c', 'b'], done)).toBe('known');
    expect(inbox.take(['c'], done)).toBe('taken');
    await inbox.drain();
    expect(inbox.take(['a'], done)).toBe('known');
  });

  test('takes work again that failed or threw, and logs what it threw', async () => {
    const { inbox, lines } = open();
    inbox.take(['a'], async () => 'failed');
    inbox.take(['b'], async () => {
      throw new Error('bug');
    });
    await inbox.drain();
    expect(inbox.take(['a'], done)).toBe('taken');
    expect(inbox.take(['b'], done)).toBe('taken');
    expect(lines.join('')).toContain('bug');
    await inbox.drain();
  });

  test('leaves to the platform what is too much at once', async () => {
    const { inbox } = open();
    const results = Array.from({ length: 201 }, (_, n) => inbox.take([`id ${n}`], done));
    expect(results.filter((result) => result === 'taken')).toHaveLength(200);
    expect(results.at(-1)).toBe('full');
    await inbox.drain();
    expect(inbox.take(['id 200'], done)).toBe('taken');
    await inbox.drain();
  });

  test('is drained only when work that came while it drained is finished', async () => {
    const { inbox } = open();
    let second = false;
    inbox.take(['a'], async () => {
      inbox.take(['b'], async () => {
        second = true;
        return 'done';
      });
      return 'done';
    });
    await inbox.drain();
    expect(second).toBe(true);
  });
});
