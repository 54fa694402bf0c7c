import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { ownLang } from '../../src/bot.ts';
import { createLiveBot } from '../../src/overlay/live-bot.ts';
import { PLAN_FOLDER } from '../helper.ts';

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'wenji-overlay-'));

let ids = 0;

/** The live bot on the real corpus, or on another folder; its overlay in a folder of its own unless one is given. */
export const openLive = (overlays = newFolder(), folder = PLAN_FOLDER) =>
  createLiveBot({
    ...{ folder, overlays, lang: ownLang(), pause: () => pause() },
    now: () => 1_790_000_000_000,
    newId: () => `e${++ids}`,
  });
