import { createHash } from 'node:crypto';
import type { Explanation } from '../../bot.ts';
import type { ModelConfig } from '../../config/model.ts';
import { type Prompt, promptOf } from '../../model/prompt.ts';
import { isUnsure } from '../../model/unsure.ts';
import type { LivePlans } from '../../overlay/live-plans.ts';
import type { ModelText, Question } from '../../types.ts';

/** Something that a model is to read: what is sent, and of what it is. */
export interface Wanted {
  readonly key: string;
  readonly prompt: Prompt;
  readonly plan: string;
  readonly question: Question;
  readonly explain: (question: Question) => Explanation;
}

export interface WantingParts {
  readonly config: Pick<ModelConfig, 'name' | 'use'>;
  readonly plans: Pick<LivePlans, 'meant'>;
  /** How a model is shown to reply. */
  readonly examples: string;
}

/** Earlier questions that one can lean on, as the composer remembers. */
const MEMORY = 6;

const keyOf = (model: string, plan: string, prompt: Prompt): string =>
  createHash('sha256')
    .update(JSON.stringify([model, plan, prompt]))
    .digest('base64url');

/** Returns what a model is asked of a question; undefined where the rules are sure, or no one plan is meant. */
export const createWanting =
  ({ config, plans, examples }: WantingParts) =>
  (question: Question): Wanted | undefined => {
    const meant = plans.meant(question);
    if (!meant) return undefined;
    const { bot, id } = meant.plan;
    if (config.use === 'unsure' && !isUnsure(bot.explain(meant.question))) return undefined;
    const prompt = promptOf(bot, meant.question, examples);
    return { key: keyOf(config.name, id, prompt), prompt, plan: id, question: meant.question, explain: bot.explain };
  };

/** Each question of a conversation that can still be leant on, the last one last. */
export const turnsOf = (question: Question): readonly Question[] => {
  const { history, text } = question;
  const texts = [...history, text];
  const first = Math.max(0, history.length - MEMORY);
  return texts.slice(first).map((one, at) => ({ ...question, text: one, history: texts.slice(first, first + at) }));
};

/** A reply as what a model made of the question. */
export const textOf = ({ plan, question }: Wanted, reply: string): ModelText => ({ plan, text: question.text, reply });

/** How a reply reads the question, in words; undefined where it could not be taken. */
export const saidBy = (wanted: Wanted, reply: string): string | undefined => {
  const readings = [...(wanted.question.readings ?? wanted.question.history.map(() => null))];
  const before = readings.slice(0, wanted.question.history.length);
  const { composed, said } = wanted.explain({ ...wanted.question, readings: [...before, textOf(wanted, reply)] });
  return composed.byModel ? said : undefined;
};
