import { beforeEach, expect, test } from 'vitest';
import type { Conversations } from '../../src/store/conversations.ts';
import { converseWith } from '../../src/store/converse.ts';
import { type Store, storeOn } from '../../src/store/store.ts';
import { echoAsk } from '../fakes/answer.ts';
import { describeStores, type Place } from './stores.ts';

const MINUTE = 60_000;

let time: number;
let store: Store;
let conversations: Conversations;

const begin = (place: Place): void => {
  beforeEach(async () => {
    time = 1_700_000_000_000;
    store = await storeOn(await place.open(), { days: 14, now: () => time });
    ({ conversations } = store);
  });
};

const pass = (ms: number): void => {
  time += ms;
};

describeStores('conversations', (place) => {
  begin(place);
  test('a new conversation has no history', async () => {
    expect(await conversations.history('a')).toEqual([]);
  });

  test('questions come back oldest first, each conversation its own', async () => {
    await conversations.remember('a', '一');
    await conversations.remember('b', '甲');
    await conversations.remember('a', '二');
    expect(await conversations.history('a')).toEqual(['一', '二']);
    expect(await conversations.history('b')).toEqual(['甲']);
  });

  test('only the last ten questions are kept', async () => {
    for (let n = 1; n <= 12; n++) await conversations.remember('a', String(n));
    expect(await conversations.history('a')).toEqual(['3', '4', '5', '6', '7', '8', '9', '10', '11', '12']);
  });

  test('a conversation is forgotten thirty minutes after its last question, not its first', async () => {
    await conversations.remember('a', '一');
    pass(29 * MINUTE);
    await conversations.remember('a', '二');
    pass(29 * MINUTE);
    expect(await conversations.history('a')).toEqual(['一', '二']);
    pass(MINUTE);
    expect(await conversations.history('a')).toEqual([]);
  });

  test('a conversation that went on after it was forgotten starts anew', async () => {
    await conversations.remember('a', '一');
    pass(31 * MINUTE);
    await conversations.remember('a', '二');
    expect(await conversations.history('a')).toEqual(['二']);
  });

  test('tidying removes what is forgotten, and nothing of what goes on', async () => {
    await conversations.remember('a', '一');
    pass(20 * MINUTE);
    await conversations.remember('a', '二');
    await conversations.remember('b', '甲');
    pass(29 * MINUTE);
    await conversations.remember('b', '乙');
    pass(2 * MINUTE);
    await store.tidy();
    time = 1_700_000_000_000 + 20 * MINUTE;
    expect(await conversations.history('a')).toEqual([]);
    expect(await conversations.history('b')).toEqual(['甲', '乙']);
  });
});

describeStores('an answer in a conversation', (place) => {
  begin(place);
  test('knows the questions before it', async () => {
    const converse = converseWith(echoAsk, conversations);
    expect((await converse('a', { text: '甲' })).text).toBe('答：甲（此前 0 问）');
    expect((await converse('a', { text: '乙' })).text).toBe('答：乙（此前 1 问）');
  });

  test('two questions at once cannot miss each other', async () => {
    const converse = converseWith(echoAsk, conversations);
    const texts = await Promise.all([converse('a', { text: '甲' }), converse('a', { text: '乙' })]);
    expect(texts.map(({ text }) => text)).toEqual(['答：甲（此前 0 问）', '答：乙（此前 1 问）']);
  });
});
