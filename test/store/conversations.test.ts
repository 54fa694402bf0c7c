import { describe, expect, test } from 'vitest';
import { memoryConversations } from '../../src/store/conversations.ts';
import { converseWith } from '../../src/store/converse.ts';
import { echoAsk } from '../fakes/answer.ts';

const clock = () => {
  let time = 0;
  return { now: () => time, pass: (ms: number) => (time += ms) };
};

const MINUTE = 60_000;

describe('conversations in memory', () => {
  test('a new conversation has no history', () => {
    expect(memoryConversations(() => 0).history('a')).toEqual([]);
  });

  test('questions come back oldest first, each conversation its own', () => {
    const conversations = memoryConversations(() => 0);
    conversations.remember('a', '一');
    conversations.remember('b', '甲');
    conversations.remember('a', '二');
    expect(conversations.history('a')).toEqual(['一', '二']);
    expect(conversations.history('b')).toEqual(['甲']);
  });

  test('only the last ten questions are kept', () => {
    const conversations = memoryConversations(() => 0);
    for (let n = 1; n <= 12; n++) conversations.remember('a', String(n));
    expect(conversations.history('a')).toEqual(['3', '4', '5', '6', '7', '8', '9', '10', '11', '12']);
  });

  test('a conversation is forgotten thirty minutes after its last question, not its first', () => {
    const { now, pass } = clock();
    const conversations = memoryConversations(now);
    conversations.remember('a', '一');
    pass(29 * MINUTE);
    conversations.remember('a', '二');
    pass(29 * MINUTE);
    expect(conversations.history('a')).toEqual(['一', '二']);
    pass(MINUTE);
    expect(conversations.history('a')).toEqual([]);
  });

  test('a conversation that went on after it was forgotten starts anew', () => {
    const { now, pass } = clock();
    const conversations = memoryConversations(now);
    conversations.remember('a', '一');
    pass(31 * MINUTE);
    conversations.remember('a', '二');
    expect(conversations.history('a')).toEqual(['二']);
  });

  test('when there are too many, the longest silent one goes first', () => {
    const conversations = memoryConversations(() => 0, { conversations: 2 });
    conversations.remember('a', '一');
    conversations.remember('b', '二');
    conversations.remember('a', '三');
    conversations.remember('c', '四');
    expect(conversations.history('b')).toEqual([]);
    expect(conversations.history('a')).toEqual(['一', '三']);
    expect(conversations.history('c')).toEqual(['四']);
  });

  test('long questions cannot fill the memory: the longest silent go first', () => {
    const conversations = memoryConversations(() => 0, { characters: 25 });
    for (const key of ['a', 'b', 'c']) conversations.remember(key, 'x'.repeat(10));
    expect(conversations.history('a')).toEqual([]);
    expect(conversations.history('b')).toHaveLength(1);
    conversations.remember('c', 'y');
    expect(conversations.history('b')).toHaveLength(1);
  });

  test('what was read does not change when the conversation goes on', () => {
    const conversations = memoryConversations(() => 0);
    conversations.remember('a', '一');
    const before = conversations.history('a');
    conversations.remember('a', '二');
    expect(before).toEqual(['一']);
  });
});

describe('conversing', () => {
  test('earlier questions are history for the next one, and the question itself is not', () => {
    const converse = converseWith(
      echoAsk,
      memoryConversations(() => 0),
    );
    expect(converse('a', '甲').text).toBe('答：甲（此前 0 问）');
    expect(converse('a', '乙').text).toBe('答：乙（此前 1 问）');
    expect(converse('b', '丙').text).toBe('答：丙（此前 0 问）');
  });
});
