import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CodedError } from '../errors.ts';
import { checkId, type FolderFiles, type Received, writeFolder } from '../import/files.ts';
import type { BrokenPlan, LivePlan } from '../overlay/live-plan.ts';
import type { LivePlans } from '../overlay/live-plans.ts';
import { createTurns } from '../overlay/turns.ts';
import type { Corrections } from '../plan/schema.ts';
import type { DraftHand, Drafts } from './drafts.ts';
import { lastDone, type PlanDone, recordPlanDone } from './history.ts';
import { shapeIn } from './shape-in.ts';

export interface PlanDeskParts {
  readonly drafts: Drafts;
  readonly plans: LivePlans;
  /** `<DATA_DIR>/plans` */
  readonly broughtDir: string;
  /** Where what is done is recorded. */
  readonly history: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** How a draft is put in force. */
export interface Use extends DraftHand {
  /** The id that the plan gets. */
  readonly plan: string;
  /** Whether a plan that has the id may be replaced. */
  readonly replace: boolean;
}

/** A brought plan that is not in force, because somebody took it out. */
export interface OutPlan {
  readonly id: string;
  readonly title: string;
}

/** What an administrator does with plans: each is signed in the history. */
export interface PlanDesk {
  readonly drafts: Drafts;
  readonly inForce: () => readonly LivePlan[];
  readonly broken: () => readonly BrokenPlan[];
  readonly out: () => readonly OutPlan[];
  /** The plan that has an id already, if one has. */
  readonly holder: (id: string) => { readonly title: string; readonly origin: LivePlan['origin'] } | undefined;
  readonly history: (most: number) => Promise<readonly PlanDone[]>;
  readonly upload: (received: Received, by: string) => Promise<string>;
  readonly correct: (
    id: string,
    change: { readonly corrections: Corrections; readonly what: string },
    hand: DraftHand,
  ) => Promise<void>;
  readonly discard: (id: string, by: string) => Promise<void>;
  /** Puts a draft in force; it is no draft any more. @throws CodedError, and then nothing has changed */
  readonly use: (id: string, use: Use) => Promise<LivePlan>;
  readonly drop: (plan: string, by: string) => Promise<string>;
  readonly restore: (plan: string, by: string) => Promise<string>;
  /** Makes a draft of a brought plan, with the corrections that it has. */
  readonly reopen: (plan: string, by: string) => Promise<string>;
}

const titleIn = (folder: string): string => {
  const shape = shapeIn(folder);
  return shape?.corrections.document.title || shape?.document.title || basename(folder);
};

/** The same folder under another id. */
const withId = (files: FolderFiles, id: string): FolderFiles => {
  const shape: object = JSON.parse(String(files['plan.json']));
  return { ...files, 'plan.json': `${JSON.stringify({ ...shape, id }, null, 2)}\n` };
};

/** Signs what is done in the history. */
type Note = (done: Omit<PlanDone, 'at'>) => Promise<void>;

/** The plans that were brought, in force or not, by their ids. */
const broughtPlans = ({ plans, broughtDir }: Pick<PlanDeskParts, 'plans' | 'broughtDir'>) => {
  const folderOf = (plan: string): string => {
    checkId(plan);
    return join(broughtDir, plan);
  };

  const holder: PlanDesk['holder'] = (id) => {
    const live = plans.get(id);
    if (live) return { title: live.title, origin: live.origin };
    const folder = folderOf(id);
    return existsSync(folder) ? { title: titleIn(folder), origin: 'brought' } : undefined;
  };

  return { folderOf, holder };
};
type Brought = ReturnType<typeof broughtPlans>;

/** What is done to drafts. */
const draftDeeds = ({ drafts, plans, broughtDir }: PlanDeskParts, { holder }: Brought, record: Note) => {
  const upload: PlanDesk['upload'] = async (received, by) => {
    const { id, name, plan } = await drafts.add(received, by);
    await record({ did: 'upload', by, plan, title: name });
    return id;
  };

  const correct: PlanDesk['correct'] = async (id, { corrections, what }, hand) => {
    const { plan, name } = drafts.get(id);
    await drafts.correct(id, corrections, hand);
    await record({ did: 'correct', by: hand.by, plan, title: name, what });
  };

  const discard: PlanDesk['discard'] = async (id, by) => {
    const { plan, name } = drafts.get(id);
    await drafts.discard(id);
    await record({ did: 'discard', by, plan, title: name });
  };

  const use = async (id: string, { plan, replace, by, revision }: Use): Promise<LivePlan> => {
    const draft = drafts.get(id);
    if (draft.revision !== revision) throw new CodedError('import_stale');
    if (drafts.state(id).status !== 'ready') throw new CodedError('import_unready');
    const reading = await drafts.reading(id);
    if (!reading || reading.preview.status === 2) throw new CodedError('import_unusable');
    const held = holder(plan);
    if (held?.origin === 'corpus') throw new CodedError('import_program', `标识 ${plan} 是《${held.title}》的。`);
    if (held && !replace) throw new CodedError('import_confirm', `标识 ${plan} 已经是《${held.title}》的。`);
    const files = withId(await drafts.planFiles(id), plan);
    const accept = async (folder: string): Promise<void> => {
      const taken = await plans.take(folder);
      if (taken.status === 'refused') throw new CodedError('plan_refused', `${taken.reason}。`);
    };
    await writeFolder({ to: broughtDir, id: plan, replace, accept }, files);
    const live = plans.get(plan);
    if (!live) throw new Error('a plan that was taken is not in force');
    await drafts.discard(id);
    await record({ did: held ? 'replace' : 'use', by, plan, title: live.title });
    return live;
  };

  return { upload, correct, discard, use };
};

/** What is done to plans that were brought. */
const planDeeds = ({ drafts, plans }: PlanDeskParts, { folderOf }: Brought, record: Note) => {
  const drop = async (plan: string, by: string): Promise<string> => {
    const live = plans.get(plan);
    if (!live || !(await plans.drop(plan)))
      throw new CodedError('plan_refused', '随程序提供的计划和最后一个计划不能停用。');
    await record({ did: 'drop', by, plan, title: live.title });
    return live.title;
  };

  const restore = async (plan: string, by: string): Promise<string> => {
    const folder = folderOf(plan);
    const taken = await plans.take(folder);
    if (taken.status === 'refused') throw new CodedError('plan_refused', `${taken.reason}。`);
    const title = plans.get(taken.id)?.title ?? plan;
    await record({ did: 'restore', by, plan, title });
    return title;
  };

  const reopen: PlanDesk['reopen'] = async (plan, by) => {
    const folder = folderOf(plan);
    const shape = shapeIn(folder);
    if (!shape) throw new CodedError('import_path', `没有计划 ${plan}。`);
    const source = shape.source ?? 'plan.txt';
    const extension = /\.[a-z0-9]+$/i.exec(source)?.[0] ?? '.txt';
    const bytes = await readFile(join(folder, basename(source))).catch(() => {
      throw new CodedError('import_path', `${plan} 的文件夹里没有 ${source}。`);
    });
    const received = { name: `${titleIn(folder)}${extension}`, bytes };
    const { id } = await drafts.add(received, by, { corrections: shape.corrections, plan });
    await record({ did: 'upload', by, plan, title: received.name });
    return id;
  };

  return { drop, restore, reopen };
};

/** Joins drafts and the plans in force. */
export const createPlanDesk = (parts: PlanDeskParts): PlanDesk => {
  const { drafts, plans, history, now } = parts;
  const turn = createTurns();
  const record: Note = (done) => recordPlanDone(history, { ...done, at: new Date(now()).toISOString() });

  const brought = broughtPlans(parts);
  const { use, ...ofDrafts } = draftDeeds(parts, brought, record);
  const { drop, restore, reopen } = planDeeds(parts, brought, record);

  return {
    ...{ drafts, ...ofDrafts, holder: brought.holder, reopen },
    inForce: plans.list,
    broken: plans.broken,
    out: () => plans.out().map((folder) => ({ id: basename(folder), title: titleIn(folder) })),
    history: (most) => lastDone(history, most),
    use: (id, how) => turn(() => use(id, how)),
    drop: (plan, by) => turn(() => drop(plan, by)),
    restore: (plan, by) => turn(() => restore(plan, by)),
  };
};
