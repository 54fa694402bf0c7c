import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { CodedError } from '../errors.ts';
import type { Awaitable, Database, OnCommit, Row, Sql } from './database.ts';
import { MIGRATIONS, SCHEMA, VERSION } from './schema.ts';

type File = InstanceType<typeof DatabaseSync>;
type Statement = ReturnType<File['prepare']>;

const MEMORY = ':memory:';

interface Waiting {
  readonly work: (sql: Sql) => Awaitable<unknown>;
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
    run: (text, ...values) => Number(statement(text).run(...values).changes),
    insert: (text, ...values) => Number(statement(text).run(...values).lastInsertRowid),
    get: (text, ...values) => statement(text).get(...values) as Row | undefined,
    all: (text, ...values) => statement(text).all(...values) as readonly Row[],
  };
};

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
  // A new file has version 0, and nothing to migrate. A file that is closed in the middle is as it was before.
  const steps = version === 0 ? [] : MIGRATIONS.slice(version - 1);
  file.exec(['BEGIN IMMEDIATE', ...steps, SCHEMA, `PRAGMA user_version = ${VERSION}`, 'COMMIT'].join(';\n'));
  return file;
};

/**
 * Opens the file, or one in memory for `:memory:`. Commits are made in groups: whatever is written in one turn of the
 * event loop shares one transaction and one wait for the disk.
 *
 * @throws CodedError `storage_failed` or `storage_locked`
 */
export const openSqlite = (path: string, onCommit: OnCommit = () => {}): Database => {
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

  /** Whoever reads meanwhile waits: what is not committed is not seen. */
  let writing: Promise<void> | undefined;
  const unseen = <T>(look: () => Awaitable<T>): Awaitable<T> => (writing ? writing.then(() => unseen(look)) : look());
  const read: Sql = {
    run: (...statement) => unseen(() => sql.run(...statement)),
    insert: (...statement) => unseen(() => sql.insert(...statement)),
    get: (...statement) => unseen(() => sql.get(...statement)),
    all: (...statement) => unseen(() => sql.all(...statement)),
  };

  const flushNext = async (): Promise<void> => {
    await flushed;
    await new Promise((turn) => setImmediate(turn));
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

  const emptyLog = (): void => {
    file.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  };

  let scrubbed: Promise<void> | undefined;
  /** Several that are asked for in one turn are one. */
  const scrub = (): Promise<void> => {
    scrubbed ??= new Promise((turn) => setImmediate(turn)).then(async () => {
      scrubbed = undefined;
      while (writing) await writing;
      if (file.isOpen) emptyLog();
    });
    return scrubbed;
  };

  const close = async (): Promise<void> => {
    do await flushed;
    while (waiting.length > 0);
    if (!file.isOpen) return;
    // Closing does this only where no statement is still prepared.
    emptyLog();
    file.close();
    lock.exec('ROLLBACK');
    lock.close();
  };

  return { write, set: (...statement) => write((own) => own.get(...statement)), read, scrub, close };
};
