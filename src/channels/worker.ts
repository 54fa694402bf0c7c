import type { Inbox, OpenWork } from '../store/inbox.ts';
import type { Shown } from '../store/shown.ts';
import type { Answering } from './answering.ts';
import { createLanes, type Lanes } from './lanes.ts';
import type { Log } from './log.ts';
import { createPassage, type Passage } from './passage.ts';
import { steady } from './steady.ts';
import { createEndings, type Next, OVER } from './work/endings.ts';
import { createReplying } from './work/replying.ts';
import { createSending } from './work/sending.ts';
import type { AnyOutlet } from './work.ts';

/** Answers and sends what lies in the inbox: each chat in order, many chats at a time, each message once. */
export interface Worker {
  /** Takes up what is this process's and not in its hands yet: what an earlier one left behind, or another was given. */
  readonly takeUp: () => Promise<void>;
  /** A piece of work was accepted. */
  readonly add: (work: Pick<OpenWork, 'id' | 'lane' | 'channel'>) => void;
  /** Tries one message of a channel on which sending is stopped at once; false where it is not stopped. */
  readonly again: (channel: string) => Promise<boolean>;
  /** Why nothing is sent on a channel, if so. */
  readonly trouble: (channel: string) => string | undefined;
  /** Resolves when nothing is under way. */
  readonly idle: () => Promise<void>;
  /** Takes up nothing new; resolves when what is under way is finished. What is left stays in the inbox. */
  readonly stop: () => Promise<void>;
}

export interface WorkerParts {
  readonly inbox: Inbox;
  readonly shown: Shown;
  readonly answering: Answering;
  /** By the channel's name. */
  readonly outlets: ReadonlyMap<string, AnyOutlet>;
  readonly log: Log;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Calls back after milliseconds. */
  readonly later: (ms: number, then: () => void) => void;
}

const SECOND = 1000;

/** An answer later than this is of no use. */
const LIFETIME = 24 * 3600 * SECOND;
/** A pause when the disk does not take what happened. */
const STORAGE_WAIT = 30 * SECOND;

/** Returns what brings a piece of work as far as it can be brought now, and how long it then waits, if it does. */
const createBringing = (parts: WorkerParts, passage: Passage) => {
  const { inbox, outlets, now } = parts;
  const endings = createEndings(parts);
  const { end } = endings;
  const answer = createReplying(parts, endings);
  const sendNext = createSending(parts, passage, endings);

  const step = async (work: OpenWork, fresh: boolean): Promise<Next> => {
    const outlet = outlets.get(work.channel);
    const before = endings.unwritten(work.id);
    if (before) return end(work, before);
    if (!outlet) return OVER;
    const wait = passage.wait(work, work.id);
    if (wait > 0) return { kind: 'again', wait };
    if (now() - work.at >= LIFETIME) return end(work, 'expired');
    return work.outgoing === undefined ? answer(work, outlet) : sendNext(work, outlet, fresh);
  };

  return async (id: number): Promise<number | undefined> => {
    let fresh = false;
    for (let work = await inbox.get(id); work !== undefined; ) {
      const next: Next = await step(work, fresh);
      if (next.kind === 'over') return undefined;
      if (next.kind === 'again') return next.wait;
      fresh = true;
      // Looked at each time: the asker may have taken the question back.
      work = next.work && (await inbox.isOpen(id)) ? next.work : await inbox.get(id);
    }
    return undefined;
  };
};

/** Opens the worker. Nothing is taken up before `takeUp`. */
export const createWorker = (parts: WorkerParts): Worker => {
  const { inbox, outlets, log, now, later } = parts;
  const passage = createPassage(steady(now));
  const bring = createBringing(parts, passage);
  /** Ids that wait here or are under way. */
  const inHand = new Set<number>();

  const work = async (id: number): Promise<number | undefined> => {
    try {
      const again = await bring(id);
      if (again === undefined) inHand.delete(id);
      return again;
    } catch (err) {
      log.error({ err, work: id }, 'work is put off after an error');
      return STORAGE_WAIT;
    }
  };
  /** Each channel's own: one whose platform hangs holds up no other. */
  const lanes = new Map([...outlets.keys()].map((channel) => [channel, createLanes({ work, later })]));
  const all = async (done: (one: Lanes) => Promise<void>): Promise<void> => {
    await Promise.all([...lanes.values()].map(done));
  };

  const take = ({ id, channel, lane }: Pick<OpenWork, 'id' | 'lane' | 'channel'>, wait: number): void => {
    const own = lanes.get(channel);
    if (!own || inHand.has(id)) return;
    inHand.add(id);
    own.add(lane, id, wait);
  };

  const takeUp = async (): Promise<void> => {
    for (const one of await inbox.open()) take(one, one.due - now());
  };

  const again: Worker['again'] = async (channel) => {
    if (!passage.again(channel)) return false;
    const first = (await inbox.open()).find((work) => work.channel === channel);
    if (first) lanes.get(channel)?.add(first.lane, first.id, 0);
    return true;
  };

  return {
    takeUp,
    add: (one) => take(one, 0),
    again,
    trouble: passage.trouble,
    idle: () => all(({ idle }) => idle()),
    stop: () => all(({ stop }) => stop()),
  };
};
