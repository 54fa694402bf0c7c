import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Bot, type Explanation, loadBot } from '../src/bot.ts';
import { questionFault } from '../src/channels/question-fault.ts';
import { CodedError, errorBody } from '../src/errors.ts';

const USAGE =
  '用法：npm run --silent ask -- "问题" [--after "上一个问题"]… [--year 提问的年份] [--json] [--why]    或    npm run --silent ask -- --jsonl < 问题.jsonl';

const lineSchema = z.object({ id: z.string(), q: z.string(), history: z.array(z.string()).default([]) });

const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : null;

const parseLine = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** One line of the batch: each stands alone, and a bad one does not stop the run. */
const answerLine = (bot: Bot, line: string): string => {
  const value = parseLine(line);
  const checked = lineSchema.safeParse(value);
  if (!checked.success) return JSON.stringify({ id: idOf(value), ...errorBody(new CodedError('line_wrong_shape')) });
  const { id, q, history } = checked.data;
  if (questionFault(q) === 'question_too_long')
    return JSON.stringify({ id, ...errorBody(new CodedError('question_too_long')) });
  return JSON.stringify({ id, answer: bot.ask({ text: q, history }) });
};

const batch = async (bot: Bot): Promise<void> => {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
    if (line.trim() !== '') process.stdout.write(`${answerLine(bot, line)}\n`);
};

/** How a question was understood: mentions with the rule that found them, hits with their terms, the kind chosen. */
const why = ({ query, kind, faults }: Explanation): string => {
  const mentions = query.reading.mentions.map(({ text, rule, span }) => `  ${span[0]}–${span[1]} “${text}” ${rule}`);
  const hits = query.hits.slice(0, 5).map(({ topic, score, terms }) => {
    const best = [...terms].sort((a, b) => b.weight - a.weight).slice(0, 8);
    return `  ${topic.id} ${score.toFixed(3)}  ${best.map(({ term, weight, field }) => `${term}(${field} ${weight.toFixed(1)})`).join(' ')}`;
  });
  return [
    '',
    `理解为：${query.reading.text}（${query.language}）`,
    `识别：\n${mentions.join('\n')}`,
    `主题词：${query.subject || '（无）'}；把握：${query.confidence}；主题：${query.topic?.id ?? '（无）'}`,
    `检索：\n${hits.join('\n')}`,
    `承接上文：${query.assumed.map(({ what, value }) => `${what}=${value}`).join('；') || '（无）'}`,
    `问法：${kind}${faults.length > 0 ? `；核对未通过：${faults.join('；')}` : ''}`,
  ].join('\n');
};

const main = async (args: string[]): Promise<void> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      jsonl: { type: 'boolean' },
      json: { type: 'boolean' },
      why: { type: 'boolean' },
      after: { type: 'string', multiple: true },
      year: { type: 'string' },
    },
  });
  const text = positionals.join(' ');
  if (!values.jsonl && text === '') throw new CodedError('question_empty', USAGE);
  if (questionFault(text) === 'question_too_long') throw new CodedError('question_too_long');
  if (values.year !== undefined && !/^20\d{2}$/.test(values.year)) throw new CodedError('question_empty', USAGE);
  const bot = await loadBot();
  if (values.jsonl) return batch(bot);
  const year = values.year === undefined ? undefined : Number(values.year);
  const explanation = bot.explain({ text, history: values.after ?? [], year });
  console.log(values.json ? JSON.stringify(explanation.answer, null, 2) : explanation.answer.text);
  if (values.why) console.log(why(explanation));
};

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof CodedError ? error.message : error);
  process.exitCode = 1;
});
