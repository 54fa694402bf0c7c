import { createHash } from 'node:crypto';
import type { Ending, Inbox, OpenWork } from '../store/inbox.ts';
import type { Shown } from '../store/shown.ts';
import { type Answering, readFirst, say } from './answering.ts';
import { readStored } from './incoming.ts';
import { createLanes, type Lanes } from './lanes.ts';
import type { Log } from './log.ts';
import { digestOfMessages, outgoingOf, plainOf, readOutgoing, toldApart } from './outgoing.ts';
import { createPassage } from './passage.ts';
import { quotedHistory } from './quoted.ts';
import { steady } from './steady.ts';
import type { Outlet, Sent } from './work.ts';

/** A channel's outgoing side, its types forgotten: what is sent was rendered by the same channel. */
export type AnyOutlet = Outlet<never, unknown>;

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
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Milliseconds between tries; after the last the work has failed. Feishu knows a message by its key for an hour. */
const WAITS: readonly number[] = [5 * SECOND, 15 * SECOND, MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 20 * MINUTE];
/** An answer later than this is of no use. */
const LIFETIME = 24 * HOUR;
/** A pause when the disk does not take what happened. */
const STORAGE_WAIT = 30 * SECOND;

/** By which the platform knows a message, also after a restart; at most 50 characters (page 回复消息). */
export const keyOf = ({ channel, id, at }: Pick<OpenWork, 'channel' | 'id' | 'at'>, part: string): string =>
  createHash('sha256').update(`${channel} ${id} ${at} ${part}`).digest('hex').slice(0, 48);

/** What comes after a step: the work is over, it is due again after so many milliseconds, or it goes on, from `work` where that is known. */
type Next =
  | { readonly kind: 'over' }
  | { readonly kind: 'again'; readonly wait: number }
  | { readonly kind: 'next'; readonly work?: OpenWork };

const OVER: Next = { kind: 'over' };
const NEXT: Next = { kind: 'next' };

type PutOff = Extract<Sent, { status: 'later' | 'halted' | 'shut' }>;

const isPutOff = (sent: Sent): sent is PutOff =>
  sent.status === 'later' || sent.status === 'halted' || sent.status === 'shut';

/** Opens the worker. Nothing is taken up before `takeUp`. */
export const createWorker = (parts: WorkerParts): Worker => {
  const { inbox, shown, answering, outlets, log, now, later } = parts;
  const passage = createPassage(steady(now));
  /** Ended, but the disk has not taken it yet: never sent again. */
  const unwritten = new Map<number, Ending>();

  const end = async (work: OpenWork, how: Ending): Promise<Next> => {
    unwritten.set(work.id, how);
    await inbox.ended(work.id, how);
    unwritten.delete(work.id);
    const line = { channel: work.channel, work: work.id, tries: work.tries, ms: now() - work.at };
    if (how === 'failed' || how === 'unknown') log.error({ ...line, how }, 'no reply could be sent');
    else log.info({ ...line, how }, 'done');
    return OVER;
  };

  const postpone = async (work: OpenWork, { reason, after = 0 }: Extract<Sent, { status: 'later' }>): Promise<Next> => {
    const wait = WAITS[work.tries];
    if (wait === undefined) return end(work, 'failed');
    const longest = Math.max(wait, after);
    log.warn({ channel: work.channel, work: work.id, reason, tries: work.tries + 1 }, 'sending is put off');
    await inbox.postponed(work.id, now() + longest);
    return { kind: 'again', wait: longest };
  };

  const answer = async (work: OpenWork, outlet: AnyOutlet): Promise<Next> => {
    const stored = readStored(work.incoming);
    if (!stored) return end(work, 'failed');
    const { channel, lane, id, at } = work;
    const quoted =
      stored.kind === 'question' ? await quotedHistory(outlet, { to: stored.to, lane }, answering) : undefined;
    const piece = { channel, work: id, stored, at, quoted };
    await readFirst(answering, piece);
    const { reply, page, also } = await say(answering, outlet, piece);
    const laidOut = outgoingOf(outlet, reply, page);
    const digest = outlet.again && digestOfMessages(laidOut);
    const nth = digest === undefined ? 1 : (await shown.times(work.lane, digest)) + 1;
    const outgoing = toldApart(outlet, laidOut, nth);
    const tried = now();
    await inbox.answered(work.id, outgoing, tried, async (sql) => {
      await also?.(sql);
      if (digest !== undefined) await shown.record(sql, work.lane, digest);
    });
    return { kind: 'next', work: { ...work, outgoing, sent: 0, tried } };
  };

  /** What follows from how one message was sent. */
  const follow = async (work: OpenWork, sent: Sent): Promise<Next> => {
    const outgoing = readOutgoing(work.outgoing);
    switch (sent.status) {
      case 'sent':
        if (work.sent + 1 >= (outgoing?.messages.length ?? 0)) return end(work, 'sent');
        await inbox.sent(work.id, work.sent + 1, now());
        return NEXT;
      case 'dropped':
        log.info({ channel: work.channel, work: work.id, reason: sent.reason }, 'nobody is there to read it');
        return end(work, 'dropped');
      case 'later':
        return postpone(work, sent);
      case 'halted':
      case 'shut':
        return { kind: 'again', wait: passage.wait(work, work.id) };
      case 'refused':
      case 'blocked': {
        log.warn({ channel: work.channel, work: work.id, ...sent }, 'the platform does not take the message');
        const other = outgoing && plainOf(outgoing, sent.status, work.sent);
        if (!other) return end(work, 'failed');
        if (other.messages.length === 0) return end(work, 'sent');
        await inbox.answered(work.id, other, now());
        return NEXT;
      }
    }
  };

  const tellStopped = ({ channel }: OpenWork, sent: Sent): void => {
    const line = { alarm: true, channel, ...('reason' in sent && { reason: sent.reason }) };
    if (sent.status === 'shut') log.error(line, 'nothing may be sent to a chat: somebody must act');
    else log.error(line, 'sending is stopped: somebody must act');
  };

  /** `fresh`: that it will be tried was written down a moment ago, by this process. */
  const sendNext = async (work: OpenWork, outlet: AnyOutlet, fresh: boolean): Promise<Next> => {
    const outgoing = readOutgoing(work.outgoing);
    const stored = readStored(work.incoming);
    const message = outgoing?.messages[work.sent];
    if (!outgoing || !stored || message === undefined) return end(work, 'failed');
    const { tried } = work;
    if (tried === undefined) await inbox.tried(work.id, now());
    else if (!fresh && now() - tried >= outlet.holds) return end(work, 'unknown');
    const first = fresh || tried === undefined;
    const key = keyOf(work, `${outgoing.form} ${work.sent}`);
    passage.begins(work.channel);
    const sent = await outlet.send(stored.to as never, message, { key, first });
    if (passage.ended(work, sent)) tellStopped(work, sent);
    const unreached = isPutOff(sent) && sent.unreached;
    if (first && unreached) await inbox.tried(work.id, undefined);
    return follow(work, sent);
  };

  const step = async (work: OpenWork, fresh: boolean): Promise<Next> => {
    const outlet = outlets.get(work.channel);
    const before = unwritten.get(work.id);
    if (before) return end(work, before);
    if (!outlet) return OVER;
    const wait = passage.wait(work, work.id);
    if (wait > 0) return { kind: 'again', wait };
    if (now() - work.at >= LIFETIME) return end(work, 'expired');
    return work.outgoing === undefined ? answer(work, outlet) : sendNext(work, outlet, fresh);
  };

  /** Brings a piece of work as far as it can be brought now. */
  const bring = async (id: number): Promise<number | undefined> => {
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
