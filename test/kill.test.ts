import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { wordsShown } from './fakes/card-words.ts';
import { APP, type FakeFeishuApi, fakeFeishuApi } from './fakes/feishu-api.ts';
import { faultsOfCard } from './fakes/feishu-card.ts';
import { KEYS, messageEvent, sealed, signedHeaders } from './fakes/feishu-sender.ts';
import { until } from './fakes/until.ts';
import { type FakeWecomApi, fakeWecomApi, MEMBERS, WECOM_APP } from './fakes/wecom-api.ts';
import {
  APP_KEYS,
  appDelivery,
  appText,
  BOT_KEYS,
  botBody,
  botDelivery,
  deliverTo,
  openReply,
} from './fakes/wecom-sender.ts';
import { threePlans } from './plans/three-plans.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Of the issue: at least 1,000 questions over 100 kills; with three plans, which each process has to load, fewer. */
const ONE_PLAN = { kills: 100, questions: { feishu: 700, bot: 240, app: 60 } };
const THREE_PLANS = { kills: 12, questions: { feishu: 84, bot: 29, app: 7 } };

/** Of each of the three plans, and the beginning of its title. */
const OF_PLANS = [
  ['天然气交易中心由谁负责？', '《西安丝绸之路金融'],
  ['液化石油交易中心由谁负责？', '《海州沿海港口物流'],
  ['老年助餐由谁负责？', '《平湖县养老服务'],
] as const;

/** The folders of the plans that the process answers from; without them it only says what it was asked. */
let folders: ReturnType<typeof threePlans> | undefined;

const APP_QUESTION_KEYS = { ...APP_KEYS, receiveId: WECOM_APP.corpId };

let feishu: FakeFeishuApi;
let wecom: FakeWecomApi;
let folder: string;
let child: ChildProcess | undefined;
let port: number | undefined;

beforeAll(async () => {
  feishu = await fakeFeishuApi({ checkCard: faultsOfCard });
  wecom = await fakeWecomApi();
});

afterAll(async () => {
  for (const process of [child, ...spares]) process?.kill('SIGKILL');
  await feishu.close();
  await wecom.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  if (folder) rmSync(folder, { recursive: true, force: true });
  folder = mkdtempSync(join(tmpdir(), 'wenji-kill-'));
});

const settings = () =>
  JSON.stringify({
    feishu: { mode: 'webhook', ...KEYS, appId: APP.id, appSecret: APP.secret, baseUrl: feishu.url },
    app: {
      ...{ corpId: WECOM_APP.corpId, secret: WECOM_APP.secret, agentId: WECOM_APP.agentId, baseUrl: wecom.url },
      ...{ token: APP_KEYS.token, encodingAesKey: APP_KEYS.encodingAesKey },
    },
    bot: { mode: 'webhook', token: BOT_KEYS.token, encodingAesKey: BOT_KEYS.encodingAesKey, baseUrl: wecom.url },
    plans: folders,
  });

/** A process that has loaded everything and waits to be told to live: loading takes far longer than living does here. */
const load = (): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', 'test/fakes/mortal.ts'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', SETTINGS: settings() },
    stdio: ['pipe', 'pipe', 'inherit'],
  });

const SPARES = 2;
const spares: ChildProcess[] = [];

/** Lets a process live; resolves when it listens, or is dead already. */
const live = async (dieAt = ''): Promise<void> => {
  while (spares.length <= SPARES) spares.push(load());
  const started = spares.shift() ?? load();
  child = started;
  port = undefined;
  let ended = false;
  started.once('exit', () => {
    ended = true;
  });
  started.stdout?.on('data', (chunk: Buffer) => {
    port ??= Number(/listening (\d+)/.exec(String(chunk))?.[1]);
  });
  started.stdin?.write(`${JSON.stringify({ folder, dieAt })}\n`);
  await until('the process listens', () => port !== undefined || ended, 30_000);
};

const die = async (): Promise<void> => {
  const dying = child;
  if (!dying) return;
  const ended = new Promise((resolve) =>
    dying.exitCode === null && dying.signalCode === null ? dying.once('exit', resolve) : resolve(null),
  );
  dying.kill('SIGKILL');
  await ended;
};

