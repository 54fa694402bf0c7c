import type { Seen } from '../store/seen.ts';
import type { Log } from './log.ts';

/** Work that a channel has accepted: acknowledged to the platform first, then done once. */
export interface Inbox {
  /**
   * Takes work on unless one of its ids is already taken. The work starts after the caller has answered the platform; it
   * says whether the ids are done, or free for another delivery.
   */
  readonly take: (ids: readonly string[], work: () => Promise<'done' | 'failed'>) => 'taken' | 'known' | 'full';
  /** Resolves when nothing is under way. */
  readonly drain: () => Promise<void>;
}

/** Pieces of work at a time; more are left to the platform, which delivers them again. */
const MOST_AT_ONCE = 200;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Claims all ids or none. */
const claimAll = (seen: Seen, ids: readonly string[]): boolean => {
  const taken = ids.findIndex((id) => !seen.claim(id));
  if (taken < 0) return true;
  for (const id of ids.slice(0, taken)) seen.release(id);
  return false;
};

/** An inbox that remembers in `seen` what it has taken on. */
export const createInbox = (seen: Seen, log: Log): Inbox => {
  const running = new Set<Promise<void>>();

  const settle = async (ids: readonly string[], work: () => Promise<'done' | 'failed'>): Promise<void> => {
    await nextTurn();
    let result: 'done' | 'failed' = 'failed';
    try {
      result = await work();
    } catch (err) {
      log.error({ err }, 'accepted work failed');
    }
    for (const id of ids) result === 'done' ? seen.commit(id) : seen.release(id);
  };

  const take: Inbox['take'] = (ids, work) => {
    if (running.size >= MOST_AT_ONCE) return 'full';
    if (!claimAll(seen, ids)) return 'known';
    const job = settle(ids, work).finally(() => running.delete(job));
    running.add(job);
    return 'taken';
  };

  const drain = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running);
  };

  return { take, drain };
};
