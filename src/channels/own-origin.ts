import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** The address under which others reach the server, where it is set; decorated by the app. */
    readonly publicUrl?: string | undefined;
  }
}

/** Whether it is reached by https: the request says so, a proxy that is believed, or the setting. */
export const isSecure = ({ protocol, server }: FastifyRequest): boolean =>
  protocol === 'https' || (server.publicUrl?.startsWith('https:') ?? false);

/** A browser names the page that sent a form: ours stands at the public address, or at the host that was asked. */
export const isOwnOrigin = ({ headers, host, server: { publicUrl } }: FastifyRequest): boolean => {
  const { origin } = headers;
  if (origin === undefined || !URL.canParse(origin)) return false;
  if (publicUrl !== undefined && origin === new URL(publicUrl).origin) return true;
  const named = new URL(origin).host;
  return named !== '' && named === host;
};

/** A page of another site has our ear only where the public address is known; programs name no page. */
export const isForeign = (request: FastifyRequest): boolean =>
  request.headers.origin !== undefined && request.server.publicUrl !== undefined && !isOwnOrigin(request);

/**
 * Whether a host's name can be ours. Another site may let its own name point here, and its pages would then be ours to the
 * browser; it cannot do that with an address, nor with a name without a dot (localhost, a container's).
 */
export const isOurHost = ({ host, server: { publicUrl } }: FastifyRequest): boolean => {
  if (publicUrl === undefined) return true;
  if (!URL.canParse(`http://${host}`)) return false;
  const name = new URL(`http://${host}`).hostname.replace(/\.$/, '');
  return isIP(name.replace(/^\[|\]$/g, '')) > 0 || !name.includes('.') || name === new URL(publicUrl).hostname;
};

/** Where a request to the API comes from: our own page, or another program. */
export const askedFrom = (request: FastifyRequest) =>
  isOwnOrigin(request) ? ({ channel: 'web', chat: 'page' } as const) : ({ channel: 'api', chat: 'api' } as const);

const HOST = /^[\w.-]+(?::\d+)?$|^\[[\da-fA-F:.]+\](?::\d+)?$/;

/** The address, without a trailing slash, under which a request came in. */
export const ownAddress = ({ host, protocol, server: { publicUrl } }: FastifyRequest): string => {
  if (publicUrl !== undefined && (!HOST.test(host) || new URL(publicUrl).host === host)) return publicUrl;
  return `${protocol}://${HOST.test(host) ? host : '127.0.0.1:3000'}`;
};
