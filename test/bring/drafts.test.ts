import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDrafts } from '../../src/bring/drafts.ts';
import type { StartReading } from '../../src/bring/in-child.ts';
import { writeFolder } from '../../src/import/files.ts';
import { NO_CORRECTIONS } from '../../src/plan/schema.ts';
import { refusal } from '../import/helper.ts';
import { readInChild } from './compiled.ts';

const DAY = 86_400_000;
const PLAN = {
  name: '水利方案.txt',
  bytes: Buffer.from('云州省水利建设实施方案\n一、重点任务\n（一）修渠。修渠。（省水利厅负责）\n'),
};
/** A process that was stopped before it had read anything. */
const never: StartReading = () => ({ result: new Promise(() => {}), stop: () => {} });

const openAt = async (dir: string, start: StartReading, now = () => 1_790_000_000_000) =>
  openDrafts({
    ...{ dir, start, now, newId: randomUUID },
    onFault: (error) => {
      throw error;
    },
  });
const newDir = (): string => join(mkdtempSync(join(tmpdir(), 'wenji-drafts-')), 'imports');

describe('drafts', () => {
  test('survive a restart: what was being read is read again, what was read stays', async () => {
    const dir = newDir();
    const { id } = await (await openAt(dir, never)).add(PLAN, '张三');
    const second = await openAt(dir, readInChild());
    expect(second.state(id).status).toBe('reading');
    await second.idle();
    expect(second.state(id)).toEqual({ status: 'ready' });
    await second.correct(id, { document: { number: '云政〔2024〕5号' }, names: [] }, { by: '李四', revision: 1 });
    await second.idle();
    const third = await openAt(dir, never);
    expect(third.get(id)).toMatchObject({ by: '张三', lastBy: '李四', revision: 2, name: '水利方案.txt' });
    expect((await third.reading(id))?.preview.document.number).toBe('云政〔2024〕5号');
    expect((await third.before(id))?.preview.document.number).toBe('');
  });

  test('are removed when nobody has touched them for two weeks, and what is no draft at once', async () => {
    const dir = newDir();
    const { id } = await (await openAt(dir, never)).add(PLAN, '张三');
    mkdirSync(join(dir, '.half-written'));
    writeFileSync(join(dir, 'history.jsonl'), '');
    expect((await openAt(dir, never, () => 1_790_000_000_000 + 13 * DAY)).list().map((one) => one.id)).toEqual([id]);
    expect((await openAt(dir, never, () => 1_790_000_000_000 + 15 * DAY)).list()).toEqual([]);
    expect(readdirSync(dir)).toEqual(['history.jsonl']);
  });

  test.each([
    ['takes too long', { milliseconds: 50, megabytes: 768 }],
    ['takes too much memory', { milliseconds: 60_000, megabytes: 16 }],
  ])('a document that %s is stopped, with the remedy; nothing of it is kept', async (_, limits) => {
    const dir = newDir();
    const drafts = await openAt(dir, readInChild(limits));
    const { id } = await drafts.add(PLAN, '张三');
    await drafts.idle();
    expect(drafts.state(id)).toEqual({ status: 'refused', reason: expect.stringContaining('请只留计划正文与附表') });
    expect(readdirSync(dir)).toEqual([]);
  });

  test('a correction that cannot be read leaves the reading before', async () => {
    const dir = newDir();
    let limits = { milliseconds: 60_000, megabytes: 768 };
    const drafts = await openAt(dir, (task, onStep) => readInChild(limits)(task, onStep));
    const { id } = await drafts.add(PLAN, '张三');
    await drafts.idle();
    limits = { milliseconds: 50, megabytes: 768 };
    await drafts.correct(id, { ...NO_CORRECTIONS, level: 'point' }, { by: '张三', revision: 1 });
    await drafts.idle();
    expect(drafts.state(id)).toEqual({ status: 'ready', fault: expect.stringContaining('读得太久') });
    expect(drafts.get(id).corrections).toEqual(NO_CORRECTIONS);
    expect((await drafts.reading(id))?.preview.counts.tasks).toBe(1);
  });
});

describe('a plan’s folder', () => {
  test('is put back where the new one is not taken', async () => {
    const to = mkdtempSync(join(tmpdir(), 'wenji-folder-'));
    const refuse = async (): Promise<void> => {
      throw new Error('not taken');
    };
    await expect(writeFolder({ to, id: 'water', accept: refuse }, { 'plan.txt': '一' })).rejects.toThrow('not taken');
    expect(readdirSync(to)).toEqual([]);
    await writeFolder({ to, id: 'water' }, { 'plan.txt': '一' });
    const replaced = writeFolder({ to, id: 'water', replace: true, accept: refuse }, { 'plan.txt': '二' });
    await expect(replaced).rejects.toThrow('not taken');
    expect(readFileSync(join(to, 'water', 'plan.txt'), 'utf8')).toBe('一');
    expect(readdirSync(to)).toEqual(['water']);
    expect(await refusal(writeFolder({ to, id: '../water' }, { 'plan.txt': '' }))).toBe('import_id');
    expect(existsSync(join(to, '..', 'water'))).toBe(false);
  });
});
