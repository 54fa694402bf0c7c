import { expect, it } from 'vitest';
import { createBots } from '../../src/plans/bots.ts';
import { bot } from '../helper.ts';

it('the bot that was asked longest ago is forgotten first, and made again', () => {
  const made: string[] = [];
  const botOf = createBots((id) => {
    made.push(id);
    return { ...bot };
  }, 2);
  const first = botOf('a');
  botOf('b');
  expect(botOf('a')).toBe(first);
  botOf('c');
  expect(botOf('a')).toBe(first);
  botOf('b');
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});
