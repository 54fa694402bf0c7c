import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ask, PLAN_FOLDER } from '../helper.ts';

interface Entry {
  readonly q: string;
  readonly history?: readonly string[];
  readonly kind: string;
  readonly status: string;
  readonly tasks: readonly number[];
  readonly verdict?: boolean;
  /** Words that the answer must hold. */
  readonly text?: string;
  /** Why the answer is still wrong: what is expected is right, must fail, and is no longer marked once it holds. */
  readonly known?: string;
}

const entriesIn = (file: string): readonly Entry[] =>
  readFileSync(join(PLAN_FOLDER, file), 'utf8')
    .trim()
    .split('\n')
    .map((line): Entry => JSON.parse(line));

const holds = ({ q, history, kind, status, tasks, verdict, text }: Entry): void => {
  const answer = ask(q, ...(history ?? []));
  const found = { kind: answer.kind, status: answer.status, tasks: answer.tasks, verdict: answer.verdict };
  expect(found).toEqual({ kind, status, tasks, verdict });
  expect(answer.text).toContain(text ?? '');
};

describe.each([
  ['questions.jsonl', 'the plan’s own questions, as reviewed'],
  ['examples.jsonl', 'examples as they are on record: what the bot answered, not reviewed one by one'],
])('%s: %s', (file) => {
  const entries = entriesIn(file).map((entry) => [[...(entry.history ?? []), entry.q].join(' ⏎ '), entry] as const);
  it.each(entries.filter(([, { known }]) => known === undefined))('%s', (_, entry) => holds(entry));
  it.fails.each(entries.filter(([, { known }]) => known !== undefined))('known to be wrong: %s', (_, entry) =>
    holds(entry),
  );
});
