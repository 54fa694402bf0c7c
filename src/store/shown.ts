import type { Database, Sql } from './database.ts';

/** What a chat was shown within the last hour, by its digest. */
export interface Shown {
  readonly times: (lane: string, digest: string) => Promise<number>;
  /** Within another piece of writing. */
  readonly record: (sql: Sql, lane: string, digest: string) => Promise<void>;
}

/** Milliseconds. */
export const SHOWN_LIFETIME = 3_600_000;

/** Digests in a database. `now` gives milliseconds since the epoch. */
export const createShown = ({ read }: Database, now: () => number): Shown => ({
  times: async (lane, digest) => {
    const found = await read.get(
      'SELECT count(*) AS n FROM shown WHERE lane = ? AND digest = ? AND at > ?',
      ...[lane, digest, now() - SHOWN_LIFETIME],
    );
    return Number(found?.n ?? 0);
  },
  record: async (sql, lane, digest) => {
    await sql.run('INSERT INTO shown (lane, digest, at) VALUES (?, ?, ?)', lane, digest, now());
  },
});
