import { beforeEach, expect, test } from 'vitest';
import { type Store, storeOn } from '../../src/store/store.ts';
import { describeStores, type Place } from './stores.ts';

const DAY = 24 * 3_600_000;

let time: number;
let store: Store;

const begin = (place: Place): void => {
  beforeEach(async () => {
    time = 1_700_000_000_000;
    store = await storeOn(await place.open(), { days: 14, now: () => time });
  });
};

const REPLY = { key: 'k1', reply: '{"do":"absent"}', plan: 'p', question: '甲', said: '乙' };

const accept = async (): Promise<number> => {
  const taken = await store.inbox.accept({ channel: 'x', lane: 'x', ids: ['m1'], incoming: {}, at: time });
  if (taken.status !== 'accepted') throw new Error(taken.status);
  return taken.work;
};

describeStores('what a language model returned', (place) => {
  begin(place);
  test('comes back by its prompt; of two for one prompt the first is kept', async () => {
    expect(await store.modelReplies.keep(REPLY)).toBe(REPLY.reply);
    expect(await store.modelReplies.keep({ ...REPLY, reply: '{"do":"talk"}' })).toBe(REPLY.reply);
    expect(await store.modelReplies.get('k1')).toBe(REPLY.reply);
    expect(await store.modelReplies.get('k2')).toBeUndefined();
  });

  test('is kept for the days that are set', async () => {
    await store.modelReplies.keep(REPLY);
    time += 14 * DAY;
    await store.tidy();
    expect(await store.modelReplies.get('k1')).toBe(REPLY.reply);
    time += 1;
    await store.tidy();
    expect(await store.modelReplies.get('k1')).toBeUndefined();
  });

  test('goes with the question that was taken back, and is not kept for one that was', async () => {
    const work = await accept();
    await store.modelReplies.keep({ ...REPLY, work });
    expect(await store.modelReplies.get('k1')).toBe(REPLY.reply);
    await store.inbox.recall('m1', time);
    expect(await store.modelReplies.get('k1')).toBeUndefined();
    await store.modelReplies.keep({ ...REPLY, work });
    expect(await store.modelReplies.get('k1')).toBeUndefined();
  });

  test('is shown where it was a reading, the last first', async () => {
    await store.modelReplies.keep(REPLY);
    time += 1;
    await store.modelReplies.keep({ ...REPLY, key: 'k2', question: '丙' });
    await store.modelReplies.keep({ ...REPLY, key: 'k3', said: undefined });
    expect((await store.modelReplies.taken(10)).map(({ key }) => key)).toEqual(['k2', 'k1']);
    expect((await store.modelReplies.taken(1)).map(({ key }) => key)).toEqual(['k2']);
    expect(await store.modelReplies.one('k1')).toEqual({ ...REPLY, at: time - 1 });
    expect(await store.modelReplies.one('k3')).toBeUndefined();
  });
});
