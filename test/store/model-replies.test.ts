import { beforeEach, expect, test } from 'vitest';
import { describeStores, type Kept, keptIn, type Place } from './stores.ts';

const DAY = 24 * 3_600_000;

let on: Kept;

const begin = (place: Place): void => {
  beforeEach(async () => {
    on = await keptIn(place);
  });
};

const REPLY = { key: 'k1', reply: '{"do":"absent"}', plan: 'p', question: '甲', said: '乙' };

const accept = async (): Promise<number> => {
  const taken = await on.store.inbox.accept({ channel: 'x', lane: 'x', ids: ['m1'], incoming: {}, at: on.time });
  if (taken.status !== 'accepted') throw new Error(taken.status);
  return taken.work;
};

describeStores('what a language model returned', (place) => {
  begin(place);
  test('comes back by its prompt; of two for one prompt the first is kept', async () => {
    expect(await on.store.modelReplies.keep(REPLY)).toBe(REPLY.reply);
    expect(await on.store.modelReplies.keep({ ...REPLY, reply: '{"do":"talk"}' })).toBe(REPLY.reply);
    expect(await on.store.modelReplies.get('k1')).toBe(REPLY.reply);
    expect(await on.store.modelReplies.get('k2')).toBeUndefined();
  });

  test('is kept for the days that are set', async () => {
    await on.store.modelReplies.keep(REPLY);
    on.time += 14 * DAY;
    await on.store.tidy();
    expect(await on.store.modelReplies.get('k1')).toBe(REPLY.reply);
    on.time += 1;
    await on.store.tidy();
    expect(await on.store.modelReplies.get('k1')).toBeUndefined();
  });

  test('goes with the question that was taken back, and is not kept for one that was', async () => {
    const work = await accept();
    await on.store.modelReplies.keep({ ...REPLY, work });
    expect(await on.store.modelReplies.get('k1')).toBe(REPLY.reply);
    await on.store.inbox.recall('m1', on.time);
    expect(await on.store.modelReplies.get('k1')).toBeUndefined();
    await on.store.modelReplies.keep({ ...REPLY, work });
    expect(await on.store.modelReplies.get('k1')).toBeUndefined();
  });

  test('is shown where it was a reading, the last first', async () => {
    await on.store.modelReplies.keep(REPLY);
    on.time += 1;
    await on.store.modelReplies.keep({ ...REPLY, key: 'k2', question: '丙' });
    await on.store.modelReplies.keep({ ...REPLY, key: 'k3', said: undefined });
    expect((await on.store.modelReplies.taken(10)).map(({ key }) => key)).toEqual(['k2', 'k1']);
    expect((await on.store.modelReplies.taken(1)).map(({ key }) => key)).toEqual(['k2']);
    expect(await on.store.modelReplies.one('k1')).toEqual({ ...REPLY, at: on.time - 1 });
    expect(await on.store.modelReplies.one('k3')).toBeUndefined();
  });
});
