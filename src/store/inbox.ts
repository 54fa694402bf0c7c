import type { Database, Row, Sql, Value } from './database.ts';
import { forgetMisses } from './records.ts';

/** What is to be accepted. */
export interface NewWork {
  readonly channel: string;
  /** Work of one lane is answered in the order in which it came: a chat. */
  readonly lane: string;
  /** Those by which the platform may deliver the same thing again. */
  readonly ids: readonly string[];
  /** Plain JSON of the channel. */
  readonly incoming: unknown;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

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

/** More to write in the same transaction. */
export type Also = (sql: Sql) => void;

/**
 * The durable inbox: accept → answered → sent … → ended. Whatever is accepted is on the disk, and stays there until it
 * has ended; whatever is known is not accepted twice.
 */
export interface Inbox {
  readonly accept: (work: NewWork) => Promise<Accepted>;
  /** Holds ids without any work: what they stand for is done with, or must not be done. True when one was new. */
  readonly claim: (ids: readonly string[], at: number) => Promise<boolean>;
  readonly knows: (ids: readonly string[]) => boolean;
  /** Whether one of them stands for a piece of work, ended or not. */
  readonly hasWork: (ids: readonly string[]) => boolean;
  /** Everything that has not ended, in the order in which it came. */
  readonly open: () => readonly Pick<OpenWork, 'id' | 'lane' | 'channel' | 'due'>[];
  /** How many pieces of work have not ended. */
  readonly waiting: () => number;
  readonly isOpen: (work: number) => boolean;
  /** Undefined when it has ended. */
  readonly get: (work: number) => OpenWork | undefined;
  /** What is to be sent, the first message of which will be tried at `at`. */
  readonly answered: (work: number, outgoing: unknown, at: number, also?: Also) => Promise<void>;
  /** So many are sent; the next will be tried at `at`. */
  readonly sent: (work: number, count: number, at: number) => Promise<void>;
  /** When the message after those is first tried; undefined when nothing of it has reached the platform after all. */
  readonly tried: (work: number, at: number | undefined) => Promise<void>;
  /** Trying again no earlier than `due`. */
  readonly postponed: (work: number, due: number) => Promise<void>;
  readonly ended: (work: number, how: Ending) => Promise<void>;
  /** The asker took it back: what was stored is removed, and a delivery still to come is not accepted. */
  readonly recall: (id: string, at: number) => Promise<void>;
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

const end = (sql: Sql, work: number, how: Ending): boolean =>
  sql.run('UPDATE work SET ended = ?, incoming = NULL, outgoing = NULL WHERE id = ? AND ended IS NULL', how, work)
    .changes > 0;

const isKnown = (sql: Sql, ids: readonly string[]): boolean =>
  ids.some((id) => sql.get('SELECT 1 FROM seen WHERE id = ?', id) !== undefined);

/** Holds all ids for a piece of work, or for none; false, and nothing held, when one was held before. */
const hold = (sql: Sql, ids: readonly string[], at: number, work: number | null): boolean => {
  const fresh: string[] = [];
  for (const id of new Set(ids)) {
    const { changes } = sql.run('INSERT OR IGNORE INTO seen (id, work, at) VALUES (?, ?, ?)', id, work, at);
    if (changes === 0) {
      for (const held of fresh) sql.run('DELETE FROM seen WHERE id = ?', held);
      return false;
    }
    fresh.push(id);
  }
  return true;
};

/** Everything that an asker's recall removes besides the work itself. */
const forget = (sql: Sql, work: number): void => {
  sql.run('DELETE FROM turn WHERE work = ?', work);
  sql.run('DELETE FROM reply WHERE work = ?', work);
  forgetMisses(sql, work);
};

/** The inbox in a database. `most` pieces of work may wait. */
export const createInbox = ({ read, write, scrub }: Database, most: number = MOST_WAITING): Inbox => {
  let waiting = Number(read.get('SELECT count(*) AS n FROM work WHERE ended IS NULL')?.n ?? 0);

  const insert = (sql: Sql, { channel, lane, ids, incoming, at }: NewWork): Accepted => {
    const { id: work } = sql.run(
      'INSERT INTO work (channel, lane, incoming, due, at) VALUES (?, ?, ?, ?, ?)',
      ...[channel, lane, JSON.stringify(incoming), at, at],
    );
    if (hold(sql, ids, at, work)) return { status: 'accepted', work };
    sql.run('DELETE FROM work WHERE id = ?', work);
    return { status: 'known' };
  };

  const accept: Inbox['accept'] = async (work) => {
    if (waiting >= most) return isKnown(read, work.ids) ? { status: 'known' } : { status: 'full' };
    waiting += 1;
    let accepted: Accepted | undefined;
    try {
      accepted = await write((sql) => insert(sql, work));
      return accepted;
    } finally {
      if (accepted?.status !== 'accepted') waiting -= 1;
    }
  };

  const ended: Inbox['ended'] = async (work, how) => {
    if (await write((sql) => end(sql, work, how))) waiting -= 1;
  };

  const recall: Inbox['recall'] = async (id, at) => {
    const stopped = await write((sql) => {
      const known = sql.get('SELECT work FROM seen WHERE id = ?', id);
      if (known === undefined) hold(sql, [id], at, null);
      if (typeof known?.work !== 'number') return false;
      forget(sql, known.work);
      return end(sql, known.work, 'recalled');
    });
    if (stopped) waiting -= 1;
    await scrub();
  };

  return {
    accept,
    waiting: () => waiting,
    isOpen: (work) => read.get('SELECT 1 FROM work WHERE id = ? AND ended IS NULL', work) !== undefined,
    claim: (ids, at) => write((sql) => hold(sql, ids, at, null)),
    knows: (ids) => isKnown(read, ids),
    hasWork: (ids) => ids.some((id) => typeof read.get('SELECT work FROM seen WHERE id = ?', id)?.work === 'number'),
    open: () =>
      read
        .all('SELECT id, channel, lane, due FROM work WHERE ended IS NULL ORDER BY id')
        .map(({ id, channel, lane, due }) => {
          return { id: Number(id), channel: String(channel), lane: String(lane), due: Number(due) };
        }),
    get: (work) => {
      const row = read.get('SELECT * FROM work WHERE id = ? AND ended IS NULL', work);
      return row && workOf(row);
    },
    answered: (work, outgoing, at, also) =>
      write((sql) => {
        const { changes } = sql.run(
          'UPDATE work SET outgoing = ?, sent = 0, tried = ? WHERE id = ? AND ended IS NULL',
          ...[JSON.stringify(outgoing), at, work],
        );
        if (changes > 0) also?.(sql);
      }),
    sent: async (work, count, at) => {
      await write((sql) => sql.run('UPDATE work SET sent = ?, tried = ? WHERE id = ?', count, at, work));
    },
    tried: async (work, at) => {
      await write((sql) => sql.run('UPDATE work SET tried = ? WHERE id = ?', at ?? null, work));
    },
    postponed: async (work, due) => {
      await write((sql) => sql.run('UPDATE work SET tries = tries + 1, due = ? WHERE id = ?', due, work));
    },
    ended,
    recall,
  };
};
