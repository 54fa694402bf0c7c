import { expect, test } from 'vitest';
import type { OpenChannel } from '../../src/channels/channel.ts';
import { createDuties } from '../../src/channels/duties.ts';
import { memoryLog } from '../fakes/memory-log.ts';

/** A channel with a connection, and what became of it. */
const connection = (name: string) => {
  const did: string[] = [];
  const channel: OpenChannel = {
    ...{ name, title: name, status: 'on', address: '', trouble: () => 'not open' },
    start: async () => {
      did.push('open');
    },
    stop: async () => {
      did.push('closed');
    },
  };
  return { channel, did };
};

test('a process that is alone opens its connections when they are started', async () => {
  const duties = createDuties(memoryLog().logger, false);
  const { channel, did } = connection('feishu');
  const bound = duties.bound(channel);
  await bound.start?.();
  await bound.stop?.();
  expect(did).toEqual(['open', 'closed']);
});

test('of several, a process opens what falls to it, closes what no longer does, and has no trouble with the rest', async () => {
  const duties = createDuties(memoryLog().logger, true);
  const [one, other] = [connection('feishu'), connection('wecom-bot')];
  const bound = [one, other].map(({ channel }) => duties.bound(channel));
  expect(duties.names()).toEqual(['feishu', 'wecom-bot']);
  await Promise.all(bound.map(({ start }) => start?.()));
  expect([one.did, other.did]).toEqual([[], []]);
  duties.have(new Set(['wecom-bot']));
  expect([one.did, other.did]).toEqual([[], ['open']]);
  expect(bound.map(({ trouble }) => trouble?.())).toEqual([undefined, 'not open']);
  duties.have(new Set(['wecom-bot']));
  duties.have(new Set(['feishu']));
  expect([one.did, other.did]).toEqual([['open'], ['open', 'closed']]);
  await Promise.all(bound.map(({ stop }) => stop?.()));
  duties.have(new Set(['feishu', 'wecom-bot']));
  expect([one.did, other.did]).toEqual([
    ['open', 'closed'],
    ['open', 'closed'],
  ]);
});

test('a channel without a connection is nobody’s duty', () => {
  const duties = createDuties(memoryLog().logger, true);
  const channel: OpenChannel = { name: 'feishu', title: '飞书', status: 'on', address: '' };
  expect(duties.bound(channel)).toBe(channel);
  expect(duties.names()).toEqual([]);
});
