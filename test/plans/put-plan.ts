import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { once } from '../../src/once.ts';
import { openPlans } from '../../src/plans/plans.ts';
import type { Answer } from '../../src/types.ts';

/**
 * A folder for plans, gone when the tests are through; `put` writes a plan of some lines into it, `ask` asks one of them
 * behind earlier questions, and `asking` is what asks one plan. `plans` opens them, once.
 */
export const plansFolder = (name: string) => {
  const dir = mkdtempSync(join(tmpdir(), `${name}-`));
  afterAll(() => rmSync(dir, { recursive: true }));
  const plans = once(() => openPlans({ corpusDir: dir }));
  const ask = (plan: string, text: string, ...history: readonly string[]): Answer => {
    const bot = plans().bot(plan);
    if (!bot) throw new Error(`no plan ${plan}`);
    return bot.ask({ text, history });
  };
  return {
    dir,
    plans,
    ask,
    asking:
      (plan: string) =>
      (text: string, ...history: readonly string[]): Answer =>
        ask(plan, text, ...history),
    put: (id: string, lines: readonly string[]): void => {
      mkdirSync(join(dir, id));
      writeFileSync(join(dir, id, 'plan.txt'), `${lines.join('\n')}\n`);
      writeFileSync(join(dir, id, 'plan.json'), JSON.stringify({ id }));
    },
  };
};
