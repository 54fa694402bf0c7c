import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** How long a browser keeps something without asking. */
export type Kept = 'asked' | 'a day' | 'for good';

const CACHE_CONTROL: Readonly<Record<Kept, string>> = {
  // Kept by the browser, asked about each time: a new version shows at once, an old one costs 304.
  asked: 'no-cache',
  'a day': 'public, max-age=86400',
  'for good': 'public, max-age=31536000, immutable',
};

/** No inline script or style, nothing from another host, no form that leads there, no frame around the page. */
export const PAGE_HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const;

const headersWith = (kept: Kept) => ({
  ...PAGE_HEADERS,
  'cache-control': CACHE_CONTROL[kept],
  vary: 'accept-encoding',
});

/** Something that is sent as it stands, many times: made once, compressed once. */
export interface Prepared {
  readonly type: string;
  readonly body: string | Buffer;
  readonly gzip: Buffer;
  readonly etag: string;
  readonly headers: ReturnType<typeof headersWith>;
}

export const HTML_TYPE = 'text/html; charset=utf-8';

export const prepare = (body: string | Buffer, type: string, kept: Kept = 'asked'): Prepared => ({
  type,
  body,
  gzip: gzipSync(body),
  etag: `"${createHash('sha256').update(body).digest('base64url')}"`,
  headers: headersWith(kept),
});

const GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i;

/** Sends it, compressed where the reader takes that; 304 where the reader has it already. */
export const sendPrepared = (request: FastifyRequest, reply: FastifyReply, prepared: Prepared): FastifyReply => {
  const { headers, etag, type, body, gzip } = prepared;
  const packed = GZIP.test(`${request.headers['accept-encoding'] ?? ''}`);
  // The same page in two encodings: their tags are the same page, not the same bytes.
  reply.headers({ ...headers, etag: packed ? `W/${etag}` : etag });
  const known = request.headers['if-none-match']?.split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, '') === etag);
  if (known) return reply.code(304).send();
  return packed ? reply.header('content-encoding', 'gzip').type(type).send(gzip) : reply.type(type).send(body);
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
