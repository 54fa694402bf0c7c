import type { Agent } from 'node:http';
import type { Dispatcher } from 'undici';

/** Environment variables by name. */
type Variables = Record<string, string | undefined>;

const PROXIES = ['http_proxy', 'https_proxy', 'all_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'] as const;
/** This machine is never asked through a proxy. */
const OWN = ['localhost', '127.0.0.1', '::1'];

const isSet = (value: string | undefined): value is string => value !== undefined && value.trim() !== '';

/** The proxies that are set, without what may be a password in them: HTTPS_PROXY http://proxy.example:3128. */
export const proxiesIn = (env: Readonly<Variables>): readonly string[] =>
  PROXIES.flatMap((name) => {
    const value = env[name];
    if (!isSet(value)) return [];
    return [URL.canParse(value) ? `${name} ${new URL(value).origin}` : `${name}（不是地址）`];
  });

/**
 * From now on every request goes through the proxies of the environment, whoever makes it: `fetch` by undici's agent, the
 * SDKs' HTTP by itself. Does nothing where none is set. Returns how to undo it.
 */
export const useProxies = async (env: Variables): Promise<() => void> => {
  if (proxiesIn(env).length === 0) return () => {};
  const own = [...(env.NO_PROXY ?? env.no_proxy ?? '').split(/[\s,]+/), ...OWN].filter((name) => name !== '');
  env.NO_PROXY = [...new Set(own)].join(',');
  env.no_proxy = env.NO_PROXY;
  const { EnvHttpProxyAgent, getGlobalDispatcher, setGlobalDispatcher } = await import('undici');
  const before: Dispatcher = getGlobalDispatcher();
  setGlobalDispatcher(new EnvHttpProxyAgent());
  return () => setGlobalDispatcher(before);
};

/** What a long connection to an address (`wss://…`) is opened with where the environment has a proxy for it. */
export const proxyAgent = async (address: string): Promise<Agent | undefined> => {
  const { getProxyForUrl } = await import('proxy-from-env');
  const proxy = getProxyForUrl(address.replace(/^ws/, 'http'));
  if (proxy === '') return undefined;
  const { HttpsProxyAgent } = await import('https-proxy-agent');
  return new HttpsProxyAgent(proxy) as unknown as Agent;
};
