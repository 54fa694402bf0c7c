import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { type Bot, loadBot, withClock } from './bot.ts';
import { type Channel, openChannels } from './channels/channel.ts';
import { type Chats, openChats } from './channels/chats.ts';
import { feishuLine } from './channels/feishu/feishu.ts';
import type { Line } from './channels/line.ts';
import { webPage } from './channels/web/web.ts';
import { wecomAppLine } from './channels/wecom/app/app.ts';
import { botByConnection } from './channels/wecom/bot/connection.ts';
import { botByWebhook } from './channels/wecom/bot/webhook.ts';
import { welcomeOf } from './channels/welcome.ts';
import { type Config, readConfig } from './config.ts';
import { CodedError } from './errors.ts';
import { createLogger } from './log.ts';
import { differ } from './questions/differ.ts';
import { indicator } from './questions/indicator.ts';
import { responsible } from './questions/responsible.ts';
import { unitTasks } from './questions/unit-tasks.ts';
import { localUrl, startupLines } from './startup.ts';
import { openStore, type Store } from './store/store.ts';

/** Milliseconds in which answers under way are finished before the process ends; what is left is done by the next. */
const STOP_LIMIT = 10_000;

/** The first sentence of each: shown on the page, in the welcome and in the start-up lines. */
const EXAMPLES = [responsible, unitTasks, indicator, differ].flatMap(({ examples }) => examples.slice(0, 1));

const webChannel = ({ plan: { document } }: Bot): Channel => ({
  name: 'web',
  title: '网页',
  status: 'on',
  address: '打开上面的地址即可提问',
  mount: async (scope) => {
    await scope.register(webPage, { planTitle: document.title, planNumber: document.number, examples: EXAMPLES });
  },
});

interface Parts {
  readonly config: Config;
  readonly store: Store;
  readonly log: Logger;
}

/** Every chat platform there is, as far as it is configured. */
const linesOf = ({ config: { feishu, wecomBot, wecomApp }, store, log }: Parts): readonly Line[] => {
  const deps = { log, now: Date.now };
  return [
    ...(feishu ? [feishuLine(feishu, deps)] : []),
    ...(wecomBot?.mode === 'webhook' ? [botByWebhook(wecomBot, { ...deps, streams: store.streams })] : []),
    ...(wecomBot?.mode === 'websocket' ? [botByConnection(wecomBot, deps)] : []),
    ...(wecomApp ? [wecomAppLine(wecomApp, deps)] : []),
  ];
};

/** Those that are not configured, and how to turn them on. */
const closedChannels = ({ feishu, wecomBot, wecomApp }: Config): readonly Channel[] => {
  const off = (name: string, title: string, variable: string): Channel => ({
    ...{ name, title, status: 'off' },
    reason: `未配置（设置 ${variable} 等后启用）`,
  });
  return [
    ...(feishu ? [] : [off('feishu', '飞书', 'FEISHU_APP_ID')]),
    ...(wecomBot || wecomApp ? [] : [off('wecom', '企业微信', 'WECOM_BOT_TOKEN、WECOM_BOT_ID 或 WECOM_CORP_ID')]),
  ];
};

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

interface Running {
  readonly app: FastifyInstance;
  readonly channels: readonly Channel[];
  readonly chats: Chats;
  readonly store: Store;
  readonly log: Logger;
}

/** Nothing more comes in, what is under way is finished, the rest stays on the disk for the next process. */
const stopOnSignal = ({ app, channels, chats, store, log }: Running): void => {
  const finish = async (): Promise<boolean> => {
    await app.close();
    await chats.stop();
    await Promise.all(openChannels(channels).map((channel) => channel.stop?.()));
    await store.close();
    return true;
  };
  const stop = async (): Promise<void> => {
    const finished = await Promise.race([finish(), sleep(STOP_LIMIT, false)]);
    if (!finished) log.warn('stopped with answers still under way; the next start takes them up');
    process.exit(0);
  };
  // Once: a second signal ends the process at once.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
};

const start = async (): Promise<void> => {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const log = createLogger(config.logLevel);
  const store = openStore({ path: join(config.data.dir, 'wenji.sqlite'), days: config.data.days, now: Date.now });
  const bot = await loadCheckedBot(log);
  const { document, tasks } = bot.plan;
  const chats = openChats({
    ...{ lines: linesOf({ config, store, log }), store, ask: bot.ask, plan: bot.plan },
    ...{ welcome: welcomeOf(bot.plan, EXAMPLES), access: config.access, log, now: Date.now },
  });
  const channels = [webChannel(bot), ...chats.channels, ...closedChannels(config)];
  const app = await createApp({ ask: bot.ask, conversations: store.conversations, channels, logger: log });
  stopOnSignal({ app, channels, chats, store, log });
  const url = localUrl(config.host, await listen(app, config));
  chats.start();
  await Promise.all(openChannels(channels).map((channel) => channel.start?.()));
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
