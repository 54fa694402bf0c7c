import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { diagnose } from '../../scripts/doctor/diagnose.ts';
import { lineOf } from '../../scripts/doctor/finding.ts';
import { createApp } from '../../src/app.ts';
import { onePlan } from '../../src/channels/asked-plans.ts';
import { openChats } from '../../src/channels/chats.ts';
import { feishuLine } from '../../src/channels/feishu/feishu.ts';
import type { Line } from '../../src/channels/line.ts';
import { wecomAppLine } from '../../src/channels/wecom/app/app.ts';
import { botByWebhook } from '../../src/channels/wecom/bot/webhook.ts';
import { readConfig } from '../../src/config.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { AIBOT } from '../fakes/aibot-peer.ts';
import { echoAsk } from '../fakes/answer.ts';
import { OPEN_ACCESS } from '../fakes/desk.ts';
import { APP } from '../fakes/feishu-api.ts';
import { KEYS } from '../fakes/feishu-sender.ts';
import { memoryLog } from '../fakes/memory-log.ts';
import { EMPTY_PLAN } from '../fakes/plan.ts';
import { freePort } from '../fakes/ports.ts';
import { WECOM_APP } from '../fakes/wecom-api.ts';
import { APP_KEYS, BOT_KEYS } from '../fakes/wecom-sender.ts';

export type Env = Readonly<Record<string, string>>;

export const FEISHU: Env = {
  FEISHU_APP_ID: APP.id,
  FEISHU_APP_SECRET: APP.secret,
  FEISHU_ENCRYPT_KEY: KEYS.encryptKey,
  FEISHU_VERIFICATION_TOKEN: KEYS.verificationToken,
};
export const BOT: Env = { WECOM_BOT_TOKEN: BOT_KEYS.token, WECOM_BOT_AES_KEY: BOT_KEYS.encodingAesKey };
export const BOT_SOCKET: Env = {
  WECOM_BOT_MODE: 'websocket',
  WECOM_BOT_ID: AIBOT.botId,
  WECOM_BOT_SECRET: AIBOT.secret,
};
export const WECOM: Env = {
  WECOM_CORP_ID: WECOM_APP.corpId,
  WECOM_APP_SECRET: WECOM_APP.secret,
  WECOM_APP_AGENT_ID: String(WECOM_APP.agentId),
  WECOM_APP_TOKEN: APP_KEYS.token,
  WECOM_APP_AES_KEY: APP_KEYS.encodingAesKey,
};

/** None of them may be printed, whatever is found; `hush` stands for a wrong one. */
const SECRETS = [
  ...['hush', APP.secret, KEYS.encryptKey, KEYS.verificationToken, BOT_KEYS.token, BOT_KEYS.encodingAesKey],
  ...[AIBOT.secret, WECOM_APP.secret, APP_KEYS.token, APP_KEYS.encodingAesKey],
];

/** The data folder of the test that runs. */
export let folder: string;
/** What is to be closed after the test, last first. */
export const closing: (() => Promise<unknown>)[] = [];

/** A data folder for each test of a file, and everything closed after it. */
export const prepareEach = (): void => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wenji-doctor-'));
  });
  afterEach(async () => {
    for (const close of closing.splice(0).toReversed()) await close();
    rmSync(folder, { recursive: true, force: true });
  });
};

/** A program of any kind on a port of its own. */
export const listen = async (handle: RequestListener): Promise<string> => {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** An address at which nothing listens. */
export const NOWHERE = `http://127.0.0.1:${await freePort()}`;

export const portOf = (url: string): string => new URL(url).port;

const linesFor = (env: Env, store: Store): readonly Line[] => {
  const { feishu, wecomBot, wecomApp } = readConfig(env);
  const deps = { log: memoryLog().logger, now: Date.now };
  return [
    ...(feishu ? [feishuLine(feishu, deps)] : []),
    ...(wecomBot?.mode === 'webhook' ? [botByWebhook(wecomBot, { ...deps, streams: store.streams })] : []),
    ...(wecomApp ? [wecomAppLine(wecomApp, deps)] : []),
  ];
};

/** The bot's server as these settings make it, on the test's data folder; `trouble` is what each channel complains of. */
export const serve = async (env: Env, trouble?: string): Promise<string> => {
  const store = await openStore({ path: join(folder, 'wenji.sqlite'), days: 1, now: Date.now });
  const { logger } = memoryLog();
  const chats = openChats({
    ...{ lines: linesFor(env, store), store, ask: echoAsk, plans: onePlan({ plan: EMPTY_PLAN }) },
    ...{ access: OPEN_ACCESS, log: logger, now: Date.now },
  });
  const channels = chats.channels.map((one) => (trouble === undefined ? one : { ...one, trouble: () => trouble }));
  const app = await createApp({ ask: echoAsk, conversations: store.conversations, channels, logger });
  await app.listen({ host: '127.0.0.1', port: 0 });
  closing.push(async () => {
    await app.close();
    await chats.stop();
    await store.close();
  });
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
};

const FAST = { timeout: 60_000, sleep: async () => {}, random: () => 0 };

/**
 * The findings as printed: each one line, none with a secret. The server is looked for where nothing listens, unless a
 * test has one.
 */
export const examine = async (
  env: Env,
  more: { readonly publicUrl?: string; readonly now?: () => number } = {},
): Promise<readonly string[]> => {
  const settings = { DATA_DIR: folder, PORT: portOf(NOWHERE), ...env };
  const lines: string[] = [];
  for await (const finding of diagnose(settings, { timing: FAST, ...more })) lines.push(lineOf(finding));
  for (const line of lines) expect(line).toMatch(/^[✓✗！－□] \S.*。$/);
  for (const secret of SECRETS) expect(lines.join()).not.toContain(secret);
  return lines;
};

/** Those that begin so. */
export const about = (lines: readonly string[], start: string): readonly string[] =>
  lines.filter((line) => line.slice(2).startsWith(start));
