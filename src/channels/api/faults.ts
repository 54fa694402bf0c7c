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

/** Seconds after which it may be tried again, by the status. */
const RETRY_AFTER: Readonly<Record<number, number>> = { 429: 60, 503: 5 };

/** What is to be sent with an error, besides its body. */
export const headersFor = ({ status }: CodedError): Readonly<Record<string, string>> => {
  const seconds = RETRY_AFTER[status];
  return {
    ...(seconds !== undefined && { 'retry-after': String(seconds) }),
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
  };
};

/** Whatever was thrown while a request was handled, as one of the coded errors. */
export const asCoded = (thrown: unknown): CodedError =>
  thrown instanceof CodedError ? thrown : new CodedError(codeOf(thrown));
