import type { Corrections } from '../plan/schema.ts';
import type { Draft, ReadingResult, ReadingStep } from './draft.ts';
import type { RunningReading, StartReading } from './in-child.ts';

/** A draft that shall be read. */
export interface Job {
  readonly id: string;
  readonly corrections: Corrections;
}

/** Where a draft is that is to be read. */
export type Place =
  /** `ahead` others are read before it. */
  | { readonly status: 'waiting'; readonly ahead: number }
  | { readonly status: 'reading'; readonly step: ReadingStep; readonly since: number };

export interface ReadingQueueParts {
  readonly start: StartReading;
  /** Where the files of a draft lie. */
  readonly folder: (id: string) => string;
  readonly draft: (id: string) => Draft | undefined;
  /** A draft was read. */
  readonly onRead: (job: Job, result: ReadingResult) => Promise<void>;
  /** Reading, or keeping what was read, broke down. Never rejects. */
  readonly onBroken: (job: Job, error: unknown) => Promise<void>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Drafts that are read, one after the other. */
export interface ReadingQueue {
  readonly add: (job: Job) => void;
  readonly place: (id: string) => Place | undefined;
  /** Leaves a draft out, and stops its reading. */
  readonly leave: (id: string) => void;
  /** Resolves when nothing is being read. */
  readonly idle: () => Promise<void>;
  readonly stop: () => void;
}

/** Opens the queue; it is empty. */
export const createReadingQueue = (parts: ReadingQueueParts): ReadingQueue => {
  const { start, now } = parts;
  const jobs: Job[] = [];
  let current: (Job & { step: ReadingStep; since: number; run?: RunningReading }) | undefined;
  let working: Promise<void> | undefined;
  let stopped = false;

  const readOne = async (job: Job): Promise<void> => {
    const draft = parts.draft(job.id);
    if (!draft) return;
    const here = { ...job, step: 'read' as ReadingStep, since: now() };
    const { name, plan } = draft;
    const run = start({ folder: parts.folder(job.id), name, plan, corrections: job.corrections }, (step) => {
      here.step = step;
    });
    current = Object.assign(here, { run });
    await parts.onRead(job, await run.result);
  };

  const work = async (): Promise<void> => {
    for (let job = jobs.shift(); job && !stopped; job = jobs.shift()) {
      try {
        await readOne(job);
      } catch (error) {
        if (!stopped) await parts.onBroken(job, error);
      } finally {
        current = undefined;
      }
    }
    working = undefined;
  };

  return {
    add: (job) => {
      jobs.push(job);
      working ??= work();
    },
    place: (id) => {
      if (current?.id === id) return { status: 'reading', step: current.step, since: current.since };
      const ahead = jobs.findIndex((job) => job.id === id);
      return ahead < 0 ? undefined : { status: 'waiting', ahead: ahead + (current ? 1 : 0) };
    },
    leave: (id) => {
      const waiting = jobs.findIndex((job) => job.id === id);
      if (waiting >= 0) jobs.splice(waiting, 1);
      if (current?.id === id) current.run?.stop();
    },
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
