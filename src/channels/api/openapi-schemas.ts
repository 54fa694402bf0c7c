import { z } from 'zod';
import { ERRORS, type ErrorCode } from '../../errors.ts';
import {
  answeredSchema,
  answerSchema,
  choiceSchema,
  citationSchema,
  clarifySchema,
  computedSchema,
  notFoundSchema,
  noticeSchema,
  relatedSchema,
  understandingSchema,
} from './answer-schema.ts';
import { askBodySchema } from './ask-body.ts';
import { feedbackBodySchema, feedbackReplySchema } from './feedback-body.ts';
import type { JsonSchema } from './openapi-types.ts';
import { readySchema } from './ready.ts';
import { progressSchema, workListSchema } from './worklist-schema.ts';

const isCode = (code: string): code is ErrorCode => code in ERRORS;

/** Every code that an answer over HTTP may bear. */
export const ERROR_CODES: readonly ErrorCode[] = Object.keys(ERRORS).filter(isCode);

const errorSchema = z
  .strictObject({
    error: z.strictObject({
      code: z.enum(ERROR_CODES).describe('错误代码。For programs.'),
      message: z.string().describe('错在哪里、怎么办。What was wrong and the remedy, for people.'),
    }),
  })
  .describe('一个错误。An error.');

const healthSchema = z
  .strictObject({
    status: z.literal('ok'),
    channels: z.array(z.string()).describe('已启用的渠道。Channels that are on.'),
    troubles: z
      .record(z.string(), z.string())
      .optional()
      .describe(
        '渠道名，或 plan:目录名 → 需要管理员处理的事。What an administrator has to see to, by channel or plan.',
      ),
  })
  .describe('服务在运行。The process is alive.');

const id = z.union([z.string(), z.number(), z.null()]);

const rpcRequestSchema = z
  .looseObject({
    jsonrpc: z.literal('2.0'),
    id: id.optional(),
    method: z.string().describe('`initialize`, `tools/list`, `tools/call` …'),
    params: z.looseObject({}).optional(),
  })
  .describe('一条 MCP 消息（JSON-RPC 2.0），不收批量。One MCP message; no batches.');

const rpcResponseSchema = z
  .looseObject({
    jsonrpc: z.literal('2.0'),
    id,
    result: z.looseObject({}).optional(),
    error: z.looseObject({ code: z.int(), message: z.string() }).optional(),
  })
  .describe('结果或错误（JSON-RPC 2.0）。A result or an error.');

const NAMED = {
  Answer: answerSchema,
  Answered: answeredSchema,
  Clarify: clarifySchema,
  NotFound: notFoundSchema,
  Citation: citationSchema,
  Computed: computedSchema,
  Notice: noticeSchema,
  Choice: choiceSchema,
  Related: relatedSchema,
  Understanding: understandingSchema,
  AskBody: askBodySchema,
  FeedbackBody: feedbackBodySchema,
  FeedbackReply: feedbackReplySchema,
  Error: errorSchema,
  WorkList: workListSchema,
  Progress: progressSchema,
  Health: healthSchema,
  Ready: readySchema,
  McpRequest: rpcRequestSchema,
  McpResponse: rpcResponseSchema,
} as const;

export type SchemaName = keyof typeof NAMED;

const PREFIX = '#/components/schemas/';

/** A schema of the document, by its name. */
export const schemaRef = (name: SchemaName) => ({ $ref: `${PREFIX}${name}` });

/** What zod says of a JSON Schema that a reader does not need, or that the drafts do not allow. */
const tidy = (schema: Record<string, unknown>): void => {
  if (Array.isArray(schema.prefixItems) && schema.prefixItems.length === 0) delete schema.prefixItems;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
};

/** The schemas by name, as JSON Schema that refers to each other; inside the document they need no address of their own. */
export const componentSchemas = (): Readonly<Record<string, JsonSchema>> => {
  const registry = z.registry<{ id: string }>();
  for (const [name, schema] of Object.entries(NAMED)) registry.add(schema, { id: name });
  const { schemas } = z.toJSONSchema(registry, {
    uri: (name) => `${PREFIX}${name}`,
    io: 'output',
    override: ({ jsonSchema }) => tidy(jsonSchema),
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _dialect, $id: _address, ...schema }]) => [name, schema]),
  );
};
