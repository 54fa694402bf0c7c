import { describe, expect, it } from 'vitest';
import { bot } from '../helper.ts';
import { examine, mustHold } from './lib/examine.ts';
import { loadOracle } from './lib/oracle.ts';
import { setCases } from './lib/sets.ts';
import type { Shape } from './lib/wordings.ts';

const SEED = 1;
/** Thousands of questions in one test, on a machine that may be busy. */
const PATIENCE = 180_000;
const SHAPES: readonly Shape[] = ['list', 'count', 'by action', 'by unit'];
const cases = setCases(loadOracle(), SEED, 3_000);

describe('composed questions: units in roles, negated or not, in actions and years', () => {
  it('are at least 3,000 in three wordings each', () => {
    expect(cases.length).toBeGreaterThanOrEqual(9_000);
  });

  it.each(SHAPES)(
    '%s: exactly the set',
    (shape) => {
      const own = cases.filter(({ kind }) => kind === shape);
      mustHold(examine(own, bot.ask));
    },
    PATIENCE,
  );
});
