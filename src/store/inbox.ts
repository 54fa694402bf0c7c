import type { Crew, NewWork } from './crew.ts';
import type { Database, Row, Sql, Value } from './database.ts';
import { forgetModelReplies } from './model-replies.ts';
import { forgetMisses } from './records.ts';
import { hold, isKnown, seenOf } from './seen.ts';

/** A piece of accepted work that is not done with. */
export interface OpenWork {
  readonly id: number;
  readonly channel: string;
  readonly lane: string;
  readonly incoming: unknown;
  /** What is to be sent, plain JSON; absent until it was answered. */
  readonly outgoing?: unknown;
  /** How many of the messages have been sent. */
  readonly sent: number;
  /** When the message after those was first tried, or may have been. */
  readonly tried?: number;
  /** How often sending was put off. */
  readonly tries: number;
  readonly due: number;
  readonly at: number;
}

/** How a piece of work ended; `unknown`: it may have been sent before a crash, and cannot be sent again safely. */
export type Ending = 'sent' | 'dropped' | 'failed' | 'recalled' | 'unknown' | 'expired';

export type Accepted =
  | { readonly status: 'accepted'; readonly work: number }
  | { readonly status: 'known' }
  /** Too much is waiting; the platform shall deliver it again. */
  | { readonly status: 'full' };

