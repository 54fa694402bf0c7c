import type { Bot } from '../../src/bot.ts';
import { FEISHU_PATH } from '../../src/channels/feishu/feishu.ts';
import { feishuChannel, readingRoute, type Served, verifyingRoute } from './channel.ts';
import { bodyOf, requestOf } from './deliveries.ts';
import { type Load, NUMBER, openLoad } from './load.ts';
import { openPlatform } from './platform.ts';
import { acknowledged, median, row } from './table.ts';

/** Deliveries in one measurement of throughput, and how often each server is measured, in turn. */
const DELIVERIES = 3_000;
const ROUNDS = 5;
const CONNECTIONS = 64;
/** Deliveries a second, and for how many seconds. */
const RATE = 200;
const SECONDS = 15;
/** Seconds before that, not counted: a server answers for days, not for its first ones. */
const WARM_UP = 6;
const MIXED = 10_000;
/** Long questions to the API, over so many connections, and deliveries a second among them. */
const FLOOD = 1_500;
const FLOODERS = 300;
/** Of them before that, not counted. */
const FLOOD_WARM_UP = 60;
const FLOODED = 50;
/** So many seconds of the flood; it lasts a little longer. */
const FLOOD_SECONDS = 4;

type Tool = ReturnType<typeof openLoad>;

let numbers = 0;
const question = (): string => `第${(numbers % 57) + 1}项由谁负责`;

/** Deliveries of new messages. */
const fresh = (count: number): readonly Buffer[] =>
  Array.from({ length: count }, () => requestOf(FEISHU_PATH, bodyOf(`om_${++numbers}`, question())));

const perSecond = ({ ms: took, times }: Load): number => (times.length * 1000) / took;

const measure = async (load: Tool, { port }: Served): Promise<number> => {
  const sent = await load.send({ port, requests: fresh(DELIVERIES), connections: CONNECTIONS });
  const wrong = sent.statuses.filter((status) => status !== 200).length;
  if (wrong > 0) throw new Error(`${wrong} deliveries were not answered with 200`);
  return perSecond(sent);
};

/** Three servers in turn, so that whatever else the machine does meets all of them. */
const throughput = async (load: Tool, bot: Bot, platform: string): Promise<void> => {
  const servers = [
    await readingRoute(),
    await verifyingRoute(),
    await feishuChannel({ bot, platform, answers: false }),
  ] as const;
  const rates: readonly number[][] = [[], [], []];
  for (let round = -1; round < ROUNDS; round += 1)
    for (const [at, server] of servers.entries()) {
      const rate = await measure(load, server);
      if (round >= 0) rates[at]?.push(rate);
    }
  const [reading = 0, verifying = 0, whole = 0] = rates.map(median);
  row('baseline: a route that only reads the body', `${reading.toFixed(0)}/s`);
  row(
    'a route that verifies and decrypts it',
    `${verifying.toFixed(0)}/s`,
    `${(verifying / reading).toFixed(2)} × reading`,
  );
  row(
    'the webhook, stored on disk before it answers',
    `${whole.toFixed(0)}/s`,
    `${(whole / verifying).toFixed(2)} × verifying`,
    `${(whole / reading).toFixed(2)} × reading`,
  );
  for (const server of servers) await server.close();
};

const latency = async (load: Tool, bot: Bot, platform: string): Promise<void> => {
  const channel = await feishuChannel({ bot, platform, answers: true });
  await load.send({ port: channel.port, requests: fresh(RATE * WARM_UP), connections: CONNECTIONS, rate: RATE });
  const requests = fresh(RATE * SECONDS);
  const sent = await load.send({ port: channel.port, requests, connections: CONNECTIONS, rate: RATE });
  const ended = performance.now();
  await channel.idle();
  acknowledged(
    `acknowledged, ${RATE}/s for ${SECONDS} s, answers on`,
    sent,
    `the last reply ${((performance.now() - ended) / 1000).toFixed(1)} s after the last delivery`,
  );
  await channel.close();
};

/** A whole request to the API with a question as long as it may be. */
const longQuestion = (): Buffer => {
  const text = '高新区负责而市财政局不负责的任务有哪些，2021年目标是什么，'.repeat(400);
  const body = JSON.stringify({ question: `${NUMBER}${text}`.slice(0, 10_000) });
  const head = ['POST /api/ask HTTP/1.1', 'host: 127.0.0.1', 'content-type: application/json'];
  return Buffer.from(`${[...head, `content-length: ${Buffer.byteLength(body)}`].join('\r\n')}\r\n\r\n${body}`);
};

/** Deliveries among a flood of long questions to the API, from a process of its own. */
const flooded = async (load: Tool, bot: Bot, platform: string): Promise<void> => {
  const channel = await feishuChannel({ bot, platform, answers: true });
  const flood = openLoad();
  const ask = (over: number, connections: number) =>
    flood.send({ port: channel.port, connections, requests: [longQuestion()], over });
  await ask(FLOOD_WARM_UP, 4);
  const flooding = ask(FLOOD, FLOODERS);
  const requests = fresh(FLOODED * FLOOD_SECONDS);
  const sent = await load.send({ port: channel.port, requests, connections: CONNECTIONS, rate: FLOODED });
  const asked = await flooding;
  const answered = asked.statuses.filter((status) => status === 200).length;
  acknowledged(
    `the same at ${FLOODED}/s, ${FLOOD} questions of 10,000 characters`,
    sent,
    `${answered} of the long ones answered in ${(asked.ms / 1000).toFixed(1)} s, the others told to come again`,
  );
  await flood.close();
  await channel.idle();
  await channel.close();
};

/** A tenth forged; of the rest, a third of what arrives has arrived before. */
const mixed = async (load: Tool, bot: Bot): Promise<void> => {
  const platform = await openPlatform();
  const channel = await feishuChannel({ bot, platform: platform.url, answers: true });
  const asked = new Set<string>();
  const requests: Buffer[] = [];
  while (requests.length < MIXED) {
    const draw = Math.random();
    const known = draw < 1 / 3 && asked.size > 0;
    const id = known ? [...asked][Math.floor(Math.random() * asked.size)] : `om_mixed_${numbers}`;
    const isForged = !known && draw > 0.9;
    numbers += 1;
    if (!known && !isForged) asked.add(id ?? '');
    requests.push(requestOf(FEISHU_PATH, bodyOf(id ?? '', question()), isForged));
  }
  const started = performance.now();
  const { statuses } = await load.send({ port: channel.port, requests, connections: CONNECTIONS });
  await channel.idle();
  const shown = await platform.shown();
  const took = (performance.now() - started) / 1000;
  const count = (status: number): number => statuses.filter((one) => one === status).length;
  const exact =
    shown.length === asked.size && shown.every((id) => asked.has(id)) && new Set(shown).size === shown.length;
  row(
    `${MIXED} deliveries, a third again, a tenth forged`,
    `${asked.size} questions`,
    `${shown.length} replies`,
    exact ? 'each question its one reply' : 'NOT THE SAME',
    `${count(200)} × 200, ${count(401)} × 401`,
    `${took.toFixed(1)} s`,
  );
  await channel.close();
  await platform.close();
  if (!exact) process.exitCode = 1;
};

/** What the Feishu webhook bears, on a store on the disk and against a platform in a process of its own. */
export const benchWebhook = async (bot: Bot): Promise<void> => {
  const load = openLoad();
  const platform = await openPlatform();
  await throughput(load, bot, platform.url);
  await latency(load, bot, platform.url);
  await flooded(load, bot, platform.url);
  await mixed(load, bot);
  await load.close();
  await platform.close();
};
