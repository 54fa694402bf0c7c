import { z } from 'zod';
import { REASONS } from '../reasons.ts';
import { planIdSchema } from './ask-body.ts';

/** Earlier questions that are sent along: as many as a conversation remembers. */
const MOST_EARLIER = 10;
/** Characters. */
export const LONGEST_REASON = 200;
export const LONGEST_READER = 128;
const LONGEST_MEANT = 128;

/** The body of `POST /api/feedback`. How long a question may be is said by an error of its own, and only stated here. */
export const feedbackBodySchema = z
  .strictObject({
    question: z
      .string()
      .meta({ minLength: 1, maxLength: 10_000 })
      .describe('所评回答的问题。The question whose answer is judged.'),
    history: z
      .array(z.string())
      .max(MOST_EARLIER)
      .optional()
      .describe('同一会话先前的问题，最早的在前。Earlier questions of the conversation, oldest first.'),
    plan: planIdSchema.optional().describe('提问时写明的计划（标识）。The plan that was named with the question.'),
    verdict: z.enum(['useful', 'wrong']).describe('有用或有误。Whether the answer is useful or wrong.'),
    reason: z.string().max(LONGEST_REASON).optional().describe('哪里有误，可不填。What is wrong, if anything is said.'),
    about: z
      .enum(REASONS)
      .optional()
      .describe(
        '有误在哪里：问的是另一项、单位、数字、别的。What is wrong: another thing was meant, the units, the figures, something else.',
      ),
    meant: z
      .string()
      .max(LONGEST_MEANT)
      .optional()
      .describe('问的是哪一项：上一次答复所列的 id。Which thing was meant: an id of those listed in reply.'),
    reader: z
      .string()
      .min(1)
      .max(LONGEST_READER)
      .describe(
        '读者的随机标识，不保存原文；同一读者以最后一次为准。A random id of the reader, kept by nobody as it stands; the last word of each counts.',
      ),
  })
  .describe('对一个回答的评价。A reader’s judgement of an answer.');

/** What may have been meant instead: the answer to `about: topic` where nothing is named yet. */
export const feedbackReplySchema = z
  .strictObject({
    others: z
      .array(z.strictObject({ id: z.string(), label: z.string() }))
      .describe('问的可能是这些，供读者选。Things that may have been meant.'),
  })
  .describe('问的是另一项时，供读者选的各项。The things of which a reader may choose the one that was meant.');

export type FeedbackBody = z.output<typeof feedbackBodySchema>;
