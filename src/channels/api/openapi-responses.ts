import { CodedError, ERRORS, type ErrorCode, errorBody } from '../../errors.ts';
import { type SchemaName, schemaRef } from './openapi-schemas.ts';
import type { Content, Example, Response } from './openapi-types.ts';

const HEADERS = { 'x-request-id': { $ref: '#/components/headers/RequestId' } };

/** The header by which a request is found in the log. */
export const REQUEST_ID = { $ref: '#/components/parameters/RequestId' };

/** What every operation may answer with. */
export const ALWAYS = ['shutting_down', 'internal'] as const;

/** What an operation may answer with that is asked by anybody, or with a key. */
export const GATED = ['origin_wrong', 'host_wrong', 'key_wrong', 'api_often', 'api_busy'] as const;

type Examples = Readonly<Record<string, Example>>;

/** JSON of a named schema. */
export const json = (name: SchemaName, examples?: Examples): Content => ({
  'application/json': { schema: schemaRef(name), ...(examples && { examples }) },
});

/** A response with the header that all of them have. */
export const response = (description: string, content?: Content): Response => ({
  description,
  headers: HEADERS,
  ...(content && { content }),
});

const exampleOf = (code: ErrorCode): readonly [string, Example] => [
  code,
  { summary: ERRORS[code].remedy, value: errorBody(new CodedError(code)) },
];

/** The errors that an operation may answer with, one response a status; the remedies come from the table of errors. */
export const refusals = (...codes: readonly ErrorCode[]): Readonly<Record<string, Response>> => {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codes) byStatus.set(ERRORS[code].status, [...(byStatus.get(ERRORS[code].status) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, those]) => {
      const said = those.map((code) => `\`${code}\`：${ERRORS[code].remedy}`).join('\n');
      return [String(status), response(said, json('Error', Object.fromEntries(those.map(exampleOf))))];
    }),
  );
};
