import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mortalProgram } from './fakes/mortal-program.ts';
import { until } from './fakes/until.ts';
import { openStage, type Sent, tryToDeliver } from './killed.ts';
import { hasPostgres, type Postgres, startPostgres } from './postgres.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What runs with all tests, and with `KILLS=full` by itself: kills of processes, and restarts of the server among them. */
const SHORT = { kills: 6, restarts: 2, questions: { feishu: 42, bot: 12, app: 6 } };
const FULL = { kills: 100, restarts: 10, questions: { feishu: 700, bot: 240, app: 60 } };
const PLANNED = process.env.KILLS === 'full' ? FULL : SHORT;

const PROCESSES = 3;
/** Loaded ahead: loading takes far longer than living does here. */
const SPARES = 2;

interface Life {
  readonly child: ChildProcess;
  port?: number;
}

describe.skipIf(!hasPostgres)('three processes on one database', () => {
  let server: Postgres;
  let program: Awaited<ReturnType<typeof mortalProgram>>;
  let stage: Awaited<ReturnType<typeof openStage>>;
  const living: Life[] = [];
  const spares: ChildProcess[] = [];

  /** Of one of those that listen, each time another: a balancer in front of them. */
  const address = (path: string): string => {
    const ports = living.flatMap(({ port }) => port ?? []);
    return `http://127.0.0.1:${ports[Math.floor(Math.random() * ports.length)]}/webhooks/${path}`;
  };

  beforeAll(async () => {
    server = await startPostgres();
    program = await mortalProgram();
    stage = await openStage({ address });
  });
  afterAll(async () => {
    for (const child of [...living.splice(0).map((life) => life.child), ...spares]) child.kill('SIGKILL');
    await stage.close();
    program.remove();
    await server.remove();
  });

  const load = (): ChildProcess =>
    spawn(process.execPath, [program.path], {
      cwd: ROOT,
      env: { PATH: process.env.PATH ?? '', SETTINGS: JSON.stringify(stage.settings()) },
      stdio: ['pipe', 'pipe', 'ignore'],
    });

  /** Lets one more process live; it listens some time later. */
  const live = (): Life => {
    while (spares.length <= SPARES) spares.push(load());
    const life: Life = { child: spares.shift() ?? load() };
    life.child.stdout?.on('data', (chunk: Buffer) => {
      const port = Number(/listening (\d+)/.exec(String(chunk))?.[1]);
      if (port > 0) life.port = port;
    });
    // One that found no server when it started is started again, as systemd would.
    life.child.once('exit', () => {
      if (!living.includes(life)) return;
      living.splice(living.indexOf(life), 1);
      live();
    });
    life.child.stdin?.write(`${JSON.stringify({ folder: '/nowhere', database: server.url, dieAt: '' })}\n`);
    living.push(life);
    return life;
  };

  const kill = (): void => {
    const [life] = living.splice(Math.floor(Math.random() * living.length), 1);
    life?.child.kill('SIGKILL');
  };

  const listening = (): number => living.filter(({ port }) => port !== undefined).length;

  /** The platforms deliver what is not acknowledged, and now and then something once more. */
  const round = (asked: readonly Sent[]): Promise<unknown> => {
    const again = asked.filter(({ acknowledged }) => acknowledged && Math.random() < 0.02);
    return Promise.all([
      ...[...asked.filter(({ acknowledged }) => !acknowledged), ...again].map(tryToDeliver),
      stage.poll(),
    ]);
  };

  test(`of which ${PLANNED.kills} are killed, while the database restarts ${PLANNED.restarts} times: each question is answered once`, {
    timeout: PLANNED.kills * 120_000,
  }, async () => {
    const { kills, restarts, questions } = PLANNED;
    const waiting = stage.questionsOf(questions, 'p');
    const asked: Sent[] = [];
    const share = Math.ceil(waiting.length / kills);
    while (living.length < PROCESSES) live();
    await until('all listen', () => listening() === PROCESSES, 120_000);
    for (let at = 0; at < kills; at++) {
      asked.push(...waiting.splice(0, share));
      const work = round(asked);
      await sleep(Math.random() * 120);
      kill();
      const restarted = at % Math.ceil(kills / restarts) === 0 ? server.restart() : undefined;
      live();
      await Promise.all([work, restarted]);
      // Three at a time again, but for what is dying: one at least has to listen.
      await until('one listens', () => listening() > 0, 120_000);
    }
    const end = Date.now() + 240_000;
    while (Date.now() < end) {
      await round(asked.filter(({ acknowledged }) => !acknowledged));
      if (stage.verdictOn(asked).lost.length === 0 && stage.isQuiet()) break;
      await sleep(100);
    }
    // What would come twice comes now.
    await Promise.all(asked.map(tryToDeliver));
    await sleep(500);
    expect(asked.length).toBe(questions.feishu + questions.bot + questions.app);
    expect(stage.verdictOn(asked)).toEqual({ lost: [], doubled: [] });
  });
});
