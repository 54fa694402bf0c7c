import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ask, PLAN_FOLDER } from '../helper.ts';

interface Entry {
  readonly q: string;
  readonly history?: readonly string[];
  readonly status: string;
  readonly tasks: readonly number[];
}

const entries = readFileSync(join(PLAN_FOLDER, 'questions.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line): Entry => JSON.parse(line));

describe('the plan’s own questions, with the status and tasks that a person reviewed', () => {
  it.each(entries.map((entry) => [[...(entry.history ?? []), entry.q].join(' ⏎ '), entry] as const))(
    '%s',
    (_, { q, history, status, tasks }) => {
      const answer = ask(q, ...(history ?? []));
      expect({ status: answer.status, tasks: answer.tasks }).toEqual({ status, tasks });
    },
  );
});
