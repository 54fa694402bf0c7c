import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadBot } from '../src/bot.ts';
import type { Answer, Task } from '../src/types.ts';

/** The folder of the first plan. */
export const PLAN_FOLDER = fileURLToPath(new URL('../corpus/xian-silk-road-finance-2020-2022/', import.meta.url));

/** The plan's text as it stands on disk. */
export const SOURCE = readFileSync(join(PLAN_FOLDER, 'plan.txt'), 'utf8');

/** The bot on the real corpus, built once a worker. */
export const bot = await loadBot();

/** One question, with the earlier ones of the same person before it. */
export const ask = (text: string, ...history: readonly string[]): Answer => bot.ask({ text, history });

const questionsIn = (file: string): readonly string[] =>
  readFileSync(join(PLAN_FOLDER, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): { readonly q: string } => JSON.parse(line))
    .map(({ q }) => q);

/** The questions of the corpus, each once, without what was asked before them. */
export const QUESTIONS: readonly string[] = [
  ...new Set(['questions.jsonl', 'trial.jsonl'].flatMap((file) => questionsIn(file))),
];

/** A task by its number. */
export const task = (number: number): Task => {
  const found = bot.plan.tasks.find((one) => one.number === number);
  if (!found) throw new Error(`no task ${number}`);
  return found;
};

/** A text without the marks of verdicts and of sources. */
export const unmarked = (text: string): string => text.replace(/^[✓✗] /gmu, '').replace(/ [①-⑳]+$/gmu, '');

/** The clauses that an answer cites, most important first. */
export const cited = (answer: Answer): readonly string[] => answer.citations.map(({ clause }) => clause);
