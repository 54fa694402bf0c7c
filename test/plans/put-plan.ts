import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder for plans, gone when the tests are through; `put` writes a plan of some lines into it. */
export const plansFolder = (name: string) => {
  const dir = mkdtempSync(join(tmpdir(), `${name}-`));
  afterAll(() => rmSync(dir, { recursive: true }));
  return {
    dir,
    put: (id: string, lines: readonly string[]): void => {
      mkdirSync(join(dir, id));
      writeFileSync(join(dir, id, 'plan.txt'), `${lines.join('\n')}\n`);
      writeFileSync(join(dir, id, 'plan.json'), JSON.stringify({ id }));
    },
  };
};
