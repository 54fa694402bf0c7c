import { createRequire } from 'node:module';
import type { Client, HttpInstance, HttpRequestOptions, Logger } from '@larksuiteoapi/node-sdk';
import type { Log } from '../log.ts';

/** What sending and the long connection take of the configuration. */
export interface FeishuAccess {
  readonly appId: string;
  readonly appSecret: string;
  /** Without a trailing slash: the SDK would otherwise ask for `//open-apis`. */
  readonly baseUrl: string;
}

/** Bytes of an answer of the platform; those that we ask for are short. */
const LONGEST_RESPONSE = 1 << 20;

/** The SDK puts an address with a ticket, an event or an error's text behind these words. */
const DETAIL = /\b(ws url|data|error|msg|failed to handle inbound frame|invalid pong payload): .*/s;

/**
 * The SDK's lines, at debug level. Only what it says in words: its objects are requests and errors, with tokens, the app
 * secret and people's questions in them.
 */
export const quietLogger = (log: Log): Logger => {
  const write = (parts: readonly unknown[]): void => {
    const words = parts.flat().filter((part) => typeof part === 'string');
    if (words.length > 0) log.debug({ sdk: words.join(' ').replace(DETAIL, '$1') }, 'feishu sdk');
  };
  const line = (...parts: readonly unknown[]): void => write(parts);
  return { error: line, warn: line, info: line, debug: line, trace: line };
};

/** How long a request may take, and what else ends it. */
export interface Guard {
  /** Milliseconds */
  readonly timeout: number;
  readonly signal?: AbortSignal;
}

/** The SDK's HTTP, which by itself waits for ever, with a deadline for the whole request and without redirects. */
export const withDeadline = (http: HttpInstance, { timeout, signal }: Guard): HttpInstance => {
  const guarded = <D>(options?: HttpRequestOptions<D>): HttpRequestOptions<D> => {
    const deadline = AbortSignal.timeout(timeout);
    const guards = {
      signal: signal ? AbortSignal.any([deadline, signal]) : deadline,
      maxRedirects: 0,
      maxContentLength: LONGEST_RESPONSE,
    };
    return { ...options, ...guards };
  };
  return {
    request: (options) => http.request(guarded(options)),
    get: (url, options) => http.get(url, guarded(options)),
    delete: (url, options) => http.delete(url, guarded(options)),
    head: (url, options) => http.head(url, guarded(options)),
    options: (url, options) => http.options(url, guarded(options)),
    post: (url, data, options) => http.post(url, data, guarded(options)),
    put: (url, data, options) => http.put(url, data, guarded(options)),
    patch: (url, data, options) => http.patch(url, data, guarded(options)),
  };
};

const TOKEN_PATH = '/auth/v3/tenant_access_token/internal';

/**
 * The SDK asks for a token for each of the calls that find none. Those made while one is on its way get its answer; it
 * goes on to count for the rest of the turn, in which the SDK has not yet put it into its cache.
 */
const withOneToken = (http: HttpInstance): HttpInstance => {
  let flight: Promise<unknown> | undefined;
  const land = () => {
    flight = undefined;
  };
  const post: HttpInstance['post'] = <T, R, D>(url: string, data?: D, options?: HttpRequestOptions<D>) => {
    if (!url.endsWith(TOKEN_PATH)) return http.post<T, R, D>(url, data, options);
    flight ??= http.post(url, data, options).finally(() => setImmediate(land));
    return flight as Promise<R>; // every request for a token has the same answer
  };
  return { ...http, post };
};

/**
 * Returns the official SDK, loaded when first needed: a server without Feishu need not pay for it. Required, not
 * imported: Node keeps the six megabytes of its source twice more for an import, to look for the names that it exports.
 */
export const loadSdk = (): typeof import('@larksuiteoapi/node-sdk') =>
  createRequire(import.meta.url)('@larksuiteoapi/node-sdk');

/** Opens a client of the SDK with a token cache of its own: the default one is shared by the whole process. */
export const openSdk = async (config: FeishuAccess, log: Log, timeout: number): Promise<Client> => {
  const { Client, DefaultCache, LoggerLevel, defaultHttpInstance } = loadSdk();
  return new Client({
    appId: config.appId,
    appSecret: config.appSecret,
    domain: config.baseUrl,
    cache: new DefaultCache(),
    // Its interceptor resolves to the body, which axios's own types do not know.
    httpInstance: withOneToken(withDeadline(defaultHttpInstance as HttpInstance, { timeout })),
    logger: quietLogger(log),
    loggerLevel: LoggerLevel.debug,
  });
};
