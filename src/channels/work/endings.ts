import type { Ending, Inbox, OpenWork } from '../../store/inbox.ts';
import type { Log } from '../log.ts';
import type { Sent } from '../work.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Milliseconds between tries; after the last the work has failed. Feishu knows a message by its key for an hour. */
const WAITS: readonly number[] = [5 * SECOND, 15 * SECOND, MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 20 * MINUTE];
/** What comes after a step: the work is over, it is due again after so many milliseconds, or it goes on, from `work` where that is known. */
export type Next =
  | { readonly kind: 'over' }
  | { readonly kind: 'again'; readonly wait: number }
  | { readonly kind: 'next'; readonly work?: OpenWork };

export const OVER: Next = { kind: 'over' };
export const NEXT: Next = { kind: 'next' };

/** How pieces of work end or are put off, as the inbox keeps it. */
export interface Endings {
  readonly end: (work: OpenWork, how: Ending) => Promise<Next>;
  /** How a piece of work has ended that the disk has not taken yet: it is never sent again. */
  readonly unwritten: (work: number) => Ending | undefined;
  /** The work is due again later; after its last try it has failed. */
  readonly postpone: (work: OpenWork, sent: Extract<Sent, { status: 'later' }>) => Promise<Next>;
}

export interface EndingsParts {
  readonly inbox: Inbox;
  readonly log: Log;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Opens the endings of a worker. */
export const createEndings = ({ inbox, log, now }: EndingsParts): Endings => {
  const unwritten = new Map<number, Ending>();

  const end: Endings['end'] = async (work, how) => {
    unwritten.set(work.id, how);
    await inbox.ended(work.id, how);
    unwritten.delete(work.id);
    const line = { channel: work.channel, work: work.id, tries: work.tries, ms: now() - work.at };
    if (how === 'failed' || how === 'unknown') log.error({ ...line, how }, 'no reply could be sent');
    else log.info({ ...line, how }, 'done');
    return OVER;
  };

  const postpone: Endings['postpone'] = async (work, { reason, after = 0 }) => {
    const wait = WAITS[work.tries];
    if (wait === undefined) return end(work, 'failed');
    const longest = Math.max(wait, after);
    log.warn({ channel: work.channel, work: work.id, reason, tries: work.tries + 1 }, 'sending is put off');
    await inbox.postponed(work.id, now() + longest);
    return { kind: 'again', wait: longest };
  };

  return { end, postpone, unwritten: (work) => unwritten.get(work) };
};
