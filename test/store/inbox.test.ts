import { beforeEach, expect, test } from 'vitest';
import type { NewWork } from '../../src/store/crew.ts';
import { type Store, storeOn } from '../../src/store/store.ts';
import { describeStores, type Place } from './stores.ts';

const HOUR = 3_600_000;

let time: number;
let store: Store;

const begin = (place: Place): void => {
  beforeEach(async () => {
    time = 1_700_000_000_000;
    store = await storeOn(await place.open(), { days: 14, now: () => time, most: 3 });
  });
};

const work = (ids: readonly string[], text = '甲'): NewWork => ({
  ...{ channel: 'feishu', lane: 'oc_1', ids, incoming: { text }, at: time },
});

const accept = async (...ids: readonly string[]): Promise<number> => {
  const taken = await store.inbox.accept(work(ids));
  if (taken.status !== 'accepted') throw new Error(taken.status);
  return taken.work;
};

describeStores('the inbox', (place) => {
  begin(place);
  test('keeps what was accepted until it has ended', async () => {
    const id = await accept('a');
    expect(await store.inbox.get(id)).toMatchObject({
      id,
      channel: 'feishu',
      lane: 'oc_1',
      incoming: { text: '甲' },
      sent: 0,
    });
    expect(await store.inbox.open()).toEqual([{ id, channel: 'feishu', lane: 'oc_1', due: time }]);
    await store.inbox.ended(id, 'sent');
    expect(await store.inbox.get(id)).toBeUndefined();
    expect(await store.inbox.open()).toEqual([]);
  });

  test('accepts nothing twice of which any id is known, also while it is being written, also when it has ended', async () => {
    const both = await Promise.all([store.inbox.accept(work(['a', 'b'])), store.inbox.accept(work(['b', 'c']))]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['accepted', 'known']);
    /** Which of the two a server takes first is not said; of the other nothing is held. */
    const [held, free] = both[0]?.status === 'accepted' ? ['a', 'c'] : ['c', 'a'];
    expect(await store.inbox.knows([free])).toBe(false);
    await store.inbox.ended((await store.inbox.open())[0]?.id ?? 0, 'sent');
    expect(await store.inbox.accept(work([held]))).toEqual({ status: 'known' });
  });

  test('leaves to the platform what is too much, and takes it when there is room again', async () => {
    const first = await accept('1');
    await accept('2');
    await accept('3');
    expect(await store.inbox.accept(work(['4']))).toEqual({ status: 'full' });
    expect(await store.inbox.accept(work(['1']))).toEqual({ status: 'known' });
    await store.inbox.ended(first, 'sent');
    await store.inbox.ended(first, 'sent');
    await accept('4');
    expect(await store.inbox.accept(work(['5']))).toEqual({ status: 'full' });
  });

  test('what was answered is kept until it is sent, with what was written beside it', async () => {
    const id = await accept('a');
    await store.inbox.answered(id, { outgoing: ['one', 'two'], at: time }, async (sql) => {
      await store.conversations.record(sql, { conversation: 'c', question: '甲', work: id });
    });
    await store.inbox.sent(id, 1, time + 5);
    expect(await store.inbox.get(id)).toMatchObject({ outgoing: ['one', 'two'], sent: 1, tried: time + 5 });
    expect(await store.conversations.history('c')).toEqual(['甲']);
  });

  test('an answer to what was recalled meanwhile leaves nothing behind', async () => {
    const id = await accept('a');
    await store.inbox.recall('a', time);
    await store.inbox.answered(id, { outgoing: ['one'], at: time }, async (sql) => {
      await store.conversations.record(sql, { conversation: 'c', question: '甲', work: id });
    });
    expect(await store.inbox.get(id)).toBeUndefined();
    expect(await store.conversations.history('c')).toEqual([]);
  });

  test('a recall removes the question from the conversation, too', async () => {
    const id = await accept('a');
    await store.inbox.answered(id, { outgoing: ['one'], at: time }, async (sql) => {
      await store.conversations.record(sql, { conversation: 'c', question: '甲', work: id });
    });
    await store.inbox.ended(id, 'sent');
    await store.inbox.recall('a', time);
    expect(await store.conversations.history('c')).toEqual([]);
  });

  test('a recall that overtakes its question stops it', async () => {
    await store.inbox.recall('a', time);
    expect(await store.inbox.accept(work(['a']))).toEqual({ status: 'known' });
    expect(await store.inbox.open()).toEqual([]);
  });

  test('ids are known for 24 hours', async () => {
    await accept('a');
    time += 24 * HOUR - 1;
    await store.tidy();
    expect(await store.inbox.knows(['a'])).toBe(true);
    time += 2;
    await store.tidy();
    expect(await store.inbox.knows(['a'])).toBe(false);
  });

  test('open work is never tidied away; ended work after the days that are set', async () => {
    const open = await accept('a');
    const over = await accept('b');
    await store.inbox.ended(over, 'sent');
    time += 15 * 24 * HOUR;
    await store.tidy();
    expect((await store.inbox.open()).map(({ id }) => id)).toEqual([open]);
  });
});
