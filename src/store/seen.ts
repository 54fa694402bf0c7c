import { type Awaitable, followed, marks, type Row, type Sql } from './database.ts';

/** What was seen of the ids. */
export const seenOf = async (sql: Sql, ids: readonly string[]): Promise<readonly Row[]> =>
  ids.length === 0 ? [] : sql.all(`SELECT work FROM seen WHERE id IN (${marks(ids)})`, ...ids);

export const isKnown = async (sql: Sql, ids: readonly string[]): Promise<boolean> =>
  (await seenOf(sql, ids)).length > 0;

/** Since when ids are held, in milliseconds since the epoch, and for which piece of work. */
export interface Held {
  readonly at: number;
  readonly work: number;
}

const HOLD = 'INSERT INTO seen (id, work, at) VALUES';
const letGo = (sql: Sql, { id }: Row): Awaitable<number> => sql.run('DELETE FROM seen WHERE id = ?', String(id));

const sorted = (ids: readonly string[]): readonly string[] => (ids.length === 1 ? ids : [...new Set(ids.toSorted())]);
const valuesOf = (ids: readonly string[], at: number, work: number | null) => ids.flatMap((id) => [id, work, at]);

/** Holds all ids for a new piece of work; false, and nothing held, when one was held before. */
export const holdFor = (sql: Sql, ids: readonly string[], { at, work }: Held): Awaitable<boolean> => {
  const all = sorted(ids);
  if (all.length === 0) return true;
  const text = `${HOLD} ${marks(all, '(?, ?, ?)')} ON CONFLICT DO NOTHING`;
  return followed(sql.run(text, ...valuesOf(all, at, work)), (held) => {
    if (held === all.length) return true;
    return followed(sql.run('DELETE FROM seen WHERE work = ?', work), () => false);
  });
};

/** Holds all ids without any work; false, and nothing held, when one was held before. */
export const hold = async (sql: Sql, ids: readonly string[], at: number): Promise<boolean> => {
  const all = sorted(ids);
  if (all.length === 0) return true;
  const text = `${HOLD} ${marks(all, '(?, ?, ?)')} ON CONFLICT DO NOTHING RETURNING id`;
  const held = await sql.all(text, ...valuesOf(all, at, null));
  if (held.length === all.length) return true;
  for (const row of held) await letGo(sql, row);
  return false;
};