/** A question on its way: a platform delivers it until it is acknowledged, and now and then once more. */
interface Sent {
  readonly text: string;
  /** True when it is acknowledged. */
  readonly deliver: () => Promise<boolean>;
  acknowledged: boolean;
}

/** What the AI bot's chats show, by stream: one stream is one message, however often it is told. */
const streams = new Map<string, string>();
/** Streams that are not finished: the platform asks again. */
const unfinished = new Set<string>();

const address = (path: string): string => `http://127.0.0.1:${port}/webhooks/${path}`;

const feishuQuestion = (text: string): Sent => {
  const messageId = `om_${text}`;
  const chatId = `oc_${text}`;
  feishu.post(messageId, chatId);
  const words = wordsOf(text);
  const deliver = async (): Promise<boolean> => {
    const body = sealed(messageEvent({ messageId, chatId, chat: 'p2p', text: words }));
    const options = { method: 'POST', headers: signedHeaders(body), body, signal: AbortSignal.timeout(3000) };
    return (await fetch(address('feishu'), options)).status === 200;
  };
  return { text, deliver, acknowledged: false };
};

let asked = 0;

/** A question that begins with its mark, of each plan in turn. */
const wordsOf = (mark: string): string => {
  asked += 1;
  return folders ? `${mark} ${OF_PLANS[asked % OF_PLANS.length]?.[0]}` : mark;
};

let numbers = 0;

const appQuestion = (text: string): Sent => {
  numbers += 1;
  const fields = { ToUserName: WECOM_APP.corpId, MsgId: `45612553542513${numbers}` };
  const user = MEMBERS[numbers % MEMBERS.length] ?? '';
  const words = wordsOf(text);
  const deliver = async (): Promise<boolean> => {
    const delivery = appDelivery(appText(words, { ...fields, FromUserName: user }), {}, APP_QUESTION_KEYS);
    return (await deliverTo(address('wecom/app'), delivery)).status === 200;
  };
  return { text, deliver, acknowledged: false };
};

/** Delivers to the bot's address and shows what it is told. */
const tellBot = async (body: object): Promise<boolean> => {
  const nonce = `n${Math.random()}`.slice(0, 10);
  const answer = await deliverTo(address('wecom/bot'), botDelivery(body, { nonce }));
  if (answer.status !== 200) return false;
  const { stream } = JSON.parse(openReply(JSON.parse(answer.body), BOT_KEYS, nonce));
  if (stream.finish) {
    unfinished.delete(stream.id);
    streams.set(stream.id, stream.content);
  } else unfinished.add(stream.id);
  return true;
};

const botQuestion = (text: string): Sent => {
  const code = `code-${text}`;
  const body = botBody({
    ...{ msgid: `msg-${text}`, chatid: `chat-${text}`, text: { content: `@问计 ${wordsOf(text)}` } },
    response_url: wecom.responseUrl(code),
  });
  return { text, deliver: () => tellBot(body), acknowledged: false };
};

const tryToDeliver = async (sent: Sent): Promise<void> => {
  const done = await sent.deliver().catch(() => false);
  sent.acknowledged ||= done;
};

const poll = (): Promise<unknown> =>
  Promise.all(
    [...unfinished].map((id) => tellBot({ ...botBody(), msgtype: 'stream', stream: { id } }).catch(() => {})),
  );

/** What all chats show. */
const allShown = (): readonly string[] => [
  ...feishu.sent.map(({ content }) => wordsShown(content)),
  ...wecom.shown.map(({ message }) => JSON.stringify(message)),
  ...streams.values(),
];

/** How often each chat shows the answer to a question. */
const timesShown = (): ReadonlyMap<string, number> => {
  const times = new Map<string, number>();
  for (const words of allShown()) {
    const text = /答：(\w+)（/.exec(words)?.[1] ?? words;
    times.set(text, (times.get(text) ?? 0) + 1);
  }
  return times;
};

