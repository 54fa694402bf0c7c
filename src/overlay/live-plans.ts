import { existsSync } from 'node:fs';
import { CodedError } from '../errors.ts';
import { createKeep, MOST_BOTS } from '../plans/bots.ts';
import type { Brief } from '../plans/brief.ts';
import { type Joined, joinPlans, type Opened } from '../plans/joined.ts';
import { createShelf } from '../plans/shelf.ts';
import type { Ask, Question } from '../types.ts';
import type { LiveBot, LiveBotParts } from './live.ts';
import { createLiveBot } from './live-bot.ts';
import {
  broughtFolders,
  isTakenOut,
  markTakenOut,
  type Origin,
  type PlanFolder,
  readPlanFolder,
  readPlanFolders,
  reasonOf,
  unmarkTakenOut,
} from './plan-folders.ts';
import { createTurns } from './turns.ts';

/** A plan that is in force. */
export interface LivePlan {
  readonly id: string;
  readonly title: string;
  readonly folder: string;
  readonly origin: Origin;
  readonly brief: Brief;
  readonly bot: LiveBot;
}

/** A folder that cannot be used, and why, in Chinese. */
export interface BrokenPlan {
  readonly folder: string;
  readonly reason: string;
}

export type TakenPlan =
  | { readonly status: 'taken'; readonly id: string }
  | { readonly status: 'refused'; readonly reason: string };

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

/** All that is in force at a time; swapped as a whole. */
interface Standing {
  readonly plans: ReadonlyMap<string, LivePlan>;
  readonly list: readonly LivePlan[];
  readonly lead: LivePlan | undefined;
  readonly joined: Joined;
}

const NAMES_CHANGED = '计划里的名称变了，词典要重新学，请重启服务后生效';

/** True where two states of a plan teach jieba, which forgets nothing, the same words. */
const teachSame = (a: Brief, b: Brief): boolean => a.jieba.toSorted().join('\n') === b.jieba.toSorted().join('\n');

const NO_PLAN = '语料目录里没有可用的计划。';

/**
 * Opens every plan of the two folders. A folder that cannot be used does not stop the others.
 *
 * @throws CodedError `corpus_invalid` when none can be used, `config_invalid` when the plan to be asked first is none
 */
export const createLivePlans = async (parts: LivePlansParts): Promise<LivePlans> => {
  const { corpusDir, broughtDir, first, onBroken, mostBots = MOST_BOTS, ...botParts } = parts;
  const [shelf, keep] = [createShelf(), createKeep(mostBots)];
  const broken = new Map<string, string>();
  const tellBroken = (folder: string, reason: string): void => {
    broken.set(folder, reason);
    onBroken?.({ folder, reason });
  };

  const open = async ({ folder, origin, brief, made }: PlanFolder): Promise<LivePlan> => {
    const bot = await createLiveBot({ ...botParts, folder, made, keep });
    return { id: brief.id, title: brief.title, folder, origin, brief, bot };
  };

  /** A bot that cannot be made takes its plan out of force. */
  const wake = (one: LivePlan): LiveBot => {
    try {
      one.bot.read('');
      return one.bot;
    } catch (error) {
      tellBroken(one.folder, reasonOf(error));
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
    return { plans: plansById, list, lead, joined: joinPlans(opened, parts.lang, { leads, shelf }) };
  };

  const read = await readPlanFolders(corpusDir, broughtDir, tellBroken);
  let standing = standingOf(await Promise.all(read.map(open)));
  const stand = (plans: readonly LivePlan[]): void => {
    standing = standingOf(plans);
  };
  if (standing.list.length === 0) throw new CodedError('corpus_invalid', [NO_PLAN, ...broken.values()].join(''));
  if (first !== undefined && !standing.plans.has(first)) {
    const ids = standing.list.map(({ id }) => id).join('、');
    throw new CodedError('config_invalid', `DEFAULT_PLAN 所指的 ${first} 不在可用的计划之中（${ids}）。`);
  }

  /** Asks again without a plan whose bot turned out not to be made. */
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

  const refuse = (folder: string, reason: string): TakenPlan => {
    const inForce = standing.list.some((one) => one.folder === folder);
    if (!inForce) tellBroken(folder, reason);
    return { status: 'refused', reason };
  };

  const take = async (folder: string): Promise<TakenPlan> => {
    await parts.readAside?.(folder);
    const own = standing.list.find((one) => one.folder === folder && one.origin === 'corpus');
    const found = readPlanFolder(folder, own ? 'corpus' : 'brought');
    await parts.pause();
    if (found.status === 'broken') return refuse(folder, found.reason);
    if (own && !teachSame(own.brief, found.brief)) return refuse(folder, NAMES_CHANGED);
    const { id } = found.brief;
    const there = standing.plans.get(id);
    if (own ? there !== own : there?.origin === 'corpus')
      return refuse(folder, `标识 ${id} 与随程序提供的计划相同，请换一个标识`);
    if (there && there.folder !== folder) return refuse(folder, `标识 ${id} 与 ${there.folder} 的计划相同`);
    try {
      const taken = await open(found);
      await parts.pause();
      taken.bot.read('');
      await parts.pause();
      taken.bot.ask({ text: taken.title, history: [] });
      await unmarkTakenOut(folder);
      broken.delete(folder);
      stand([...standing.list.filter((one) => one.id !== id), taken]);
      return { status: 'taken', id };
    } catch (error) {
      return refuse(folder, reasonOf(error));
    }
  };

  const remove = async (id: string, before: (folder: string) => Promise<void>): Promise<boolean> => {
    const one = standing.plans.get(id);
    if (one?.origin !== 'brought' || standing.list.length === 1) return false;
    await before(one.folder);
    stand(standing.list.filter((other) => other !== one));
    return true;
  };

  const warm = async (): Promise<void> => {
    for (const one of standing.list.slice(0, mostBots)) {
      await parts.pause();
      if (standing.plans.get(one.id) !== one) continue;
      try {
        wake(one);
      } catch {
        // told by `broken`
      }
    }
  };

  const changing = createTurns();
  return {
    list: () => standing.list,
    get: (id) => standing.plans.get(id),
    lead: () => standing.lead,
    broken: () => [...broken].filter(([folder]) => existsSync(folder)).map(([folder, reason]) => ({ folder, reason })),
    out: () => broughtFolders(broughtDir).filter(isTakenOut),
    ask: (question) => asked((joined) => joined.ask(question)),
    meant: (question) => {
      const meant = asked((joined) => joined.meant(question));
      const plan = meant && standing.plans.get(meant.plan);
      return plan && { plan, text: meant.text, question: meant.question };
    },
    take: (folder) => changing(() => take(folder)),
    drop: (id) => changing(() => remove(id, markTakenOut)),
    forget: (id) => changing(() => remove(id, async () => {})),
    warm,
  };
};
