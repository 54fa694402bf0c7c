import { createHash } from 'node:crypto';
import type { Inbox, OpenWork } from '../../store/inbox.ts';
import { readStored } from '../incoming.ts';
import type { Log } from '../log.ts';
import { plainOf, readOutgoing } from '../outgoing.ts';
import type { Passage } from '../passage.ts';
import type { AnyOutlet, Sent } from '../work.ts';
import { type Endings, NEXT, type Next } from './endings.ts';

export interface SendingParts {
  readonly inbox: Inbox;
  readonly log: Log;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

type PutOff = Extract<Sent, { status: 'later' | 'halted' | 'shut' }>;

const isPutOff = (sent: Sent): sent is PutOff =>
  sent.status === 'later' || sent.status === 'halted' || sent.status === 'shut';

/** By which the platform knows a message, also after a restart; at most 50 characters (page 回复消息). */
const keyOf = ({ channel, id, at }: Pick<OpenWork, 'channel' | 'id' | 'at'>, part: string): string =>
  createHash('sha256').update(`${channel} ${id} ${at} ${part}`).digest('hex').slice(0, 48);

/** Returns the step that sends the next message of a piece of work. */
export const createSending = ({ inbox, log, now }: SendingParts, passage: Passage, { end, postpone }: Endings) => {
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
        await inbox.answered(work.id, { outgoing: other, at: now() });
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
  return async (work: OpenWork, outlet: AnyOutlet, fresh: boolean): Promise<Next> => {
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
};
