/** Runs in a process of its own: Feishu's webhook on a database that several processes share. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { loadBot } from '../../src/bot.ts';
import { feishuChannel } from './channel.ts';

/** Where the process keeps what it takes, and where it sends replies. */
interface Shared {
  readonly database: string;
  readonly platform: string;
}

const serve = async (shared: Shared): Promise<void> => {
  const channel = await feishuChannel({ bot: await loadBot(), ...shared, answers: true });
  process.on('message', async (told) => {
    if (told === 'cpu') return void process.send?.(process.cpuUsage());
    await channel.close();
    process.exit();
  });
  process.send?.({ port: channel.port });
};

const MARK = 'shared';
if (process.argv[2] === MARK) await serve(JSON.parse(process.argv[3] ?? ''));

/** A process that listens. */
export interface BenchProcess {
  readonly port: number;
  /** Milliseconds for which it has held a core, until now. */
  readonly cpu: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Starts the process. */
export const openProcess = async (shared: Shared): Promise<BenchProcess> => {
  const child = fork(fileURLToPath(import.meta.url), [MARK, JSON.stringify(shared)], {
    execArgv: ['--import', 'tsx'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (said) => resolve((said as { port: number }).port));
    child.once('exit', (code) => reject(new Error(`the process ended with ${code}`)));
  });
  return {
    port,
    cpu: () =>
      new Promise((resolve) => {
        child.once('message', (said) =>
          resolve(((said as NodeJS.CpuUsage).user + (said as NodeJS.CpuUsage).system) / 1000),
        );
        child.send('cpu');
      }),
    close: () => {
      child.send('close');
      return ended;
    },
  };
};
