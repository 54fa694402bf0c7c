import type { Brief } from '../plans/brief.ts';
import type { LivePlan, TakenPlan } from './live-plan.ts';
import { type PlanFolder, readPlanFolder, reasonOf, unmarkTakenOut } from './plan-folders.ts';
import type { PlansInForce } from './plans-in-force.ts';

const NAMES_CHANGED = '计划里的名称变了，词典要重新学，请重启服务后生效';

/** True where two states of a plan teach jieba, which forgets nothing, the same words. */
const teachSame = (a: Brief, b: Brief): boolean => a.jieba.toSorted().join('\n') === b.jieba.toSorted().join('\n');

export interface TakingPlansParts {
  /** Reads a folder beforehand, where it holds up no answer. */
  readonly readAside: ((folder: string) => Promise<void>) | undefined;
  /** Lets other work in between. */
  readonly pause: () => Promise<void>;
  readonly inForce: PlansInForce;
  readonly open: (folder: PlanFolder) => Promise<LivePlan>;
  readonly onBroken: (folder: string, reason: string) => void;
  readonly onMended: (folder: string) => void;
}

/** Returns what puts a folder in force; where that cannot be, all stays as it is. */
export const createTakingPlans = (parts: TakingPlansParts) => {
  const { inForce, open, pause } = parts;

  const refuse = (folder: string, reason: string): TakenPlan => {
    const used = inForce.now().list.some((one) => one.folder === folder);
    if (!used) parts.onBroken(folder, reason);
    return { status: 'refused', reason };
  };

  return async (folder: string): Promise<TakenPlan> => {
    await parts.readAside?.(folder);
    const own = inForce.now().list.find((one) => one.folder === folder && one.origin === 'corpus');
    const found = readPlanFolder(folder, own ? 'corpus' : 'brought');
    await pause();
    if (found.status === 'broken') return refuse(folder, found.reason);
    if (own && !teachSame(own.brief, found.brief)) return refuse(folder, NAMES_CHANGED);
    const { id } = found.brief;
    const there = inForce.now().plans.get(id);
    if (own ? there !== own : there?.origin === 'corpus')
      return refuse(folder, `标识 ${id} 与随程序提供的计划相同，请换一个标识`);
    if (there && there.folder !== folder) return refuse(folder, `标识 ${id} 与 ${there.folder} 的计划相同`);
    try {
      const taken = await open(found);
      await pause();
      taken.bot.read('');
      await pause();
      taken.bot.ask({ text: taken.title, history: [] });
      await unmarkTakenOut(folder);
      parts.onMended(folder);
      inForce.stand([...inForce.now().list.filter((one) => one.id !== id), taken]);
      return { status: 'taken', id };
    } catch (error) {
      return refuse(folder, reasonOf(error));
    }
  };
};
