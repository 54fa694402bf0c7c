import { type Database, followed } from './database.ts';
import { holdFor } from './seen.ts';

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

/** The processes that serve one bot from one database. */
export interface Crew {
  /** Whether there may be others. */
  readonly shared: boolean;
  /** Under which this process has its work; empty where it is the only one. */
  readonly id: string;
  /**
   * Writes down a new piece of work, which is that process's that has other work of its lane, so that it stays in order;
   * otherwise this one's. Returns its id; undefined when one of its ids was held before.
   */
  readonly accept: (work: NewWork) => Promise<number | undefined>;
  /**
   * To be called every second: says that this process lives, takes over what dead ones left behind, and returns those of the
   * duties that fall to it. A duty is a channel of which only one process may have the connection; its work goes with it.
   * Never rejects: while the database is away, a process keeps its duties for as long as no other can have taken them.
   */
  readonly look: (duties: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Leaves its work and duties to the others at once. */
  readonly leave: () => Promise<void>;
}

const INSERT = 'INSERT INTO work (channel, lane, incoming, due, at) VALUES (?, ?, ?, ?, ?)';

/** One process that has a file to itself. */
export const alone = ({ write }: Database): Crew => ({
  shared: false,
  id: '',
  accept: ({ channel, lane, ids, incoming, at }) =>
    write((sql) => {
      const made = sql.insert(INSERT, channel, lane, JSON.stringify(incoming), at, at);
      return followed(made, (work) =>
        followed(holdFor(sql, ids, { at, work }), (held) =>
          held ? work : followed(sql.run('DELETE FROM work WHERE id = ?', work), () => undefined),
        ),
      );
    }),
  look: async (duties) => new Set(duties),
  leave: async () => {},
});
