import { CodedError, type ErrorCode } from '../../errors.ts';

/** Fastify's own errors, by its codes (reference: Errors). */
const FASTIFY_CODES: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media_type',
  FST_ERR_CTP_INVALID_JSON_BODY: 'body_not_json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'body_not_json',
};

const property = (thrown: unknown, name: string): unknown =>
  typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, name) : undefined;

const codeOf = (thrown: unknown): ErrorCode => {
  const known = FASTIFY_CODES[String(property(thrown, 'code'))];
  if (known) return known;
  const status = Number(property(thrown, 'statusCode'));
  return status >= 400 && status < 500 ? 'bad_request' : 'internal';
};

/** Whatever was thrown while a request was handled, as one of the coded errors. */
export const asCoded = (thrown: unknown): CodedError =>
  thrown instanceof CodedError ? thrown : new CodedError(codeOf(thrown));
