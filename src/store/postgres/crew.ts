import { randomUUID } from 'node:crypto';
import type { Crew } from '../crew.ts';
import type { Database } from '../database.ts';

/** Milliseconds after its last word at which a process counts as dead; a restart of the server takes less. */
export const LEASE = 10_000;
/** Milliseconds by which a process gives up its duties before others may take them. */
const MARGIN = 2_000;

/** Held shared by whoever gives work to somebody, and alone by whoever takes it away. */
const HANDING_OVER = 7_203_116;

/**
 * Whoever lives says so until a time by the server's clock; what only one may have is somebody's. What is accepted waits
 * for the server once: a platform waits for it.
 */
export const CREW_SCHEMA = `
CREATE TABLE IF NOT EXISTS crew (id TEXT PRIMARY KEY, until BIGINT NOT NULL);
CREATE TABLE IF NOT EXISTS duty (name TEXT PRIMARY KEY, owner TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS work_lane ON work (channel, lane) WHERE ended IS NULL;
CREATE OR REPLACE FUNCTION accept_work(channel_ TEXT, lane_ TEXT, ids TEXT, incoming_ TEXT, at_ BIGINT, own TEXT)
RETURNS BIGINT LANGUAGE plpgsql AS $$
DECLARE
  work_ BIGINT;
  held BIGINT;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(${HANDING_OVER});
  PERFORM pg_advisory_xact_lock(hashtextextended(channel_ || ' ' || lane_, 0));
  INSERT INTO work (channel, lane, incoming, due, at, owner) VALUES (channel_, lane_, incoming_, at_, at_, coalesce(
    (SELECT owner FROM work WHERE ended IS NULL AND channel = channel_ AND lane = lane_ LIMIT 1), own)) RETURNING id INTO work_;
  INSERT INTO seen (id, work, at)
    SELECT one, work_, at_ FROM json_array_elements_text(ids::json) AS one ORDER BY one ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS held = ROW_COUNT;
  IF held = json_array_length(ids::json) THEN RETURN work_; END IF;
  DELETE FROM seen WHERE work = work_;
  DELETE FROM work WHERE id = work_;
  RETURN NULL;
END $$;
`;

const NOW = '(extract(epoch FROM clock_timestamp()) * 1000)::bigint';
const LIVING = `(SELECT id FROM crew WHERE until > ${NOW})`;
const LISTED = "(string_to_array(?, ','))";

const SAY = `INSERT INTO crew (id, until) VALUES (?, ${NOW} + ${LEASE}) ON CONFLICT (id) DO UPDATE SET until = excluded.until`;
const CLAIM = `INSERT INTO duty (name, owner) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET owner = excluded.owner
WHERE duty.owner = excluded.owner OR duty.owner NOT IN ${LIVING}`;
/** What dead processes left behind, duties' work aside, and all work of this one's duties. */
const ORPHANED = `ended IS NULL AND owner <> ?
AND ((owner NOT IN ${LIVING} AND channel <> ALL ${LISTED}) OR channel = ANY ${LISTED})`;

const ACCEPT = 'SELECT accept_work(?, ?, ?, ?, ?, ?) AS work';

/** A process among others on the same database. */
export const joinCrew = ({ read, write, set }: Database): Crew => {
  const id = randomUUID();
  let said = Number.NEGATIVE_INFINITY;
  let brokenAt = Number.NEGATIVE_INFINITY;
  let held: ReadonlySet<string> = new Set();

  const claimed = async (duties: readonly string[]): Promise<ReadonlySet<string>> => {
    const own = new Set<string>();
    for (const duty of duties) if ((await write((sql) => sql.run(CLAIM, duty, id))) > 0) own.add(duty);
    return own;
  };

  const takeOver = async (duties: readonly string[]): Promise<void> => {
    const which = [id, duties.join(), [...held].join()];
    if (!(await read.get(`SELECT 1 FROM work WHERE ${ORPHANED} LIMIT 1`, ...which))) return;
    await write(async (sql) => {
      await sql.get('SELECT pg_advisory_xact_lock(?)', HANDING_OVER);
      await sql.run(`UPDATE work SET owner = ? WHERE ${ORPHANED}`, id, ...which);
      await sql.run(`DELETE FROM crew WHERE until < ${NOW} - 3600000`);
    });
  };

  const look: Crew['look'] = async (duties) => {
    const at = performance.now();
    try {
      await write((sql) => sql.run(SAY, id));
      said = at;
      // While the server was away nobody could say that he lives: all are given the time to do so.
      if (at - brokenAt < LEASE) return held;
      held = await claimed(duties);
      await takeOver(duties);
    } catch {
      brokenAt = performance.now();
      if (brokenAt - said > LEASE - MARGIN) held = new Set();
    }
    return held;
  };

  return {
    shared: true,
    id,
    accept: async ({ channel, lane, ids, incoming, at }) => {
      const given = [channel, lane, JSON.stringify([...new Set(ids)]), JSON.stringify(incoming), at, id];
      const made = (await set(ACCEPT, ...given))?.work;
      return typeof made === 'number' ? made : undefined;
    },
    look,
    leave: async () => {
      await write((sql) => sql.run('DELETE FROM crew WHERE id = ?', id)).catch(() => {});
    },
  };
};
