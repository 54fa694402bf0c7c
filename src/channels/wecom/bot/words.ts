import { z } from 'zod';
import { withNames } from '../../names.ts';

/** What is said in a message of the AI bot. A quoted message is no part of it. */
export type BotWords =
  | { readonly kind: 'words'; readonly text: string }
  /** An image, a file, a video. */
  | { readonly kind: 'wordless' }
  | { readonly kind: 'unknown' };

const content = z.object({ content: z.string() });

/** An item with an image adds nothing to a question. */
const itemSchema = z.union([
  z.object({ msgtype: z.literal('text'), text: content }).transform(({ text }) => text.content),
  z.unknown().transform(() => ''),
]);

const textSchema = z.object({ text: content }).transform(({ text }) => text.content);
/** The platform has already put it into words. */
const voiceSchema = z.object({ voice: content }).transform(({ voice }) => voice.content);
const mixedSchema = z
  .object({ mixed: z.object({ msg_item: z.array(itemSchema) }) })
  .transform(({ mixed }) => mixed.msg_item.filter((text) => text !== '').join('\n'));

const SCHEMAS: Readonly<Record<string, z.ZodType<string>>> = {
  text: textSchema,
  voice: voiceSchema,
  mixed: mixedSchema,
};

const WORDLESS: readonly string[] = ['image', 'file', 'video'];

const typeSchema = z.object({ msgtype: z.string() });

/**
 * The words of a message, without mentions, which `words` takes out.
 *
 * `{"msgtype":"text","text":{"content":"@RobotA 天然气交易中心由谁负责"}}` → 天然气交易中心由谁负责
 */
export const botWords = (body: unknown, words: (text: string) => string): BotWords => {
  const msgtype = typeSchema.safeParse(body).data?.msgtype ?? '';
  if (WORDLESS.includes(msgtype)) return { kind: 'wordless' };
  const read = Object.hasOwn(SCHEMAS, msgtype) ? SCHEMAS[msgtype]?.safeParse(body) : undefined;
  if (!read?.success) return { kind: 'unknown' };
  if (msgtype === 'mixed' && read.data === '') return { kind: 'wordless' };
  return { kind: 'words', text: words(read.data) };
};

const quoteSchema = z.object({ quote: z.unknown() });
/** Characters of a quoted message that are kept. */
const MOST_QUOTED = 2_000;

/** The words of the message that is quoted in one, without names; undefined where none is, or it has none. */
export const quotedWords = (body: unknown, words: (text: string) => string): string | undefined => {
  const said = botWords(quoteSchema.safeParse(body).data?.quote, words);
  const text = said.kind === 'words' ? withNames(said.text) : '';
  return text === '' ? undefined : text.slice(0, MOST_QUOTED);
};
