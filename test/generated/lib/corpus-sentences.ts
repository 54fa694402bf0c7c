import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planFolders } from '../../../src/corpus.ts';

/** A question as the corpus has it, with what was asked before. */
export interface Spoken {
  readonly text: string;
  readonly history: readonly string[];
}

const FILES = ['questions.jsonl', 'trial.jsonl', 'examples.jsonl'];

const readLine = (line: string): Spoken => {
  const { q, history = [] } = JSON.parse(line) as { q: string; history?: readonly string[] };
  return { text: q, history };
};

/** Returns every question of the corpus' files of questions, each once. */
export const corpusSentences = (): readonly Spoken[] => {
  const files = planFolders(new URL('../../../corpus/', import.meta.url).pathname)
    .flatMap((folder) => FILES.map((file) => join(folder, file)))
    .filter((file) => existsSync(file));
  const all = files.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean).map(readLine));
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
};
