import { z } from 'zod';
import { questionFault } from '../../src/channels/question-fault.ts';
import { CodedError, errorBody } from '../../src/errors.ts';
import type { Plans } from '../../src/plans/plans.ts';

const lineSchema = z.object({
  id: z.string(),
  q: z.string(),
  history: z.array(z.string()).default([]),
  year: z.int().min(1900).max(2200).optional(),
  plan: z.string().optional(),
});

/** What a batch is asked of. */
export interface Batch {
  readonly plans: Plans;
  /** The plan that is asked where a line names none. */
  readonly plan: string | undefined;
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
export const answerLine = (line: string, batch: Batch): string => {
  const value = parseLine(line);
  const checked = lineSchema.safeParse(value);
  if (!checked.success) return failed(idOf(value), new CodedError('line_wrong_shape'));
  const { id, q, history, plan = batch.plan, year = batch.year } = checked.data;
  if (questionFault(q) === 'question_too_long') return failed(id, new CodedError('question_too_long'));
  const ask = plan === undefined ? batch.plans.ask : batch.plans.bot(plan)?.ask;
  if (!ask) return failed(id, new CodedError('plan_unknown', `没有计划 ${plan ?? ''}。`));
  return JSON.stringify({ id, answer: ask({ text: q, history, year }) });
};
