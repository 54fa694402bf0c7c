import { z } from 'zod';

const askerSchema = z.object({
  tenant: z.string(),
  chat: z.string(),
  person: z.string(),
  private: z.boolean(),
  outside: z.boolean(),
});

const HINTS = [
  ...(['only_text', 'question_empty', 'question_too_long', 'too_many', 'not_allowed', 'external_chat'] as const),
  ...(['outsider', 'expired', 'no_page', 'blocked', 'failed'] as const),
];

/** A piece of work as it lies in the inbox; `to` is the channel's own. */
const schema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('question'), text: z.string(), asker: askerSchema, id: z.string(), to: z.unknown() }),
  z.object({ kind: z.literal('hint'), hint: z.enum(HINTS), to: z.unknown() }),
  z.object({ kind: z.literal('line'), text: z.string(), to: z.unknown() }),
  z.object({ kind: z.literal('welcome'), id: z.string(), chat: z.string().optional(), to: z.unknown() }),
]);

/** What was accepted: a question, or a line to give. `id` is that of the answer to come. */
export type Stored = z.output<typeof schema>;

/** Reads what lies in the inbox. Undefined for what another version wrote and this one cannot read. */
export const readStored = (incoming: unknown): Stored | undefined => schema.safeParse(incoming).data;
