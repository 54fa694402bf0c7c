import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync, constants as zlib } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { once } from '../../once.ts';
import { styleHashes } from './styles.ts';

/** How long a browser keeps something without asking. */
export type Kept = 'asked' | 'a day' | 'for good';

const CACHE_CONTROL: Readonly<Record<Kept, string>> = {
  // Kept by the browser, asked about each time: a new version shows at once, an old one costs 304.
  asked: 'no-cache',
  'a day': 'public, max-age=86400',
  'for good': 'public, max-age=31536000, immutable',
};

/** No inline script, no style but our own, nothing from another host, no form that leads there, no frame around the page. */
export const pageHeaders = once(() => ({
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${styleHashes().join(' ')}`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}));

const headersWith = (kept: Kept) => ({
  ...pageHeaders(),
  'cache-control': CACHE_CONTROL[kept],
  vary: 'accept-encoding',
});

const ENCODINGS = ['br', 'gzip'] as const;
type Encoding = (typeof ENCODINGS)[number];

/** Nearly as small as at its best, in a thirtieth of the time: a page is made while somebody waits. */
const BROTLI = { params: { [zlib.BROTLI_PARAM_QUALITY]: 5, [zlib.BROTLI_PARAM_MODE]: zlib.BROTLI_MODE_TEXT } };

/** Something that is sent as it stands, many times: made once, compressed once. */
export interface Prepared {
  readonly type: string;
  readonly body: string | Buffer;
  /** The body compressed, by the name of the encoding; the smallest first. */
  readonly packed: Readonly<Record<Encoding, Buffer>>;
  readonly etag: string;
  readonly headers: ReturnType<typeof headersWith>;
}

export const HTML_TYPE = 'text/html; charset=utf-8';

export const prepare = (body: string | Buffer, type: string, kept: Kept = 'asked'): Prepared => ({
  type,
  body,
  packed: { br: brotliCompressSync(body, BROTLI), gzip: gzipSync(body) },
  etag: `"${createHash('sha256').update(body).digest('base64url')}"`,
  headers: headersWith(kept),
});

/** Of `gzip, br;q=0.5, deflate`: is this one taken? */
const takes = (accepted: string, encoding: Encoding): boolean =>
  accepted.split(',').some((one) => {
    const [name = '', ...rest] = one.split(';').map((part) => part.trim().toLowerCase());
    return name === encoding && !rest.some((part) => /^q=0(?:\.0*)?$/.test(part));
  });

/** Sends it, compressed where the reader takes that; 304 where the reader has it already. */
export const sendPrepared = (request: FastifyRequest, reply: FastifyReply, prepared: Prepared): FastifyReply => {
  const { headers, etag, type, body, packed } = prepared;
  const encoding = ENCODINGS.find((one) => takes(`${request.headers['accept-encoding'] ?? ''}`, one));
  // The same page in two encodings: their tags are the same page, not the same bytes.
  reply.headers({ ...headers, etag: encoding ? `W/${etag}` : etag });
  const known = request.headers['if-none-match']?.split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, '') === etag);
  if (known) return reply.code(304).send();
  reply.type(type);
  return encoding ? reply.header('content-encoding', encoding).send(packed[encoding]) : reply.send(body);
};

/** Sends it for an address where nothing is. */
export const sendMissing = (reply: FastifyReply, { headers, type, body }: Prepared): FastifyReply =>
  reply.code(404).headers(headers).type(type).send(body);

/** Makes something when it is first asked for, and again whenever what it is made for is another. */
export const madeFor = <T>(what: () => unknown, make: () => T): (() => T) => {
  let made: { readonly what: unknown; readonly value: T } | undefined;
  return () => {
    const now = what();
    if (!made || made.what !== now) made = { what: now, value: make() };
    return made.value;
  };
};

/** A handler that sends the same as long as what it is made for is the same. */
export const serveFor = (what: () => unknown, body: () => string, type: string) => {
  const prepared = madeFor(what, () => prepare(body(), type));
  return (request: FastifyRequest, reply: FastifyReply) => sendPrepared(request, reply, prepared());
};

/** A handler that always sends the same, made when it is first asked for: the start waits for no page. */
export const serve = (body: () => string | Buffer, type: string, kept: Kept = 'asked') => {
  let prepared: Prepared | undefined;
  return (request: FastifyRequest, reply: FastifyReply) => {
    prepared ??= prepare(body(), type, kept);
    return sendPrepared(request, reply, prepared);
  };
};
