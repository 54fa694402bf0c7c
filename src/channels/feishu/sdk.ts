import type { Client, HttpInstance, HttpRequestOptions, Logger } from '@larksuiteoapi/node-sdk';
import type { FeishuConfig } from '../../config.ts';
import type { Log } from '../log.ts';

/** Bytes of an answer of the platform; those that we ask for are short. */
const LONGEST_RESPONSE = 1 << 20;

/**
 * The SDK's lines, at debug level. Only what it says in words: its objects are requests and errors, with tokens, the app
 * secret and people's questions in them.
 */
const quietLogger = (log: Log): Logger => {
  const write = (parts: readonly unknown[]): void => {
    const words = parts.flat().filter((part) => typeof part === 'string');
    if (words.length > 0) log.debug({ sdk: words.join(' ') }, 'feishu sdk');
  };
  const line = (...parts: readonly unknown[]): void => write(parts);
  return { error: line, warn: line, info: line, debug: line, trace: line };
};

/** The SDK's HTTP, which by itself waits for ever, with a deadline for the whole request and without redirects. */
const withDeadline = (http: HttpInstance, timeout: number): HttpInstance => {
  const guarded = <D>(options?: HttpRequestOptions<D>): HttpRequestOptions<D> => {
    const guards = {
      signal: AbortSignal.timeout(timeout),
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

/**
 * Opens a client of the official SDK with a token cache of its own: the default one is shared by the whole process.
 * Imported here and not at the top: it costs a third of a second and 70 MB, which a server without Feishu need not pay.
 */
export const openSdk = async (config: FeishuConfig, log: Log, timeout: number): Promise<Client> => {
  const { Client, DefaultCache, LoggerLevel, defaultHttpInstance } = await import('@larksuiteoapi/node-sdk');
  return new Client({
    appId: config.appId,
    appSecret: config.appSecret,
    domain: config.baseUrl,
    cache: new DefaultCache(),
    // Its interceptor resolves to the body, which axios's own types do not know.
    httpInstance: withDeadline(defaultHttpInstance as HttpInstance, timeout),
    logger: quietLogger(log),
    loggerLevel: LoggerLevel.debug,
  });
};
