import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseFinding } from '../../scripts/doctor/database.ts';
import { openPostgres } from '../../src/store/postgres/postgres.ts';
import { openStore } from '../../src/store/store.ts';
import { hasPostgres, type Postgres, startPostgres } from '../postgres.ts';

describe.skipIf(!hasPostgres)('a store on a server', () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.remove());

  const open = () => openStore({ path: '', database: server.url, days: 14, now: Date.now });
  const ask = async (text: string) => {
    const client = new pg.Client(server.url);
    await client.connect();
    const { rows } = await client.query(text);
    await client.end();
    return rows;
  };
  const accept = (store: Awaited<ReturnType<typeof open>>, id: string) =>
    store.inbox.accept({ channel: 'feishu', lane: 'oc_1', ids: [id], incoming: {}, at: Date.now() });

  test('keeps to a schema of its own, made once however many processes start at a time', async () => {
    const stores = await Promise.all(Array.from({ length: 5 }, open));
    await accept(stores[0] ?? (await open()), 'a');
    expect(await stores[4]?.inbox.knows(['a'])).toBe(true);
    await Promise.all(stores.map(({ close }) => close()));
    expect(await ask("SELECT schemaname FROM pg_tables WHERE tablename IN ('work', 'seen') GROUP BY 1")).toEqual([
      { schemaname: 'wenji' },
    ]);
    expect(await ask('SELECT count(*)::int AS n FROM wenji.version')).toEqual([{ n: 1 }]);
  });

  test('the same delivery to two processes at once is accepted by one', async () => {
    const [one, other] = [await open(), await open()];
    for (let n = 0; n < 20; n++) {
      const taken = await Promise.all([accept(one, `m${n}`), accept(other, `m${n}`)]);
      expect(taken.map(({ status }) => status).toSorted()).toEqual(['accepted', 'known']);
    }
    await Promise.all([one.close(), other.close()]);
  });

  test('a piece of writing is all or nothing', async () => {
    const database = await openPostgres(server.url);
    const broken = database.write(async (sql) => {
      await sql.run('INSERT INTO chat (id, external) VALUES (?, 0)', 'half');
      throw new Error('bug');
    });
    await expect(broken).rejects.toThrow('bug');
    expect(await database.read.get('SELECT id FROM chat WHERE id = ?', 'half')).toBeUndefined();
    await database.close();
  });

  test('what was made by a newer version is left alone', async () => {
    const store = await open();
    await store.close();
    await ask('UPDATE wenji.version SET number = number + 90');
    await expect(open()).rejects.toThrow(/请升级/);
    await ask('UPDATE wenji.version SET number = number - 90');
  });

  test('a server that is away takes nothing, and says so; a restart in the middle loses nothing', async () => {
    const store = await open();
    await accept(store, 'before');
    await server.stop();
    await expect(store.probe()).rejects.toThrow(/DATABASE_URL/);
    await expect(accept(store, 'away')).rejects.toThrow(/DATABASE_URL/);
    const finding = await databaseFinding(server.url.replace('wenji@', 'wenji:hush@'));
    expect([finding.level, finding.text]).toEqual(['bad', expect.stringMatching(/^数据库：\/tmp.*用不了：/)]);
    expect(finding.text).not.toContain('hush');
    await server.start();
    expect(await accept(store, 'away')).toMatchObject({ status: 'accepted' });
    await server.restart();
    expect(await accept(store, 'before')).toEqual({ status: 'known' });
    expect(await databaseFinding(server.url)).toMatchObject({ level: 'good' });
    await store.close();
  });
});
