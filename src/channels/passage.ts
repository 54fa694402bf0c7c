import type { Sent } from './work.ts';

const SECOND = 1000;
/** When nothing would pass (quota used up, credentials refused), one message is tried so often. */
const TRIAL = 120 * SECOND;
/** A platform that has taken nothing for so long hangs. */
const SILENT = 30 * SECOND;

/** A platform that is sent to and says nothing. */
export const HANGS = '平台没有应答，消息都留着，应答了就接着发';

/** Where a message goes: a chat of a channel. */
export interface Way {
  readonly channel: string;
  readonly lane: string;
}

/** Whether a channel lets anything pass, by how its sends ended. */
export interface Passage {
  /** Milliseconds until a piece of work may be tried; 0 for at once. Of those that wait, the first is the trial. */
  readonly wait: (to: Way, work: number) => number;
  /** A send begins. */
  readonly begins: (channel: string) => void;
  /** How a send of a piece of work ended. Returns whether the channel, or the way to this chat, has just been stopped. */
  readonly ended: (to: Way, sent: Sent) => boolean;
  /** Whether nothing passes; then the next piece of work is tried at once. */
  readonly again: (channel: string) => boolean;
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

  /** A chat has a halt of its own, beside the channel's. */
  const keyOf = ({ channel, lane }: Way): string => `${channel} ${lane}`;

  const waitFor = (key: string, work: number): number => {
    const halt = halts.get(key);
    if (!halt || halt.trial === work) return 0;
    const left = halt.until - clock();
    if (left > 0) return left;
    halts.set(key, { reason: halt.reason, until: clock() + TRIAL, trial: work });
    return 0;
  };

  /** What stopped the way, whether it stops it now, or lets it go. */
  const settle = (key: string, sent: Sent, stops: boolean): boolean => {
    const halt = halts.get(key);
    if (stops && (sent.status === 'halted' || sent.status === 'shut')) {
      halts.set(key, { reason: sent.reason, until: clock() + TRIAL });
      return halt?.reason !== sent.reason;
    }
    if (sent.status !== 'later' && sent.status !== 'halted') halts.delete(key);
    else if (halt) halts.set(key, { reason: halt.reason, until: halt.until });
    return false;
  };

  const ended: Passage['ended'] = (to, sent) => {
    // What did not reach it says nothing of it: a connection that is down has a trouble of its own.
    if (sent.status !== 'later' || sent.after !== undefined || sent.unreached) silent.delete(to.channel);
    const ofChannel = settle(to.channel, sent, sent.status === 'halted');
    return settle(keyOf(to), sent, sent.status === 'shut') || ofChannel;
  };

  const again: Passage['again'] = (channel) => {
    const halt = halts.get(channel);
    if (halt) halts.set(channel, { reason: halt.reason, until: clock() });
    return halt !== undefined;
  };

  const trouble: Passage['trouble'] = (channel) => {
    const since = silent.get(channel);
    const hangs = since !== undefined && clock() - since >= SILENT;
    return halts.get(channel)?.reason ?? (hangs ? HANGS : undefined);
  };

  return {
    wait: (to, work) => waitFor(keyOf(to), work) || waitFor(to.channel, work),
    begins: (channel) => {
      if (!silent.has(channel)) silent.set(channel, clock());
    },
    ended,
    again,
    trouble,
  };
};
