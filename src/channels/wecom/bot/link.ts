import type { Logger, WSClient, WsFrame } from '@wecom/aibot-node-sdk';
import { z } from 'zod';
import { proxyAgent } from '../../proxy.ts';
import { faultOfCode } from '../api-faults.ts';

/** What the AI bot needs for its long connection. */
export interface BotSocketConfig {
  readonly botId: string;
  readonly secret: string;
  /** `wss://openws.work.weixin.qq.com` */
  readonly url: string;
}

/** Why a connection is over. */
export type LinkEnd =
  | { readonly kind: 'dropped' }
  /** Bot id or secret. */
  | { readonly kind: 'credentials'; readonly code: number }
  /** Another process has connected as this bot: there is one connection per bot. */
  | { readonly kind: 'replaced' };

/** One connection, from the attempt to its end; it is never opened again. */
export interface Link {
  readonly client: WSClient;
  readonly ended: Promise<LinkEnd>;
  readonly close: () => void;
}

export interface LinkHandlers {
  /** The platform has accepted the bot. */
  readonly onLive: () => void;
  /** A message or an event, as it came. */
  readonly onFrame: (reqId: string, body: unknown) => void;
}

export interface LinkTiming {
  /** Milliseconds until the platform must have accepted the bot. */
  readonly timeout: number;
  /** Milliseconds between pings; the SDK gives a connection up after two without answer. */
  readonly heartbeat: number;
}

/** Bytes of a frame; a message of the platform has a few thousand. */
const LONGEST_FRAME = 1 << 20;

/** The SDK's own error when the platform does not accept the bot. */
const REFUSED = /^Authentication failed: .*\(code: (-?\d+)\)$/s;

const frameSchema = z.object({ headers: z.object({ req_id: z.string().min(1) }), body: z.unknown() });
const replacedSchema = z.object({ event: z.object({ eventtype: z.literal('disconnected_event') }) });

const SILENT = (): void => {};
/** The SDK writes whole frames into its lines: questions, people, answers. What matters comes as events, too. */
const QUIET: Logger = { debug: SILENT, info: SILENT, warn: SILENT, error: SILENT };

const endOfRefusal = (error: unknown): LinkEnd | undefined => {
  const code = error instanceof Error ? REFUSED.exec(error.message)?.[1] : undefined;
  if (code === undefined) return undefined;
  const { kind } = faultOfCode(Number(code));
  return kind === 'busy' || kind === 'rate' ? undefined : { kind: 'credentials', code: Number(code) };
};

/**
 * Connects once with the official SDK. Its own re-connection is off: it gives up, and a client that is used again lets the
 * end of its old connection cut the new one.
 */
export const openLink = async (
  { botId, secret, url }: BotSocketConfig,
  { onLive, onFrame }: LinkHandlers,
  { timeout, heartbeat }: LinkTiming,
): Promise<Link> => {
  // Imported here and not at the top: it brings an HTTP client of its own, which a server without this bot need not load.
  const { WSClient } = await import('@wecom/aibot-node-sdk');
  const agent = await proxyAgent(url);
  const client = new WSClient({
    botId,
    secret,
    wsUrl: url,
    heartbeatInterval: heartbeat,
    maxReconnectAttempts: 0,
    maxAuthFailureAttempts: 0,
    logger: QUIET,
    wsOptions: {
      handshakeTimeout: timeout,
      maxPayload: LONGEST_FRAME,
      followRedirects: false,
      ...(agent && { agent }),
    },
  });
  let end: LinkEnd = { kind: 'dropped' };
  let finish = (): void => {};
  const ended = new Promise<LinkEnd>((resolve) => {
    finish = () => resolve(end);
  });
  const close = (): void => {
    client.disconnect();
    finish();
  };
  // The SDK waits for ever for the answer to its subscription.
  const deadline = setTimeout(close, timeout);
  void ended.then(() => clearTimeout(deadline));

  client.on('authenticated', () => {
    clearTimeout(deadline);
    onLive();
  });
  client.on('error', (error) => {
    end = endOfRefusal(error) ?? end;
  });
  client.on('disconnected', finish);

  const take = (frame: WsFrame): void => {
    const read = frameSchema.safeParse(frame);
    if (read.success) onFrame(read.data.headers.req_id, read.data.body);
  };
  client.on('message', take);
  client.on('event', (frame) => {
    if (replacedSchema.safeParse(frame.body).success) end = { kind: 'replaced' };
    else take(frame);
  });
  client.connect();
  return { client, ended, close };
};
