import type { DatabaseSync } from '@photostructure/sqlite';
import type { Awaitable, Database, OnCommit, Sql } from './database.ts';
import { storageFault } from './sqlite-fault.ts';

type File = InstanceType<typeof DatabaseSync>;

interface Waiting {
  readonly work: (sql: Sql) => Awaitable<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Each its own transaction: one piece of writing that cannot be done takes no other with it. */
const oneByOne = async (file: File, sql: Sql, batch: readonly Waiting[]): Promise<void> => {
  for (const { work, resolve, reject } of batch) {
    try {
      resolve(await inTransaction(file, () => work(sql)));
    } catch (error) {
      reject(storageFault(error));
    }
  }
};

const inTransaction = <T>(file: File, work: () => Awaitable<T>): Awaitable<T> => {
  const committed = (result: T): T => {
    file.exec('COMMIT');
    return result;
  };
  const undone = (error: unknown): never => {
    if (file.isTransaction) file.exec('ROLLBACK');
    throw error;
  };
  file.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    return result instanceof Promise ? result.then(committed).catch(undone) : committed(result);
  } catch (error) {
    return undone(error);
  }
};

/** So many turns of the event loop a group waits at most, and no longer than each brings somebody who joins it. */
const MOST_TURNS = 4;

/** Writing that is committed in groups. */
export interface Commits extends Pick<Database, 'write'> {
  /** Resolves when the group that is being written is; undefined where none is. */
  readonly writing: () => Promise<void> | undefined;
  /** Resolves when all is written that was to be. */
  readonly settled: () => Promise<void>;
}

/** Opens the writing of a file: whatever is written in one turn of the event loop shares a transaction. */
export const createCommits = (file: File, sql: Sql, onCommit: OnCommit): Commits => {
  let waiting: Waiting[] = [];
  let flushed: Promise<void> = Promise.resolve();

  const done = (batch: readonly Waiting[], results: readonly unknown[] = []): Awaitable<readonly unknown[]> => {
    const all = [...results];
    for (const { work } of batch.slice(all.length)) {
      const result = work(sql);
      if (result instanceof Promise) return result.then((one) => done(batch, [...all, one]));
      all.push(result);
    }
    return all;
  };

  const flush = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    const started = performance.now();
    try {
      const results = await inTransaction(file, () => done(batch));
      batch.forEach(({ resolve }, at) => {
        resolve(results[at]);
      });
      onCommit(performance.now() - started, true);
    } catch {
      onCommit(performance.now() - started, false);
      await oneByOne(file, sql, batch);
    }
  };

  let writing: Promise<void> | undefined;
  const flushNext = async (): Promise<void> => {
    await flushed;
    for (let [turns, before] = [0, 0]; turns < MOST_TURNS && waiting.length > before; turns += 1) {
      before = waiting.length;
      await new Promise((turn) => setImmediate(turn));
    }
    writing = flush();
    await writing;
    writing = undefined;
  };

  const write = <T>(work: (sql: Sql) => Awaitable<T>): Promise<T> => {
    const first = waiting.length === 0;
    const written = new Promise<T>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
    });
    if (first) flushed = flushNext();
    return written;
  };

  return {
    write,
    writing: () => writing,
    settled: async () => {
      do await flushed;
      while (waiting.length > 0);
    },
  };
};
