import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const SCRIPTS = fileURLToPath(new URL('../scripts/', import.meta.url));
const BINARY = 'node_modules/nodejieba/build/Release/nodejieba.node';

let root: string;

const write = (path: string, text: string, seconds = 0): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
  if (seconds) utimesSync(join(root, path), seconds, seconds);
};

/** An npm that writes down how it was called, installs or builds what the test wants, and ends as the test wants it. */
const fakeNpm = (installs: string, status = 0, builds = `mkdir -p ${dirname(BINARY)}; touch ${BINARY}`): void => {
  const lines = ['#!/bin/sh', 'echo "$1" >> called', `if [ "$1" = exec ]; then echo "$@" > build; ${builds}; exit; fi`];
  write('bin/npm', [...lines, 'mkdir -p node_modules/nodejieba', installs, `exit ${status}`, ''].join('\n'));
  chmodSync(join(root, 'bin/npm'), 0o755);
};

const GOOD_INSTALL =
  "echo 'module.exports = {}' > node_modules/nodejieba/index.js; touch node_modules/.package-lock.json";
const BROKEN_INSTALL =
  "echo 'throw new Error()' > node_modules/nodejieba/index.js; touch node_modules/.package-lock.json";

const setup = () => {
  const PATH = `${join(root, 'bin')}${delimiter}${process.env.PATH}`;
  const script = join(root, 'scripts/setup.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { env: { PATH }, encoding: 'utf8' });
  return { status, stdout, lines: stderr.split('\n').filter((line) => line !== '') };
};

const npmCalls = (): string => {
  try {
    return readFileSync(join(root, 'called'), 'utf8').trim();
  } catch {
    return '';
  }
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wenji-setup-'));
  mkdirSync(join(root, 'scripts'));
  for (const name of ['setup.mjs', 'jieba.mjs']) cpSync(join(SCRIPTS, name), join(root, 'scripts', name));
  write('package.json', '{"engines":{"node":">=20.19"}}');
  write('package-lock.json', '{}', 2_000_000);
  fakeNpm(GOOD_INSTALL);
});

afterEach(() => rmSync(root, { recursive: true }));

const installAt = (seconds: number, jieba = 'module.exports = {}'): void => {
  write('node_modules/nodejieba/index.js', jieba);
  write(BINARY, '');
  write('node_modules/.package-lock.json', '{}', seconds);
};

describe('setting up', () => {
  test('says nothing and does nothing when all is well', () => {
    installAt(3_000_000);
    expect(setup()).toEqual({ status: 0, stdout: '', lines: [] });
    expect(npmCalls()).toBe('');
  });

  test('installs what is missing', () => {
    expect(setup()).toMatchObject({ status: 0, stdout: '' });
    expect(npmCalls()).toBe('ci\nexec');
  });

  test('installs anew when the lock file is newer than what is installed', () => {
    installAt(1_000_000);
    expect(setup()).toMatchObject({ status: 0 });
    expect(npmCalls()).toBe('ci');
  });

  test('makes the binary of jieba with the installer of the tree, and no script of a package runs', () => {
    installAt(3_000_000);
    rmSync(join(root, BINARY));
    expect(setup()).toMatchObject({ status: 0, stdout: '' });
    const build = readFileSync(join(root, 'build'), 'utf8').trim();
    expect(build).toMatch(/^exec --offline --no -- node-pre-gyp install --fallback-to-build -C \/.*nodejieba$/);
    expect(readFileSync(join(SCRIPTS, '../.npmrc'), 'utf8')).toBe('ignore-scripts=true\n');
  });

  test('stops with one line of its own when the binary of jieba cannot be made', () => {
    fakeNpm(GOOD_INSTALL, 0, 'echo gyp ERR; exit 1');
    const { status, lines } = setup();
    expect(status).toBe(1);
    expect(lines).toContain('gyp ERR');
    expect(lines.at(-1)).toContain('apt-get install -y python3 make g++');
  });

  test('stops with one line of its own when npm fails', () => {
    fakeNpm('true', 1);
    const { status, lines } = setup();
    expect(status).toBe(1);
    expect(lines.at(-1)).toContain('apt-get install -y python3 make g++');
  });

  test.each([
    ['is there but broken', () => installAt(3_000_000, 'throw new Error("invalid ELF header")')],
    ['was just installed and is broken', () => fakeNpm(BROKEN_INSTALL)],
  ])('stops with one line when the binary of jieba %s', (_name, arrange) => {
    arrange();
    const { status, lines } = setup();
    expect(status).toBe(1);
    expect(lines.at(-1)).toMatch(/nodejieba.*apt-get install -y python3 make g\+\+/);
  });

  test('stops with one line when Node is too old', () => {
    write('package.json', '{"engines":{"node":">=99.1"}}');
    const { status, lines } = setup();
    expect(status).toBe(1);
    expect(lines).toEqual([expect.stringContaining(`需要 Node.js 99.1 或更新的版本，现在是 ${process.versions.node}`)]);
    expect(npmCalls()).toBe('');
  });
});
