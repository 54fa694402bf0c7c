import { describe, expect, test } from 'vitest';
import { alarmText } from '../../../src/channels/alarm/alarm-text.ts';
import { type Alarm, createAlarms } from '../../../src/channels/alarm/alarms.ts';
import { createClockWatch } from '../../../src/channels/alarm/clock-watch.ts';
import { createDiskWatch } from '../../../src/channels/alarm/disk-watch.ts';
import { openSqlite } from '../../../src/store/sqlite.ts';
import { storeOn } from '../../../src/store/store.ts';
import { memoryLog } from '../../fakes/memory-log.ts';

const MINUTE = 60_000;
const START = Date.UTC(2026, 0, 31, 1, 5);

/** An administrator who is told, as long as he can be reached. */
const open = () => {
  let time = START;
  const state = { troubles: {} as Record<string, string>, reached: true };
  const told: Alarm[] = [];
  const { logger, lines } = memoryLog();
  const tell = async (alarm: Alarm): Promise<boolean> => {
    if (state.reached) told.push(alarm);
    return state.reached;
  };
  const look = createAlarms({ troubles: () => state.troubles, tell, now: () => time, log: logger });
  /** Half a minute at a time, as the process looks. */
  const pass = async (ms: number): Promise<void> => {
    for (let at = 0; at < ms; at += MINUTE / 2) {
      time += MINUTE / 2;
      await look();
    }
  };
  const names = () => told.map(({ status, name }) => `${status} ${name}`);
  return { state, told, names, pass, lines };
};

describe('what an administrator has to see to', () => {
  test('is told once when it lasts, and its end once', async () => {
    const { state, told, names, pass } = open();
    state.troubles = { disk: 'full' };
    await pass(MINUTE);
    expect(names()).toEqual([]);
    await pass(10 * MINUTE);
    state.troubles = { disk: 'still full, in other words' };
    await pass(10 * MINUTE);
    expect(names()).toEqual(['begun disk']);
    state.troubles = {};
    await pass(10 * MINUTE);
    expect(names()).toEqual(['begun disk', 'over disk']);
    expect(told[1]).toMatchObject({ since: START + MINUTE / 2, lasted: expect.any(Number) });
    state.troubles = { disk: 'full' };
    await pass(2 * MINUTE);
    expect(names()).toEqual(['begun disk', 'over disk', 'begun disk']);
  });

  test('is not told where it passes within a minute, nor that it is over where it comes back', async () => {
    const { state, names, pass } = open();
    state.troubles = { feishu: 'lost' };
    await pass(MINUTE / 2);
    state.troubles = {};
    await pass(5 * MINUTE);
    expect(names()).toEqual([]);
    state.troubles = { feishu: 'lost' };
    await pass(5 * MINUTE);
    state.troubles = {};
    await pass(MINUTE / 2);
    state.troubles = { feishu: 'lost' };
    await pass(5 * MINUTE);
    expect(names()).toEqual(['begun feishu']);
  });

  test('is told as soon as somebody can be reached, each by itself', async () => {
    const { state, names, pass, lines } = open();
    state.troubles = { disk: 'full', clock: 'wrong' };
    state.reached = false;
    await pass(5 * MINUTE);
    expect(names()).toEqual([]);
    expect(lines.join('')).toContain('no administrator could be told');
    state.reached = true;
    await pass(MINUTE);
    expect(names()).toEqual(['begun disk', 'begun clock']);
    state.troubles = { clock: 'wrong' };
    await pass(5 * MINUTE);
    expect(names()).toEqual(['begun disk', 'begun clock', 'over disk']);
  });

  test('is said in words that tell what to do', () => {
    const alarm: Alarm = { status: 'begun', name: 'feishu', reason: '平台没有应答', since: START, lasted: MINUTE };
    expect(alarmText(alarm, { feishu: '飞书' })).toBe(
      '【问计】出了故障：飞书\n平台没有应答\n从 2026-01-31 09:05 起。请在服务器上运行 npm run doctor 查看。',
    );
    expect(alarmText({ ...alarm, status: 'over', name: 'disk', lasted: 12 * MINUTE }, {})).toBe(
      '【问计】已恢复：磁盘\n从 2026-01-31 09:05 起，共 12 分钟。',
    );
  });
});

describe('the disk', () => {
  test('that is full is found by writing to it, and that it has room again', async () => {
    const database = openSqlite(':memory:');
    const { probe } = await storeOn(database, { days: 14, now: () => START });
    const disk = createDiskWatch({ probe, free: async () => undefined });
    const pages = Number((await database.read.get('PRAGMA page_count'))?.page_count);
    await database.read.get(`PRAGMA max_page_count = ${pages}`);
    await disk.look();
    expect(disk.troubles()).toEqual({ disk: expect.stringMatching(/^数据写不进去.*DATA_DIR/) });
    await expect(probe()).rejects.toMatchObject({ code: 'storage_failed' });
    await database.read.get('PRAGMA max_page_count = 100000');
    await disk.look();
    expect(disk.troubles()).toEqual({});
  });

  test('that is nearly full is told before it is', async () => {
    const disk = createDiskWatch({ probe: async () => {}, free: async () => 12_345_678 });
    await disk.look();
    expect(disk.troubles()).toEqual({ disk: expect.stringContaining('只剩 11 MB') });
  });
});

describe('the clock', () => {
  const open = () => {
    let time = START;
    const watch = createClockWatch(
      () => time,
      (name) => ({ feishu: '飞书' })[name] ?? name,
    );
    const deliver = (...outcomes: readonly string[]): void => {
      for (const outcome of outcomes) watch.delivered('feishu', outcome);
    };
    const pass = (ms: number): void => {
      time += ms;
    };
    return { watch, deliver, pass };
  };

  test('is wrong where a platform’s deliveries are all signed at another time', () => {
    const { watch, deliver } = open();
    deliver('stale', 'stale');
    expect(watch.troubles()).toEqual({});
    deliver('stale');
    expect(watch.troubles()).toEqual({ clock: expect.stringMatching(/^飞书推送来的.*校准/) });
    deliver('accepted');
    expect(watch.troubles()).toEqual({});
  });

  test('is not known to be wrong from forged deliveries, single late ones, or those of long ago', () => {
    const { watch, deliver, pass } = open();
    deliver('refused', 'refused', 'refused', 'stale', 'accepted', 'stale', 'known', 'stale');
    expect(watch.troubles()).toEqual({});
    deliver('stale', 'stale');
    expect(watch.troubles()).toHaveProperty('clock');
    pass(30 * MINUTE);
    expect(watch.troubles()).toEqual({});
  });
});
