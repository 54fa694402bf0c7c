import { randomBytes } from 'node:crypto';
import { type Chats, createChats } from './chats.ts';
import { CONVERSATION_LIFETIME, type Conversations, createConversations } from './conversations.ts';
import { alone, type Crew } from './crew.ts';
import type { Database, OnCommit, Sql } from './database.ts';
import { type Inbox, openInbox } from './inbox.ts';
import { createModelReplies, type ModelReplies, tidyModelReplies } from './model-replies.ts';
import { joinCrew } from './postgres/crew.ts';
import { openPostgres } from './postgres/postgres.ts';
import { createRecords, type Records, tidyRecords } from './records.ts';
import { createReplies, type Replies } from './replies.ts';
import { openReports, type Reports } from './reports.ts';
import { createShown, SHOWN_LIFETIME, type Shown } from './shown.ts';
import { openSqlite } from './sqlite.ts';
import { createStreams, type Streams } from './streams.ts';

/** All that must survive a crash. */
export interface Store {
  readonly inbox: Inbox;
  readonly conversations: Conversations;
  readonly replies: Replies;
  readonly chats: Chats;
  readonly streams: Streams;
  readonly shown: Shown;
  readonly records: Records;
  readonly reports: Reports;
  readonly modelReplies: ModelReplies;
  /** Writes something of no meaning; rejects when the disk takes nothing. */
  readonly probe: () => Promise<void>;
  /** Whether several processes may have it; then they look every second. */
  readonly shared: boolean;
  /** See `Crew.look`; sees what other processes have written, too. */
  readonly look: Crew['look'];
  /** Removes what is older than it may be. */
  readonly tidy: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface StoreOptions {
  /** The file, or `:memory:`; not used where there is a server. */
  readonly path: string;
  /** The address of a PostgreSQL server's database. */
  readonly database?: string | undefined;
  /** Days for which answers and verdicts are kept. */
  readonly days: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Pieces of work that may wait. */
  readonly most?: number;
  /** Told of every transaction: milliseconds until it was on the disk, or until it failed. */
  readonly onCommit?: OnCommit;
}

const HOUR = 3_600_000;
/** Feishu delivers again for up to 7.2 hours, WeCom for seconds. */
const IDS_LIFETIME = 24 * HOUR;
/** The platform asks for a stream for six minutes; another way is open for an hour. */
const STREAM_LIFETIME = 2 * HOUR;

/** More than a page, so that there must be room for it. */
const PROBE_BYTES = 8192;
const PROBE =
  'INSERT INTO probe (id, at, pad) VALUES (1, ?, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at, pad = excluded.pad';

/** What is too old, of each table. Open work is never removed. */
const removeOld = async (sql: Sql, now: number, days: number): Promise<void> => {
  const kept = now - days * 24 * HOUR;
  await sql.run('DELETE FROM seen WHERE at < ?', now - IDS_LIFETIME);
  await sql.run(
    'DELETE FROM turn WHERE conversation IN (SELECT conversation FROM turn GROUP BY conversation HAVING max(at) < ?)',
    now - CONVERSATION_LIFETIME,
  );
  await sql.run('DELETE FROM reading WHERE at < ?', now - CONVERSATION_LIFETIME);
  await sql.run('DELETE FROM doubt WHERE at < ?', now - CONVERSATION_LIFETIME);
  await sql.run('DELETE FROM stream WHERE at < ?', now - STREAM_LIFETIME);
  await sql.run('DELETE FROM shown WHERE at < ?', now - SHOWN_LIFETIME);
  await sql.run('DELETE FROM work WHERE ended IS NOT NULL AND at < ?', kept);
  await sql.run('DELETE FROM reply WHERE at < ?', kept);
  await sql.run('DELETE FROM verdict WHERE at < ?', kept);
  await tidyRecords(sql, now, days);
  await tidyModelReplies(sql, now, days);
};

/** The store on an open database. */
export const storeOn = async (
  database: Database,
  {
    days,
    now,
    most,
    crew = alone(database),
  }: Omit<StoreOptions, 'path' | 'database' | 'onCommit'> & { readonly crew?: Crew },
): Promise<Store> => {
  const inbox = await openInbox(database, crew, most);
  const reports = await openReports(database, now);
  return {
    inbox,
    reports,
    shared: crew.shared,
    look: async (duties) => {
      const held = await crew.look(duties);
      if (crew.shared) await Promise.all([inbox.count(), reports.refresh()]).catch(() => {});
      return held;
    },
    conversations: createConversations(database, now),
    replies: createReplies(database, now),
    chats: createChats(database),
    streams: createStreams(database, now),
    shown: createShown(database, now),
    records: createRecords(database, now),
    modelReplies: createModelReplies(database, now),
    probe: async () => {
      const pad = randomBytes(PROBE_BYTES).toString('base64');
      await database.write((sql) => sql.run(PROBE, now(), pad));
    },
    tidy: async () => {
      await database.write((sql) => removeOld(sql, now(), days));
      await database.scrub();
    },
    close: async () => {
      await crew.leave();
      await database.close();
    },
  };
};

/**
 * Opens the store.
 *
 * @throws CodedError `storage_failed` or `storage_locked`, naming the path, or `database_failed`
 */
export const openStore = async ({ path, database, onCommit, ...options }: StoreOptions): Promise<Store> => {
  if (database === undefined) return storeOn(openSqlite(path, onCommit), options);
  const server = await openPostgres(database, onCommit);
  return storeOn(server, { ...options, crew: joinCrew(server) });
};
