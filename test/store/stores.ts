import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { openPostgres } from '../../src/store/postgres/postgres.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { type Store, storeOn } from '../../src/store/store.ts';
import { hasPostgres, type Postgres, startPostgres } from '../postgres.ts';

/** A database of one of the two sorts, empty for each test. */
export interface Place {
  /** Names of the columns of a table. */
  readonly columns: (table: string) => Promise<readonly string[]>;
  /** Opens it; what was written before in the same test is there. Closed after the test. */
  readonly open: () => Promise<Database>;
}

const namesIn = async ([database]: readonly Database[], text: string): Promise<readonly string[]> =>
  ((await database?.read.all(text)) ?? []).map(({ name }) => String(name));

const inFile = (): Place => {
  let folder: string | undefined;
  const opened: Database[] = [];
  afterEach(async () => {
    for (const database of opened.splice(0)) await database.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    folder = undefined;
  });
  return {
    columns: (table) => namesIn(opened, `SELECT name FROM pragma_table_info('${table}')`),
    open: async () => {
      folder ??= mkdtempSync(join(tmpdir(), 'wenji-store-'));
      const database = openSqlite(join(folder, 'wenji.sqlite'));
      opened.push(database);
      return database;
    },
  };
};

const onServer = (): Place => {
  let server: Postgres;
  const opened: Database[] = [];
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.remove());
  afterEach(async () => {
    for (const database of opened.splice(0)) await database.close();
    const client = new pg.Client(server.url);
    await client.connect();
    await client.query('DROP SCHEMA IF EXISTS wenji CASCADE');
    await client.end();
  });
  return {
    columns: (table) =>
      namesIn(opened, `SELECT column_name AS name FROM information_schema.columns WHERE table_name = '${table}'`),
    open: async () => {
      const database = await openPostgres(server.url);
      opened.push(database);
      return database;
    },
  };
};

/** The same promises of both stores. Where no server can be had, those of PostgreSQL are skipped. */
export const describeStores = (name: string, promises: (place: Place) => void): void => {
  describe(`${name} in SQLite`, () => promises(inFile()));
  describe.skipIf(!hasPostgres)(`${name} in PostgreSQL`, () => promises(onServer()));
};

/** A store, and its clock, which a test may move. */
export interface Kept {
  readonly store: Store;
  time: number;
}

/** Opens the store of a place, with fourteen days to keep what it holds. */
export const keptIn = async (place: Place): Promise<Kept> => {
  const clock = { time: 1_700_000_000_000 };
  const store = await storeOn(await place.open(), { days: 14, now: () => clock.time });
  return Object.assign(clock, { store });
};
