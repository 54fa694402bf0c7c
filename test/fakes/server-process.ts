import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
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

/** Set, though empty: a `.env` of the developer must not reach the tests. */
const NEUTRAL = {
  HOST: '127.0.0.1',
  PORT: '0',
  LOG_LEVEL: 'info',
  FEISHU_APP_ID: '',
  FEISHU_APP_SECRET: '',
  FEISHU_ENCRYPT_KEY: '',
  FEISHU_VERIFICATION_TOKEN: '',
  FEISHU_BASE_URL: '',
};

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

/** Starts `src/server.ts` on a free port. */
export const spawnServer = (env: Readonly<Record<string, string>> = {}): Omit<ServerProcess, 'url'> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/server.ts'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', ...NEUTRAL, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return {
    stdout: collect(child.stdout),
    stderr: collect(child.stderr),
    kill: (signal) => child.kill(signal),
    ended: endOf(child),
  };
};

/** Starts the server and waits until it says where it is. */
export const startServer = async (env?: Readonly<Record<string, string>>): Promise<ServerProcess> => {
  const server = spawnServer(env);
  const address = () => /http:\/\/[\w.]+:\d+/.exec(server.stdout())?.[0];
  await until('the server is up', () => address() !== undefined, 30_000);
  return { ...server, url: address() ?? '' };
};
