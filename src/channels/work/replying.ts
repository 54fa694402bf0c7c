import type { Inbox, OpenWork } from '../../store/inbox.ts';
import type { Shown } from '../../store/shown.ts';
import { type Answering, readFirst, say } from '../answering.ts';
import { readStored, type Stored } from '../incoming.ts';
import { isUnitIn, withNames } from '../names.ts';
import { digestOfMessages, outgoingOf, toldApart } from '../outgoing.ts';
import { quotedHistory } from '../quoted.ts';
import type { AnyOutlet } from '../work.ts';
import type { Endings, Next } from './endings.ts';

export interface ReplyingParts {
  readonly inbox: Inbox;
  readonly shown: Shown;
  readonly answering: Answering;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Returns the step that answers a piece of work and keeps in the inbox what is to be sent. */
export const createReplying = (parts: ReplyingParts, { end }: Pick<Endings, 'end'>) => {
  const { inbox, shown, answering, now } = parts;
  /** Of the names in a question, those stay that the plans know. */
  const named = (stored: Stored): Stored =>
    stored.kind === 'question' ? { ...stored, text: withNames(stored.text, isUnitIn(answering.plans)) } : stored;
  return async (work: OpenWork, outlet: AnyOutlet): Promise<Next> => {
    const read = readStored(work.incoming);
    if (!read) return end(work, 'failed');
    const stored = named(read);
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
    await inbox.answered(work.id, { outgoing, at: tried }, async (sql) => {
      await also?.(sql);
      if (digest !== undefined) await shown.record(sql, work.lane, digest);
    });
    return { kind: 'next', work: { ...work, outgoing, sent: 0, tried } };
  };
};
