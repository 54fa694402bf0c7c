import { z } from 'zod';

/**
 * The rules of the OpenAPI Specification 3.1 for the objects that a document of ours may hold (its own JSON Schema,
 * schemas/v3.1/schema, read as strict objects), with JSON Schema 2020-12 for the schemas in it. Objects of the
 * specification that ours has no use for are not allowed here.
 */

const text = z.string().min(1);
const counted = z.int().min(0);
const named = <T extends z.ZodType>(value: T) => z.record(z.string().regex(/^[a-zA-Z0-9._-]+$/), value);

const reference = z.strictObject({ $ref: z.string().startsWith('#/') });

const TYPES = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'] as const;

const schema: z.ZodType = z.lazy(() =>
  z.union([
    z.boolean(),
    z.strictObject({
      $ref: z.string().startsWith('#/').optional(),
      type: z.union([z.enum(TYPES), z.array(z.enum(TYPES)).min(1)]).optional(),
      description: text.optional(),
      default: z.unknown().optional(),
      const: z.unknown().optional(),
      enum: z.array(z.unknown()).min(1).optional(),
      pattern: z
        .string()
        .refine((source) => new RegExp(source, 'u'))
        .optional(),
      minLength: counted.optional(),
      maxLength: counted.optional(),
      minimum: z.number().optional(),
      maximum: z.number().optional(),
      minItems: counted.optional(),
      maxItems: counted.optional(),
      items: schema.optional(),
      prefixItems: z.array(schema).min(1).optional(),
      properties: z.record(z.string(), schema).optional(),
      propertyNames: schema.optional(),
      additionalProperties: schema.optional(),
      required: z
        .array(z.string())
        .refine((names) => new Set(names).size === names.length)
        .optional(),
      oneOf: z.array(schema).min(1).optional(),
      anyOf: z.array(schema).min(1).optional(),
      contentEncoding: text.optional(),
    }),
  ]),
);

const example = z.strictObject({ summary: text.optional(), description: text.optional(), value: z.unknown() });

const content = z.record(
  z.string().regex(/^[\w!#$&^.+-]+\/[\w!#$&^.+*-]+$/),
  z.strictObject({ schema: schema.optional(), examples: named(example).optional() }),
);

/** A header parameter of these names is ignored (4.8.12.1). */
const IGNORED = ['accept', 'content-type', 'authorization'];

const parameter = z
  .strictObject({
    name: text,
    in: z.enum(['query', 'header', 'path', 'cookie']),
    description: text.optional(),
    required: z.boolean().optional(),
    schema,
    example: z.unknown().optional(),
  })
  .refine(({ in: where, required }) => where !== 'path' || required === true)
  .refine(({ in: where, name }) => where !== 'header' || !IGNORED.includes(name.toLowerCase()));

const header = z.strictObject({ description: text.optional(), required: z.boolean().optional(), schema });

const response = z.strictObject({
  description: z.string(),
  headers: z.record(z.string(), z.union([reference, header])).optional(),
  content: content.optional(),
});

const parameters = z
  .array(z.union([reference, parameter]))
  .refine(
    (all) => new Set(all.map((one) => JSON.stringify('$ref' in one ? one : [one.in, one.name]))).size === all.length,
  );

const operation = z.strictObject({
  operationId: text.optional(),
  tags: z.array(text).optional(),
  summary: text.optional(),
  description: text.optional(),
  parameters: parameters.optional(),
  requestBody: z.strictObject({ description: text.optional(), content, required: z.boolean().optional() }).optional(),
  responses: z
    .record(z.string().regex(/^(?:[1-5](?:\d\d|XX)|default)$/), response)
    .refine((all) => Object.keys(all).length > 0),
});

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

export const openApiSchema = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d+(?:-.+)?$/),
  info: z.strictObject({ title: text, version: text, summary: text.optional(), description: text.optional() }),
  servers: z.array(z.strictObject({ url: text, description: text.optional() })).optional(),
  tags: z
    .array(z.strictObject({ name: text, description: text.optional() }))
    .refine((tags) => new Set(tags.map(({ name }) => name)).size === tags.length)
    .optional(),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(z.enum(METHODS), operation)),
  components: z.strictObject({
    schemas: named(schema).optional(),
    parameters: named(z.union([reference, parameter])).optional(),
    headers: named(z.union([reference, header])).optional(),
  }),
});
