import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mortalProgram } from './fakes/mortal-program.ts';
import { until } from './fakes/until.ts';
import { openStage, type Sent, tryToDeliver } from './killed.ts';
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

let program: Awaited<ReturnType<typeof mortalProgram>>;
let stage: Awaited<ReturnType<typeof openStage>>;
let folder: string;
let child: ChildProcess | undefined;
let port: number | undefined;

beforeAll(async () => {
  program = await mortalProgram();
  stage = await openStage({ address, wordsOf });
});

afterAll(async () => {
  for (const process of [child, ...spares]) process?.kill('SIGKILL');
  await stage.close();
  program.remove();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  if (folder) rmSync(folder, { recursive: true, force: true });
  folder = mkdtempSync(join(tmpdir(), 'wenji-kill-'));
});

const settings = () => JSON.stringify({ ...stage.settings(), plans: folders });

/** A process that has loaded everything and waits to be told to live: loading takes far longer than living does here. */
const load = (): ChildProcess =>
  spawn(process.execPath, [program.path], {
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
  await until('the process listens', () => port !== undefined || ended, 120_000);
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

const address = (path: string): string => `http://127.0.0.1:${port}/webhooks/${path}`;

let asked = 0;

/** A question that begins with its mark, of each plan in turn. */
const wordsOf = (mark: string): string => {
  asked += 1;
  return folders ? `${mark} ${OF_PLANS[asked % OF_PLANS.length]?.[0]}` : mark;
};

/** Lets the process live until every question is acknowledged and answered. */
const finish = async (questions: readonly Sent[]): Promise<void> => {
  await live();
  const end = Date.now() + 240_000;
  for (;;) {
    await Promise.all(questions.filter(({ acknowledged }) => !acknowledged).map(tryToDeliver));
    await stage.poll();
    if (stage.verdictOn(questions).lost.length === 0 && stage.isQuiet()) break;
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

  test.each(steps)('while %s: every question is answered once', async (step) => {
    const questions = [stage.feishuQuestion(`F${step}`), stage.appQuestion(`A${step}`), stage.botQuestion(`B${step}`)];
    // One at a time: each dies at the step.
    for (const question of questions) {
      await live(step);
      if (port !== undefined) await tryToDeliver(question);
      await until('the process is dead', () => child?.signalCode === 'SIGKILL');
    }
    await finish(questions);
    expect(stage.verdictOn(questions)).toEqual({ lost: [], doubled: [] });
  });

  /** Asks so many questions, over so many kills at random points. */
  const killOften = async ({ kills, questions }: typeof ONE_PLAN, name: string): Promise<void> => {
    const waiting = stage.questionsOf(questions, name);
    const share = Math.ceil(waiting.length / kills);
    const begun: Sent[] = [];
    const at: number[] = [];
    for (let kill = 0; kill < kills; kill++) {
      await live();
      begun.push(...waiting.splice(0, share));
      const after = Math.random() * 120;
      const again = begun.filter(({ acknowledged }) => acknowledged && Math.random() < 0.02);
      const deliveries = [...begun.filter(({ acknowledged }) => !acknowledged), ...again];
      const work = Promise.all([...deliveries.map(tryToDeliver), stage.poll()]);
      await sleep(after);
      await die();
      await work;
      at.push(begun.filter(({ acknowledged }) => acknowledged).length);
    }
    await finish(begun);
    expect(begun.length).toBe(questions.feishu + questions.bot + questions.app);
    expect(stage.verdictOn(begun)).toEqual({ lost: [], doubled: [] });
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
    const shown = stage.allShown().filter((words) => /答：[fba]p\d/.test(words));
    for (const [, title] of OF_PLANS) expect(shown.filter((words) => words.includes(title)).length).toBeGreaterThan(30);
    rmSync(folders.data, { recursive: true, force: true });
  });
});
