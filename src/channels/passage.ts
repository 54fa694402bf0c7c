import type { Sent } from './work.ts';

const SECOND = 1000;
/** When nothing would pass (quota used up, credentials refused), one message is tried so often. */
const TRIAL = 120 * SECOND;
/** A platform that has taken nothing for so long hangs. */
const SILENT = 30 * SECOND;

/** Whether a channel lets anything pass, by how its sends ended. */
export interface Passage {
  /** Milliseconds until a piece of work may be tried; 0 for at once. Of those that wait, the first is the trial. */
  readonly wait: (channel: string, work: number) => number;
  /** A send begins. */
  readonly begins: (channel: string) => void;
  /** How a send of a piece of work ended. Returns whether the channel has just been stopped. */
  readonly ended: (channel: string, sent: Sent) => boolean;
  /** Why nothing passes, if so. */
  readonly trouble: (channel: string) => string | undefined;
}

interface Halt {
  readonly reason: string;
  readonly until: number;
  /** The piece of work that is tried. */
  readonly trial?: number;
}

/** @param clock milliseconds of a clock that never goes back */
export const createPassage = (clock: () => number): Passage => {
  const halts = new Map<string, Halt>();
  /** Since when a channel that was sent to has not answered. */
  const silent = new Map<string, number>();

  const wait: Passage['wait'] = (channel, work) => {
    const halt = halts.get(channel);
    if (!halt || halt.trial === work) return 0;
    const left = halt.until - clock();
    if (left > 0) return left;
    halts.set(channel, { reason: halt.reason, until: clock() + TRIAL, trial: work });
    return 0;
  };

  const ended: Passage['ended'] = (channel, sent) => {
    // What did not reach it says nothing of it: a connection that is down has a trouble of its own.
    if (sent.status !== 'later' || sent.after !== undefined || sent.unreached) silent.delete(channel);
    const halt = halts.get(channel);
    if (sent.status === 'halted') {
      halts.set(channel, { reason: sent.reason, until: clock() + TRIAL });
      return halt?.reason !== sent.reason;
    }
    if (sent.status !== 'later') halts.delete(channel);
    else if (halt) halts.set(channel, { reason: halt.reason, until: halt.until });
    return false;
  };

  const trouble: Passage['trouble'] = (channel) => {
    const since = silent.get(channel);
    const hangs = since !== undefined && clock() - since >= SILENT;
    return halts.get(channel)?.reason ?? (hangs ? 'the platform does not answer' : undefined);
  };

  return {
    wait,
    begins: (channel) => {
      if (!silent.has(channel)) silent.set(channel, clock());
    },
    ended,
    trouble,
  };
};
