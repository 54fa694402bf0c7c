import { basename, join } from 'node:path';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { withClock } from './bot.ts';
import { apiDocs } from './channels/api/docs.ts';
import { feedbackRoute } from './channels/api/feedback.ts';
import { mcpRoute } from './channels/api/mcp.ts';
import { listedWork } from './channels/api/mcp-listed.ts';
import { createMetrics, type Metrics, metricsRoute } from './channels/api/metrics.ts';
import { readyRoute } from './channels/api/ready.ts';
import { botCheck, channelChecks, storeCheck } from './channels/api/ready-checks.ts';
import { worklistRoute } from './channels/api/worklists.ts';
import { type Channel, openChannels } from './channels/channel.ts';
import { type Chats, openChats } from './channels/chats.ts';
import { deskPages } from './channels/desk/desk.ts';
import type { Line } from './channels/line.ts';
import type { AnsweredQuestion, Watch } from './channels/watch.ts';
import { planPages } from './channels/web/pages/plan-pages.ts';
import { webPage } from './channels/web/web.ts';
import { welcomeOf } from './channels/welcome.ts';
import type { Config } from './config.ts';
import type { LiveBot } from './overlay/live.ts';
import type { LivePlans } from './overlay/live-plans.ts';
import { openStore, type Store } from './store/store.ts';

/** What the service is made of; handed in where the process starts. */
export interface ServiceParts {
  readonly config: Config;
  readonly plans: LivePlans;
  /** Every chat platform there is, as far as it is configured. */
  readonly lines: (store: Store) => readonly Line[];
  readonly closed: readonly Channel[];
  readonly log: Logger;
  readonly version: string;
}

/** Everything but the port. */
export interface Service {
  readonly app: FastifyInstance;
  readonly channels: readonly Channel[];
  readonly chats: Chats;
  readonly store: Store;
}

/** What happens is counted, and what was not answered well is recorded, without who asked or where. */
const watchOf = (metrics: Metrics, { records }: Store, log: Logger) => {
  const count = ({ channel, answer: { kind, status }, ms }: AnsweredQuestion): void =>
    metrics.answered({ channel, kind, status, ms });
  const unrecorded = (err: unknown): void => log.error({ err }, 'what happened could not be recorded');
  const chats: Watch = {
    answered: (event) => {
      count(event);
      return (sql) => records.record(sql, event);
    },
    judged: ({ answer: { kind }, ...event }) => void records.judged({ ...event, kind }).catch(unrecorded),
    delivered: (channel, outcome) => metrics.delivered(channel, DELIVERED[outcome] ?? 'done'),
    sent: metrics.sent,
  };
  const api = (event: AnsweredQuestion): void => {
    count(event);
    records.answered(event).catch(unrecorded);
  };
  return { chats, api };
};

const DELIVERED: Readonly<Record<string, Parameters<Metrics['delivered']>[1]>> = {
  accepted: 'accepted',
  known: 'known',
  ignored: 'ignored',
  unready: 'unready',
  full: 'full',
  failed: 'failed',
};

const webChannel = ({ plan, conflicts, examples }: LiveBot): Channel => {
  const { document, registry, id } = plan;
  const units = [...registry.units, ...registry.groups].map(({ name }) => name);
  const page = { planTitle: document.title, planNumber: document.number, examples, reading: { planId: id, units } };
  return {
    name: 'web',
    title: '网页',
    status: 'on',
    address: `打开上面的地址即可提问；全文、单位、指标在 /plans/${id}`,
    mount: async (scope) => {
      await scope.register(webPage, page);
      await scope.register(planPages, { plan, conflicts });
      await scope.register(worklistRoute({ plan, now: Date.now }));
    },
  };
};

interface Built {
  readonly parts: ServiceParts;
  readonly live: LiveBot;
  readonly store: Store;
  readonly metrics: Metrics;
  readonly channels: readonly Channel[];
  readonly ask: ReturnType<typeof withClock>;
}

/** Host names, besides this machine's own, under which the service is reached. */
const hostsOf = ({ publicUrl }: Config): readonly string[] =>
  publicUrl === undefined ? [] : [new URL(publicUrl).hostname];

/** What programs and administrators use. */
const routesOf = ({ parts, live, store, metrics, channels, ask }: Built): readonly FastifyPluginAsync[] => {
  const { config, plans, version } = parts;
  const open = openChannels(channels);
  const checks = [
    botCheck(() => live.plan.tasks.length),
    storeCheck(store.probe),
    ...channelChecks({ channels: open, now: Date.now }),
  ];
  const bot = { plan: live.plan, ask, read: live.read };
  return [
    apiDocs({ plan: live.plan, ask, question: live.examples[0] ?? '', version }),
    mcpRoute({
      ...{ bot: () => bot, worklist: listedWork(() => live.plan, Date.now), version, allowedHosts: hostsOf(config) },
      answered: metrics.answered,
    }),
    feedbackRoute({ ask, records: store.records, now: Date.now }),
    metricsRoute(metrics),
    readyRoute({ checks }),
    (scope) => deskPages(scope, { token: config.adminToken, plans, records: store.records, now: Date.now }),
  ];
};

const firstOf = (plans: LivePlans): LiveBot => {
  const [first] = plans.list();
  if (!first) throw new Error('no plan is in force');
  return first.bot;
};

/** Plans that cannot be used, by the name of their folder. */
const troublesOf = (plans: LivePlans): Readonly<Record<string, string>> =>
  Object.fromEntries(plans.broken().map(({ folder, reason }) => [`plan:${basename(folder)}`, reason]));

/** Joins the bot, the store and the channels to one service, without a port. */
export const createService = async (parts: ServiceParts): Promise<Service> => {
  const { config, plans, log } = parts;
  const live = firstOf(plans);
  const metrics = createMetrics();
  const { dir, days } = config.data;
  const store = openStore({ path: join(dir, 'wenji.sqlite'), days, now: Date.now, onCommit: metrics.committed });
  const watch = watchOf(metrics, store, log);
  const ask = withClock(plans.ask, Date.now);
  const chats = openChats({
    ...{ lines: parts.lines(store), store, ask, plan: live.plan, welcome: welcomeOf(live.plan, live.examples) },
    ...{ access: config.access, watch: watch.chats, log, now: Date.now },
    ...(config.publicUrl !== undefined && { publicUrl: config.publicUrl }),
  });
  const channels = [webChannel(live), ...chats.channels, ...parts.closed];
  metrics.depth(store.inbox.waiting);
  metrics.channels(() => chats.channels.map(({ name, trouble }) => ({ name, halted: trouble?.() !== undefined })));
  const routes = routesOf({ parts, live, store, metrics, channels, ask });
  const app = await createApp({
    ...{ ask, conversations: store.conversations, channels, routes },
    ...{ answered: watch.api, logger: log, troubles: () => troublesOf(plans) },
  });
  return { app, channels, chats, store };
};
