import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { CodedError } from '../errors.ts';
import { MIGRATIONS, SCHEMA, VERSION } from './schema.ts';

/** One statement, prepared once. Values are those that SQLite knows. */
export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** Statements by their text. */
export interface Sql {
  /** The number of rows that changed, and the id of the last one inserted. */
  readonly run: (text: string, ...values: readonly Value[]) => { readonly changes: number; readonly id: number };
  readonly get: (text: string, ...values: readonly Value[]) => Row | undefined;
  readonly all: (text: string, ...values: readonly Value[]) => readonly Row[];
}

/** The file in which everything lies that must survive a crash. */
export interface Database {
  /**
   * One piece of writing, all or nothing, in one transaction with whatever else is waiting. Resolves when it is on the
   * disk, power loss included; rejects with `storage_failed` when it is not.
   */
  readonly write: <T>(work: (sql: Sql) => T) => Promise<T>;
  /** What is on the disk; writing that still waits is not seen. */
  readonly read: Sql;
  /** Empties the log of past writing: what was deleted stands in no file from then on. */
  readonly scrub: () => Promise<void>;
  /** Resolves when nothing waits any more; then the file is closed, and all of it is in one. */
  readonly close: () => Promise<void>;
}

type File = InstanceType<typeof DatabaseSync>;
type Statement = ReturnType<File['prepare']>;

const MEMORY = ':memory:';

/** Told of every transaction: milliseconds until it was on the disk, or until it failed. */
export type OnCommit = (ms: number, ok: boolean) => void;

interface Waiting {
  readonly work: (sql: Sql) => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

const statementsOf = (file: File): Sql => {
  const prepared = new Map<string, Statement>();
  const statement = (text: string): Statement => {
    const known = prepared.get(text);
    if (known) return known;
    const made = file.prepare(text);
    prepared.set(text, made);
    return made;
  };
  return {
    run: (text, ...values) => {
      const { changes, lastInsertRowid } = statement(text).run(...values);
      return { changes: Number(changes), id: Number(lastInsertRowid) };
    },
    get: (text, ...values) => statement(text).get(...values) as Row | undefined,
    all: (text, ...values) => statement(text).all(...values) as readonly Row[],
  };
};

/** Each its own transaction: one piece of writing that cannot be done takes no other with it. */
const oneByOne = (file: File, sql: Sql, batch: readonly Waiting[]): void => {
  for (const { work, resolve, reject } of batch) {
    try {
      resolve(inTransaction(file, () => work(sql)));
    } catch (error) {
      reject(storageFault(error));
    }
  }
};

const inTransaction = <T>(file: File, work: () => T): T => {
  file.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    file.exec('COMMIT');
    return result;
  } catch (error) {
    if (file.isTransaction) file.exec('ROLLBACK');
    throw error;
  }
};

/** SQLite's result codes that tell of the disk or of another process, not of a bug of ours (page Result and Error Codes). */
const BUSY: readonly unknown[] = [5, 6];
const READONLY_IOERR_CORRUPT_FULL_CANTOPEN_NOTADB: readonly unknown[] = [8, 10, 11, 13, 14, 26];

/** SQLite's own words name the file's state, never its contents: disk full, read-only. A bug of ours stays what it is. */
const storageFault = (error: unknown, path?: string): unknown => {
  if (!(error instanceof Error)) return error;
  const detail = `${path === undefined ? '' : `${path}：`}${error.message}。`;
  const code: unknown = Number(Reflect.get(error, 'errcode')) & 0xff;
  if (BUSY.includes(code)) return new CodedError('storage_locked', detail);
  const ofDisk = READONLY_IOERR_CORRUPT_FULL_CANTOPEN_NOTADB.includes(code) || 'syscall' in error;
  return ofDisk ? new CodedError('storage_failed', detail) : error;
};

/**
 * One process owns the file: two would both answer what is in it. The lock is a file of its own, which goes with the
 * process however that ends; the database's own lock would stay until its last prepared statement is collected.
 */
const lockFile = (path: string): File => {
  const lock = new DatabaseSync(path === MEMORY ? MEMORY : `${path}.lock`);
  lock.exec('BEGIN EXCLUSIVE');
  return lock;
};

const openFile = (path: string): File => {
  const file = new DatabaseSync(path);
  file.exec('PRAGMA journal_mode = WAL');
  // Every commit is on the disk before it counts, and on a Mac past the drive's own cache.
  file.exec('PRAGMA synchronous = FULL; PRAGMA fullfsync = ON');
  // What is deleted is overwritten, not only given free.
  file.exec('PRAGMA secure_delete = ON');
  const version = Number((file.prepare('PRAGMA user_version').get() as Row | undefined)?.user_version ?? 0);
  if (version > VERSION) throw new CodedError('storage_failed', `${path} 由更新的版本写成，请升级问计。`);
  inTransaction(file, () => {
    // A new file has version 0, and nothing to migrate.
    for (const migration of version === 0 ? [] : MIGRATIONS.slice(version - 1)) file.exec(migration);
    file.exec(`${SCHEMA}; PRAGMA user_version = ${VERSION}`);
  });
  return file;
};

/**
 * Opens the file, or one in memory for `:memory:`. Commits are made in groups: whatever is written in one turn of the
 * event loop shares one transaction and one wait for the disk.
 *
 * @throws CodedError `storage_failed` or `storage_locked`
 */
export const openDatabase = (path: string, onCommit: OnCommit = () => {}): Database => {
  let lock: File;
  let file: File;
  try {
    if (path !== MEMORY) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    lock = lockFile(path);
    file = openFile(path);
  } catch (error) {
    throw storageFault(error, path);
  }
  const sql = statementsOf(file);
  let waiting: Waiting[] = [];
  let flushed: Promise<void> = Promise.resolve();

  const flush = (): void => {
    const batch = waiting;
    waiting = [];
    const started = performance.now();
    try {
      const results = inTransaction(file, () => batch.map(({ work }) => work(sql)));
      batch.forEach(({ resolve }, at) => {
        resolve(results[at]);
      });
      onCommit(performance.now() - started, true);
    } catch {
      onCommit(performance.now() - started, false);
      oneByOne(file, sql, batch);
    }
  };

  const write = <T>(work: (sql: Sql) => T): Promise<T> => {
    const first = waiting.length === 0;
    const written = new Promise<T>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
    });
    if (first)
      flushed = new Promise((done) => {
        setImmediate(() => {
          flush();
          done();
        });
      });
    return written;
  };

  const emptyLog = (): void => {
    file.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  };

  let scrubbed: Promise<void> | undefined;
  /** Several that are asked for in one turn are one. */
  const scrub = (): Promise<void> => {
    scrubbed ??= new Promise((done) => {
      setImmediate(() => {
        scrubbed = undefined;
        if (file.isOpen) emptyLog();
        done();
      });
    });
    return scrubbed;
  };

  const close = async (): Promise<void> => {
    while (waiting.length > 0) await flushed;
    if (!file.isOpen) return;
    // Closing does this only where no statement is still prepared.
    emptyLog();
    file.close();
    lock.exec('ROLLBACK');
    lock.close();
  };

  return { write, read: sql, scrub, close };
};