const verdictOn = (questions: readonly Sent[]) => {
  const times = timesShown();
  return {
    lost: questions.filter(({ text }) => !times.has(text)).map(({ text }) => text),
    doubled: questions.filter(({ text }) => (times.get(text) ?? 0) > 1).map(({ text }) => text),
  };
};

/** Lets the process live until every question is acknowledged and answered. */
const finish = async (questions: readonly Sent[]): Promise<void> => {
  await live();
  const end = Date.now() + 60_000;
  for (;;) {
    await Promise.all(questions.filter(({ acknowledged }) => !acknowledged).map(tryToDeliver));
    await poll();
    if (verdictOn(questions).lost.length === 0 && unfinished.size === 0) break;
    if (Date.now() > end) break;
    await sleep(100);
  }
  // What would come twice comes now.
  await sleep(500);
  await Promise.all(questions.map(({ deliver }) => deliver().catch(() => false)));
  await sleep(500);
  await die();
};

describe('a process that is killed', () => {
  const steps = ['accepting', 'accepted', 'answering', 'answered', 'sending', 'sent', 'ending', 'ended'];

  test.each(steps)('while %s: every question is answered once', { timeout: 120_000 }, async (step) => {
    const questions = [feishuQuestion(`F${step}`), appQuestion(`A${step}`), botQuestion(`B${step}`)];
    // One at a time: each dies at the step.
    for (const question of questions) {
      await live(step);
      if (port !== undefined) await tryToDeliver(question);
      await until('the process is dead', () => child?.signalCode === 'SIGKILL', 15_000);
    }
    await finish(questions);
    expect(verdictOn(questions)).toEqual({ lost: [], doubled: [] });
  });

  /** Asks so many questions, over so many kills at random points. */
  const killOften = async ({ kills, questions }: typeof ONE_PLAN, name: string): Promise<void> => {
    const waiting: Sent[] = [];
    for (let n = 0; n < questions.feishu; n++) waiting.push(feishuQuestion(`f${name}${n}`));
    for (let n = 0; n < questions.bot; n++) waiting.push(botQuestion(`b${name}${n}`));
    for (let n = 0; n < questions.app; n++) waiting.push(appQuestion(`a${name}${n}`));
    waiting.sort(() => Math.random() - 0.5);
    const share = Math.ceil(waiting.length / kills);
    const begun: Sent[] = [];
    const at: number[] = [];
    for (let kill = 0; kill < kills; kill++) {
      await live();
      begun.push(...waiting.splice(0, share));
      const after = Math.random() * 120;
      const again = begun.filter(({ acknowledged }) => acknowledged && Math.random() < 0.02);
      const deliveries = [...begun.filter(({ acknowledged }) => !acknowledged), ...again];
      const work = Promise.all([...deliveries.map(tryToDeliver), poll()]);
      await sleep(after);
      await die();
      await work;
      at.push(begun.filter(({ acknowledged }) => acknowledged).length);
    }
    await finish(begun);
    expect(begun.length).toBe(questions.feishu + questions.bot + questions.app);
    expect(verdictOn(begun)).toEqual({ lost: [], doubled: [] });
    // The kills did hit: not everything was acknowledged in the life in which it was asked.
    expect(at.some((acknowledged, kill) => acknowledged < (kill + 1) * share)).toBe(true);
  };

  test(
    `${ONE_PLAN.kills} times at random points: of 1,000 questions none is lost and none is answered twice`,
    {
      timeout: 900_000,
    },
    () => killOften(ONE_PLAN, ''),
  );

  test(`${THREE_PLANS.kills} times with three plans: none is lost, none is answered twice, each is of its plan`, {
    timeout: 600_000,
  }, async () => {
    folders = threePlans();
    for (const spare of spares.splice(0)) spare.kill('SIGKILL');
    await killOften(THREE_PLANS, 'p');
    const shown = allShown().filter((words) => /答：[fba]p\d/.test(words));
    for (const [, title] of OF_PLANS) expect(shown.filter((words) => words.includes(title)).length).toBeGreaterThan(30);
    rmSync(folders.data, { recursive: true, force: true });
  });
});
