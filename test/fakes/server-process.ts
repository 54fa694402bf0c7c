import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { compile } from '../../scripts/compile.mjs';
import { until } from './until.ts';

/** The real server, as a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Exit code, once the process has ended. */
  readonly ended: Promise<number | null>;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
await compile();

/** Every variable there is, set, though empty: a `.env` of the developer must not reach the tests. */
const EMPTY = Object.fromEntries(
  Object.keys(parseEnv(readFileSync(join(ROOT, '.env.example'), 'utf8'))).map((name) => [name, '']),
);

/** The environment of a process of the tests: this machine, a free port, nothing configured. */
export const neutralEnv = (env: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  ...EMPTY,
  ...{ PATH: process.env.PATH ?? '', HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'info', ...env },
});

const collect = (stream: NodeJS.ReadableStream | null): (() => string) => {
  let text = '';
  stream?.setEncoding('utf8');
  stream?.on('data', (chunk: string) => {
    text += chunk;
  });
  return () => text;
};

const endOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.on('close', (code) => resolve(code)));

/** Starts the compiled server on a free port, with a data folder of its own unless one is given. */
export const spawnServer = (env: Readonly<Record<string, string>> = {}): Omit<ServerProcess, 'url'> => {
  const folder = mkdtempSync(join(tmpdir(), 'wenji-server-'));
  const child = spawn(process.execPath, ['.dist/server.js'], {
    cwd: ROOT,
    env: neutralEnv({ DATA_DIR: folder, ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return {
    stdout: collect(child.stdout),
    stderr: collect(child.stderr),
    kill: (signal) => child.kill(signal),
    ended: endOf(child).finally(() => rmSync(folder, { recursive: true, force: true })),
  };
};

/** Starts the server and waits until it says where it is. */
export const startServer = async (env?: Readonly<Record<string, string>>): Promise<ServerProcess> => {
  const server = spawnServer(env);
  const address = () => /http:\/\/[\w.]+:\d+/.exec(server.stdout())?.[0];
  await until('the server is up', () => address() !== undefined, 120_000);
  return { ...server, url: address() ?? '' };
};
