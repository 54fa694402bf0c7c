import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FastifyInstance, fastify } from 'fastify';
import { pino } from 'pino';
import { createApp } from '../../src/app.ts';
import type { Bot } from '../../src/bot.ts';
import { onePlan } from '../../src/channels/asked-plans.ts';
import { openChats } from '../../src/channels/chats.ts';
import { FEISHU_PATH, feishuLine } from '../../src/channels/feishu/feishu.ts';
import { receive } from '../../src/channels/feishu/receive.ts';
import type { Line } from '../../src/channels/line.ts';
import { rawBodies } from '../../src/channels/raw-bodies.ts';
import { openStore } from '../../src/store/store.ts';
import { APP, KEYS } from './deliveries.ts';

/** A server on a port of its own. */
export interface Served {
  readonly port: number;
  readonly close: () => Promise<void>;
}

const listen = async (app: FastifyInstance): Promise<number> => {
  await app.listen({ host: '127.0.0.1', port: 0 });
  return (app.server.address() as AddressInfo).port;
};

/** A route that does nothing but what `work` does with the bytes. */
const bareRoute = async (work: (headers: Record<string, string>, body: Buffer) => unknown): Promise<Served> => {
  const app = fastify({ bodyLimit: 1 << 20 });
  await app.register(async (scope) => {
    rawBodies(scope, ['application/json']);
    scope.post(FEISHU_PATH, async (request) => {
      work(request.headers as Record<string, string>, request.body as Buffer);
      return {};
    });
  });
  return { port: await listen(app), close: () => app.close() };
};

/** Only reads the body. */
export const readingRoute = (): Promise<Served> => bareRoute((_headers, body) => body.length);

/** Reads, verifies, decrypts and parses, nothing else. */
export const verifyingRoute = (): Promise<Served> =>
  bareRoute((headers, body) => {
    const receipt = receive({ headers, body, receivedAt: Date.now() }, KEYS, () => ({ status: 'ignored', reason: '' }));
    if (receipt.status !== 'ignored') throw new Error(receipt.status);
  });

const EVERYBODY = { tenants: [], chats: [], people: [], external: false, perMinute: 1_000_000 };

interface ChannelOptions {
  readonly bot: Bot;
  readonly platform: string;
  /** Without it everything is accepted and nothing answered. */
  readonly answers: boolean;
  /** The address of a PostgreSQL server's database; without it the store is a file on the disk. */
  readonly database?: string;
}

/** Feishu by webhook as the server has it. */
export const feishuChannel = async ({ bot, platform, answers, database }: ChannelOptions) => {
  const folder = mkdtempSync(join(tmpdir(), 'wenji-bench-'));
  const log = pino({ level: 'silent' });
  const path = join(folder, 'wenji.sqlite');
  const store = await openStore({ path, database, days: 1, now: Date.now, most: 1_000_000 });
  const config = { mode: 'webhook', ...APP, ...KEYS, baseUrl: platform } as const;
  const line: Line = feishuLine(config, { log, now: Date.now });
  const chats = openChats({
    ...{ lines: [line], store, ask: bot.ask, plans: onePlan(bot) },
    ...{ access: EVERYBODY, log, now: Date.now },
  });
  // Stopped before it began: what is accepted stays in the inbox.
  if (!answers) await chats.stop();
  const app = await createApp({
    ask: bot.ask,
    conversations: store.conversations,
    channels: chats.channels,
    logger: log,
  });
  const port = await listen(app);
  if (answers) await chats.start();
  return {
    port,
    idle: chats.idle,
    waiting: store.inbox.waiting,
    close: async () => {
      await app.close();
      await chats.stop();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
