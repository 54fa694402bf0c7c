import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Bot } from '../src/bot.ts';
import { questionFault } from '../src/channels/question-fault.ts';
import { CodedError } from '../src/errors.ts';
import { openPlans, type Plans } from '../src/plans/plans.ts';
import { answerLine, type Batch } from './ask/batch.ts';
import { whyText } from './ask/why.ts';
import { endWithReader } from './end-with-reader.ts';

const USAGE = [
  '用法：npm run --silent ask -- "问题" [--after "上一个问题"]… [--year 提问的年份] [--plan 计划] [--corpus 目录] [--json] [--why]',
  '或    npm run --silent ask -- --jsonl [--year 提问的年份] [--corpus 目录] < 问题.jsonl',
].join('\n');

const OPTIONS = {
  jsonl: { type: 'boolean' },
  json: { type: 'boolean' },
  why: { type: 'boolean' },
  after: { type: 'string', multiple: true },
  year: { type: 'string' },
  plan: { type: 'string' },
  corpus: { type: 'string' },
} as const;

const runBatch = async (batch: Batch): Promise<void> => {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
    if (line.trim() !== '') process.stdout.write(`${answerLine(line, batch)}\n`);
};

const readYear = (given: string | undefined): number | undefined => {
  if (given !== undefined && !/^(?:19|20|21)\d{2}$/.test(given)) throw new CodedError('question_empty', USAGE);
  return given === undefined ? undefined : Number(given);
};

const botNamed = (plans: Plans, plan: string | undefined): Bot => {
  const bot = plans.bot(plan);
  if (!bot) throw new CodedError('plan_unknown', `没有计划 ${plan ?? ''}。`);
  return bot;
};

const main = async (args: string[]): Promise<void> => {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
  const text = positionals.join(' ');
  if (!values.jsonl && text === '') throw new CodedError('question_empty', USAGE);
  if (questionFault(text) === 'question_too_long') throw new CodedError('question_too_long');
  const year = readYear(values.year);
  const plans = openPlans({ corpusDir: values.corpus, onBroken: tellBroken });
  if (values.jsonl) return runBatch({ plans, plan: values.plan, year });
  const question = { text, history: values.after ?? [], year };
  if (values.plan === undefined && plans.ids.length > 1) {
    const answer = plans.ask(question);
    return console.log(values.json ? JSON.stringify(answer, null, 2) : answer.text);
  }
  const explanation = botNamed(plans, values.plan).explain(question);
  console.log(values.json ? JSON.stringify(explanation.answer, null, 2) : explanation.answer.text);
  if (values.why) console.log(whyText(explanation));
};

/** One bad folder does not stop the others. */
const tellBroken = (folder: string, { message }: Error): void => console.error(`${folder} 不能用：${message}`);

endWithReader();

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof CodedError ? error.message : error);
  process.exitCode = 1;
});
