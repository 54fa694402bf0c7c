import { z } from 'zod';

/** What a language model may return: which of the library's things are meant and what is asked of them, and no text. */

const MOST_THINGS = 12;
const LONGEST = 40;
const MOST_READINGS = 3;
const MOST_CONDITIONS = 4;
const MOST_ASKS = 3;

const words = z.string().min(1).max(LONGEST);
const names = z.array(words).min(1).max(MOST_THINGS);
const numbers = z.array(z.int().min(1).max(9999)).min(1).max(MOST_THINGS);
const role = z.enum(['responsible', 'supporting', 'any']);

/** What may be asked of a document itself. */
export const OF_DOCUMENT = ['number', 'dated', 'issuer', 'period', 'addressees', 'copies'] as const;

/** What may be reckoned of figures. */
export const RECKONED = ['sum', 'mean', 'change', 'growth', 'ratio', 'largest', 'smallest'] as const;

const ASKS = [
  ...['who', 'list', 'count', 'content', 'original', 'source', 'target', 'goal', 'value', 'when'],
  ...['by_section', 'by_unit', 'most', 'least', 'differ', 'define', 'summary'],
] as const;

const conditionSchema = z.strictObject({
  units: names.optional(),
  role: role.optional(),
  every: z.boolean().optional(),
  place: z.enum(['first', 'only']).optional(),
  sections: numbers.optional(),
  mentions: words.optional(),
  counted: words.optional(),
  not: z.boolean().optional(),
});

const claimSchema = z.strictObject({
  units: names.optional(),
  role: role.optional(),
  quantity: words.optional(),
  count: words.optional(),
});

const readingSchema = z.strictObject({
  tasks: numbers.optional(),
  sections: numbers.optional(),
  indicators: numbers.optional(),
  units: names.optional(),
  clauses: names.optional(),
  of: z.enum(['task', 'section', 'unit', 'indicator']).optional(),
  where: z.array(conditionSchema).max(MOST_CONDITIONS).optional(),
  ask: z
    .array(z.enum([...ASKS, ...OF_DOCUMENT, ...RECKONED]))
    .min(1)
    .max(MOST_ASKS),
  role: role.optional(),
  years: z.array(z.int().min(1900).max(2199)).max(MOST_THINGS).optional(),
  words: words.optional(),
  claim: claimSchema.optional(),
});

/** `answer`: ways to read the question, the likeliest first; `ask`: which of them is meant; `absent`: the plan says nothing of it. */
export const replySchema = z.strictObject({
  do: z.enum(['answer', 'ask', 'absent', 'talk']),
  read: z.array(readingSchema).max(MOST_READINGS).optional(),
  act: z.enum(['hello', 'thanks', 'bye', 'help', 'identity', 'complain']).optional(),
});

export type ModelCondition = z.output<typeof conditionSchema>;
export type ModelClaim = z.output<typeof claimSchema>;
export type ModelReading = z.output<typeof readingSchema>;
export type ModelReply = z.output<typeof replySchema>;

/** Longer replies are no query. */
const LONGEST_REPLY = 8_000;

/** Returns the reply that a text holds, be it as JSON alone or as the one object in other text; undefined for none. */
export const readReply = (text: string): ModelReply | undefined => {
  const [from, to] = [text.indexOf('{'), text.lastIndexOf('}')];
  if (from < 0 || to < from || text.length > LONGEST_REPLY) return undefined;
  try {
    return replySchema.safeParse(JSON.parse(text.slice(from, to + 1))).data;
  } catch {
    return undefined;
  }
};
