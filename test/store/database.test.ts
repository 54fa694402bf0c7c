import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CodedError } from '../../src/errors.ts';
import type { Database } from '../../src/store/database.ts';
import { openSqlite } from '../../src/store/sqlite.ts';

let folder: string;
let opened: Database[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenji-'));
  opened = [];
});

afterEach(async () => {
  for (const database of opened) await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const path = () => join(folder, 'data', 'wenji.sqlite');

const open = (at = path()): Database => {
  const database = openSqlite(at);
  opened.push(database);
  return database;
};

const put = (database: Database, id: string) =>
  database.write((sql) => sql.run('INSERT INTO chat (id, external) VALUES (?, 0)', id));

const ids = async (database: Database) =>
  (await database.read.all('SELECT id FROM chat ORDER BY id')).map(({ id }) => id);

const faultOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error) => (error instanceof CodedError ? error.code : error),
  );

describe('the database', () => {
  test('what was written is there when the file is opened again', async () => {
    const first = open();
    await put(first, 'a');
    await first.close();
    expect(await ids(open())).toEqual(['a']);
  });

  test('waits for the disk at every commit, power loss included', async () => {
    const { read } = open();
    expect(read.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
    expect(read.get('PRAGMA synchronous')).toEqual({ synchronous: 2 });
  });

  test('what is written in one turn shares one transaction', async () => {
    const database = open();
    const seen: unknown[] = [];
    const note = (at: number) =>
      database.write(async (sql) => seen.push([at, (await sql.get('SELECT count(*) AS n FROM chat'))?.n]));
    await Promise.all([put(database, 'a'), note(1), put(database, 'b'), note(2)]);
    expect(seen).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(await ids(database)).toEqual(['a', 'b']);
  });

  test('one piece of writing is all or nothing, and takes no other with it', async () => {
    const database = open();
    const broken = database.write((sql) => {
      sql.run('INSERT INTO chat (id, external) VALUES (?, 0)', 'half');
      throw new Error('bug');
    });
    const results = await Promise.allSettled([put(database, 'a'), broken, put(database, 'b'), put(database, 'a')]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
    expect(await ids(database)).toEqual(['a', 'b']);
  });

  test('a full disk rejects what did not get onto it, keeps what did, and goes on when there is room', async () => {
    const database = open();
    await put(database, 'a');
    const pages = Number((await database.read.get('PRAGMA page_count'))?.page_count);
    await database.read.get(`PRAGMA max_page_count = ${pages}`);
    const many = Array.from({ length: 200 }, (_, at) => put(database, `${at}${'x'.repeat(400)}`));
    const faults = await Promise.all(many.map(faultOf));
    expect(faults).toContain('storage_failed');
    await database.read.get('PRAGMA max_page_count = 100000');
    await put(database, 'b');
    const kept = faults.filter((fault) => fault === undefined).length;
    expect(await ids(database)).toHaveLength(2 + kept);
  });

  test('a disk that is read-only is storage_failed', async () => {
    const database = open();
    await database.read.get('PRAGMA query_only = ON');
    expect(await faultOf(put(database, 'a'))).toBe('storage_failed');
  });

  test('a folder that cannot be made is storage_failed, and the message names it', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => openSqlite(join(folder, 'file', 'wenji.sqlite'))).toThrow(/file.*DATA_DIR/s);
  });

  test('a file that is no database is storage_failed', async () => {
    writeFileSync(
      join(folder, 'other'),
      'not a database, but long enough to be looked at by whoever opens it'.repeat(20),
    );
    expect(() => openSqlite(join(folder, 'other'))).toThrow(CodedError);
  });

  test('a file of the first version keeps what is in it, and gains the plan', async () => {
    const old = new DatabaseSync(join(folder, 'old.sqlite'));
    old.exec(`
CREATE TABLE work (id INTEGER PRIMARY KEY, channel TEXT NOT NULL, lane TEXT NOT NULL, incoming TEXT, outgoing TEXT, sent INTEGER NOT NULL DEFAULT 0, tried INTEGER, tries INTEGER NOT NULL DEFAULT 0, due INTEGER NOT NULL, at INTEGER NOT NULL, ended TEXT);
CREATE TABLE verdict (reply TEXT NOT NULL, reader TEXT NOT NULL, verdict TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (reply, reader)) WITHOUT ROWID;
CREATE TABLE miss (id INTEGER PRIMARY KEY AUTOINCREMENT, sort TEXT NOT NULL, question TEXT NOT NULL, norm TEXT NOT NULL, kind TEXT NOT NULL, channel TEXT NOT NULL, chat TEXT NOT NULL, reason TEXT, judge TEXT, work INTEGER, count INTEGER NOT NULL DEFAULT 1, settled INTEGER NOT NULL DEFAULT 0, at INTEGER NOT NULL);
CREATE TABLE tally (day TEXT NOT NULL, channel TEXT NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (day, channel, kind, status)) WITHOUT ROWID;
INSERT INTO miss (sort, question, norm, kind, channel, chat, at) VALUES ('not_found', '甲', '甲', 'not-absent', 'api', 'api', 1);
INSERT INTO tally VALUES ('2026-01-31', 'api', 'not-absent', 'not_found', 3);
PRAGMA user_version = 1`);
    old.close();
    const database = open(join(folder, 'old.sqlite'));
    expect(await database.read.get('SELECT question, plan FROM miss')).toEqual({ question: '甲', plan: null });
    expect(await database.read.get('SELECT count, plan FROM tally')).toEqual({ count: 3, plan: '' });
    await database.write((sql) =>
      sql.run("INSERT INTO tally VALUES ('2026-01-31', 'api', 'list', 'answered', 'p', 1)"),
    );
    await database.close();
    expect(open(join(folder, 'old.sqlite')).read.get('SELECT count(*) AS n FROM tally')).toEqual({ n: 2 });
  });

  test('a file of a newer version is left alone', async () => {
    const database = open();
    await database.read.get('PRAGMA user_version = 99');
    await database.close();
    expect(() => openSqlite(path())).toThrow(/请升级/);
  });

  test('a second process is refused as long as the first has the file', async () => {
    const database = open();
    await put(database, 'a');
    const script = `import('${new URL('../../src/store/sqlite.ts', import.meta.url)}').then(({ openSqlite }) => { try { openSqlite(process.argv[1]); console.log('opened'); } catch (error) { console.log(error.code); } process.exit(0); })`;
    const other = () =>
      execFileSync(process.execPath, ['--import', 'tsx', '-e', script, path()], { encoding: 'utf8' }).trim();
    expect(other()).toBe('storage_locked');
    await database.close();
    expect(other()).toBe('opened');
  });

  test('closing waits for what is still to be written', async () => {
    const database = open();
    const written = put(database, 'a');
    await database.close();
    await written;
    expect(await ids(open())).toEqual(['a']);
  });
});
