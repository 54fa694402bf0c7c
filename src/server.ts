import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { type Channel, openChannels } from './channels/channel.ts';
import { feishuLine } from './channels/feishu/feishu.ts';
import type { Line } from './channels/line.ts';
import { proxiesIn, useProxies } from './channels/proxy.ts';
import { wecomAppLine } from './channels/wecom/app/app.ts';
import { botByConnection } from './channels/wecom/bot/connection.ts';
import { botByWebhook } from './channels/wecom/bot/webhook.ts';
import { type Config, readConfig } from './config.ts';
import { CodedError } from './errors.ts';
import { createLogger } from './log.ts';
import { broughtDirOf, openPlans } from './open-plans.ts';
import { followPlans } from './overlay/follow-plans.ts';
import { type LivePlans, listedPlan } from './overlay/live-plans.ts';
import { refusalText } from './overlay/read-words.ts';
import { createService, type Service } from './service.ts';
import { localUrl, startupLines } from './startup.ts';
import type { Store } from './store/store.ts';
import { makeList } from './worklists/make-list.ts';

const VERSION: string = createRequire(import.meta.url)('../package.json').version;
/** Milliseconds between two looks at the word lists on the disk. */
const FOLLOW_EVERY = 3_000;
/** Milliseconds in which answers under way are finished before the process ends; what is left is done by the next. */
const STOP_LIMIT = 10_000;

/** Every chat platform there is, as far as it is configured. */
const linesOf =
  ({ feishu, wecomBot, wecomApp }: Config, plans: LivePlans, log: Logger) =>
  ({ streams }: Store): readonly Line[] => {
    const deps = { log, now: Date.now };
    return [
      ...(feishu
        ? [
            feishuLine(feishu, {
              ...deps,
              makeList: makeList((id) => listedPlan(plans, id)?.bot.plan),
            }),
          ]
        : []),
      ...(wecomBot?.mode === 'webhook' ? [botByWebhook(wecomBot, { ...deps, streams })] : []),
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

/** Looks every few seconds whether somebody has changed words or plans on the disk. */
const follow = (plans: LivePlans, { data }: Config, log: Logger): void => {
  const look = followPlans(plans, {
    broughtDir: broughtDirOf(data),
    onReloaded: ({ id }, reloaded) =>
      reloaded.status === 'reloaded'
        ? log.info({ plan: id, entries: reloaded.entries }, 'the words were read again')
        : log.error(
            { plan: id, reason: refusalText(reloaded) },
            'the words on the disk cannot be used; those before stay in force',
          ),
    onTaken: (folder, taken) => {
      if (taken.status === 'taken') log.info({ plan: taken.id }, 'a plan is now in force');
      else log.error({ folder, reason: taken.reason }, 'a plan cannot be put in force');
    },
    onGone: ({ id }) => log.info({ plan: id }, 'a plan is no longer in force: its folder is gone'),
    onFault: (err) => log.error({ err }, 'plans and words on the disk could not be read'),
  });
  void look();
  setInterval(() => void look(), FOLLOW_EVERY).unref();
};

/** Milliseconds between two looks whether a week is over. */
const WEEKLY_EVERY = 60_000;

/** Looks every minute whether the administrators' chat is to be told of the week before. */
const tellWeekly = ({ weekly }: Service, log: Logger): void => {
  if (!weekly) return;
  const look = (): void => {
    weekly().catch((err) => log.error({ err }, 'the weekly summary could not be handed over'));
  };
  look();
  setInterval(look, WEEKLY_EVERY).unref();
};

/** Milliseconds between two looks at what is the matter. */
const OVERSEE_EVERY = 30_000;

/** Looks every half minute what an administrator has to see to. */
const oversee = ({ oversee: look }: Service, log: Logger): void => {
  const again = (): void => {
    look().catch((err) => log.error({ err }, 'what is the matter could not be looked at'));
  };
  again();
  setInterval(again, OVERSEE_EVERY).unref();
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

/** Nothing more comes in, what is under way is finished, the rest stays on the disk for the next process. */
const stopOnSignal = ({ app, channels, chats, store }: Service, log: Logger): void => {
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
  await useProxies(process.env);
  const proxies = proxiesIn(process.env);
  if (proxies.length > 0) log.info({ proxies, not: process.env.NO_PROXY }, 'requests go through proxies');
  const plans = await openPlans(config, log);
  const service = await createService({
    ...{ config, plans, log, version: VERSION },
    ...{ lines: linesOf(config, plans, log), closed: closedChannels(config) },
  });
  const { app, channels, chats } = service;
  stopOnSignal(service, log);
  for (const { id, bot } of plans.list()) {
    const { refused } = bot.words();
    if (refused) log.error({ plan: id, reason: refusalText(refused) }, 'the added words cannot be used');
  }
  follow(plans, config, log);
  const url = localUrl(config.host, await listen(app, config));
  await chats.start();
  tellWeekly(service, log);
  oversee(service, log);
  await Promise.all(openChannels(channels).map((channel) => channel.start?.()));
  void plans.warm();
  const lines = startupLines({ url, plans: plans.list(), broken: plans.broken(), channels });
  process.stdout.write(`${lines.join('\n')}\n`);
};

try {
  await start();
} catch (error) {
  const known = error instanceof CodedError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`问计未能启动：${known}\n`);
  process.exit(1);
}
