import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { createLiveBot } from '../../src/overlay/live-bot.ts';
import { KINDS } from '../../src/questions/kinds.ts';
import { PLAN_FOLDER } from '../helper.ts';

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'wenji-overlay-'));

let ids = 0;

/** The live bot on the real corpus, or on another folder; its overlay in a folder of its own unless one is given. */
export const openLive = (overlays = newFolder(), folder = PLAN_FOLDER) =>
  createLiveBot({
    ...{ folder, overlays, kinds: KINDS, pause: () => pause() },
    now: () => 1_790_000_000_000,
    newId: () => `e${++ids}`,
  });
