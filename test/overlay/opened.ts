import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { ownLang } from '../../src/bot.ts';
import type { LiveBot } from '../../src/overlay/live.ts';
import { createLiveBot } from '../../src/overlay/live-bot.ts';
import { createLivePlans, type LivePlans, type LivePlansParts } from '../../src/overlay/live-plans.ts';
import { PLAN_FOLDER } from '../helper.ts';

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'wenji-overlay-'));

let ids = 0;

export const PARTS = {
  ...{ lang: ownLang(), pause: () => pause() },
  now: () => 1_790_000_000_000,
  newId: () => `e${++ids}`,
};

/** The live bot on the real corpus, or on another folder; its overlay in a folder of its own unless one is given. */
export const openLive = (overlays = newFolder(), folder = PLAN_FOLDER) => createLiveBot({ ...PARTS, folder, overlays });

/** The live plans of the real corpus, or of other folders; what is written goes to a folder of its own unless one is given. */
export const openLivePlans = (data = newFolder(), parts: Partial<LivePlansParts> = {}) =>
  createLivePlans({
    ...PARTS,
    ...{ corpusDir: join(PLAN_FOLDER, '..'), broughtDir: join(data, 'plans'), overlays: join(data, 'overlay') },
    ...parts,
  });

/** The bot on the plan that is asked first. */
export const firstOf = (plans: LivePlans): LiveBot => {
  const [first] = plans.list();
  if (!first) throw new Error('no plan');
  return first.bot;
};
