import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Answer } from '../types.ts';

/** A question of the corpus, and what a person found right about its answer. */
export interface ExamQuestion {
  readonly text: string;
  readonly history: readonly string[];
  readonly status: Answer['status'];
  readonly tasks: readonly number[];
  /** Tasks that a list may have as well. */
  readonly optional: readonly number[];
}

const FILES = ['questions.jsonl', 'trial.jsonl'];

const lineSchema = z.object({
  q: z.string().min(1),
  history: z.array(z.string()).default([]),
  status: z.enum(['answered', 'clarify', 'not_found']),
  tasks: z.array(z.int()).default([]),
  tasksOptional: z.array(z.int()).default([]),
});

const questionOf = (line: string): readonly ExamQuestion[] => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return [];
  }
  const read = lineSchema.safeParse(value);
  if (!read.success) return [];
  const { q, history, status, tasks, tasksOptional } = read.data;
  return [{ text: q, history, status, tasks, optional: tasksOptional }];
};

/** The questions of a corpus folder that state how they are to be answered; lines that do not are passed over. */
export const readExamination = (folder: string): readonly ExamQuestion[] =>
  FILES.map((name) => join(folder, name))
    .filter((path) => existsSync(path))
    .flatMap((path) => readFileSync(path, 'utf8').split('\n').flatMap(questionOf));

/** Whether an answer is as expected: its status, and its tasks where the question names any. */
export const isAsExpected = ({ status, tasks, optional }: ExamQuestion, answer: Answer): boolean => {
  if (answer.status !== status) return false;
  if (status !== 'answered' || tasks.length === 0) return true;
  const allowed = new Set([...tasks, ...optional]);
  const complete = tasks.every((task) => answer.tasks.includes(task));
  return complete && (tasks.length === 1 || answer.tasks.every((task) => allowed.has(task)));
};
