import { CodedError, type ErrorCode } from '../errors.ts';
import { detectFormat } from '../import/detect.ts';
import { type Received, tidyName } from '../import/files.ts';
import { LIMITS } from '../import/limits.ts';
import { planIdOf } from '../import/plan-id.ts';
import { type Corrections, NO_CORRECTIONS } from '../plan/schema.ts';
import type { Draft, DraftReading, ReadingStep } from './draft.ts';
import { createDraftStore } from './draft-store.ts';
import type { RunningReading, StartReading } from './in-child.ts';

/** What a draft is at. */
export type DraftState =
  /** `ahead` others are read before it. */
  | { readonly status: 'waiting'; readonly ahead: number }
  | { readonly status: 'reading'; readonly step: ReadingStep; readonly since: number }
  /** `fault`: why the last correction could not be read; the reading before stays. */
  | { readonly status: 'ready'; readonly fault?: string }
  /** Nothing of it is kept. */
  | { readonly status: 'refused'; readonly reason: string };

export interface DraftsParts {
  /** `<DATA_DIR>/imports` */
  readonly dir: string;
  readonly start: StartReading;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** An id that nobody can guess. */
  readonly newId: () => string;
  /** Told of what should not happen. */
  readonly onFault: (error: unknown) => void;
}

/** Drafts at a time. */
export const MOST_DRAFTS = 20;
/** Milliseconds since the last change. */
const LIFETIME = 14 * 86_400_000;
/** Refusals that are remembered until the page of each was seen. */
const MOST_REFUSED = 50;

interface Job {
  readonly id: string;
  readonly corrections: Corrections;
}

/** What is done to a draft: by whom, and which state of it that person saw. */
export interface DraftHand {
  readonly by: string;
  readonly revision: number;
}

/** What is known of a document that is brought again. */
export interface Again {
  readonly plan: string;
  readonly corrections: Corrections;
}

export interface Drafts {
  /** The latest first. */
  readonly list: () => readonly Draft[];
  /** @throws CodedError `import_gone` */
  readonly get: (id: string) => Draft;
  readonly state: (id: string) => DraftState;
  readonly reading: (id: string) => Promise<DraftReading | undefined>;
  /** The reading before the last correction. */
  readonly before: (id: string) => Promise<DraftReading | undefined>;
  readonly planFiles: ReturnType<typeof createDraftStore>['planFiles'];
  /** Keeps a file and begins to read it. @throws CodedError naming the remedy */
  readonly add: (received: Received, by: string, more?: Again) => Promise<Draft>;
  /** Reads again with other corrections. */
  readonly correct: (id: string, corrections: Corrections, hand: DraftHand) => Promise<void>;
  readonly discard: (id: string) => Promise<void>;
  /** Resolves when nothing is being read. */
  readonly idle: () => Promise<void>;
  readonly stop: () => void;
}

