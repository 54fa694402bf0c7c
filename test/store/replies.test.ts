import { beforeEach, expect, test } from 'vitest';
import { digestOf } from '../../src/store/replies.ts';
import { answerOf } from '../fakes/answer.ts';
import { describeStores, type Kept, keptIn, type Place } from './stores.ts';

const DAY = 24 * 3_600_000;

let on: Kept;

const begin = (place: Place): void => {
  beforeEach(async () => {
    on = await keptIn(place);
  });
};

const asked = { text: '甲', history: ['乙'], year: 2021 };

/** Keeps an answer in the way that work does. */
const keep = async (id: string) => {
  const taken = await on.store.inbox.accept({ channel: 'x', lane: 'x', ids: [id], incoming: {}, at: on.time });
  if (taken.status !== 'accepted') throw new Error(taken.status);
  await on.store.inbox.answered(taken.work, { outgoing: [], at: on.time }, async (sql) => {
    await on.store.replies.keep(sql, { id, asked, answer: answerOf('答'), work: taken.work });
    await on.store.replies.turn(sql, 'c', { reply: id, page: 1 });
  });
};

describeStores('answers that are kept', (place) => {
  begin(place);
  test('come back as what was asked, with the digest of what was said', async () => {
    await keep('r1');
    expect(await on.store.replies.get('r1')).toEqual({ asked, digest: digestOf(answerOf('答')) });
    expect(await on.store.replies.get('r2')).toBeUndefined();
  });

  test('are kept for the days that are set', async () => {
    await keep('r1');
    on.time += 14 * DAY;
    await on.store.tidy();
    expect(await on.store.replies.get('r1')).toBeDefined();
    on.time += 1;
    await on.store.tidy();
    expect(await on.store.replies.get('r1')).toBeUndefined();
  });

  test('their pages are turned for thirty minutes', async () => {
    await keep('r1');
    expect(await on.store.replies.reading('c')).toEqual({ reply: 'r1', page: 1 });
    on.time += 30 * 60_000;
    expect(await on.store.replies.reading('c')).toBeUndefined();
  });

  test('are doubted for thirty minutes, the last of a conversation', async () => {
    await keep('r1');
    await on.store.inbox.accept({ channel: 'x', lane: 'x', ids: ['m2'], incoming: {}, at: on.time });
    const doubt = { reply: 'r1', asked: 'which' } as const;
    await on.store.inbox.answered(1, { outgoing: [], at: on.time }, async (sql) => {
      await on.store.conversations.record(sql, { conversation: 'c', question: '甲', work: 1 });
      await on.store.replies.doubted(sql, 'c', doubt);
    });
    expect([await on.store.replies.last('c'), await on.store.replies.last('d')]).toEqual(['r1', undefined]);
    expect(await on.store.replies.doubt('c')).toEqual(doubt);
    on.time += 30 * 60_000;
    expect([await on.store.replies.last('c'), await on.store.replies.doubt('c')]).toEqual([undefined, undefined]);
  });

  test('go with the question when it is recalled', async () => {
    await keep('r1');
    await on.store.inbox.recall('r1', on.time);
    expect(await on.store.replies.get('r1')).toBeUndefined();
  });
});

describeStores('what WeCom fetches', (place) => {
  begin(place);
  test('stands once it is published, and the first content stays', async () => {
    await on.store.streams.publish('s', '一');
    await on.store.streams.publish('s', '二');
    expect(await on.store.streams.get('s')).toEqual({ content: '一', fetched: false, diverted: false });
    expect(await on.store.streams.get('t')).toBeUndefined();
  });

  test('takes another way only if it was not fetched, and only once', async () => {
    await on.store.streams.publish('s', '一');
    expect(await on.store.streams.divert('s')).toBe(true);
    expect(await on.store.streams.divert('s')).toBe(false);
    await on.store.streams.publish('t', '一');
    await on.store.streams.fetched('t');
    expect(await on.store.streams.divert('t')).toBe(false);
    expect(await on.store.streams.divert('none')).toBe(false);
  });

  test('does not take both ways, however close they come to each other', async () => {
    const { publish, divert, fetched } = on.store.streams;
    for (const id of ['s', 't', 'u']) {
      await publish(id, '一');
      const [other, own] = await Promise.all([divert(id), fetched(id)]);
      expect(other).toBe(!own);
      expect(await fetched(id)).toBe(own);
    }
  });
});
