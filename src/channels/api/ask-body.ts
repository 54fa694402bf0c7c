import { z } from 'zod';

/** The id of a plan, as a caller gives it. */
export const planIdSchema = z.string().min(1).max(128);

/** The body of `POST /api/ask`. How long a question may be is said by an error of its own, and only stated here. */
export const askBodySchema = z
  .strictObject({
    question: z
      .string()
      .meta({ minLength: 1, maxLength: 10_000 })
      .describe('问题，1–10000 个字符。The question, at most 10,000 characters.'),
    conversation: z
      .string()
      .min(1)
      .max(128)
      .optional()
      .describe('会话名；服务端记得同一会话先前的问题。Names a chat whose earlier questions the server remembers.'),
    plan: planIdSchema
      .optional()
      .describe('只问这个计划（标识）；不填则问题里说的、会话里在问的，或全部。The only plan to ask; all without it.'),
  })
  .describe('提问。A question.');

export type AskBody = z.output<typeof askBodySchema>;
