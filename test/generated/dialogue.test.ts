import { describe, expect, it } from 'vitest';
import { bot } from '../helper.ts';
import { dialogueCases } from './lib/dialogue.ts';
import { examine, mustHold } from './lib/examine.ts';
import { loadOracle } from './lib/oracle.ts';

const SEED = 1;
const cases = dialogueCases(loadOracle(), SEED);
const kinds = [...new Set(cases.map(({ kind }) => kind))];

describe('lists, and what people say after them', () => {
  it('are sixty lists with ten edits each', () => {
    expect(cases.length).toBeGreaterThanOrEqual(660);
  });

  it.each(kinds)('%s: exactly the set', (kind) => {
    const own = cases.filter((one) => one.kind === kind);
    mustHold(examine(own, bot.ask));
  });
});
