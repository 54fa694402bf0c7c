import type { ModelText, Question } from '../types.ts';

/**
 * What a conversation is about: the plan, and what was asked of it since it is; or the plans that were listed, with
 * what each of them answers to, and whether it was asked back which of them is meant.
 */
export type Thread =
  | { readonly plan: string; readonly asked: readonly string[]; readonly readings: readonly (ModelText | null)[] }
  | { readonly among: readonly string[]; readonly text: string; readonly back: boolean };
/** Plans that were listed. */
export type Listed = Extract<Thread, { readonly among: readonly string[] }>;

/** What a model made of the last text, where it was asked. */
export const ownReading = ({ readings }: Question): ModelText | null => readings?.at(-1) ?? null;

const NO_READINGS: readonly (ModelText | null)[] = [];

/** A question behind what was asked of its plan before; what a model made of all of it goes with it. */
export const behind = (
  question: Question,
  text: string,
  before: { readonly asked: readonly string[]; readonly readings: readonly (ModelText | null)[] },
): Question => {
  const readings = [...before.readings, ownReading(question)];
  const { readings: _, ...rest } = question;
  return { ...rest, text, history: before.asked, ...(readings.some((one) => one !== null) && { readings }) };
};

/** A conversation that begins with a question. */
export const threadFrom = (plan: string, question: Question): Thread => ({
  ...{ plan, asked: [question.text], readings: [ownReading(question)] },
});

/** A conversation of which nothing was asked. */
export const NOTHING_ASKED = { asked: [], readings: NO_READINGS };
