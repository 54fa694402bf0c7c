import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backUp, restore, STORE_FILE } from '../../src/store/backup.ts';
import { openStore, type Store } from '../../src/store/store.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SAID = '天然气交易中心由哪个单位负责';

let folder: string;
let store: Store;
const data = () => join(folder, 'data');
const now = () => 1_700_000_000_000;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wenji-backup-'));
  store = await openStore({ path: join(data(), STORE_FILE), days: 14, now });
});

afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const accept = (id: string) =>
  store.inbox.accept({ channel: 'feishu', lane: 'oc_1', ids: [id], incoming: { text: SAID }, at: now() });

/** Every file below a folder in which a text stands. */
const holding = (text: string, below = data()): readonly string[] =>
  readdirSync(below, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => readFileSync(path).includes(text));

describe('what was said', () => {
  test('and recalled stands in no file any more', async () => {
    await accept('m1');
    expect(holding(SAID)).not.toEqual([]);
    await store.inbox.recall('m1', now());
    expect(holding(SAID)).toEqual([]);
  });

  test('lies in one file after a clean stop, and nothing in its log', async () => {
    await accept('m1');
    await store.close();
    expect(holding(SAID)).toEqual([join(data(), STORE_FILE)]);
    const log = join(data(), `${STORE_FILE}-wal`);
    expect(existsSync(log) ? statSync(log).size : 0).toBe(0);
  });
});

describe('a backup', () => {
  test('is made while a process answers, and gives back what was accepted, words and plans', async () => {
    await accept('m1');
    mkdirSync(join(data(), 'overlay'));
    writeFileSync(join(data(), 'overlay', 'words.json'), '[]');
    mkdirSync(join(data(), 'plans', '.new'), { recursive: true });
    writeFileSync(join(data(), 'plans', '.new', 'plan.txt'), 'half');
    backUp(data(), join(folder, 'copy'));
    await accept('m2');
    restore(join(folder, 'copy'), join(folder, 'again'));
    const again = await openStore({ path: join(folder, 'again', STORE_FILE), days: 14, now });
    const [open] = await again.inbox.open();
    expect((await again.inbox.get(open?.id ?? 0))?.incoming).toEqual({ text: SAID });
    await again.close();
    expect(readFileSync(join(folder, 'again', 'overlay', 'words.json'), 'utf8')).toBe('[]');
    expect(existsSync(join(folder, 'again', 'plans', '.new'))).toBe(false);
    expect(statSync(join(folder, 'again', STORE_FILE)).mode & 0o777).toBe(0o600);
  });

  test('holds nothing that was deleted', async () => {
    await accept('m1');
    await store.inbox.recall('m1', now());
    backUp(data(), join(folder, 'copy'));
    expect(holding(SAID, join(folder, 'copy'))).toEqual([]);
  });

  test('overwrites nothing, neither when it is made nor when it is put back', async () => {
    mkdirSync(join(folder, 'full'));
    writeFileSync(join(folder, 'full', 'mine.txt'), 'mine');
    expect(() => backUp(data(), join(folder, 'full'))).toThrow(/不是空目录，请换一个位置/);
    expect(readdirSync(join(folder, 'full'))).toEqual(['mine.txt']);
    backUp(data(), join(folder, 'copy'));
    expect(() => restore(join(folder, 'copy'), data())).toThrow(/已有数据，不会覆盖/);
  });

  test('that is damaged, or none, is refused and leaves nothing', () => {
    backUp(data(), join(folder, 'copy'));
    writeFileSync(join(folder, 'copy', STORE_FILE), 'no database at all');
    expect(() => restore(join(folder, 'copy'), join(folder, 'again'))).toThrow(/不是完整的数据文件/);
    expect(existsSync(join(folder, 'again'))).toBe(false);
    expect(() => restore(folder, join(folder, 'again'))).toThrow(/不是备份/);
    expect(() => backUp(join(folder, 'nowhere'), join(folder, 'other'))).toThrow(/请用 DATA_DIR 指明数据目录/);
    expect(existsSync(join(folder, 'other'))).toBe(false);
  });

  test('is made and put back by command', () => {
    const run = (dir: string, ...args: readonly string[]) =>
      execFileSync(process.execPath, ['--import', 'tsx', 'scripts/backup.ts', ...args], {
        ...{ cwd: ROOT, encoding: 'utf8', env: { ...process.env, DATA_DIR: dir } },
      });
    expect(run(data(), join(folder, 'copy'))).toContain('已备份到');
    expect(run(join(folder, 'again'), '--restore', join(folder, 'copy'))).toContain('已恢复到');
    expect(readdirSync(join(folder, 'again'))).toEqual([STORE_FILE]);
    const wrong = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/backup.ts'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect([wrong.status, wrong.stderr.split('\n')[0]]).toEqual([2, '用法：']);
  });
});
