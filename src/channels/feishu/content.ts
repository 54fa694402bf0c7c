import { z } from 'zod';
import { nameMark } from '../names.ts';
import { parseJson } from '../parse-json.ts';

const textSchema = z.object({ text: z.string() }).transform(({ text }) => text);

/** One element of a post: only those with words have a text; `at`, `img`, `emotion` and such add nothing to a question. */
const elementSchema = z.union([
  z.object({ tag: z.enum(['text', 'a', 'code_block', 'md']), text: z.string() }).transform(({ text }) => text),
  z.unknown().transform(() => ''),
]);

const paragraphs = z
  .object({ title: z.string().optional(), content: z.array(z.array(elementSchema)) })
  .transform(({ title, content }) => [title ?? '', ...content.map((line) => line.join(''))].join('\n'));

/** As a person writes it, or as a program sends it: by language, `{"zh_cn":{"title":…,"content":…}}`. */
const postSchema = z.union([
  paragraphs,
  z.record(z.string(), z.unknown()).transform((languages, context) => {
    const read = [languages.zh_cn, ...Object.values(languages)].map((one) => paragraphs.safeParse(one));
    const first = read.find(({ success }) => success)?.data;
    if (first === undefined) context.addIssue('no language has paragraphs');
    return first ?? '';
  }),
]);

const SCHEMAS: Readonly<Record<string, z.ZodType<string>>> = { text: textSchema, post: postSchema };

/** `@_user_1` and `@_all`: where names stood that nobody told. They are no part of the question. */
const PLACEHOLDER = /@_(?:user_\d+|all)/g;

/** Somebody who is mentioned: what stands for the name, and the name where it may be a part of the question. */
export interface Mentioned {
  readonly key: string;
  readonly name?: string | undefined;
}

/** In `@_user_121项` the key is `@_user_1`, where it is known as one; longer keys go first. */
const withNameMarks = (text: string, mentions: readonly Mentioned[]): string =>
  mentions
    .toSorted((a, b) => b.key.length - a.key.length)
    .reduce((left, { key, name }) => left.replaceAll(key, name === undefined ? '' : nameMark(name)), text);

const tidy = (text: string): string =>
  text
    .replace(PLACEHOLDER, '')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n+ ?/g, '\n')
    .trim();

/**
 * The words of a message, without mentions, or with marks of those that have a name here. Undefined for a type without
 * words, such as an image.
 *
 * `{"text":"@_user_1 天然气交易中心由谁负责"}` → 天然气交易中心由谁负责
 */
export const wordsOf = (
  messageType: string,
  content: string,
  mentions: readonly Mentioned[] = [],
): string | undefined => {
  const schema = Object.hasOwn(SCHEMAS, messageType) ? SCHEMAS[messageType] : undefined;
  const read = schema?.safeParse(parseJson(content));
  return read?.success ? tidy(withNameMarks(read.data, mentions)) : undefined;
};
