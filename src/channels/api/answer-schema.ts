import { z } from 'zod';

/**
 * The Answer (src/types.ts) as programs outside read it: the same fields, with their meaning. A test holds the two
 * together, at compile time and over every example.
 */

const clause = z.string().describe('条款号，按计划自己的编号。Clause id: the plan’s own numbering, with dots.');
const label = z.string().describe('引用时的写法。How a person cites it.');
const clauses = z.array(clause).describe('所依据的条款。The clauses that it rests on.');
const taskNumbers = z
  .array(z.int().min(1))
  .describe('任务编号（附件任务分解表的行号）；清单类回答是完整的一组。Task numbers (rows of the annex table).');

export const citationSchema = z
  .strictObject({
    plan: z.string().describe('计划的标识。Id of the plan.'),
    clause,
    label,
    quote: z.string().describe('原文，除空白外逐字一致；省略处写作 ……。Verbatim source text, white space aside.'),
    lines: z.tuple([z.int().min(1), z.int().min(1)]).describe('原文的起止行，自 1 起。First and last source line.'),
  })
  .describe('一处出处。One source.');

export const computedSchema = z
  .strictObject({ value: z.string(), formula: z.string(), from: clauses })
  .describe('计划没有印出、由原文推得的数。A figure that follows from the plan without being printed in it.');

export const noticeSchema = z
  .strictObject({
    code: z.enum([
      'body_annex_differ',
      'source_misprint',
      'assumed',
      'group_member',
      'outside_period',
      'no_lead_unit',
      'corrected',
      'several_sources',
    ]),
    text: z.string(),
    clauses,
  })
  .describe('必须一并说明的事。What has to be said along with the answer.');

export const choiceSchema = z
  .strictObject({ label: z.string(), question: z.string(), tasks: taskNumbers })
  .describe(
    '反问时的一个选项；question 可原样再问。One choice of a question back; `question` may be asked as it stands.',
  );

export const relatedSchema = z.strictObject({ clause, label }).describe('相近的条款，只供参考。A clause nearby.');

const language = z
  .enum(['zh-Hans', 'zh-Hant', 'en'])
  .describe('提问所用的语言，text 以此写成。The language of the question, in which `text` is framed.');

export const understandingSchema = z
  .strictObject({
    said: z
      .string()
      .describe('问题读作什么，用文字写出；没有读成查询时为空。How it was read, in words; empty when it was not.'),
    unread: z
      .array(z.string())
      .describe('问题里没有用上的字词。Pieces of the question that the answer does not account for.'),
  })
  .describe('问题是怎样读的。How the question was read.');

const frame = {
  kind: z
    .string()
    .describe(
      '问的是哪一类、为何反问或答不了。What was asked, or why not: `responsible`, `unclear-topic`, `not-absent` …',
    ),
  language,
  text: z
    .string()
    .describe('完整的文字回答：结论、清单、出处。The whole answer as plain text: conclusion, list, sources.'),
  tasks: taskNumbers,
  computed: z.array(computedSchema),
  notices: z.array(noticeSchema),
  suggestions: z.array(z.string()).describe('接下来可以问的。Up to three questions worth asking next.'),
  verdict: z
    .boolean()
    .exactOptional()
    .describe('可用“是”“不是”回答时的结论；计划没有写明则没有。Yes or no, where the plan tells; else absent.'),
  plan: z
    .string()
    .exactOptional()
    .describe('在多个计划里由哪一个回答（标识）；只有一个计划时没有。Which of several plans answers.'),
  understood: understandingSchema,
};

const none = z.tuple([]);

export const answeredSchema = z
  .strictObject({
    status: z.literal('answered'),
    ...frame,
    citations: z.tuple([citationSchema], citationSchema).describe('出处，最重要的在前，不会为空。Never empty.'),
    choices: none,
    related: none,
  })
  .describe('计划写明了答案。The plan answers it.');

export const clarifySchema = z
  .strictObject({
    status: z.literal('clarify'),
    ...frame,
    citations: none,
    choices: z.array(choiceSchema),
    related: none,
  })
  .describe('问题有多种可能，反问一句。So ambiguous that a good colleague would ask back.');

export const notFoundSchema = z
  .strictObject({
    status: z.literal('not_found'),
    ...frame,
    citations: none,
    choices: none,
    related: z.array(relatedSchema),
  })
  .describe('计划没有写。The plan does not say.');

export const answerSchema = z
  .discriminatedUnion('status', [answeredSchema, clarifySchema, notFoundSchema])
  .describe('一个回答，按 status 分三种。One answer; `status` tells which of three.');

/** The three in one object, for readers that take no union: which fields are empty then stands in no schema. */
export const flatAnswerSchema = z.strictObject({
  status: z.enum(['answered', 'clarify', 'not_found']),
  ...frame,
  citations: z.array(citationSchema),
  choices: z.array(choiceSchema),
  related: z.array(relatedSchema),
});
