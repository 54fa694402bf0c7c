import { existsSync } from 'node:fs';
import { CodedError } from '../errors.ts';
import { createKeep, MOST_BOTS } from '../plans/bots.ts';
import type { Ask, Question } from '../types.ts';
import type { LiveBotParts } from './live.ts';
import { createLiveBot } from './live-bot.ts';
import type { BrokenPlan, LivePlan, TakenPlan } from './live-plan.ts';
import { broughtFolders, isTakenOut, markTakenOut, type PlanFolder, readPlanFolders } from './plan-folders.ts';
import { createPlansInForce, type Standing } from './plans-in-force.ts';
import { createTakingPlans } from './taking-plans.ts';
import { createTurns } from './turns.ts';

/** The plans of a process, each with its own words; they come and go while it answers. */
export interface LivePlans {
  /** In force now; the plan that is asked first, then by id. */
  readonly list: () => readonly LivePlan[];
  readonly get: (id: string) => LivePlan | undefined;
  /** The only one, or the one that is asked before the others where none is named. */
  readonly lead: () => LivePlan | undefined;
  readonly broken: () => readonly BrokenPlan[];
  /** Folders of plans that were taken out of force. */
  readonly out: () => readonly string[];
  /** Asks the plan that is named or meant, or all of those that may be asked (`Question.plans`). */
  readonly ask: Ask;
  /** Which plan a text speaks of in its conversation, and the text without its name. */
  readonly meant: (
    question: Question,
  ) => { readonly plan: LivePlan; readonly text: string; readonly question: Question } | undefined;
  /** Puts a corpus folder in force, new or in place of the plan with its id; questions under way end with the old one. */
  readonly take: (folder: string) => Promise<TakenPlan>;
  /** Takes a brought plan out of force, also for later starts, and leaves its folder. */
  readonly drop: (id: string) => Promise<boolean>;
  /** Forgets a brought plan whose folder is gone. */
  readonly forget: (id: string) => Promise<boolean>;
  /** Makes bots that are not made yet, as many as are kept, letting other work in between; one that cannot be is broken. */
  readonly warm: () => Promise<void>;
}

/** The plan with an id; without one, the plan that is asked first. */
export const planOf = (plans: LivePlans, id: string | undefined): LivePlan | undefined =>
  id === undefined ? plans.list()[0] : plans.get(id);

/** The plan that a work list is of: the one with an id, or the one that is asked before the others. */
export const listedPlan = (plans: LivePlans, id: string | undefined): LivePlan | undefined =>
  id === undefined ? plans.lead() : plans.get(id);

export interface LivePlansParts extends Omit<LiveBotParts, 'folder' | 'made' | 'keep'> {
  /** Where the plans lie that come with the program. */
  readonly corpusDir: string;
  /** Where those lie that were brought: `<DATA_DIR>/plans`. */
  readonly broughtDir: string;
  /** The id of the plan that is asked first, where there is one. */
  readonly first?: string | undefined;
  readonly onBroken?: (broken: BrokenPlan) => void;
  /** Reads a folder beforehand, where it holds up no answer. */
  readonly readAside?: (folder: string) => Promise<void>;
  /** How many bots are kept at a time. */
  readonly mostBots?: number | undefined;
}

const NO_PLAN = '语料目录里没有可用的计划。';

/** @throws CodedError where there is no plan, or not the one that is to be asked first */
const checkOpened = (standing: Standing, first: string | undefined, broken: readonly string[]): void => {
  if (standing.list.length === 0) throw new CodedError('corpus_invalid', [NO_PLAN, ...broken].join(''));
  if (first !== undefined && !standing.plans.has(first)) {
    const ids = standing.list.map(({ id }) => id).join('、');
    throw new CodedError('config_invalid', `DEFAULT_PLAN 所指的 ${first} 不在可用的计划之中（${ids}）。`);
  }
};

/**
 * Opens every plan of the two folders. A folder that cannot be used does not stop the others.
 *
 * @throws CodedError `corpus_invalid` when none can be used, `config_invalid` when the plan to be asked first is none
 */
export const createLivePlans = async (parts: LivePlansParts): Promise<LivePlans> => {
  const { corpusDir, broughtDir, first, onBroken, mostBots = MOST_BOTS, ...botParts } = parts;
  const keep = createKeep(mostBots);
  const broken = new Map<string, string>();
  const tellBroken = (folder: string, reason: string): void => {
    broken.set(folder, reason);
    onBroken?.({ folder, reason });
  };

  const open = async ({ folder, origin, brief, made }: PlanFolder): Promise<LivePlan> => {
    const bot = await createLiveBot({ ...botParts, folder, made, keep });
    return { id: brief.id, title: brief.title, folder, origin, brief, bot };
  };

  const read = await readPlanFolders(corpusDir, broughtDir, tellBroken);
  const inForce = createPlansInForce(await Promise.all(read.map(open)), {
    lang: parts.lang,
    first,
    onBroken: tellBroken,
  });
  checkOpened(inForce.now(), first, [...broken.values()]);
  const take = createTakingPlans({
    ...{ inForce, open, pause: parts.pause, onBroken: tellBroken, readAside: parts.readAside },
    onMended: (folder) => broken.delete(folder),
  });

  const remove = async (id: string, before: (folder: string) => Promise<void>): Promise<boolean> => {
    const one = inForce.now().plans.get(id);
    if (one?.origin !== 'brought' || inForce.now().list.length === 1) return false;
    await before(one.folder);
    inForce.stand(inForce.now().list.filter((other) => other !== one));
    return true;
  };

  const warm = async (): Promise<void> => {
    for (const one of inForce.now().list.slice(0, mostBots)) {
      await parts.pause();
      if (inForce.now().plans.get(one.id) !== one) continue;
      try {
        inForce.wake(one);
      } catch {
        // told by `broken`
      }
    }
  };

  const changing = createTurns();
  return {
    list: () => inForce.now().list,
    get: (id) => inForce.now().plans.get(id),
    lead: () => inForce.now().lead,
    broken: () => [...broken].filter(([folder]) => existsSync(folder)).map(([folder, reason]) => ({ folder, reason })),
    out: () => broughtFolders(broughtDir).filter(isTakenOut),
    ask: (question) => inForce.asked((joined) => joined.ask(question)),
    meant: (question) => {
      const meant = inForce.asked((joined) => joined.meant(question));
      const plan = meant && inForce.now().plans.get(meant.plan);
      return plan && { plan, text: meant.text, question: meant.question };
    },
    take: (folder) => changing(() => take(folder)),
    drop: (id) => changing(() => remove(id, markTakenOut)),
    forget: (id) => changing(() => remove(id, async () => {})),
    warm,
  };
};
