import type { Database } from './database.ts';

/** A reply that the platform fetches piece by piece: WeCom's stream. */
export interface Stream {
  /** Absent until there is an answer. */
  readonly content?: string;
  /** The platform has been given the whole content. */
  readonly fetched: boolean;
  /** The content went another way. */
  readonly diverted: boolean;
}

/** Replies by their stream ids. They survive a restart: the platform goes on asking for six minutes. */
export interface Streams {
  readonly get: (id: string) => Promise<Stream | undefined>;
  /** The content stands from now on; a second one for the same id is ignored. */
  readonly publish: (id: string, content: string) => Promise<void>;
  /** Recorded before the content is handed out; false when another way was taken before. */
  readonly fetched: (id: string) => Promise<boolean>;
  /** Recorded before another way is taken; false when the content was fetched or diverted before. */
  readonly divert: (id: string) => Promise<boolean>;
  /** The other way was not open after all: nothing of the content has gone it. */
  readonly rejoin: (id: string) => Promise<void>;
}

/** Streams in a database. `now` gives milliseconds since the epoch. */
export const createStreams = ({ read, write }: Database, now: () => number): Streams => ({
  get: async (id) => {
    const row = await read.get('SELECT content, fetched, diverted FROM stream WHERE id = ?', id);
    if (!row) return undefined;
    const state = { fetched: row.fetched !== null, diverted: row.diverted !== null };
    return typeof row.content === 'string' ? { content: row.content, ...state } : state;
  },
  publish: async (id, content) => {
    await write((sql) =>
      sql.run('INSERT INTO stream (id, content, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', id, content, now()),
    );
  },
  fetched: (id) =>
    write(
      async (sql) =>
        (await sql.run(
          'UPDATE stream SET fetched = coalesce(fetched, ?) WHERE id = ? AND diverted IS NULL',
          now(),
          id,
        )) > 0,
    ),
  divert: (id) =>
    write(
      async (sql) =>
        (await sql.run(
          'UPDATE stream SET diverted = ? WHERE id = ? AND fetched IS NULL AND diverted IS NULL',
          now(),
          id,
        )) > 0,
    ),
  rejoin: async (id) => {
    await write((sql) => sql.run('UPDATE stream SET diverted = NULL WHERE id = ?', id));
  },
});
