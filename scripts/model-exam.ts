import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createCheck } from '../src/answer/check.ts';
import { type Bot, loadBot } from '../src/bot.ts';
import { CodedError } from '../src/errors.ts';
import { readExamples } from '../src/model/examples.ts';
import { type Prompt, promptOf, REPLY_SCHEMA } from '../src/model/prompt.ts';
import { isUnsure } from '../src/model/unsure.ts';
import type { Question } from '../src/types.ts';
import { endWithReader } from './end-with-reader.ts';
import { faultsOf, readTrials, type Trial } from './score.ts';

const USAGE = [
  '用法：npm run model-exam -- --record prompts.jsonl 问题.jsonl …',
  '或    npm run model-exam -- --replay replies.jsonl 问题.jsonl …',
].join('\n');
const LANG = fileURLToPath(new URL('../corpus/lang/', import.meta.url));

/** What would be sent for a question; `unsure` where it would be also with `MODEL_USE=unsure`. */
export interface Recorded {
  readonly id: string;
  readonly unsure: boolean;
  readonly messages: Prompt;
}

const questionOf = ({ q, history }: Trial): Question => ({ text: q, history });

/** Returns the prompts of some questions, in their order. */
export const recorded = (bot: Bot, trials: readonly Trial[]): readonly Recorded[] => {
  const examples = readExamples(LANG);
  return trials.map((trial) => {
    const question = questionOf(trial);
    return { id: trial.id, unsure: isUnsure(bot.explain(question)), messages: promptOf(bot, question, examples) };
  });
};

const replySchema = z.strictObject({ id: z.string(), reply: z.unknown() });

/** Replies by the ids of their questions: a text as a model returned it, or the object in it. */
export const readReplies = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => replySchema.parse(JSON.parse(line)))
      .map(({ id, reply }) => [id, typeof reply === 'string' ? reply : JSON.stringify(reply)]),
  );

/** How one question came out, by the rules and as the model read it. */
export interface Replayed {
  readonly trial: Trial;
  /** The reply was taken; else the rules' answer stands. */
  readonly taken: boolean;
  readonly byRules: readonly string[];
  readonly faults: readonly string[];
  readonly unsupported: readonly string[];
}

/** Returns how questions come out with given replies. */
export const replayed = (
  bot: Bot,
  trials: readonly Trial[],
  replies: ReadonlyMap<string, string>,
): readonly Replayed[] => {
  const check = createCheck(bot.plan);
  return trials.map((trial) => {
    const question = questionOf(trial);
    const reply = replies.get(trial.id);
    const readings = [
      ...trial.history.map(() => null),
      reply === undefined ? null : { plan: bot.plan.id, text: trial.q, reply },
    ];
    const { answer, composed } = bot.explain({ ...question, readings });
    return {
      trial,
      taken: composed.byModel !== undefined,
      byRules: faultsOf(trial, bot.ask(question)),
      faults: faultsOf(trial, answer),
      unsupported: check(answer, question),
    };
  });
};

const right = (results: readonly Replayed[], of: (one: Replayed) => readonly string[]): string => {
  const count = results.filter((one) => of(one).length === 0).length;
  return `${count}/${results.length} ${((100 * count) / Math.max(1, results.length)).toFixed(1)} %`;
};

const report = (results: readonly Replayed[]): void => {
  for (const { trial, faults } of results)
    if (faults.length > 0) console.log(`${trial.id}\t${trial.q}\t${faults.join('; ')}`);
  console.log(`taken            ${results.filter(({ taken }) => taken).length}`);
  console.log(`unsupported      ${results.filter(({ unsupported }) => unsupported.length > 0).length}`);
  console.log(`right by rules   ${right(results, ({ byRules }) => byRules)}`);
  console.log(`right            ${right(results, ({ faults }) => faults)}`);
};

const record = (path: string, prompts: readonly Recorded[]): void => {
  const format = { type: 'json_schema', json_schema: { name: 'reading', schema: REPLY_SCHEMA } };
  writeFileSync(path, prompts.map((one) => `${JSON.stringify({ ...one, response_format: format })}\n`).join(''));
  const sizes = prompts.map(({ messages }) => Buffer.byteLength(messages.map(({ content }) => content).join('')));
  console.log(`prompts          ${prompts.length}, of them unsure ${prompts.filter(({ unsure }) => unsure).length}`);
  console.log(`longest          ${Math.max(0, ...sizes)} bytes`);
};

const main = async (args: string[]): Promise<void> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { record: { type: 'string' }, replay: { type: 'string' } },
  });
  if ((values.record === undefined) === (values.replay === undefined) || positionals.length === 0)
    throw new CodedError('question_empty', USAGE);
  const bot = await loadBot();
  const trials = positionals.flatMap((path) => readTrials(path));
  if (values.record !== undefined) record(values.record, recorded(bot, trials));
  if (values.replay !== undefined) report(replayed(bot, trials, readReplies(readFileSync(values.replay, 'utf8'))));
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  endWithReader();
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
