import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { pino } from 'pino';
import { pagesOf } from '../../src/channels/feishu/card/card.ts';
import { renderCard, renderPlain } from '../../src/channels/feishu/render.ts';
import type { Take } from '../../src/channels/intake/intake.ts';
import { anyOutlet, type Line } from '../../src/channels/line.ts';
import { pagesOfBot, plainBot, renderBot } from '../../src/channels/wecom/look/render.ts';
import type { Outlet } from '../../src/channels/work.ts';
import { readConfig } from '../../src/config.ts';
import { OWN_CORPUS, openPlans } from '../../src/open-plans.ts';
import { createService } from '../../src/service.ts';
import { row } from './table.ts';

/**
 * A day of traffic as fast as it goes: `npm run bench -- day 200000`. Both chat platforms, people who come back, new people
 * each hour; the clock is ours, so that an hour passes when its questions are answered and what has a lifetime is tidied
 * away. Prints the memory of each hour, and fails where it grows by more than 5 % once the hours are alike.
 */

const HOURS = 24;
const HOUR = 3_600_000;
/** Hours in which caches fill. */
const WARM = 6;
const MOST_GROWTH = 1.05;
/** Asked at once. */
const TOGETHER = 50;
const QUESTIONS = Number(process.argv[3] ?? 20_000);

let passed = 0;
const real = Date.now;
Date.now = () => real() + passed;

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const takes: Take<unknown>[] = [];

/** A platform that takes every message at once. */
const lineOf = (name: string, outlet: Pick<Outlet<unknown, unknown>, 'pages' | 'render' | 'plain'>): Line => ({
  name,
  title: name,
  outlet: anyOutlet({ ...outlet, holds: HOUR, send: async () => ({ status: 'sent' }) }),
  connect: (take) => {
    takes.push(take);
    return { address: 'here' };
  },
});

const LINES: readonly Line[] = [
  lineOf('feishu', { pages: pagesOf, render: renderCard, plain: renderPlain }),
  lineOf('wecom-bot', { pages: pagesOfBot, render: renderBot, plain: plainBot }),
];

const questionsIn = (folder: string): readonly string[] =>
  readFileSync(join(folder, 'trial.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => String(JSON.parse(line).question));

const dir = mkdtempSync(join(tmpdir(), 'wenji-day-'));
const log = pino({ level: 'silent' });
const config = readConfig({ DATA_DIR: dir, QUESTIONS_PER_MINUTE: '100000' });
const plans = await openPlans(config, log);
const service = await createService({ config, plans, log, lines: () => LINES, closed: [], version: '0' });
await service.chats.start();
const questions = plans.list().flatMap(({ id }) => questionsIn(join(OWN_CORPUS, id)));

/** Every question is another: people number theirs, so that no cache answers twice. */
const textOf = (at: number): string => `${questions[at % questions.length]}（${at}）`;

const ask = async (at: number): Promise<void> => {
  const take = takes[at % takes.length];
  const person = `p${Math.floor(at / 200)}-${at % 40}`;
  const chat = `c${at % 60}`;
  const asker = { tenant: 't', chat, person, private: false, outside: false };
  await take?.({ status: 'question', text: textOf(at), asker, to: { chat }, ids: [`m${at}`] });
};

const hour = async (from: number, to: number): Promise<void> => {
  for (let at = from; at < to; at += TOGETHER) {
    await Promise.all(Array.from({ length: Math.min(TOGETHER, to - at) }, (_, step) => ask(at + step)));
    await service.chats.idle();
  }
};

const MB = 1 << 20;
const used: number[] = [];
row('hour', 'questions', 'heap MB', 'outside MB', 'resident MB');
for (let at = 1; at <= HOURS; at += 1) {
  const each = Math.ceil(QUESTIONS / HOURS);
  await hour((at - 1) * each, at * each);
  passed += HOUR;
  await service.store.tidy();
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  used.push(heapUsed + external);
  row(String(at), String(each), ...[heapUsed, external, rss].map((bytes) => (bytes / MB).toFixed(1)));
}
await service.app.close();
await service.chats.stop();
await service.store.close();
rmSync(dir, { recursive: true });

const warm = used.slice(WARM);
const growth = Math.max(...warm) / (warm[0] ?? 1);
row('most of the later hours to the first of them', growth.toFixed(3));
if (growth > MOST_GROWTH) process.exitCode = 1;
