import type { ModelConfig } from '../../config/model.ts';
import type { ModelClient } from '../../model/client.ts';
import type { LivePlans } from '../../overlay/live-plans.ts';
import type { ModelReplies } from '../../store/model-replies.ts';
import type { ModelText, Question } from '../../types.ts';
import type { Log } from '../log.ts';
import { createKnownReplies } from './known-replies.ts';
import { createWanting, saidBy, textOf, turnsOf, type Wanted } from './wanted.ts';

/**
 * How asking a model for one question ended. `used`: its reading was answered. `refused`: it named what the plan has not,
 * or nobody said. `unreadable`, `busy` and `failed` as the client tells.
 */
export type ModelEnd = 'used' | 'refused' | 'unreadable' | 'busy' | 'failed';

/** Puts a question to a model where it shall be asked; resolves when all that will be known of it is. Never rejects. */
export type ReadFirst = (question: Question, work?: number) => Promise<void>;

/** Questions, with what a model made of them and of those before. */
export interface ModelReader {
  /** Asks the model where it shall be asked and its reply is not kept; resolves when all that there is is known. */
  readonly read: ReadFirst;
  /** The question with all that is known. */
  readonly known: (question: Question) => Question;
}

export interface ModelReaderParts {
  readonly config: Pick<ModelConfig, 'name' | 'use'>;
  readonly client: Pick<ModelClient, 'ask'>;
  readonly plans: Pick<LivePlans, 'meant'>;
  readonly kept: Pick<ModelReplies, 'get' | 'keep'>;
  /** How a model is shown to reply. */
  readonly examples: string;
  /** `ms`: how long the model took. */
  readonly ended: (how: ModelEnd, ms: number) => void;
  readonly log: Log;
}

/** Opens the way in which a model reads questions; it never throws, and nothing of a question gets into the log. */
export const createModelReader = (parts: ModelReaderParts): ModelReader => {
  const { client, kept, ended, log } = parts;
  const underWay = new Map<string, Promise<void>>();
  const replies = createKnownReplies(kept);
  const wantedOf = createWanting(parts);

  const put = async (wanted: Wanted, work: number | undefined): Promise<void> => {
    const started = performance.now();
    const outcome = await client.ask(wanted.prompt);
    const ms = performance.now() - started;
    if (outcome.status !== 'reply') {
      if (outcome.status === 'failed') log.warn({ why: outcome.why, ms: Math.round(ms) }, 'the language model failed');
      return ended(outcome.status, ms);
    }
    const said = saidBy(wanted, outcome.reply);
    ended(said === undefined ? 'refused' : 'used', ms);
    const { key, plan, question } = wanted;
    await replies.keep({ key, reply: outcome.reply, plan, question: question.text, said, work });
  };

  /** The same prompt is sent once, however many ask. */
  const asked = (wanted: Wanted, work: number | undefined): Promise<void> => {
    const before = underWay.get(wanted.key);
    if (before) return before;
    const now = put(wanted, work).finally(() => underWay.delete(wanted.key));
    underWay.set(wanted.key, now);
    return now;
  };

  const readingOf = (question: Question): ModelText | null => {
    const wanted = wantedOf(question);
    const reply = wanted && replies.get(wanted.key);
    return wanted && reply !== undefined ? textOf(wanted, reply) : null;
  };

  const known: ModelReader['known'] = (question) => {
    if (question.readings) return question;
    const readings: (ModelText | null)[] = [];
    for (const turn of turnsOf(question)) readings.push(readingOf({ ...turn, readings: [...readings, null] }));
    return readings.some((one) => one !== null) ? { ...question, readings } : question;
  };

  const readAll = async (question: Question, work: number | undefined): Promise<void> => {
    const readings: (ModelText | null)[] = [];
    const turns = turnsOf(question);
    for (const [at, turn] of turns.entries()) {
      const now = { ...turn, readings: [...readings, null] };
      const wanted = wantedOf(now);
      if (wanted && !(await replies.recall(wanted.key)) && at === turns.length - 1) await asked(wanted, work);
      readings.push(readingOf(now));
    }
  };

  return {
    known,
    read: async (question, work) => {
      try {
        await readAll(question, work);
      } catch (err) {
        log.error({ err }, 'a question could not be put to the language model');
      }
    },
  };
};
