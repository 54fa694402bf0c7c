import { type Joined, joinPlans, type Opened } from '../plans/joined.ts';
import { createShelf } from '../plans/shelf.ts';
import type { Lang } from '../read/lang.ts';
import type { LiveBot } from './live.ts';
import type { LivePlan } from './live-plan.ts';
import { reasonOf } from './plan-folders.ts';

/** All that is in force at a time; swapped as a whole. */
export interface Standing {
  readonly plans: ReadonlyMap<string, LivePlan>;
  readonly list: readonly LivePlan[];
  readonly lead: LivePlan | undefined;
  readonly joined: Joined;
}

export interface PlansInForceParts {
  /** How people ask. */
  readonly lang: Lang;
  /** The id of the plan that is asked first, where there is one. */
  readonly first: string | undefined;
  readonly onBroken: (folder: string, reason: string) => void;
}

/** The plans that are in force, as they are now. */
export interface PlansInForce {
  readonly now: () => Standing;
  readonly stand: (plans: readonly LivePlan[]) => void;
  /** Makes the bot of a plan; one that cannot be made takes its plan out of force. */
  readonly wake: (one: LivePlan) => LiveBot;
  /** Asks them all; again without a plan whose bot turned out not to be made. */
  readonly asked: <T>(work: (joined: Joined) => T) => T;
}

/** Puts plans in force. */
export const createPlansInForce = (
  plans: readonly LivePlan[],
  { lang, first, onBroken }: PlansInForceParts,
): PlansInForce => {
  const shelf = createShelf();

  const wake = (one: LivePlan): LiveBot => {
    try {
      one.bot.read('');
      return one.bot;
    } catch (error) {
      onBroken(one.folder, reasonOf(error));
      stand([...standing.plans.values()].filter((other) => other !== one));
      throw error;
    }
  };

  const standingOf = (plans: readonly LivePlan[]): Standing => {
    const byId = plans.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const list = [...byId.filter(({ id }) => id === first), ...byId.filter(({ id }) => id !== first)];
    const opened = list.map((one): Opened => ({ id: one.id, brief: one.brief, bot: () => wake(one) }));
    const leads = list[0]?.id === first;
    const lead = leads || list.length === 1 ? list[0] : undefined;
    const plansById = new Map(list.map((one) => [one.id, one]));
    return { plans: plansById, list, lead, joined: joinPlans(opened, lang, { leads, shelf }) };
  };

  let standing = standingOf(plans);
  const stand = (next: readonly LivePlan[]): void => {
    standing = standingOf(next);
  };

  const asked = <T>(work: (joined: Joined) => T): T => {
    for (;;) {
      const now = standing;
      try {
        return work(now.joined);
      } catch (error) {
        if (now === standing || standing.list.length === 0) throw error;
      }
    }
  };

  return { now: () => standing, stand, wake, asked };
};
