import type { FastifyRequest } from 'fastify';

/** The first value of a header that may be given several times, as proxies do. */
export const firstOf = (header: string | readonly string[] | undefined): string | undefined =>
  (typeof header === 'string' ? header : header?.[0])?.split(',')[0]?.trim();

/**
 * A browser names the page that sent a form. A proxy may have another name for us than the browser has; another site
 * cannot make a browser send that header.
 */
export const isOwnOrigin = ({ headers }: FastifyRequest): boolean => {
  const { origin } = headers;
  if (origin === undefined || !URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host !== '' && (host === headers.host || host === firstOf(headers['x-forwarded-host']));
};

/** Where a request to the API comes from: our own page, or another program. */
export const askedFrom = (request: FastifyRequest) =>
  isOwnOrigin(request) ? ({ channel: 'web', chat: 'page' } as const) : ({ channel: 'api', chat: 'api' } as const);
