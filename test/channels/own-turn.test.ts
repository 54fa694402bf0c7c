import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createDeliveriesFirst, createOwnTurn } from '../../src/channels/own-turn.ts';

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('of answers that begin at once no two have one turn of the event loop', async () => {
  const ownTurn = createOwnTurn();
  let turn = 0;
  const turns: number[] = [];
  let counting = true;
  const count = async (): Promise<void> => {
    while (counting) {
      await nextTurn();
      turn += 1;
    }
  };
  const counted = count();
  await Promise.all(Array.from({ length: 20 }, () => ownTurn().then(() => turns.push(turn))));
  counting = false;
  await counted;
  expect(new Set(turns).size).toBe(20);
});

test('an answer begins when the delivery that is under way is acknowledged', async () => {
  const { deliver, ownTurn } = createDeliveriesFirst();
  const said: string[] = [];
  const delivered = deliver(async () => {
    for (let turns = 0; turns < 10; turns += 1) await nextTurn();
    said.push('acknowledged');
  });
  await Promise.all([delivered, ownTurn().then(() => said.push('answered'))]);
  expect(said).toEqual(['acknowledged', 'answered']);
});

test('answers go on however many deliveries are under way, and after one that failed', async () => {
  const { deliver, ownTurn } = createDeliveriesFirst();
  const never = deliver(() => sleep(600_000, undefined, { ref: false }));
  await ownTurn();
  await ownTurn();
  await expect(deliver(() => Promise.reject(new Error('the disk is full')))).rejects.toThrow('the disk is full');
  await ownTurn();
  expect(await Promise.race([never, 'still under way'])).toBe('still under way');
});
