import type { Awaitable, Sql } from './database.ts';

/** The processes that serve one bot from one database. */
export interface Crew {
  /** Whether there may be others. */
  readonly shared: boolean;
  /** Under which this process has its work; empty where it is the only one. */
  readonly id: string;
  /** Whose a new piece of work is, within the writing of it: whoever has other work of that lane, so that it stays in order. */
  readonly ownerOf: (sql: Sql, channel: string, lane: string) => Awaitable<string>;
  /**
   * To be called every second: says that this process lives, takes over what dead ones left behind, and returns those of the
   * duties that fall to it. A duty is a channel of which only one process may have the connection; its work goes with it.
   * Never rejects: while the database is away, a process keeps its duties for as long as no other can have taken them.
   */
  readonly look: (duties: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Leaves its work and duties to the others at once. */
  readonly leave: () => Promise<void>;
}

/** One process that has a file to itself. */
export const ALONE: Crew = {
  shared: false,
  id: '',
  ownerOf: () => '',
  look: async (duties) => new Set(duties),
  leave: async () => {},
};
