import { type Awaitable, followed, marks, type Row, type Sql } from './database.ts';

/** What was seen of the ids. */
export const seenOf = async (sql: Sql, ids: readonly string[]): Promise<readonly Row[]> =>
  ids.length === 0 ? [] : sql.all(`SELECT work FROM seen WHERE id IN (${marks(ids)})`, ...ids);

export const isKnown = async (sql: Sql, ids: readonly string[]): Promise<boolean> =>
  (await seenOf(sql, ids)).length > 0;

/** Since when ids are held, and for which piece of work. */
export interface Held {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly work: number | null;
}

/** Holds all ids for a piece of work, or for none; false, and nothing held, when one was held before. */
export const hold = (sql: Sql, ids: readonly string[], { at, work }: Held): Awaitable<boolean> => {
  const all = [...new Set(ids.toSorted())];
  if (all.length === 0) return true;
  const held = sql.all(
    `INSERT INTO seen (id, work, at) VALUES ${marks(all, '(?, ?, ?)')} ON CONFLICT DO NOTHING RETURNING id`,
    ...all.flatMap((id) => [id, work, at]),
  );
  return followed(
    held,
    (rows) =>
      rows.length === all.length ||
      letGo(
        sql,
        rows.map(({ id }) => String(id)),
      ),
  );
};

const letGo = async (sql: Sql, ids: readonly string[]): Promise<false> => {
  if (ids.length > 0) await sql.run(`DELETE FROM seen WHERE id IN (${marks(ids)})`, ...ids);
  return false;
};
