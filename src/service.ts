import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { ownLang, withClock } from './bot.ts';
import { openDrafts } from './bring/drafts.ts';
import { readInChild } from './bring/in-child.ts';
import { createPlanDesk, type PlanDesk } from './bring/plan-desk.ts';
import { createClockWatch } from './channels/alarm/clock-watch.ts';
import { type Oversight, openOversight, TITLES } from './channels/alarm/oversight.ts';
import { apiDocs } from './channels/api/docs.ts';
import { feedbackRoute } from './channels/api/feedback.ts';
import { behind, createGate, type Gate } from './channels/api/gate.ts';
import { mcpRoute } from './channels/api/mcp.ts';
import { listedWork } from './channels/api/mcp-listed.ts';
import { createMetrics, type Metrics, metricsRoute } from './channels/api/metrics.ts';
import { createOneByOne, type OneByOne } from './channels/api/one-by-one.ts';
import { progressRoute } from './channels/api/progress.ts';
import { readyRoute } from './channels/api/ready.ts';
import { botCheck, channelChecks, storeCheck, troubleCheck } from './channels/api/ready-checks.ts';
import { type Channel, openChannels } from './channels/channel.ts';
import { type Chats, openChats } from './channels/chats.ts';
import { deskPages } from './channels/desk/desk.ts';
import { createWeekly } from './channels/desk/weekly.ts';
import type { Line } from './channels/line.ts';
import { type OpenModel, openModel } from './channels/model/open.ts';
import { watchOf } from './channels/record-watch.ts';
import { missingFor } from './channels/web/pages/missing-page.ts';
import { webChannel } from './channels/web/web-channel.ts';
import { withLists } from './channels/with-lists.ts';
import { withReports } from './channels/with-reports.ts';
import { checkChatPlans } from './config/chat-plans.ts';
import type { Config } from './config.ts';
import { CodedError } from './errors.ts';
import type { LivePlans } from './overlay/live-plans.ts';
import { STORE_FILE } from './store/backup.ts';
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
  /** To be called every half minute: looks what is the matter, and tells administrators. */
  readonly oversee: () => Promise<void>;
  /** To be called every minute: tells the administrators' chat once a week, where one is set. */
  readonly weekly?: () => Promise<void>;
}

interface Built {
  readonly parts: ServiceParts;
  readonly desk: PlanDesk;
  readonly store: Store;
  readonly metrics: Metrics;
  readonly channels: readonly Channel[];
  readonly ask: ReturnType<typeof withClock>;
  readonly gate: Gate;
  readonly oversight: Oversight;
  readonly chats: Chats;
  readonly oneByOne: OneByOne;
  readonly model: OpenModel | undefined;
}

/** Host names, besides this machine's own, under which the service is reached. */
const hostsOf = ({ publicUrl }: Config): readonly string[] =>
  publicUrl === undefined ? [] : [new URL(publicUrl).hostname];

/** What programs and administrators use. */
const routesOf = ({
  parts,
  desk,
  store,
  metrics,
  channels,
  ask,
  gate,
  oneByOne,
  oversight,
  chats,
  model,
}: Built): readonly FastifyPluginAsync[] => {
  const { config, plans, version } = parts;
  const open = openChannels(channels);
  const checks = [
    botCheck(() => plans.list()[0]?.bot.plan.tasks.length ?? 0),
    storeCheck(store.probe),
    troubleCheck('clock', oversight.others),
    ...channelChecks({ channels: open, now: Date.now }),
  ];
  return [
    apiDocs({ plans, ask, version }),
    behind(
      gate.keyed('mcp'),
      mcpRoute({
        ...{ plans, ask, oneByOne, worklist: listedWork(Date.now), version, allowedHosts: hostsOf(config) },
        ...{ answered: metrics.answered, read: model?.reader.read },
      }),
    ),
    behind(
      gate.counted,
      feedbackRoute({
        ...{ ask, oneByOne, plans, records: store.records, now: Date.now, read: model?.reader.read },
      }),
    ),
    progressRoute({ plans, reports: store.reports, token: config.adminToken, now: Date.now }),
    behind(gate.keyed('metrics'), metricsRoute(metrics)),
    readyRoute({ checks }),
    (scope) =>
      deskPages(scope, {
        ...{ token: config.adminToken, plans, desk, records: store.records, reports: store.reports, now: Date.now },
        troubles: { list: oversight.list, again: chats.again },
        modelReplies: model && store.modelReplies,
      }),
  ];
};

