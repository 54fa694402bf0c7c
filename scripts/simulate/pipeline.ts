import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app.ts';
import { withClock } from '../../src/bot.ts';
import { openChats } from '../../src/channels/chats.ts';
import type { Line } from '../../src/channels/line.ts';
import type { Log } from '../../src/channels/log.ts';
import { checkChatPlans } from '../../src/config/chat-plans.ts';
import type { Config } from '../../src/config.ts';
import { createLogger } from '../../src/log.ts';
import { openPlans } from '../../src/open-plans.ts';
import type { LivePlans } from '../../src/overlay/live-plans.ts';
import { openStore, type Store } from '../../src/store/store.ts';

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
  readonly plans: LivePlans;
}

/** Opens the pipeline on a free port, with the server's own plans, on an empty store in a temporary folder. */
export const openPipeline = async (lineOf: (deps: LineDeps) => Line, config: Config): Promise<Pipeline> => {
  const logger = createLogger('error');
  const plans = await openPlans(config, logger);
  const ids = plans.list().map(({ id }) => id);
  checkChatPlans(config.plans, ids);
  const folder = mkdtempSync(join(tmpdir(), 'wenji-simulate-'));
  const now = Date.now;
  const store = await openStore({ path: join(folder, 'wenji.sqlite'), days: 1, now });
  const ask = withClock(plans.ask, now);
  const line = lineOf({ log: logger, now, store, plans });
  const { access } = config;
  const { byChat } = config.plans;
  const chats = openChats({ lines: [line], store, ask, plans, byChat, access, log: logger, now });
  const app = await createApp({ ask, plans, conversations: store.conversations, channels: chats.channels, logger });
  await app.listen({ host: '127.0.0.1', port: 0 });
  await chats.start();
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