/** What is to be sent, and when the first message of it is tried. */
export interface ToSend {
  readonly outgoing: unknown;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** More to write in the same transaction. */
export type Also = (sql: Sql) => Promise<void>;

/**
 * The durable inbox: accept → answered → sent … → ended. Whatever is accepted is on the disk, and stays there until it
 * has ended; whatever is known is not accepted twice.
 */
export interface Inbox {
  readonly accept: (work: NewWork) => Promise<Accepted>;
  /** Holds ids without any work: what they stand for is done with, or must not be done. True when one was new. */
  readonly claim: (ids: readonly string[], at: number) => Promise<boolean>;
  readonly knows: (ids: readonly string[]) => Promise<boolean>;
  /** Whether one of them stands for a piece of work, ended or not. */
  readonly hasWork: (ids: readonly string[]) => Promise<boolean>;
  /** Everything of this process that has not ended, in the order in which it came. */
  readonly open: () => Promise<readonly Pick<OpenWork, 'id' | 'lane' | 'channel' | 'due'>[]>;
  /** How many pieces of work have not ended. */
  readonly waiting: () => number;
  readonly isOpen: (work: number) => Promise<boolean>;
  /** Undefined when it has ended. */
  readonly get: (work: number) => Promise<OpenWork | undefined>;
  /** What is to be sent, the first message of which will be tried at `at`. */
  readonly answered: (work: number, to: ToSend, also?: Also) => Promise<void>;
  /** So many are sent; the next will be tried at `at`. */
  readonly sent: (work: number, count: number, at: number) => Promise<void>;
  /** When the message after those is first tried; undefined when nothing of it has reached the platform after all. */
  readonly tried: (work: number, at: number | undefined) => Promise<void>;
  /** Trying again no earlier than `due`. */
  readonly postponed: (work: number, due: number) => Promise<void>;
  readonly ended: (work: number, how: Ending) => Promise<void>;
  /** The asker took it back: what was stored is removed, and a delivery still to come is not accepted. */
  readonly recall: (id: string, at: number) => Promise<void>;
  /** Counts again what waits: other processes accept and end, too. */
  readonly count: () => Promise<void>;
}

/** Pieces of work that may wait. */
const MOST_WAITING = 10_000;

const json = (value: Value | undefined): unknown => (typeof value === 'string' ? JSON.parse(value) : undefined);

const workOf = (row: Row): OpenWork => {
  const outgoing = json(row.outgoing);
  return {
    id: Number(row.id),
    channel: String(row.channel),
    lane: String(row.lane),
    incoming: json(row.incoming),
    ...(outgoing !== undefined && { outgoing }),
    sent: Number(row.sent),
    ...(typeof row.tried === 'number' && { tried: row.tried }),
    tries: Number(row.tries),
    due: Number(row.due),
    at: Number(row.at),
  };
};

const END = 'UPDATE work SET ended = ?, incoming = NULL, outgoing = NULL WHERE id = ? AND ended IS NULL';

/** Everything that an asker's recall removes besides the work itself. */
const forget = async (sql: Sql, work: number): Promise<void> => {
  await sql.run('DELETE FROM turn WHERE work = ?', work);
  await sql.run('DELETE FROM reply WHERE work = ?', work);
  await forgetMisses(sql, work);
  await forgetModelReplies(sql, work);
};

/** Open, and not taken over by another process, which took this one for dead. */
const OURS = 'id = ? AND ended IS NULL AND owner = ?';

/** The inbox in a database. `most` pieces of work may wait. */
export const openInbox = async (
  { read, write, set, scrub }: Database,
  crew: Crew,
  most: number = MOST_WAITING,
): Promise<Inbox> => {
  let waiting = 0;
  const count = async (): Promise<void> => {
    waiting = Number((await read.get('SELECT count(*) AS n FROM work WHERE ended IS NULL'))?.n ?? 0);
  };
  await count();

  const accept: Inbox['accept'] = async (work) => {
    if (waiting >= most) return (await isKnown(read, work.ids)) ? { status: 'known' } : { status: 'full' };
    waiting += 1;
    let made: number | undefined;
    try {
      made = await crew.accept(work);
      return made === undefined ? { status: 'known' } : { status: 'accepted', work: made };
    } finally {
      if (made === undefined) waiting -= 1;
    }
  };

  const ended: Inbox['ended'] = async (work, how) => {
    if (await set(`${END} RETURNING id`, how, work)) waiting -= 1;
  };

  const recall: Inbox['recall'] = async (id, at) => {
    const stopped = await write(async (sql) => {
      const known = await sql.get('SELECT work FROM seen WHERE id = ?', id);
      if (known === undefined) await hold(sql, [id], at);
      if (typeof known?.work !== 'number') return false;
      await forget(sql, known.work);
      return (await sql.run(END, 'recalled', known.work)) > 0;
    });
    if (stopped) waiting -= 1;
    await scrub();
  };

  return {
    accept,
    waiting: () => waiting,
    isOpen: async (work) => (await read.get(`SELECT 1 FROM work WHERE ${OURS}`, work, crew.id)) !== undefined,
    claim: (ids, at) => write((sql) => hold(sql, ids, at)),
    knows: (ids) => isKnown(read, ids),
    hasWork: async (ids) => (await seenOf(read, ids)).some(({ work }) => typeof work === 'number'),
    open: async () => {
      const rows = await read.all(
        'SELECT id, channel, lane, due FROM work WHERE ended IS NULL AND owner = ? ORDER BY id',
        crew.id,
      );
      return rows.map(({ id, channel, lane, due }) => {
        return { id: Number(id), channel: String(channel), lane: String(lane), due: Number(due) };
      });
    },
    get: async (work) => {
      const row = await read.get(`SELECT * FROM work WHERE ${OURS}`, work, crew.id);
      return row && workOf(row);
    },
    answered: (work, { outgoing, at }, also) =>
      write(async (sql) => {
        const changes = await sql.run(
          `UPDATE work SET outgoing = ?, sent = 0, tried = ? WHERE ${OURS}`,
          ...[JSON.stringify(outgoing), at, work, crew.id],
        );
        if (changes > 0) await also?.(sql);
      }),
    sent: async (work, sent, at) => {
      await set(`UPDATE work SET sent = ?, tried = ? WHERE ${OURS}`, sent, at, work, crew.id);
    },
    tried: async (work, at) => {
      await set(`UPDATE work SET tried = ? WHERE ${OURS}`, at ?? null, work, crew.id);
    },
    postponed: async (work, due) => {
      await set(`UPDATE work SET tries = tries + 1, due = ? WHERE ${OURS}`, due, work, crew.id);
    },
    ended,
    recall,
    count,
  };
};
