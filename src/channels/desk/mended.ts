import { setImmediate as pause } from 'node:timers/promises';
import { yearOf } from '../../china-time.ts';
import type { LivePlan } from '../../overlay/live-plan.ts';
import { type LivePlans, planOf } from '../../overlay/live-plans.ts';
import type { Entry } from '../../overlay/overlay.ts';
import { namesThing } from '../../overlay/things.ts';
import type { Records } from '../../store/records.ts';
import type { Unanswered } from '../../store/unanswered.ts';

/** Finds out which questions the words added since have mended. */
export interface Mending {
  /** Words that were added after a question was asked last, and that are read in it. */
  readonly wordsFor: (group: Unanswered) => readonly Entry[];
  /** Moves what is mended to where it belongs, and back what no longer is. */
  readonly look: () => Promise<void>;
}

const MOST = 1000;
/** Milliseconds for which other work may have to wait. */
const SLICE = 12;

/** The plan that a group was asked of, where it is known and still in force; else the one that is asked first. */
export const planOfGroup = (plans: LivePlans, { plans: ids }: Unanswered): LivePlan | undefined =>
  planOf(
    plans,
    ids.find((id) => plans.get(id)),
  ) ?? planOf(plans, undefined);

const addedAfter = (plan: LivePlan, at: number): readonly Entry[] =>
  plan.bot.words().entries.filter((entry) => !entry.undone && Date.parse(entry.at) > at);

export const createMending = (plans: LivePlans, records: Records, now: () => number): Mending => {
  const known = new Map<string, boolean>();

  const wordsFor: Mending['wordsFor'] = (group) => {
    const plan = planOfGroup(plans, group);
    const added = plan ? addedAfter(plan, group.last) : [];
    return plan ? added.filter(({ means }) => namesThing(plan.bot, group.question, means)) : [];
  };

  const isMended = (group: Unanswered): boolean => {
    const plan = planOfGroup(plans, group);
    const added = plan ? addedAfter(plan, group.last) : [];
    if (!plan || added.length === 0) return false;
    const key = JSON.stringify([plan.id, group.question, group.last, added.map(({ id }) => id)]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const asked = { text: group.question, history: [], year: yearOf(now()) };
    const mended = wordsFor(group).length > 0 && plan.bot.ask(asked).status === 'answered';
    if (known.size >= MOST) known.clear();
    known.set(key, mended);
    return mended;
  };

  const look = async (): Promise<void> => {
    let since = performance.now();
    for (const state of ['open', 'mended'] as const)
      for (const group of await records.unanswered({ limit: MOST, state })) {
        const is = isMended(group) ? 'mended' : 'open';
        if (is !== state) await records.settle(group.id, is);
        if (performance.now() - since < SLICE) continue;
        await pause();
        since = performance.now();
      }
  };
  return { wordsFor, look };
};
