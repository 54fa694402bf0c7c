import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { createCheck } from '../src/answer/check.ts';
import { type Bot, loadBot } from '../src/bot.ts';
import { canonical } from '../src/text.ts';
import type { Answer } from '../src/types.ts';
import { endWithReader } from './end-with-reader.ts';

const USAGE = '用法：npm run score [-- 问题.jsonl …]';
const TRIAL = fileURLToPath(new URL('../corpus/xian-silk-road-finance-2020-2022/trial.jsonl', import.meta.url));

/** A question and what its answer must hold. */
const lineSchema = z.object({
  id: z.string(),
  cat: z.string(),
  q: z.string(),
  history: z.array(z.string()).default([]),
  status: z.enum(['answered', 'clarify', 'not_found']),
  tasks: z.array(z.int()).default([]),
  tasksOptional: z.array(z.int()).default([]),
  cite: z.array(z.string()).default([]),
  must: z.array(z.union([z.string(), z.array(z.string())])).default([]),
  mustNot: z.array(z.string()).default([]),
});

export type Trial = z.output<typeof lineSchema>;

/** Of a single topic, one of the first citations must be the right one; a list has them all. */
const FIRST = 4;

const plain = (text: string): string =>
  canonical(text)
    .replace(/[*_`]/g, '')
    .replace(/(\d)[,，](?=\d{3}(?!\d))/g, '$1');

const tasksFault = ({ tasks, tasksOptional }: Trial, answer: Answer): string | undefined => {
  const given = new Set(answer.tasks);
  const allowed = new Set([...tasks, ...tasksOptional]);
  if (tasks.length === 1 && given.size > 0 && !given.has(tasks[0] ?? 0)) return `tasks are ${[...given]}, not ${tasks}`;
  if (tasks.length < 2) return undefined;
  const missing = tasks.filter((task) => !given.has(task));
  const extra = [...given].filter((task) => !allowed.has(task));
  return missing.length + extra.length > 0 ? `tasks lack ${missing}; too many ${extra}` : undefined;
};

const citeFault = ({ cite, tasks }: Trial, answer: Answer): string | undefined => {
  const cited = answer.citations.map(({ clause }) => clause);
  const looked = tasks.length > 1 ? cited : cited.slice(0, FIRST);
  return cite.length === 0 || cite.some((clause) => looked.includes(clause))
    ? undefined
    : `cites ${looked}, not ${cite}`;
};

/** Why an answer is wrong; none when it is right. */
export const faultsOf = (trial: Trial, answer: Answer): readonly string[] => {
  const text = plain(answer.text);
  const lacks = trial.must
    .map((must) => (Array.isArray(must) ? must : [must]))
    .filter((any) => !any.some((one) => text.includes(plain(one))));
  return [
    ...(answer.status === trial.status ? [] : [`status is ${answer.status}, not ${trial.status}`]),
    ...lacks.map((any) => `text lacks ${any.join(' or ')}`),
    ...trial.mustNot.filter((trap) => text.includes(plain(trap))).map((trap) => `text has ${trap}`),
    ...(trial.status === 'answered'
      ? [tasksFault(trial, answer), citeFault(trial, answer)].flatMap((fault) => fault ?? [])
      : []),
  ];
};

export const readTrials = (path: string): readonly Trial[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => lineSchema.parse(JSON.parse(line)));

const share = (part: number, of: number): string => `${part}/${of} ${((100 * part) / Math.max(1, of)).toFixed(1)} %`;

const report = (bot: Bot, trials: readonly Trial[]): void => {
  const check = createCheck(bot.plan);
  const results = trials.map((trial) => {
    const question = { text: trial.q, history: trial.history };
    const answer = bot.ask(question);
    return { trial, faults: faultsOf(trial, answer), unsupported: check(answer, question) };
  });
  for (const { trial, faults } of results)
    if (faults.length > 0)
      console.log(`${trial.id}\t${trial.cat}\t${[...trial.history, trial.q].join(' ⏎ ')}\t${faults.join('; ')}`);
  const right = results.filter(({ faults }) => faults.length === 0);
  for (const cat of [...new Set(trials.map((trial) => trial.cat))].sort()) {
    const of = (list: typeof results) => list.filter(({ trial }) => trial.cat === cat).length;
    console.log(`${cat.padEnd(16)} ${share(of(right), of(results))}`);
  }
  console.log(`unsupported      ${results.filter(({ unsupported }) => unsupported.length > 0).length}`);
  console.log(`right            ${share(right.length, results.length)}`);
};

const main = async (paths: readonly string[]): Promise<void> => {
  const bot = await loadBot();
  for (const path of paths.length > 0 ? paths : [TRIAL]) report(bot, readTrials(path));
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  endWithReader();
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? `${error.message}\n${USAGE}` : error);
    process.exitCode = 1;
  });
}
