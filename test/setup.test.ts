import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const SETUP = fileURLToPath(new URL('../scripts/setup.mjs', import.meta.url));

let root: string;

const write = (path: string, text: string, seconds = 0): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
  if (seconds) utimesSync(join(root, path), seconds, seconds);
};

/** An npm that writes down how it was called, installs what the test wants installed, and ends as the test wants it. */
const fakeNpm = (installs: string, status = 0): void => {
  write('bin/npm', `#!/bin/sh\necho "$@" > called\nmkdir -p node_modules/nodejieba\n${installs}\nexit ${status}\n`);
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
  cpSync(SETUP, join(root, 'scripts/setup.mjs'));
  write('package.json', '{"engines":{"node":">=20.19"}}');
  write('package-lock.json', '{}', 2_000_000);
  fakeNpm(GOOD_INSTALL);
});

afterEach(() => rmSync(root, { recursive: true }));

const installAt = (seconds: number, jieba = 'module.exports = {}'): void => {
  write('node_modules/nodejieba/index.js', jieba);
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
    expect(npmCalls()).toBe('ci');
  });

  test('installs anew when the lock file is newer than what is installed', () => {
    installAt(1_000_000);
    expect(setup()).toMatchObject({ status: 0 });
    expect(npmCalls()).toBe('ci');
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