/** Opens the drafts on the disk; those that were being read are read again. */
export const openDrafts = async ({ dir, start, now, newId, onFault }: DraftsParts): Promise<Drafts> => {
  const store = createDraftStore(dir);
  const drafts = new Map<string, Draft>();
  const refused = new Map<string, string>();
  const faults = new Map<string, string>();
  const jobs: Job[] = [];
  let current: (Job & { step: ReadingStep; since: number; run?: RunningReading }) | undefined;
  let working: Promise<void> | undefined;
  let stopped = false;

  const get = (id: string): Draft => {
    const draft = drafts.get(id);
    if (!draft) throw new CodedError('import_gone');
    return draft;
  };

  const discard = async (id: string): Promise<void> => {
    drafts.delete(id);
    faults.delete(id);
    const waiting = jobs.findIndex((job) => job.id === id);
    if (waiting >= 0) jobs.splice(waiting, 1);
    if (current?.id === id) current.run?.stop();
    await store.remove(id);
  };

  const refuse = async (id: string, reason: string): Promise<void> => {
    await discard(id);
    refused.set(id, reason);
    const oldest = refused.keys().next();
    if (refused.size > MOST_REFUSED && !oldest.done) refused.delete(oldest.value);
  };

  const readOne = async (job: Job): Promise<void> => {
    const draft = drafts.get(job.id);
    if (!draft) return;
    const here = { ...job, step: 'read' as ReadingStep, since: now() };
    const { name, plan } = draft;
    const run = start({ folder: store.folder(job.id), name, plan, corrections: job.corrections }, (step) => {
      here.step = step;
    });
    current = Object.assign(here, { run });
    const result = await run.result;
    const known = drafts.get(job.id);
    if (!known) return store.remove(job.id);
    const isFirst = (await store.reading(job.id)) === undefined;
    if (result.status === 'refused') {
      if (isFirst) await refuse(job.id, result.reason);
      else faults.set(job.id, result.reason);
      return;
    }
    await store.promote(job.id);
    const next = { ...known, corrections: job.corrections, at: now() };
    drafts.set(job.id, next);
    await store.save(next);
  };

  const work = async (): Promise<void> => {
    for (let job = jobs.shift(); job && !stopped; job = jobs.shift()) {
      try {
        await readOne(job);
      } catch (error) {
        if (!stopped && drafts.has(job.id)) {
          onFault(error);
          await refuse(job.id, new CodedError('import_broken').message).catch(onFault);
        }
      } finally {
        current = undefined;
      }
    }
    working = undefined;
  };

  const enqueue = (job: Job): void => {
    jobs.push(job);
    working ??= work();
  };

  const sweep = async (): Promise<void> => {
    for (const { id, at } of [...drafts.values()]) if (now() - at > LIFETIME) await discard(id);
  };

  const check = (code: ErrorCode, fine: boolean, detail?: string): void => {
    if (!fine) throw new CodedError(code, detail);
  };

  const add: Drafts['add'] = async ({ name, bytes }, by, again) => {
    const tidy = tidyName(name);
    const { plan = planIdOf(tidy), corrections = NO_CORRECTIONS } = again ?? {};
    check('import_too_large', bytes.length <= LIMITS.fileBytes, `文件超过 ${LIMITS.fileBytes / 1024 / 1024} MB。`);
    detectFormat(bytes, tidy);
    await sweep();
    check('import_full', drafts.size < MOST_DRAFTS, `已有 ${drafts.size} 份草稿。`);
    const draft: Draft = {
      ...{ id: newId(), name: tidy, size: bytes.length, plan, by, lastBy: by },
      ...{ at: now(), revision: 1, corrections },
    };
    await store.create(draft, bytes);
    drafts.set(draft.id, draft);
    enqueue({ id: draft.id, corrections });
    return draft;
  };

  const state = (id: string): DraftState => {
    const reason = refused.get(id);
    if (reason !== undefined) return { status: 'refused', reason };
    get(id);
    if (current?.id === id) return { status: 'reading', step: current.step, since: current.since };
    const ahead = jobs.findIndex((job) => job.id === id);
    if (ahead >= 0) return { status: 'waiting', ahead: ahead + (current ? 1 : 0) };
    const fault = faults.get(id);
    return fault === undefined ? { status: 'ready' } : { status: 'ready', fault };
  };

  const correct: Drafts['correct'] = async (id, corrections, { by, revision }) => {
    const draft = get(id);
    check('import_stale', draft.revision === revision);
    check('import_unready', state(id).status === 'ready');
    faults.delete(id);
    const next = { ...draft, revision: revision + 1, lastBy: by, at: now() };
    drafts.set(id, next);
    enqueue({ id, corrections });
    await store.save(next);
  };

  for (const draft of await store.load()) {
    const reading = await store.reading(draft.id);
    const corrections = reading?.preview.corrections ?? draft.corrections;
    drafts.set(draft.id, { ...draft, corrections });
    if (!reading) enqueue({ id: draft.id, corrections });
  }
  await sweep();

  return {
    ...{ get, state, add, correct, discard },
    list: () => [...drafts.values()].toSorted((a, b) => b.at - a.at),
    reading: store.reading,
    before: store.before,
    planFiles: store.planFiles,
    idle: async () => {
      while (working) await working;
    },
    stop: () => {
      stopped = true;
      jobs.length = 0;
      current?.run?.stop();
    },
  };
};
