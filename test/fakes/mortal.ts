/**
 * A process that answers in Feishu and WeCom as the server does, on a store in a folder, and dies where it is told to, or
 * whenever somebody kills it. Everything but the answers is the real thing.
 */

import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from '../../src/app.ts';
import { type AskedPlans, onePlan } from '../../src/channels/asked-plans.ts';
import { openChats } from '../../src/channels/chats.ts';
import { feishuLine } from '../../src/channels/feishu/feishu.ts';
import type { Line } from '../../src/channels/line.ts';
import { wecomAppLine } from '../../src/channels/wecom/app/app.ts';
import { botByWebhook } from '../../src/channels/wecom/bot/webhook.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import type { Ask } from '../../src/types.ts';
import { echoAsk } from './answer.ts';
import { OPEN_ACCESS } from './desk.ts';
import { EMPTY_PLAN } from './plan.ts';

const { feishu, app: wecomApp, bot, plans: folders } = JSON.parse(process.env.SETTINGS ?? '{}');

/** The answers of real plans, each with the mark of its question in its first line; without plans, the question's mark. */
const answers = async (): Promise<{ readonly ask: Ask; readonly plans: AskedPlans }> => {
  if (!folders) return { ask: echoAsk, plans: onePlan({ plan: EMPTY_PLAN }) };
  // Only here: loading plans takes longer than all else.
  const { openLivePlans } = await import('../overlay/opened.ts');
  const plans = await openLivePlans(folders.data, folders);
  await plans.warm();
  const ask: Ask = (question) => {
    const [mark = '', ...asked] = question.text.split(' ');
    const answer = plans.ask({ ...question, text: asked.join(' '), history: [] });
    return { ...answer, text: `答：${mark}（\n${answer.text}` };
  };
  return { ask, plans };
};
const { ask, plans } = await answers();

/** Everything is loaded; it lives from the moment in which it is told where and how. */
const told = await new Promise<string>((resolve) => process.stdin.setEncoding('utf8').once('data', resolve));
const { folder, database, dieAt: fatal } = JSON.parse(told);

const dieAt = (step: string): void => {
  if (step === fatal) process.kill(process.pid, 'SIGKILL');
};

/** As it is, but for the places to die at. */
const mortalStore = (store: Store): Store => ({
  ...store,
  inbox: {
    ...store.inbox,
    accept: async (work) => {
      dieAt('accepting');
      const accepted = await store.inbox.accept(work);
      dieAt('accepted');
      return accepted;
    },
    answered: async (...answered) => {
      dieAt('answering');
      await store.inbox.answered(...answered);
      dieAt('answered');
    },
    ended: async (...ended) => {
      dieAt('ending');
      await store.inbox.ended(...ended);
      dieAt('ended');
    },
  },
});

const mortalLine = (line: Line): Line => ({
  ...line,
  outlet: {
    ...line.outlet,
    send: async (...message) => {
      dieAt('sending');
      const sent = await line.outlet.send(...message);
      dieAt('sent');
      return sent;
    },
  },
});

const log = pino({ level: 'error' }, pino.destination({ dest: 2, sync: true }));
const store = await openStore({ path: join(folder, 'wenji.sqlite'), database, days: 14, now: Date.now });
const deps = { log, now: Date.now };
const lines = [
  feishuLine(feishu, deps),
  wecomAppLine(wecomApp, deps),
  botByWebhook(bot, { ...deps, streams: store.streams }),
];
const chats = openChats({
  ...{
    lines: lines.map(mortalLine),
    store: mortalStore(store),
    ask,
    plans,
  },
  ...{ access: { ...OPEN_ACCESS, perMinute: 100_000 }, log, now: Date.now },
});
const app = await createApp({
  ask,
  conversations: store.conversations,
  channels: chats.channels,
  logger: log,
});
await app.listen({ host: '127.0.0.1', port: 0 });
await chats.start();
process.stdout.write(`listening ${(app.server.address() as AddressInfo).port}\n`);
// Whoever started it is gone.
process.stdin.on('end', () => process.exit(0)).resume();
