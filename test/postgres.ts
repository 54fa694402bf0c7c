import { execFile, execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { runs } from './browser.ts';

const DEBIAN = '/usr/lib/postgresql';

/** Where the server's programs lie: on the path, else the newest of Debian's. */
const find = (name: string): string | undefined => {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(DEBIAN, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.map((folder) => join(folder, name)).find(runs);
};

const [initdb, control] = [find('initdb'), find('pg_ctl')];

interface User {
  readonly uid: number;
  readonly gid: number;
}

const isRoot = process.getuid?.() === 0;

/** The server refuses to run as root: then it runs as the user that Debian makes for it. */
const debian = (): User | undefined => {
  try {
    const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }));
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    return undefined;
  }
};

const user = isRoot ? debian() : undefined;

/** False where no server can be started: the tests that need one are skipped, and one line says how to get it. */
export const hasPostgres = initdb !== undefined && control !== undefined && (!isRoot || user !== undefined);

if (!hasPostgres) console.warn('PostgreSQL tests skipped: no server is installed (apt-get install postgresql).');

/** A private server with one database, reached by a socket in its own folder. */
export interface Postgres {
  readonly url: string;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Ends every connection at once and starts anew. */
  readonly restart: () => Promise<void>;
  /** Ends it and removes all that is left. */
  readonly remove: () => Promise<void>;
}

/** Starts a server in a folder of its own. */
export const startPostgres = async (): Promise<Postgres> => {
  const folder = mkdtempSync('/tmp/wenji-pg-'); // short: the name of a socket has 107 bytes at most
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const run = async (program: string | undefined, ...given: readonly string[]): Promise<void> => {
    const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' };
    // What the server says goes to its log: a pipe that it inherits would stay open for as long as it lives.
    const line = [program, ...given].map((word) => `'${word}'`).join(' ');
    await promisify(execFile)('/bin/sh', ['-c', `exec ${line} >/dev/null 2>&1 </dev/null`], {
      ...user,
      cwd: folder,
      env,
    });
  };
  await run(initdb, '-D', data, '-U', 'wenji', '-A', 'trust', '-E', 'UTF8', '--no-sync');
  // What was written to the system is there when only the server ends: no test switches the machine off.
  const settings = `-k ${folder} -c listen_addresses= -c fsync=off -c max_connections=100`;
  const controlled = (...given: readonly string[]): Promise<void> =>
    run(control, '-D', data, '-l', join(folder, 'log'), '-o', settings, '-w', '-s', ...given);
  const start = () => controlled('start');
  const stop = () => controlled('-m', 'immediate', 'stop');
  await start();
  return {
    url: `postgres://wenji@localhost/postgres?host=${encodeURIComponent(folder)}`,
    start,
    stop,
    restart: () => controlled('-m', 'immediate', 'restart'),
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
