import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { type Bot, loadBot, withClock } from './bot.ts';
import { type Channel, openChannels } from './channels/channel.ts';
import { feishuChannel } from './channels/feishu/feishu.ts';
import { webPage } from './channels/web/web.ts';
import { type Config, readConfig } from './config.ts';
import { CodedError } from './errors.ts';
import { createLogger } from './log.ts';
import { differ } from './questions/differ.ts';
import { indicator } from './questions/indicator.ts';
import { responsible } from './questions/responsible.ts';
import { unitTasks } from './questions/unit-tasks.ts';
import { localUrl, startupLines } from './startup.ts';
import { type Conversations, memoryConversations } from './store/conversations.ts';
import { converseWith } from './store/converse.ts';
import { memorySeen } from './store/seen.ts';

/** Milliseconds in which answers under way are finished before the process ends. */
const STOP_LIMIT = 10_000;

/** The first sentence of each: shown on the page and in the start-up lines. */
const EXAMPLES = [responsible, unitTasks, indicator, differ].flatMap(({ examples }) => examples.slice(0, 1));

const webChannel = ({ plan: { document } }: Bot): Channel => ({
  name: 'web',
  title: '网页',
  status: 'on',
  address: '打开上面的地址即可提问',
  mount: async (scope) => {
    await scope.register(webPage, { planTitle: document.title, planNumber: document.number, examples: EXAMPLES });
  },
  drain: async () => {},
});

interface Parts {
  readonly bot: Bot;
  readonly config: Config;
  readonly conversations: Conversations;
  readonly logger: Logger;
}

/** Every channel there is; one that is not configured says so. */
const channelsOf = ({ bot, config, conversations, logger }: Parts): readonly Channel[] => [
  webChannel(bot),
  feishuChannel(config.feishu, {
    converse: converseWith(bot.ask, conversations),
    seen: memorySeen(Date.now),
    logger,
    now: Date.now,
  }),
];

/** Faults quote the answer and with it the question: only in the most detailed log. */
const loadCheckedBot = async (logger: Logger): Promise<Bot> => {
  const bot = await loadBot({
    onFault: (kind, faults) => {
      logger.error({ kind, faults: faults.length }, 'an answer failed its check and was replaced by a refusal');
      logger.trace({ kind, faults }, 'faults');
    },
  });
  return { ...bot, ask: withClock(bot.ask, Date.now) };
};

const LISTEN_FAULTS: Readonly<Record<string, string>> = {
  EADDRINUSE: '已被占用',
  EACCES: '没有权限监听',
  EADDRNOTAVAIL: '不是本机地址',
  ENOTFOUND: '找不到该主机名',
};

const listen = async (app: FastifyInstance, { host, port }: Config): Promise<number> => {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const fault = LISTEN_FAULTS[String((error as NodeJS.ErrnoException).code)];
    throw fault ? new CodedError('listen_failed', `${host}:${port} ${fault}。`) : error;
  }
  return (app.server.address() as AddressInfo).port;
};

const stopOnSignal = (app: FastifyInstance, channels: readonly Channel[], logger: Logger): void => {
  const finish = async (): Promise<boolean> => {
    await app.close();
    await Promise.all(openChannels(channels).map((channel) => channel.drain()));
    return true;
  };
  const stop = async (): Promise<void> => {
    const finished = await Promise.race([finish(), sleep(STOP_LIMIT, false)]);
    if (!finished) logger.warn('stopped with answers still under way');
    process.exit(0);
  };
  // Once: a second signal ends the process at once.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
};

const start = async (): Promise<void> => {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const logger = createLogger(config.logLevel);
  const bot = await loadCheckedBot(logger);
  const conversations = memoryConversations(Date.now);
  const channels = channelsOf({ bot, config, conversations, logger });
  const app = await createApp({ ask: bot.ask, conversations, channels, logger });
  stopOnSignal(app, channels, logger);
  const url = localUrl(config.host, await listen(app, config));
  const { document, tasks } = bot.plan;
  const lines = startupLines({
    url,
    planTitle: document.title,
    tasks: tasks.length,
    example: EXAMPLES[0] ?? '',
    channels,
  });
  process.stdout.write(`${lines.join('\n')}\n`);
};

try {
  await start();
} catch (error) {
  const known = error instanceof CodedError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`问计未能启动：${known}\n`);
  process.exit(1);
}
