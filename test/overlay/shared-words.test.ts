import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keptIn } from '../../src/open-plans.ts';
import { followWords } from '../../src/overlay/follow-words.ts';
import type { LiveBot } from '../../src/overlay/live.ts';
import { createLiveBot } from '../../src/overlay/live-bot.ts';
import { type NewEntry, writeOverlay } from '../../src/overlay/overlay.ts';
import { bot, PLAN_FOLDER } from '../helper.ts';
import { hasPostgres, type Postgres, startPostgres } from '../postgres.ts';
import { newFolder, PARTS } from './opened.ts';

const author = '张三';
const TASK: NewEntry = { say: '小蓝平台', means: { kind: 'task', target: 43 }, author };
const UNIT: NewEntry = { say: '蓝楼', means: { kind: 'unit', target: '市财政局' }, author };

describe.skipIf(!hasPostgres)('words of several processes on one database', () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.remove());

  const open = async (overlays = newFolder()): Promise<LiveBot> =>
    createLiveBot({ ...PARTS, folder: PLAN_FOLDER, overlays, keeper: await keptIn(server.url) });
  const follow = (live: LiveBot) =>
    followWords(live, {
      folder: PLAN_FOLDER,
      onReloaded: () => {},
      onFault: (error) => {
        throw error;
      },
    });
  const said = (live: LiveBot) => live.words().entries.map(({ say, undone }) => [say, undone !== undefined]);

  test('come into force in all of them, and so does taking them back; of two at once none is lost', async () => {
    const folder = newFolder();
    mkdirSync(folder, { recursive: true });
    const old = { id: 'old', ...UNIT, at: '2026-01-31T09:00:00Z' };
    writeFileSync(join(folder, `${bot.plan.id}.json`), writeOverlay({ plan: bot.plan.id, entries: [old] }));
    // Words that lay in a file before go along.
    const [one, other] = [await open(folder), await open()];
    expect(said(other)).toEqual([['蓝楼', false]]);
    const looks = [follow(one), follow(other)];
    for (const look of looks) await look();
    expect(await one.add(TASK)).toMatchObject({ status: 'kept' });
    for (const look of looks) await look();
    expect(said(other)).toEqual([
      ['蓝楼', false],
      ['小蓝平台', false],
    ]);
    expect(other.ask({ text: '小蓝平台谁负责', history: [] })).toMatchObject({ status: 'answered', tasks: [43] });
    const more: readonly NewEntry[] = [
      { ...TASK, say: '小绿平台' },
      { ...TASK, say: '小紫平台' },
    ];
    const kept = await Promise.all([one.add(more[0] ?? TASK), other.add(more[1] ?? TASK)]);
    const refused = kept.flatMap((result, at) => (result.status === 'refused' ? [at] : []));
    for (const at of refused) expect(await [one, other][at]?.add(more[at] ?? TASK)).toMatchObject({ status: 'kept' });
    expect(await other.undo('old', author)).toMatchObject({ status: 'kept' });
    for (const look of looks) await look();
    expect(said(one).toSorted()).toEqual(said(other).toSorted());
    expect(said(one).toSorted()).toEqual(
      [
        ['蓝楼', true],
        ['小蓝平台', false],
        ['小绿平台', false],
        ['小紫平台', false],
      ].toSorted(),
    );
    expect(said(await open())).toHaveLength(4);
  });
});
