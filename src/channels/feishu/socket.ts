import type { EventDispatcher, HttpInstance, WSClient } from '@larksuiteoapi/node-sdk';
import type { Log } from '../log.ts';
import { proxyAgent } from '../proxy.ts';
import { endpointHttp, type NoEndpoint } from './endpoint.ts';
import { type FeishuAccess, loadSdk, quietLogger, withDeadline } from './sdk.ts';

/** Takes an event on; what it returns goes back to the platform as the answer to a click. */
export type HandleEvent = (event: unknown) => Promise<object | undefined>;

/** How a connection ended: the platform gave no address, it was not reached or lost, or it was stopped. */
export type Ending = NoEndpoint | { readonly kind: 'lost' } | { readonly kind: 'stopped' };

/** What one connection needs. */
export interface SocketParts {
  readonly config: FeishuAccess;
  readonly handle: HandleEvent;
  readonly log: Log;
  /** Milliseconds for asking for the address, and for connecting. */
  readonly timeout: number;
  /** Ends the connection. */
  readonly signal: AbortSignal;
  readonly onOpen: () => void;
}

/** Seconds without a sign of life after a ping, after which the connection counts as lost. */
const PING_TIMEOUT = 30;

interface Header {
  readonly key: string;
  readonly value: string;
}

/** Two steps of the SDK's client that it keeps to itself. */
interface Inside {
  handleEventData(frame: { readonly headers: readonly Header[] }): Promise<void>;
  reConnect(isStart?: boolean): Promise<void>;
}

const asEvent = (header: Header): Header =>
  header.key === 'type' && header.value === 'card' ? { ...header, value: 'event' } : header;

/**
 * Clicks on a card may come in frames of a type of their own, which the SDK drops without an answer: the clicker would
 * see an error. Its own way to connect again is replaced by ours: it waits for two minutes after each try that fails.
 */
const amend = (client: WSClient, onLost: () => void): void => {
  const inside = client as unknown as Inside;
  const handle = inside.handleEventData.bind(client);
  const connect = inside.reConnect.bind(client);
  inside.handleEventData = (frame) => handle({ ...frame, headers: frame.headers.map(asEvent) });
  inside.reConnect = async (isStart) => {
    if (isStart) await connect(true).catch(onLost);
    else onLost();
  };
};

/** The one method of a dispatcher that the SDK calls: with the event as it came in, before the SDK's flattening of it. */
const dispatcherOf = ({ handle, log }: SocketParts) => ({
  invoke: async (event: unknown): Promise<object | undefined> => {
    try {
      return await handle(event);
    } catch (err) {
      log.error({ err }, 'feishu: an event could not be taken on; the platform delivers it again');
      throw new Error('not taken on'); // the SDK acknowledges with 500 and writes the text to its log
    }
  },
});

const openClient = async (parts: SocketParts, end: (ending: Ending) => void): Promise<WSClient> => {
  const { WSClient, LoggerLevel, defaultHttpInstance } = loadSdk();
  const { config, log, timeout, signal } = parts;
  const http = withDeadline(defaultHttpInstance as HttpInstance, { timeout, signal });
  // The platform gives the address only later; its host is one of the same proxy's.
  const agent = await proxyAgent(config.baseUrl);
  return new WSClient({
    ...(agent && { agent }),
    appId: config.appId,
    appSecret: config.appSecret,
    domain: config.baseUrl,
    httpInstance: endpointHttp(http, config.baseUrl, end),
    logger: quietLogger(log),
    loggerLevel: LoggerLevel.debug,
    handshakeTimeoutMs: timeout,
    wsConfig: { pingTimeout: PING_TIMEOUT },
    onReady: parts.onOpen,
  });
};

/** Holds one connection for as long as it lasts. Resolves to how it ended; does not reject for reasons of the network. */
export const holdSocket = async (parts: SocketParts): Promise<Ending> => {
  const { signal } = parts;
  let end: (ending: Ending) => void = () => {};
  const over = new Promise<Ending>((resolve) => {
    end = resolve; // the first one counts
  });
  const client = await openClient(parts, end);
  amend(client, () => end({ kind: 'lost' }));
  const stop = () => end({ kind: 'stopped' });
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  else await client.start({ eventDispatcher: dispatcherOf(parts) as unknown as EventDispatcher });
  const ending = await over;
  signal.removeEventListener('abort', stop);
  client.close({ force: true });
  return ending;
};
