/** What HTTP_PROXY, HTTPS_PROXY and NO_PROXY say of an address. */
declare module 'proxy-from-env' {
  /** The proxy's address; empty for none. */
  export function getProxyForUrl(url: string): string;
}
