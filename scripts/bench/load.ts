/** Runs in a process of its own: sends whole requests over a few connections and says how each was answered. */

import { fork } from 'node:child_process';
import { connect, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';

/** What is to be sent. */
interface Job {
  readonly port: number;
  readonly requests: readonly Uint8Array[];
  /** How often each is sent; `NUMBER` in it is overwritten with a number of its own each time. */
  readonly over?: number;
  readonly connections: number;
  /** Requests a second, each at its own time; as fast as they are answered without it. */
  readonly rate?: number;
}

/** What came of it. */
export interface Load {
  /** Of each request, in milliseconds: from the time at which it was due. */
  readonly times: readonly number[];
  readonly statuses: readonly number[];
  /** Of the whole, in milliseconds. */
  readonly ms: number;
}

const STATUS = /^HTTP\/1\.1 (\d{3})[\s\S]*?content-length: (\d+)[\s\S]*?\r\n\r\n/i;

/** One connection: a request, its answer, the next. */
interface Line {
  readonly send: (request: Uint8Array) => Promise<number>;
  readonly close: () => void;
}

const lineTo = async (port: number): Promise<Line> => {
  const socket: Socket = connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let text = '';
  let answered: (status: number) => void = () => {};
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    text += chunk;
    const head = STATUS.exec(text);
    if (!head || text.length < head[0].length + Number(head[2])) return;
    text = text.slice(head[0].length + Number(head[2]));
    answered(Number(head[1]));
  });
  return {
    send: (request) =>
      new Promise((resolve) => {
        answered = resolve;
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
};

/** Stands in a request for a number of as many figures. */
export const NUMBER = '00000000';

const numbered = (request: Uint8Array, number: number): Uint8Array => {
  const own = Buffer.from(request);
  own.write(String(number).padStart(NUMBER.length, '0'), own.indexOf(NUMBER));
  return own;
};

const run = async ({ port, requests: given, over, connections, rate }: Job): Promise<Load> => {
  const repeated = Array.from({ length: over ?? 0 }, () => given).flat();
  const requests = over === undefined ? given : repeated.map(numbered);
  const lines = await Promise.all(Array.from({ length: connections }, () => lineTo(port)));
  const times: number[] = new Array(requests.length).fill(0);
  const statuses: number[] = new Array(requests.length).fill(0);
  const started = performance.now();
  let next = 0;
  await Promise.all(
    lines.map(async ({ send, close }) => {
      for (let at = next++; at < requests.length; at = next++) {
        const due = rate === undefined ? performance.now() : started + (at * 1000) / rate;
        const wait = due - performance.now();
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        statuses[at] = await send(requests[at] ?? new Uint8Array());
        times[at] = performance.now() - due;
      }
      close();
    }),
  );
  return { times, statuses, ms: performance.now() - started };
};

const MARK = 'load';
if (process.argv[2] === MARK)
  process.on('message', async (job: Job) => {
    process.send?.(await run(job));
  });

/** Starts the process. */
export const openLoad = () => {
  const child = fork(fileURLToPath(import.meta.url), [MARK], {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  });
  return {
    send: (job: Job): Promise<Load> =>
      new Promise((resolve, reject) => {
        child.once('message', (load) => resolve(load as Load));
        child.send(job, (error) => error && reject(error));
      }),
    close: () => child.kill(),
  };
};