/** Plans that cannot be used, by the name of their folder. */
const troublesOf = (plans: LivePlans): Readonly<Record<string, string>> =>
  Object.fromEntries(plans.broken().map(({ folder, reason }) => [`plan:${basename(folder)}`, reason]));

/** Where administrators bring plans; drafts and history lie beside the store. */
const openPlanDesk = async ({ config, plans, log }: ServiceParts): Promise<PlanDesk> => {
  const { dir } = config.data;
  const drafts = await openDrafts({
    ...{ dir: join(dir, 'imports'), start: readInChild(), now: Date.now, newId: randomUUID },
    onFault: (err) => log.error({ err }, 'a document that was brought could not be read'),
  });
  const history = join(dir, 'imports', 'history.jsonl');
  return createPlanDesk({ drafts, plans, broughtDir: join(dir, 'plans'), history, now: Date.now });
};

/**
 * Tells the administrators' chat once a week.
 *
 * @throws CodedError `config_invalid` where its platform takes no messages that nobody asked for
 */
const weeklyOf = ({ config, plans }: ServiceParts, chats: Chats, { records }: Store): Service['weekly'] => {
  const { adminChat, publicUrl } = config;
  if (!adminChat) return undefined;
  if (!chats.canSay(adminChat.channel))
    throw new CodedError(
      'config_invalid',
      'ADMIN_CHAT 的平台没有启用，或不能主动发消息：用飞书，或企业微信智能机器人的长连接（WECOM_BOT_MODE=websocket）。',
    );
  return createWeekly({
    ...{ plans, records, now: Date.now, publicUrl },
    say: (text, id) => chats.say(adminChat, text, id),
  });
};

/** Joins the bot, the store and the channels to one service, without a port. */
export const createService = async (parts: ServiceParts): Promise<Service> => {
  const { config, plans, log } = parts;
  checkChatPlans(
    config.plans,
    plans.list().map(({ id }) => id),
  );
  const metrics = createMetrics();
  const { dir, days, database } = config.data;
  const store = await openStore({
    path: join(dir, STORE_FILE),
    database,
    days,
    now: Date.now,
    onCommit: metrics.committed,
  });
  const clock = createClockWatch(Date.now, (name) => TITLES[name] ?? name);
  const watch = watchOf({ metrics, clock, store, plans, log });
  const lists = { plans, now: Date.now, base: config.publicUrl };
  const told = withReports(plans.ask, { plans, reports: store.reports, lang: ownLang });
  const model = config.model && openModel({ config: config.model, plans, store, metrics, log, now: Date.now });
  const listed = withLists(told, lists);
  const ask = withClock(model?.knowing(listed) ?? listed, Date.now);
  const chats = openChats({
    ...{ lines: parts.lines(store), store, ask, plans, byChat: config.plans.byChat },
    ...{ access: config.access, watch: watch.chats, log, now: Date.now },
    ...(config.publicUrl !== undefined && { publicUrl: config.publicUrl }),
    ...(model && { model: model.reader }),
  });
  const desk = await openPlanDesk(parts);
  const [gate, oneByOne] = [createGate(config.api, Date.now), createOneByOne()];
  const channels = [
    webChannel(plans, { ask, answered: watch.api, read: model?.reader.read }, { gate, oneByOne }),
    ...chats.channels,
    ...parts.closed,
  ];
  metrics.depth(store.inbox.waiting);
  metrics.channels(() => chats.channels.map(({ name, trouble }) => ({ name, halted: trouble?.() !== undefined })));
  const oversight = openOversight({
    ...{ config, chats, clock, log, now: Date.now, probe: store.probe },
    others: () => ({ ...troublesOf(plans), ...model?.troubles() }),
  });
  metrics.troubles(() => Object.keys(oversight.troubles()));
  const routes = routesOf({ parts, desk, store, metrics, channels, ask, gate, oneByOne, oversight, chats, model });
  const app = await createApp({
    ...{ ask, plans, conversations: store.conversations, channels, routes, gate, oneByOne },
    ...{ publicUrl: config.publicUrl, trustProxy: config.trustProxy },
    ...{ answered: watch.api, logger: log, troubles: oversight.others, missing: missingFor(plans.list) },
    ...(model && { read: model.reader.read }),
  });
  app.addHook('onClose', watch.flush);
  const weekly = weeklyOf(parts, chats, store);
  return { app, channels, chats, store, oversee: oversight.look, ...(weekly && { weekly }) };
};
