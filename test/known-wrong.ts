import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { beforeEach } from 'vitest';
import { z } from 'zod';

/**
 * Promises that do not hold yet, by the file of their test and by its name. Each is still run and must fail: one
 * that has come to hold turns the run red until its line is deleted here. Nothing may be added without a word in
 * the issue that is to mend it.
 */
const KNOWN = z
  .record(z.string(), z.array(z.string()))
  .parse(JSON.parse(readFileSync(new URL('known-wrong.json', import.meta.url), 'utf8')));

beforeEach(({ task }) => {
  const path = relative(process.cwd(), task.file.filepath);
  const names = [task.name];
  for (let suite = task.suite; suite; suite = suite.suite) names.unshift(suite.name);
  if (KNOWN[path]?.includes(names.filter((name) => name !== '').join(' > '))) Object.assign(task, { fails: true });
});
