import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { FEISHU_PATH } from '../../src/channels/feishu/feishu.ts';
import { bodyOf, requestOf } from './deliveries.ts';
import { openLoad } from './load.ts';
import { openPlatform } from './platform.ts';
import { openProcess } from './process.ts';
import { acknowledged, ms, row } from './table.ts';

/**
 * Two processes on one PostgreSQL: `DATABASE_URL=postgres://… npm run bench -- processes`. The server's user must be
 * allowed to make a database; what is measured is done in one of its own, which is dropped again.
 */

const PROCESSES = 2;
/** Deliveries a second to each process, and for how many seconds. */
const RATE = 200;
const SECONDS = 15;
const WARM_UP = 10;
const CONNECTIONS = 64;

const address = process.env.DATABASE_URL;
if (!address) {
  console.error('Set DATABASE_URL=postgres://user:password@host/database, of a user who may make databases.');
  process.exit(2);
}

const name = `wenji_bench_${randomUUID().slice(0, 8)}`;
const own = new URL(address);
own.pathname = `/${name}`;

const onServer = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query(statement).finally(() => client.end());
};

const ids: string[] = [];
const fresh = (count: number): readonly Buffer[] =>
  Array.from({ length: count }, () => {
    const id = `om_shared_${ids.length}`;
    ids.push(id);
    return requestOf(FEISHU_PATH, bodyOf(id, `第${(ids.length % 57) + 1}项由谁负责`));
  });

await onServer(`CREATE DATABASE ${name}`);
try {
  const platform = await openPlatform();
  const shared = { database: own.href, platform: platform.url };
  const served = await Promise.all(Array.from({ length: PROCESSES }, () => openProcess(shared)));
  const loads = served.map(({ port }) => ({ port, load: openLoad() }));
  /** The same rate to each at the same time. */
  const deliver = (seconds: number) =>
    Promise.all(
      loads.map(({ port, load }) =>
        load.send({ port, requests: fresh(RATE * seconds), connections: CONNECTIONS, rate: RATE }),
      ),
    );
  await deliver(WARM_UP);
  const before = await Promise.all(served.map(({ cpu }) => cpu()));
  const sent = await deliver(SECONDS);
  const ended = performance.now();
  console.log(`${PROCESSES} processes on one PostgreSQL, ${RATE}/s to each for ${SECONDS} s, answers on`);
  for (const [at, load] of sent.entries()) acknowledged(`process ${at + 1}, acknowledged`, load);
  let shown = await platform.shown();
  for (const end = Date.now() + 120_000; shown.length < ids.length && Date.now() < end; shown = await platform.shown())
    await new Promise((next) => setTimeout(next, 100));
  const exact = shown.length === ids.length && new Set(shown).size === ids.length;
  for (const [at, { cpu }] of served.entries())
    row(
      `process ${at + 1}, of a core for a delivery and its reply`,
      ms(((await cpu()) - (before[at] ?? 0)) / (RATE * SECONDS)),
    );
  row(
    'replies',
    exact ? 'each question its one reply' : `${shown.length} to ${ids.length} questions: NOT THE SAME`,
    `the last ${((performance.now() - ended) / 1000).toFixed(1)} s after the last delivery`,
  );
  if (!exact) process.exitCode = 1;
  for (const { load } of loads) await load.close();
  for (const { close } of served) await close();
  await platform.close();
} finally {
  await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
}
