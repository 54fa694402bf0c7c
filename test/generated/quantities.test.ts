import { describe, expect, it } from 'vitest';
import { bot } from '../helper.ts';
import { examine, mustHold } from './lib/examine.ts';
import { loadOracle } from './lib/oracle.ts';
import { quantityCases } from './lib/quantities.ts';

const SEED = 1;
const cases = quantityCases(loadOracle(), SEED);
const kinds = [...new Set(cases.map(({ kind }) => kind))];

describe('every figure of the plan asked as yes or no, in each writing and with each comparator', () => {
  it('are thousands', () => {
    expect(cases.length).toBeGreaterThan(4_000);
  });

  it.each(kinds)('%s: the right verdict', (kind) => {
    const own = cases.filter((one) => one.kind === kind);
    mustHold(examine(own, bot.ask));
  });
});
