import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/store/store.ts';
import { hasPostgres, type Postgres, startPostgres } from '../postgres.ts';

const DUTY = 'wecom-bot';

describe.skipIf(!hasPostgres)('processes on one database', () => {
  let server: Postgres;
  const opened: Store[] = [];
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.remove());
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });

  const open = async (): Promise<Store> => {
    const store = await openStore({ path: '', database: server.url, days: 14, now: Date.now });
    opened.push(store);
    await store.look([]);
    return store;
  };
  let ids = 0;
  const accept = async (store: Store, lane: string, channel = 'feishu'): Promise<number> => {
    ids += 1;
    const taken = await store.inbox.accept({ channel, lane, ids: [`m${ids}`], incoming: {}, at: Date.now() });
    if (taken.status !== 'accepted') throw new Error(taken.status);
    return taken.work;
  };
  const own = async (store: Store) => (await store.inbox.open()).map(({ id }) => id);

  test('have each work of their own, a chat’s by one of them and in order, wherever it came in', async () => {
    const [one, other] = [await open(), await open()];
    const [first, elsewhere, second] = [
      await accept(one, 'oc_1'),
      await accept(other, 'oc_2'),
      await accept(other, 'oc_1'),
    ];
    expect([await own(one), await own(other)]).toEqual([[first, second], [elsewhere]]);
    expect([await other.inbox.get(second), await other.inbox.isOpen(first)]).toEqual([undefined, false]);
    await one.inbox.ended(first, 'sent');
    await one.inbox.ended(second, 'sent');
    const third = await accept(other, 'oc_1');
    expect(await own(other)).toEqual([elsewhere, third]);
    await one.look([]);
    expect(one.inbox.waiting()).toBe(2);
  });

  test('take over from one that leaves, and that one does nothing more', async () => {
    const [one, other] = [await open(), await open()];
    const work = await accept(one, 'oc_1');
    await one.close();
    opened.splice(opened.indexOf(one), 1);
    await other.look([]);
    expect(await own(other)).toContain(work);
  });

  test('take over from one that is dead, not from one that lives; the server’s restart kills nobody', async () => {
    const [one, other] = [await open(), await open()];
    const [left, right] = [await accept(one, 'oc_3'), await accept(other, 'oc_4')];
    await server.restart();
    await Promise.all([one.look([]), other.look([])]);
    expect(await own(other)).toContain(right);
    expect(await own(other)).not.toContain(left);
    // One says nothing more.
    const others = async () => {
      await other.look([]);
      return own(other);
    };
    await expect.poll(others, { timeout: 200_000, interval: 500 }).toContain(left);
    await one.inbox.answered(left, { outgoing: ['late'], at: Date.now() });
    expect((await other.inbox.get(left))?.outgoing).toBeUndefined();
    await one.inbox.postponed(left, 0);
    expect((await other.inbox.get(left))?.tries).toBe(0);
  });

  test('have a duty one at a time, and its work with it', async () => {
    const [one, other] = [await open(), await open()];
    expect([...(await one.look([DUTY]))]).toEqual([DUTY]);
    expect([...(await other.look([DUTY]))]).toEqual([]);
    const strayed = await accept(other, 'chat', DUTY);
    await one.look([DUTY]);
    expect(await own(one)).toContain(strayed);
    await one.close();
    opened.splice(opened.indexOf(one), 1);
    expect([...(await other.look([DUTY]))]).toEqual([DUTY]);
    expect(await own(other)).toContain(strayed);
  });

  test('see what another was told of progress', async () => {
    const [one, other] = [await open(), await open()];
    await one.reports.keep({
      ...{ plan: 'p', unit: '市财政局', year: 2021 },
      rows: [{ task: 1, person: '', progress: '已完成' }],
    });
    expect(other.reports.has('p')).toBe(false);
    await other.look([]);
    expect(other.reports.latest('p')).toMatchObject([{ task: 1, progress: '已完成' }]);
  });
});
