import { expect, it } from 'vitest';
import { createKeep } from '../../src/plans/bots.ts';

it('the bot that was asked longest ago is forgotten first, and made again', () => {
  const made: string[] = [];
  const keep = createKeep(2);
  const [a, b, c] = ['a', 'b', 'c'].map((id) =>
    keep(() => {
      made.push(id);
      return { id };
    }),
  ) as [() => { id: string }, () => { id: string }, () => { id: string }];
  const first = a();
  b();
  expect(a()).toBe(first);
  c();
  expect(a()).toBe(first);
  b();
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});
