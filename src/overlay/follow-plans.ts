import { statSync } from 'node:fs';
import { join } from 'node:path';
import { followWords } from './follow-words.ts';
import type { Reloaded } from './live.ts';
import type { LivePlan, TakenPlan } from './live-plan.ts';
import type { LivePlans } from './live-plans.ts';
import { broughtFolders, isTakenOut } from './plan-folders.ts';

/** What following needs besides the plans. */
export interface FollowPlansParts {
  /** Where the brought plans lie. */
  readonly broughtDir: string;
  /** Told of every reading that a change of words caused. */
  readonly onReloaded: (plan: LivePlan, reloaded: Reloaded) => void;
  /** Told of every folder that was put in force or refused, because it is new or its plan has changed. */
  readonly onTaken: (folder: string, taken: TakenPlan) => void;
  /** Told of a plan that is no longer in force, because its folder is gone. */
  readonly onGone: (plan: LivePlan) => void;
  /** Told when files cannot be looked at, or reading them failed. */
  readonly onFault: (error: unknown) => void;
}

/** Plans whose files are looked at in one round; the others come in the next. */
const MOST_A_ROUND = 20;

const stampOf = (folder: string): string =>
  ['plan.json', 'plan.txt']
    .map((name) => {
      const found = statSync(join(folder, name), { throwIfNoEntry: false });
      return found ? `${found.mtimeMs} ${found.size} ${found.ino}` : '–';
    })
    .join('\n');

/**
 * Looks whether somebody has changed the words of plans on the disk, brought a plan, or removed one. `look` is to be
 * called every few seconds.
 */
export const followPlans = (plans: LivePlans, parts: FollowPlansParts) => {
  const { broughtDir, onReloaded, onTaken, onGone, onFault } = parts;
  const looks = new WeakMap<LivePlan, () => Promise<void>>();
  const refused = new Map<string, string>(plans.broken().map(({ folder }) => [folder, stampOf(folder)]));
  const missing = new Set<string>();
  const changed = new Set<LivePlan>();
  let next = 0;
  let busy = false;

  const take = async (folder: string): Promise<void> => {
    const stamp = stampOf(folder);
    const taken = await plans.take(folder);
    if (taken.status === 'refused') refused.set(folder, stamp);
    else refused.delete(folder);
    onTaken(folder, taken);
  };

  const lookAtWords = async (plan: LivePlan): Promise<void> => {
    const look =
      looks.get(plan) ??
      followWords(plan.bot, {
        folder: plan.folder,
        onReloaded: (reloaded) => {
          if (reloaded.status === 'refused' && reloaded.anew) changed.add(plan);
          else onReloaded(plan, reloaded);
        },
        onFault,
      });
    looks.set(plan, look);
    await look();
    if (changed.delete(plan)) await take(plan.folder);
  };

  const lookAtFolders = async (): Promise<void> => {
    const folders = broughtFolders(broughtDir);
    const known = new Set(plans.list().map(({ folder }) => folder));
    for (const folder of folders)
      if (!known.has(folder) && !isTakenOut(folder) && refused.get(folder) !== stampOf(folder)) await take(folder);
    for (const plan of plans.list()) {
      const isGone = plan.origin === 'brought' && !folders.includes(plan.folder);
      // A folder that is being replaced is gone for a moment.
      if (isGone && missing.has(plan.folder) && (await plans.forget(plan.id))) onGone(plan);
      if (isGone) missing.add(plan.folder);
      else missing.delete(plan.folder);
    }
  };

  /** Resolves when what had changed is in force. */
  return async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      await lookAtFolders();
      const list = plans.list();
      if (next >= list.length) next = 0;
      const round = list.slice(next, next + MOST_A_ROUND);
      next += MOST_A_ROUND;
      for (const plan of round) if (!missing.has(plan.folder)) await lookAtWords(plan);
    } catch (error) {
      onFault(error);
    } finally {
      busy = false;
    }
  };
};
