import { z } from 'zod';
import type { Bot } from '../../src/bot.ts';
import { questionFault } from '../../src/channels/question-fault.ts';
import { CodedError, errorBody } from '../../src/errors.ts';

const lineSchema = z.object({
  id: z.string(),
  q: z.string(),
  history: z.array(z.string()).default([]),
  year: z.int().min(1900).max(2200).optional(),
  plan: z.string().optional(),
});

/** What a batch is asked of. */
export interface Batch {
  /** The bot on a plan by its id, or on the first; undefined where the corpus has no such plan. */
  readonly botOf: (plan: string | undefined) => Bot | undefined;
  /** The year of asking where a line gives none. */
  readonly year: number | undefined;
}

const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : null;

const parseLine = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

const failed = (id: unknown, error: CodedError): string => JSON.stringify({ id, ...errorBody(error) });

/** Returns the answer to one line of a batch as a line: each stands alone, and a bad one does not stop the run. */
export const answerLine = (line: string, { botOf, year }: Batch): string => {
  const value = parseLine(line);
  const checked = lineSchema.safeParse(value);
  if (!checked.success) return failed(idOf(value), new CodedError('line_wrong_shape'));
  const { id, q, history, plan, ...own } = checked.data;
  if (questionFault(q) === 'question_too_long') return failed(id, new CodedError('question_too_long'));
  const bot = botOf(plan);
  if (!bot) return failed(id, new CodedError('plan_unknown', `没有计划 ${plan ?? ''}。`));
  return JSON.stringify({ id, answer: bot.ask({ text: q, history, year: own.year ?? year }) });
};
