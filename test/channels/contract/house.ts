import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { createApp } from '../../../src/app.ts';
import { onePlan } from '../../../src/channels/asked-plans.ts';
import { openChannels } from '../../../src/channels/channel.ts';
import { type Chats, openChats } from '../../../src/channels/chats.ts';
import type { Line } from '../../../src/channels/line.ts';
import { NO_WATCH, type Watch } from '../../../src/channels/watch.ts';
import { welcomeOf } from '../../../src/channels/welcome.ts';
import type { AccessConfig } from '../../../src/config.ts';
import { candidatesOf } from '../../../src/overlay/candidates.ts';
import type { Database } from '../../../src/store/database.ts';
import { openSqlite } from '../../../src/store/sqlite.ts';
import { type Store, storeOn } from '../../../src/store/store.ts';
import type { Ask, Question } from '../../../src/types.ts';
import { OPEN_ACCESS } from '../../fakes/desk.ts';
import { memoryLog } from '../../fakes/memory-log.ts';
import { bot } from '../../helper.ts';
import type { Time } from './time.ts';

/** What a line is made of besides its platform. */
export interface LineParts {
  readonly log: Logger;
  readonly now: () => number;
  readonly store: Store;
}

export interface HouseOptions {
  readonly time: Time;
  readonly line: (parts: LineParts) => Line;
  readonly ask?: Ask;
  readonly access?: Partial<AccessConfig>;
  /** Pieces of work that may wait. */
  readonly most?: number;
  /** The file; in memory without. */
  readonly path?: string;
}

/** A process without a port, as the server makes it: one platform, the inbox, the bot. */
export interface House {
  readonly app: FastifyInstance;
  readonly chats: Chats;
  readonly store: Store;
  readonly database: Database;
  /** What was logged. */
  readonly lines: readonly string[];
  /** How often the platform has brought something, whatever became of it. */
  readonly takes: () => number;
  /** As the server stops. */
  readonly close: () => Promise<void>;
}

export const EXAMPLE = '天然气交易中心由哪个单位负责？';
const PLANS = onePlan({
  ...{ plan: bot.plan, examples: [EXAMPLE] },
  candidates: (question: Question) => candidatesOf(bot, question),
});
/** What everybody is greeted with. */
export const WELCOMED = welcomeOf(PLANS).text.split('\n', 1)[0] ?? '';

/** Opens the house, with the connection of its channel if it has one. */
export const openHouse = async (options: HouseOptions): Promise<House> => {
  const { time, line, ask = bot.ask, access, most, path = ':memory:' } = options;
  const { now, later } = time;
  const { logger, lines } = memoryLog();
  const database = openSqlite(path);
  const store = await storeOn(database, { days: 14, now, ...(most !== undefined && { most }) });
  let takes = 0;
  const counted = (one: Line): Line => ({
    ...one,
    connect: (take) =>
      one.connect(async (...incoming) => {
        try {
          return await take(...incoming);
        } finally {
          takes += 1;
        }
      }),
  });
  const watch: Watch = {
    ...NO_WATCH,
    judged: ({ answer, ...event }) => store.records.judged({ ...event, kind: answer.kind }),
  };
  const chats = openChats({
    ...{ lines: [counted(line({ log: logger, now, store }))], store, ask, plans: PLANS },
    ...{ access: { ...OPEN_ACCESS, ...access }, log: logger, now, later, watch },
  });
  const app = await createApp({ ask, conversations: store.conversations, channels: chats.channels, logger });
  await chats.start();
  const open = openChannels(chats.channels);
  await Promise.all(open.map((channel) => channel.start?.()));
  const close = async (): Promise<void> => {
    await app.close();
    await chats.stop();
    await Promise.all(open.map((channel) => channel.stop?.()));
    await store.close();
  };
  return { app, chats, store, database, lines, takes: () => takes, close };
};
