import type { IncomingHttpHeaders } from 'node:http';

/** Names of this machine: no other site's name can be made to stand for them. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
/** A host and a port; with anything else in it, a URL would be read differently from what it looks like. */
const PLAIN_HOST = /^[\w.:[\]-]+$/;

const urlOf = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined);

const isAllowed = ({ hostname, host }: URL, allowed: ReadonlySet<string>): boolean => {
  const name = hostname.replace(/\.$/, '');
  return LOOPBACK.test(name) || allowed.has(name) || allowed.has(host);
};

/** True for a request that was meant for this server, and did not come from another site's page. */
export type IsMeant = (headers: Pick<IncomingHttpHeaders, 'host' | 'origin'>) => boolean;

/**
 * Keeps out pages of other sites, those that make their own name point here included (DNS rebinding): the Host must be
 * loopback or one of the allowed names, and so must be the Origin where there is one (MCP specification, page Transports,
 * Security Warning). `allowed`: `wenji.example.gov.cn`, with a port where only that one is meant.
 */
export const createIsMeant = (allowedHosts: readonly string[]): IsMeant => {
  const allowed = new Set(allowedHosts.map((host) => host.trim().toLowerCase()));
  return ({ host, origin }) => {
    const to = host !== undefined && PLAIN_HOST.test(host) ? urlOf(`http://${host}`) : undefined;
    if (!to || !isAllowed(to, allowed)) return false;
    if (origin === undefined) return true;
    const from = urlOf(origin);
    return from !== undefined && /^https?:$/.test(from.protocol) && isAllowed(from, allowed);
  };
};
