import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { CodedError } from '../errors.ts';
import { createCommits } from './commits.ts';
import type { Awaitable, Database, OnCommit, Row, Sql } from './database.ts';
import { MIGRATIONS, SCHEMA, VERSION } from './schema.ts';
import { storageFault } from './sqlite-fault.ts';

type File = InstanceType<typeof DatabaseSync>;
type Statement = ReturnType<File['prepare']>;

const MEMORY = ':memory:';

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
  const { write, writing, settled } = createCommits(file, sql, onCommit);

  /** Whoever reads meanwhile waits: what is not committed is not seen. */
  const unseen = <T>(look: () => Awaitable<T>): Awaitable<T> => {
    const group = writing();
    return group ? group.then(() => unseen(look)) : look();
  };
  const read: Sql = {
    run: (...statement) => unseen(() => sql.run(...statement)),
    insert: (...statement) => unseen(() => sql.insert(...statement)),
    get: (...statement) => unseen(() => sql.get(...statement)),
    all: (...statement) => unseen(() => sql.all(...statement)),
  };

  const emptyLog = (): void => {
    file.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  };

  let scrubbed: Promise<void> | undefined;
  /** Several that are asked for in one turn are one. */
  const scrub = (): Promise<void> => {
    scrubbed ??= new Promise((turn) => setImmediate(turn)).then(async () => {
      scrubbed = undefined;
      for (let group = writing(); group; group = writing()) await group;
      if (file.isOpen) emptyLog();
    });
    return scrubbed;
  };

  const close = async (): Promise<void> => {
    await settled();
    if (!file.isOpen) return;
    // Closing does this only where no statement is still prepared.
    emptyLog();
    file.close();
    lock.exec('ROLLBACK');
    lock.close();
  };

  return { write, set: (...statement) => write((own) => own.get(...statement)), read, scrub, close };
};
