import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app.ts';
import { loadBot } from '../../src/bot.ts';
import { onePlan } from '../../src/channels/asked-plans.ts';
import { openChats } from '../../src/channels/chats.ts';
import type { Line } from '../../src/channels/line.ts';
import type { Log } from '../../src/channels/log.ts';
import type { AccessConfig } from '../../src/config.ts';
import { createLogger } from '../../src/log.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import type { Plan } from '../../src/types.ts';

/** The server's own pipeline with one channel, for as long as the simulation takes. */
export interface Pipeline {
  readonly url: string;
  /** Resolves when nothing is left to answer or send. */
  readonly idle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface LineDeps {
  readonly log: Log;
  readonly now: () => number;
  readonly store: Store;
  readonly plan: Plan;
}

/** Opens the pipeline on a free port, on an empty store in a temporary folder. */
export const openPipeline = async (lineOf: (deps: LineDeps) => Line, access: AccessConfig): Promise<Pipeline> => {
  const folder = mkdtempSync(join(tmpdir(), 'wenji-simulate-'));
  const now = Date.now;
  const logger = createLogger('error');
  const store = openStore({ path: join(folder, 'wenji.sqlite'), days: 1, now });
  const { ask, plan } = await loadBot();
  const line = lineOf({ log: logger, now, store, plan });
  const chats = openChats({ lines: [line], store, ask, plans: onePlan({ plan }), access, log: logger, now });
  const app = await createApp({ ask, conversations: store.conversations, channels: chats.channels, logger });
  await app.listen({ host: '127.0.0.1', port: 0 });
  chats.start();
  return {
    url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    idle: chats.idle,
    close: async () => {
      await app.close();
      await chats.stop();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
